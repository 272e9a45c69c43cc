package flyt.board;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** When two surnames are so similar that people mix them up. */
final class Surname {

    /** Names shorter than this must be equal: one letter is too much of them. */
    private static final int SHORTEST_SIMILAR = 4;

    private Surname() {}

    /**
     * The name without what people do not hear or see at a glance: case, marks over letters, hyphens and spaces; {@code ø} is
     * {@code o}, {@code æ} is {@code ae}, {@code å} and {@code aa} are {@code a}.
     */
    static String folded(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(bare.length());
        bare.codePoints().filter(Character::isLetter).forEach(letter -> {
            switch (letter) {
                case 'ø' -> letters.append('o');
                case 'æ' -> letters.append("ae");
                case 'đ', 'ð' -> letters.append('d');
                case 'ł' -> letters.append('l');
                case 'ß' -> letters.append("ss");
                default -> letters.appendCodePoint(letter);
            }
        });
        return letters.toString().replace("aa", "a");
    }

    /** Whether two folded names are equal or, from four letters, differ by one letter put in, left out or changed. */
    static boolean similar(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST_SIMILAR || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int skipOne = one.length() >= other.length() ? 1 : 0;
        int skipOther = other.length() >= one.length() ? 1 : 0;
        int rest = one.length() - same - skipOne;
        return one.regionMatches(same + skipOne, other, same + skipOther, Math.max(rest, 0));
    }

    /** A folded name, and from four letters the name without each of its letters: similar names share one of these. */
    static Set<String> signs(String name) {
        Set<String> signs = new HashSet<>();
        if (!name.isEmpty()) {
            signs.add(name);
        }
        for (int i = 0; name.length() >= SHORTEST_SIMILAR && i < name.length(); i++) {
            signs.add(name.substring(0, i) + name.substring(i + 1));
        }
        return signs;
    }
}
