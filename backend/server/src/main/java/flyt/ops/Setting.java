package flyt.ops;

import java.util.Optional;

/**
 * One line of the table of settings.
 *
 * @param name of the environment variable
 * @param byDefault its text when the environment does not say; empty means absent
 * @param allowed what it may be, in words
 * @param meaning one or two sentences
 * @param secret never printed
 * @param parser reads its text
 */
record Setting<T>(String name, String byDefault, String allowed, String meaning, boolean secret, Parser<T> parser) {

    /**
     * Reads the text of a value; says in an {@link IllegalArgumentException} what is wrong with it.
     */
    @FunctionalInterface
    interface Parser<T> {
        T read(String text);
    }

    static <T> Setting<T> of(String name, String byDefault, String allowed, String meaning, Parser<T> parser) {
        return new Setting<>(name, byDefault, allowed, meaning, false, parser);
    }

    /** A setting without default whose value is never shown. */
    static <T> Setting<Optional<T>> secret(String name, String allowed, String meaning, Parser<Optional<T>> parser) {
        return new Setting<>(name, "", allowed, meaning, true, parser);
    }
}
