package flyt.domain;

import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.stay.Course;
import flyt.domain.threshold.CorridorCount;
import flyt.domain.threshold.CorridorCount.InWard;
import flyt.domain.threshold.ThresholdEvent.CorridorCounted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The count of corridor patients, every day at 07:00 by the hospital's own clock (domain 3.1). */
final class CorridorRules {
    private static final LocalTime COUNTED_AT = LocalTime.of(7, 0);

    /** A count made so much later says so. */
    private static final Duration IN_TIME = Duration.ofMinutes(10);

    private CorridorRules() {}

    /** When it is counted next: after the last count, or the first time that 07:00 comes. */
    static Instant nextDue(Hospital hospital) {
        CorridorCount last = hospital.watching().counted();
        ZoneId zone = zone(hospital);
        LocalDate today = LocalDate.ofInstant(hospital.recordedAt(), zone);
        LocalDate day = last == null ? today : last.day().plusDays(1);
        Instant due = at(day, zone);
        return last == null && !due.isAfter(hospital.recordedAt()) ? at(day.plusDays(1), zone) : due;
    }

    /**
     * Counts if it is time to: once, however many mornings have gone by.
     *
     * @param reached when the clock got round to it; null: in time
     */
    static void count(Unfolding told, @Nullable Instant reached) {
        Instant now = told.header().recordedAt();
        Instant due = nextDue(told.now());
        if (due.isAfter(now)) {
            return;
        }
        ZoneId zone = zone(told.now());
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate day = at(today, zone).isAfter(now) ? today.minusDays(1) : today;
        Instant late = late(at(day, zone), now, reached);
        told.tell(told.header().at(at(day, zone)), new CorridorCounted(count(told.now(), day, late)));
    }

    /**
     * When a count was made, if that is so much later than it was due that it must say so; else null.
     *
     * @param reached as {@link #count} has it
     */
    static @Nullable Instant late(Instant due, Instant now, @Nullable Instant reached) {
        Instant made = reached == null || reached.isBefore(now) ? now : reached;
        return made.isAfter(due.plus(IN_TIME)) ? made : null;
    }

    private static CorridorCount count(Hospital hospital, LocalDate day, @Nullable Instant madeLate) {
        SortedMap<WardId, int[]> wards = new TreeMap<>();
        for (Ward ward : hospital.places().definition().wards()) {
            if (ward.inOccupancy()) {
                wards.put(ward.id(), new int[2]);
            }
        }
        int withoutBed = 0;
        for (Course course : hospital.stays().courses()) {
            Place place = course.place();
            int[] counts = place == null ? null : wards.get(place.ward());
            BedPlace bed = place == null || place.bed() == null
                    ? null
                    : hospital.places().bed(place.bed());
            if (counts == null || Counted.of(hospital, course) == Counted.NEWBORN) {
                continue;
            } else if (bed == null) {
                withoutBed++;
                continue;
            }
            counts[0] += bed.extra() == null ? 0 : 1;
            counts[1]++;
        }
        List<InWard> all = new ArrayList<>();
        for (Map.Entry<WardId, int[]> ward : wards.entrySet()) {
            all.add(new InWard(ward.getKey(), ward.getValue()[0], ward.getValue()[1]));
        }
        return new CorridorCount(day, all, withoutBed, heardUntil(hospital), madeLate);
    }

    /** When a fact was told last by anybody else; null: none ever was. */
    static @Nullable Instant heardUntil(Hospital hospital) {
        return hospital.feeds().lastFacts().entrySet().stream()
                .filter(feed -> !feed.getKey().equals(Source.FLYT))
                .map(Map.Entry::getValue)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static Instant at(LocalDate day, ZoneId zone) {
        return day.atTime(COUNTED_AT).atZone(zone).toInstant();
    }

    private static ZoneId zone(Hospital hospital) {
        return hospital.places().definition().timeZone();
    }
}
