package flyt.simulator.chaos;

import java.util.List;

/**
 * One line of the table at the end.
 *
 * @param what is counted
 * @param count how many
 * @param mustBe how many there must be; the same as {@code count} where any number is right
 * @param examples a few of what should not be, in words
 */
record Finding(String what, long count, long mustBe, List<String> examples) {
    private static final int MOST_EXAMPLES = 5;

    Finding {
        examples = examples.stream().limit(MOST_EXAMPLES).toList();
    }

    /** Something to know, right whatever it is. */
    static Finding fact(String what, long count) {
        return new Finding(what, count, count, List.of());
    }

    /** Something of which there must be none. */
    static Finding none(String what, List<String> found) {
        return new Finding(what, found.size(), 0, found);
    }

    boolean good() {
        return count == mustBe;
    }

    static String table(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(String.format(
                    "  %-62s %8d  %s%n",
                    finding.what(), finding.count(), finding.good() ? "" : "WRONG, must be " + finding.mustBe()));
            finding.examples()
                    .forEach(example -> text.append("      ").append(example).append('\n'));
        }
        return text.toString();
    }
}
