package flyt.board;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** The initials that boards show instead of a name. */
final class Initials {

    private Initials() {}

    /**
     * The first letter of the given name and of the family name, as capitals: {@code Kari-Anne Østby-Moe} is {@code KØ}. What is
     * no letter is passed over; null when there is no letter at all.
     */
    static @Nullable String of(@Nullable String given, @Nullable String family) {
        String initials = first(given) + first(family);
        return initials.isEmpty() ? null : initials;
    }

    private static String first(@Nullable String name) {
        if (name == null) {
            return "";
        }
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(Character::isLetter)
                .limit(1)
                .map(Character::toUpperCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
