package flyt.simulator.lab;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was typed after an option, read. */
public final class Typed {
    private Typed() {}

    /**
     * Options by their names: those of {@code values} with the value after them, {@code --json} with none.
     *
     * @throws IllegalArgumentException in words for whoever typed them
     */
    public static Map<String, String> options(List<String> arguments, Set<String> values) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (name.equals("--json")) {
                given.put(name, "");
            } else if (values.contains(name) && i + 1 < arguments.size()) {
                given.put(name, arguments.get(++i));
            } else {
                throw new IllegalArgumentException(
                        values.contains(name) ? name + " needs a value" : "unknown option " + name);
            }
        }
        return given;
    }

    /**
     * A whole number in bounds.
     *
     * @param usual where none was given
     * @throws IllegalArgumentException in words for whoever typed it
     */
    public static long number(Map<String, String> given, String name, long usual, long least, long most) {
        String text = given.get(name);
        try {
            long number = text == null ? usual : Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(name + " " + text + " is not a whole number from " + least + " to " + most);
    }

    /**
     * A day.
     *
     * @throws IllegalArgumentException in words for whoever typed it
     */
    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--start " + text + " is not a date like 2026-11-02", e);
        }
    }

    /**
     * One of some words.
     *
     * @param words the usual one first
     * @throws IllegalArgumentException in words for whoever typed another
     */
    public static String oneOf(Map<String, String> given, String name, List<String> words) {
        String word = given.getOrDefault(name, words.get(0));
        if (!words.contains(word)) {
            throw new IllegalArgumentException(name + " is one of " + String.join(", ", words));
        }
        return word;
    }
}
