package flyt.journal;

import org.jspecify.annotations.Nullable;

/**
 * Checks text before it goes to the driver, which would quietly store a lone surrogate as a
 * question mark.
 */
final class Text {
    private Text() {}

    /**
     * The text itself.
     *
     * @param field named in the refusal
     * @throws Unstorable for a NUL or a lone surrogate
     */
    static @Nullable String storable(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new Unstorable("NUL in " + field);
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new Unstorable("Lone surrogate in " + field);
                }
                i++;
            }
        }
        return text;
    }
}
