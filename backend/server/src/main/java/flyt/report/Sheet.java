package flyt.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Question}.
 *
 * @param whole of all tasks together
 * @param groups of each part that has tasks, in order; none where nothing was divided
 * @param requestsByHour tasks that became something to do, per hour, for each of the 24 hours of the hospital's day; null: the
 *     period has no such hour
 * @param onDutyByHour how many of the team there were on the average; null where {@code requestsByHour} is, and where fewer
 *     people stand behind it than may be shown
 * @param signedOn whether people of the team said when they came and went; otherwise those count who were seen at work in an hour
 */
public record Sheet(
        Question question,
        Group whole,
        List<Group> groups,
        List<@Nullable Double> requestsByHour,
        List<@Nullable Double> onDutyByHour,
        boolean signedOn) {

    /**
     * Tasks that have something in common.
     *
     * @param name what they have in common, as {@link Question.By} says
     * @param count how many they are
     * @param times what is known of them; null: fewer people stand behind them than may be shown
     */
    public record Group(String name, int count, @Nullable Times times) {}

    /**
     * How long tasks took from when they became something to do.
     *
     * @param people how many different people stand behind them, at the least
     * @param delayed of how many somebody said that they would be late
     * @param foundDirty how many of them are cleans of beds that counted as clean and were not
     */
    public record Times(int people, int delayed, int foundDirty, Spread toAccepted, Spread toStarted, Spread toDone) {}

    /**
     * How long it took, in minutes.
     *
     * @param count of how many tasks it is known
     * @param median null: of none, or fewer people stand behind it than may be shown
     * @param p90 nine of ten took no longer; null as the median
     */
    public record Spread(int count, @Nullable Double median, @Nullable Double p90) {
        /** Whether there is something that is not shown. */
        public boolean isSuppressed() {
            return count > 0 && median == null;
        }
    }
}
