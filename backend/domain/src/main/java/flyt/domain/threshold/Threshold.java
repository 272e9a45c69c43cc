package flyt.domain.threshold;

import flyt.domain.place.WardId;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule: which figure may not pass which limit for how long, and who then does what.
 *
 * @param id {@code corridor}; in one set each has another
 * @param eachWard whether each ward is watched by itself
 * @param ward the one ward that is watched; null: each, or else the whole hospital
 * @param limit at all hours of the day
 * @param hours other limits at some
 * @param after how long the limit must be passed before it is an alert
 * @param clearAfter how long the figure must be back before the alert is over
 * @param off put aside: it is in the set, and nothing comes of it
 * @param repeat after how long an alert that nobody has answered is told again; null: never
 * @param name what a hospital calls a rule of its own; null: the languages have words for it
 * @param action what its owner is to do, in a hospital's own words; null: the languages have words for it
 */
public record Threshold(
        String id,
        Figure figure,
        boolean eachWard,
        @Nullable WardId ward,
        Limit limit,
        List<Hours> hours,
        Duration after,
        Duration clearAfter,
        Severity severity,
        Owner owner,
        boolean off,
        @Nullable Duration repeat,
        @Nullable String name,
        @Nullable String action) {

    public Threshold {
        hours = List.copyOf(hours);
    }

    /** How bad it is when it is passed. */
    public enum Severity {
        CRITICAL,
        ATTENTION,
        INFORMATION
    }

    /**
     * A limit with its lower one, so that a figure that trembles around it is one alert and not many.
     *
     * @param passed at or beyond this it is passed
     * @param clear only what is better than this is over
     */
    public record Limit(double passed, double clear) {}

    /**
     * Another limit from one hour of the day to another.
     *
     * @param from the first hour, 0 to 23
     * @param to the hour at which it ends; not above {@code from}: over midnight
     */
    public record Hours(int from, int to, Limit limit) {
        boolean covers(int hour) {
            return from < to ? from <= hour && hour < to : hour >= from || hour < to;
        }
    }

    /** Whether it watches a single ward or each of them, and not the whole hospital. */
    public boolean ofWards() {
        return eachWard || ward != null;
    }

    /** Whether it watches this ward, or (null) the whole hospital. */
    boolean watches(@Nullable WardId place) {
        return place == null ? !ofWards() : eachWard || place.equals(ward);
    }

    /** The limit at that time of the day. */
    public Limit limitAt(LocalTime time) {
        return hours.stream()
                .filter(one -> one.covers(time.getHour()))
                .findFirst()
                .map(Hours::limit)
                .orElse(limit);
    }
}
