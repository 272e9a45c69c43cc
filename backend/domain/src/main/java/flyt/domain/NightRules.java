package flyt.domain;

import flyt.domain.capacity.Count;
import flyt.domain.capacity.Counts;
import flyt.domain.capacity.WardCount;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.PlaceEvent.NightCounted;
import flyt.domain.place.WardNight;
import flyt.domain.place.WardNight.More;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The count of the house at every midnight of its own clock (domain 3.1): what bed-days are made of. */
final class NightRules {

    private NightRules() {}

    /**
     * Counts if a day has ended: once, however many have gone by.
     *
     * @param reached when the clock got round to it; null: in time
     */
    static void count(Unfolding told, @Nullable Instant reached) {
        Instant now = told.header().recordedAt();
        ZoneId zone = told.now().places().definition().timeZone();
        LocalDate today = told.now().places().today();
        LocalDate begun = LocalDate.ofInstant(now, zone);
        Instant heardUntil = CorridorRules.heardUntil(told.now());
        if (today == null || !begun.isAfter(today) || heardUntil == null) {
            return; // nobody is in a house of which nothing has been heard, but that is no count
        }
        Instant midnight = begun.atStartOfDay(zone).toInstant();
        told.tell(
                told.header().at(midnight),
                new NightCounted(
                        begun.minusDays(1),
                        count(told.now(), midnight),
                        heardUntil,
                        CorridorRules.late(midnight, now, reached)));
    }

    private static List<WardNight> count(Hospital hospital, Instant midnight) {
        List<WardNight> wards = new ArrayList<>();
        for (Ward ward : hospital.places().definition().wards()) {
            Counts counts = WardCount.of(hospital, ward, midnight).counts();
            wards.add(new WardNight(
                    ward.id(),
                    ward.inOccupancy(),
                    counts.of(Count.IN_BED),
                    counts.of(Count.EXTRA_PLACES),
                    counts.of(Count.ON_LEAVE),
                    counts.of(Count.WITHOUT_BED) - counts.of(Count.AT_HOME),
                    counts.of(Count.DAY_PATIENTS),
                    counts.of(Count.AT_HOME),
                    counts.of(Count.BEDS),
                    counts.of(Count.STAFFED),
                    more(counts)));
        }
        return wards;
    }

    private static More more(Counts counts) {
        return new More(
                counts.of(Count.NEWBORNS),
                counts.of(Count.OBSERVATION),
                counts.of(Count.RESPONSIBLE),
                counts.of(Count.OUTLIERS_IN),
                counts.of(Count.OUTLIERS_OUT),
                counts.of(Count.ISOLATED),
                counts.of(Count.CORRIDOR),
                counts.of(Count.RESERVED),
                counts.of(Count.WAITING_CLEANING),
                counts.of(Count.CLOSED_STAFFING),
                counts.of(Count.CLOSED_INFECTION),
                counts.of(Count.CLOSED_REPAIR),
                counts.of(Count.CLOSED_OTHER));
    }
}
