package flyt.domain.forecast;

import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.RollCall.Known;
import flyt.domain.place.WardId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would like to imagine. Nothing becomes of it.
 *
 * @param closed wards that take nobody in and whose empty beds are lost; who lies there stays until leaving
 * @param opened beds more, ready for somebody, by ward
 * @param cleaners how many more, from {@value #TONIGHT_FROM} to {@value #TONIGHT_TO} o'clock
 * @param discharged how many leave before the next noon, by ward: those first who are readiest
 * @param arrivalsPercent how many more come whom nobody knows of yet, in per cent; below 0 fewer
 * @param outbreaks wards that take nobody in because of contagion; their empty beds cannot be used
 */
public record WhatIf(
        SortedSet<WardId> closed,
        SortedMap<WardId, Integer> opened,
        int cleaners,
        SortedMap<WardId, Integer> discharged,
        int arrivalsPercent,
        SortedSet<WardId> outbreaks) {
    static final int TONIGHT_FROM = 15;
    static final int TONIGHT_TO = 23;
    private static final int MOST_BEDS = 100;
    private static final int MOST_CLEANERS = 50;
    private static final int MOST_PERCENT = 300;

    /** Why something cannot be imagined. */
    public enum Contradiction {
        NOTHING_CHANGED,
        UNKNOWN_WARD,
        OUT_OF_RANGE,
        OPENED_AND_CLOSED,
        OUTBREAK_IN_A_CLOSED_WARD,
        MORE_THAN_LIE_THERE,
        NO_WARD_LEFT
    }

    public WhatIf {
        closed = Collections.unmodifiableSortedSet(new TreeSet<>(closed));
        opened = Collections.unmodifiableSortedMap(new TreeMap<>(opened));
        discharged = Collections.unmodifiableSortedMap(new TreeMap<>(discharged));
        outbreaks = Collections.unmodifiableSortedSet(new TreeSet<>(outbreaks));
    }

    /** Why this cannot be, or null when it can. */
    public @Nullable Contradiction contradiction(RollCall now) {
        Collection<WardId> known = now.wards().keySet();
        if (closed.isEmpty()
                && opened.isEmpty()
                && cleaners == 0
                && discharged.isEmpty()
                && arrivalsPercent == 0
                && outbreaks.isEmpty()) {
            return Contradiction.NOTHING_CHANGED;
        } else if (!known.containsAll(closed)
                || !known.containsAll(opened.keySet())
                || !known.containsAll(discharged.keySet())
                || !known.containsAll(outbreaks)) {
            return Contradiction.UNKNOWN_WARD;
        } else if (!opened.values().stream().allMatch(beds -> beds >= 1 && beds <= MOST_BEDS)
                || !discharged.values().stream().allMatch(people -> people >= 1)
                || cleaners < 0
                || cleaners > MOST_CLEANERS
                || arrivalsPercent < -100
                || arrivalsPercent > MOST_PERCENT) {
            return Contradiction.OUT_OF_RANGE;
        } else if (opened.keySet().stream().anyMatch(shut()::contains)) {
            return Contradiction.OPENED_AND_CLOSED;
        } else if (outbreaks.stream().anyMatch(closed::contains)) {
            return Contradiction.OUTBREAK_IN_A_CLOSED_WARD;
        } else if (discharged.entrySet().stream()
                .anyMatch(of -> of.getValue() > lying(now, of.getKey()).size())) {
            return Contradiction.MORE_THAN_LIE_THERE;
        }
        return shut().containsAll(known) ? Contradiction.NO_WARD_LEFT : null;
    }

    /** The wards that take nobody in. */
    SortedSet<WardId> shut() {
        SortedSet<WardId> shut = new TreeSet<>(closed);
        shut.addAll(outbreaks);
        return shut;
    }

    /** The roll call with the beds as imagined. */
    public RollCall withBeds(RollCall now) {
        SortedMap<WardId, InWard> wards = new TreeMap<>(now.wards());
        shut().forEach(ward -> wards.computeIfPresent(
                ward, (id, there) -> new InWard(there.patients(), StrictMath.min(there.open(), there.patients()), 0)));
        opened.forEach((ward, beds) -> wards.computeIfPresent(
                ward, (id, there) -> new InWard(there.patients(), there.open() + beds, there.ready() + beds)));
        return new RollCall(now.at(), now.zone(), now.people(), wards);
    }

    /** The roll call without those who will have been discharged. */
    RollCall withoutDischarged(RollCall now) {
        List<Known> people = new ArrayList<>(now.people());
        Map<WardId, InWard> wards = new HashMap<>(now.wards());
        discharged.forEach((ward, count) -> {
            people.removeAll(lying(now, ward).subList(0, count));
            wards.computeIfPresent(
                    ward, (id, there) -> new InWard(there.patients() - count, there.open(), there.ready()));
        });
        return new RollCall(now.at(), now.zone(), people, new TreeMap<>(wards));
    }

    /** The first full hour after the roll call at which they have left: that of the next noon. */
    int hoursToNoon(RollCall now) {
        LocalDate day = now.at().atZone(now.zone()).toLocalDate();
        ZonedDateTime today = day.atTime(LocalTime.NOON).atZone(now.zone());
        Instant noon = (now.at().isBefore(today.toInstant()) ? today : today.plusDays(1)).toInstant();
        return (int) ((Duration.between(now.at(), noon).toMinutes() + 59) / 60);
    }

    /** How much of the beds that wait for somebody to make them ready will still do so: more hands, shorter waits. */
    double unready(RollCall now, int hours, int cleanersNow) {
        ZonedDateTime then = now.at().plus(Duration.ofHours(hours)).atZone(now.zone());
        boolean tonight = then.toLocalDate().equals(now.at().atZone(now.zone()).toLocalDate())
                && then.getHour() >= TONIGHT_FROM
                && then.getHour() < TONIGHT_TO;
        int usual = StrictMath.max(1, cleanersNow);
        return tonight ? (double) usual / (usual + cleaners) : 1;
    }

    /** Who lies there, the readiest to leave first. */
    private static List<Known> lying(RollCall now, WardId ward) {
        Comparator<Known> readiest = Comparator.comparing(
                        (Known one) -> one.standing().readiness() == null
                                ? 0
                                : -Objects.requireNonNull(one.standing().readiness())
                                        .ordinal())
                .thenComparing(one -> Objects.requireNonNullElse(one.standing().days(), Integer.MAX_VALUE))
                .thenComparing(Known::stay);
        return now.people().stream()
                .filter(one -> ward.equals(one.lies()))
                .sorted(readiest)
                .toList();
    }
}
