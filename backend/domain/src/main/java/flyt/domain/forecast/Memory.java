package flyt.domain.forecast;

import flyt.domain.place.WardId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Experience} has learned, as plain counts that can be kept and taken up again. Nobody is in it: what the last two
 * days will still teach is heard again from the journal.
 *
 * @param upTo when the last roll call in it was held; null: none was
 * @param heard how many there were
 */
public record Memory(
        @Nullable Instant upTo,
        long heard,
        List<OfAlike> fates,
        OfNewcomers newcomers,
        List<OfMoves> moves,
        List<OfUnready> unready,
        List<OfDay> season,
        List<OfCorrection> corrections) {

    /** What became of those who stood alike, by hours after: how many were seen, lay in any ward, lay in their own. */
    public record OfAlike(
            Standing standing,
            @Nullable Integer ofDay,
            @Nullable Integer ofWeek,
            List<Integer> seen,
            List<Integer> inHouse,
            List<Integer> atHome) {}

    /** Those who were new: by hour of the week and hours after, and by hours after and ward. */
    public record OfNewcomers(
            List<List<Integer>> people, List<List<Integer>> times, SortedMap<WardId, List<Integer>> byWard) {}

    /** In which wards those lay later who were expected in this one; null: in none. */
    public record OfMoves(@Nullable WardId home, SortedMap<WardId, Integer> to) {}

    /** Open beds of a ward that held nobody and were not ready, added up by the hour of the day. */
    public record OfUnready(WardId ward, List<Integer> beds, List<Integer> times) {}

    /** How many had come on a day within so many hours, at most, and how many would have at any time of the year. */
    public record OfDay(LocalDate day, int hours, double expected, double came) {}

    /** What forecasts of a number turned out to be. {@code ward}: null for the house; {@code ready}: of ready beds, else of patients. */
    public record OfCorrection(
            @Nullable WardId ward,
            boolean ready,
            int hours,
            double times,
            double sumX,
            double sumY,
            double sumXx,
            double sumXy,
            double errors) {}
}
