package flyt.simulator.lab;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** What was typed after an option, read. */
public final class Typed {
    private Typed() {}

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
}
