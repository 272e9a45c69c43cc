package flyt.domain.forecast;

import flyt.domain.place.WardId;
import flyt.domain.stay.StayId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is known to a hospital at a moment, where they lie and how they stand, and what beds it has.
 *
 * @param zone where the hospital's day begins and ends
 * @param people everybody whose stay has not ended, those who are only expected included
 * @param wards the wards that count in occupancy, in the order of their ids
 */
public record RollCall(Instant at, ZoneId zone, List<Known> people, SortedMap<WardId, InWard> wards) {
    private static final int SECONDS_OF_AN_HOUR = 3_600;

    /**
     * Somebody who is known.
     *
     * @param lies the ward they lie in, or null
     * @param home the ward they are expected in, else that they lie in, or null
     */
    public record Known(StayId stay, Standing standing, @Nullable WardId lies, @Nullable WardId home) {}

    /**
     * A ward at that moment.
     *
     * @param patients who lie there, in whichever place
     * @param open beds in the plan that are not closed
     * @param ready of those, into which somebody can be put now
     */
    public record InWard(int patients, int open, int ready) {
        /** All of these together. */
        public static InWard sum(Collection<InWard> wards) {
            return wards.stream().reduce(new InWard(0, 0, 0), InWard::plus);
        }

        private InWard plus(InWard other) {
            return new InWard(patients + other.patients, open + other.open, ready + other.ready);
        }
    }

    public RollCall {
        people = List.copyOf(people);
        wards = Collections.unmodifiableSortedMap(new TreeMap<>(wards));
    }

    /** All of the wards together. */
    public InWard house() {
        return InWard.sum(wards.values());
    }

    /** Who lies in a ward, and in which. */
    Map<StayId, WardId> lying() {
        Map<StayId, WardId> lying = new HashMap<>();
        people.forEach(one -> {
            if (one.lies() != null) {
                lying.put(one.stay(), one.lies());
            }
        });
        return lying;
    }

    /** The hour of the hospital's week: 0 is Monday, midnight to one. */
    int hourOfWeek() {
        ZonedDateTime local = at.atZone(zone);
        return (local.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()) * 24 + local.getHour();
    }

    /** The hospital's day so many hours later. */
    LocalDate day(int hours) {
        return at.atZone(zone).plusHours(hours).toLocalDate();
    }

    /**
     * How much later clocks show so many hours on: people come and go by those, also in the nights of 23 and 25 hours.
     *
     * @return 1 to {@link Forecast#HOURS}
     */
    int byTheClock(int hours) {
        ZonedDateTime now = at.atZone(zone);
        int turned = now.plusHours(hours).getOffset().getTotalSeconds()
                - now.getOffset().getTotalSeconds();
        return StrictMath.max(1, StrictMath.min(Forecast.HOURS, hours + turned / SECONDS_OF_AN_HOUR));
    }

    /** What is known of one of the wards. */
    public InWard ward(WardId ward) {
        return Objects.requireNonNull(wards.get(ward), ward::value);
    }
}
