package flyt.intake.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Norwegian national identity number: eleven digits of which the last two check the rest. Covers birth numbers, D-numbers (day
 * + 40), help numbers (month + 40, or beginning with 8 or 9), and their synthetic doubles.
 *
 * <p>Nothing is read from it but whether it is one: from 2032 on neither sex nor century can be, and neither is a birth date.
 */
final class NationalNumber {
    private static final int DIGITS = 11;
    private static final int ELEVEN = 11;
    private static final Pattern ALONE = Pattern.compile("(?<![0-9])[0-9]{11}(?![0-9])");
    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    /** The remainder that the first check leaves: 0 in the old scheme, up to 3 in that of 2032; both are valid side by side. */
    private static final int FIRST_REMAINDER_MAX = 3;

    private static final int SHIFT = 40;
    private static final int OWN_SERIES_FROM_DAY = 80;

    private NationalNumber() {}

    /** Whether it is one by its form and its check digits. */
    static boolean isValid(String number) {
        return number.length() == DIGITS
                && number.chars().allMatch(c -> c >= '0' && c <= '9')
                && (ownSeries(number)
                        || (isDay(two(number, 0)) && (isMonth(two(number, 2)) || hasSyntheticMonth(number))))
                && sum(number, FIRST) % ELEVEN <= FIRST_REMAINDER_MAX
                && sum(number, SECOND) % ELEVEN == 0;
    }

    /**
     * Whether a valid number is of nobody: the tax authority's test population has the month + 80; + 60 and + 65 also occur. Those
     * with + 40 may be somebody's help number, so they do not count as synthetic.
     */
    static boolean isSynthetic(String number) {
        return !ownSeries(number) && hasSyntheticMonth(number);
    }

    /** Whether one stands in a text, with other than digits around it. */
    static boolean isIn(String text) {
        Matcher digits = ALONE.matcher(text);
        while (digits.find()) {
            if (isValid(digits.group())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDay(int day) {
        return (day >= 1 && day <= 31) || (day >= 1 + SHIFT && day <= 31 + SHIFT);
    }

    private static boolean isMonth(int month) {
        return (month >= 1 && month <= 12) || (month >= 1 + SHIFT && month <= 12 + SHIFT);
    }

    private static boolean hasSyntheticMonth(String number) {
        int month = two(number, 2);
        return (month >= 61 && month <= 77) || (month >= 81 && month <= 92);
    }

    private static boolean ownSeries(String number) {
        return two(number, 0) >= OWN_SERIES_FROM_DAY;
    }

    private static int two(String number, int at) {
        return Integer.parseInt(number, at, at + 2, 10);
    }

    private static int sum(String number, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (number.charAt(i) - '0');
        }
        return sum;
    }
}
