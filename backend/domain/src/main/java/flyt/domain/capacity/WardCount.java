package flyt.domain.capacity;

import flyt.domain.BedUse;
import flyt.domain.Counted;
import flyt.domain.Hospital;
import flyt.domain.bed.Bed;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.ExtraKind;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.stay.Course;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * How much a ward has of what at one moment: one walk through its beds and one through its patients. All live figures of
 * clusters, wards, departments and the house are sums of this.
 *
 * <p>Not in it: who was discharged today, since those stays are no longer the ward's; whoever follows the hospital adds them.
 *
 * @param clusters what is of the beds of a cluster and of who is in them, by the cluster's id; extra places stand in none
 * @param ready who is expected to leave today and waits for nothing, by the hour told
 * @param expected the others who are expected to leave today
 */
public record WardCount(Ward ward, Counts counts, Map<String, Counts> clusters, Hourly ready, Hourly expected) {

    /** How far the committed occupancy looks ahead. */
    public static final Duration HORIZON = Duration.ofHours(4);

    /** Counts a ward of the hospital. {@code now}: what the horizon is counted from. */
    public static WardCount of(Hospital hospital, Ward ward, Instant now) {
        WardCount count = new WardCount(ward, new Counts(), new LinkedHashMap<>(), new Hourly(), new Hourly());
        for (Cluster cluster : ward.clusters()) {
            count.clusters.put(cluster.id(), new Counts());
        }
        for (BedPlace place : hospital.places().bedsOf(ward.id())) {
            count.addBed(hospital, place);
        }
        for (StayId stay : hospital.stays().concerning(ward.id())) {
            Course course = hospital.stays().course(stay);
            if (course != null) {
                count.addStay(hospital, course, now);
            }
        }
        return count;
    }

    private void addBed(Hospital hospital, BedPlace place) {
        Bed condition = hospital.beds().of(place.bed());
        BedUse use = hospital.use(place.bed());
        boolean taken = use == BedUse.OCCUPIED || use == BedUse.HELD;
        boolean lingers = taken && lingers(hospital, place.bed());
        for (Counts each : List.of(counts, clusterOf(place))) {
            if (place.extra() == null) {
                addPlanned(each, condition, use);
            } else {
                each.addIf(taken, Count.EXTRA_PLACES);
                each.addIf(taken, place.extra() == ExtraKind.CORRIDOR ? Count.CORRIDOR : Count.SURGE);
            }
            each.addIf(lingers, Count.NOT_LEFT);
            addUse(each, use);
        }
    }

    private static void addPlanned(Counts each, Bed condition, BedUse use) {
        Bed.Closure closure = condition.closure();
        each.add(Count.BEDS, 1);
        if (closure == null) {
            boolean promised = condition.reservation() != null;
            each.add(Count.STAFFED, 1);
            each.addIf(promised, Count.RESERVED);
            each.addIf(use == BedUse.READY && !promised, Count.READY);
        } else {
            each.add(Count.CLOSED, 1);
            each.add(closed(closure.reason()), 1);
        }
    }

    private static void addUse(Counts each, BedUse use) {
        switch (use) {
            case WAITING_CLEANING -> each.add(Count.WAITING_CLEANING, 1);
            case AIR_CHANGE -> each.add(Count.AIR_CHANGE, 1);
            case BEING_CLEANED -> each.add(Count.BEING_CLEANED, 1);
            case CLEANING_PAUSED -> each.add(Count.PAUSED, 1);
            case NOT_MADE -> each.add(Count.NOT_MADE, 1);
            case HELD -> each.add(Count.HELD, 1);
            case READY, OCCUPIED -> {}
        }
    }

    private static Count closed(CloseReason reason) {
        return switch (reason) {
            case STAFFING -> Count.CLOSED_STAFFING;
            case INFECTION -> Count.CLOSED_INFECTION;
            case REPAIR -> Count.CLOSED_REPAIR;
            case OTHER -> Count.CLOSED_OTHER;
        };
    }

    /** Whether all who hold the bed have officially gone. */
    private static boolean lingers(Hospital hospital, BedId bed) {
        SortedSet<StayId> holders = hospital.stays().occupants(bed);
        return holders.stream().allMatch(stay -> {
            Course course = hospital.stays().course(stay);
            Course.Holding holding = course == null ? null : course.holdings().get(bed);
            return holding != null && holding.lingers();
        });
    }

    private void addStay(Hospital hospital, Course course, Instant now) {
        WardId home = Outliers.homeOf(hospital, course);
        Place place = course.place();
        if (ward.id().equals(home)) {
            counts.add(Count.OUTLIERS_OUT, 1);
            counts.addIf(hasABed(course) && Counted.of(hospital, course) == Counted.YES, Count.RESPONSIBLE);
        }
        boolean here = place != null && place.ward().equals(ward.id());
        if (isExpectedIn(course)) {
            counts.add(Count.INCOMING, 1);
            counts.addIf(!here && comes(hospital, course, now), Count.COMING);
        }
        if (here) {
            counts.addIf(ward.kind() == WardKind.VIRTUAL, Count.AT_HOME);
            counts.addIf(ward.kind() == WardKind.EMERGENCY && movesOn(course), Count.BOARDING);
            for (Counts each : List.of(counts, clusterOf(hospital, place))) {
                each.add(Count.PATIENTS, 1);
                each.addIf(home != null, Count.OUTLIERS_IN);
                each.addIf(course.isolation() != null, Count.ISOLATED);
                addLying(each, hospital, course, home, now);
            }
            addLeaving(hospital, course);
        }
    }

    /** A patient of the ward, in a bed or without; the committed occupancy loses only who counts in the live one. */
    private void addLying(Counts each, Hospital hospital, Course course, @Nullable WardId home, Instant now) {
        Counted counted = Counted.of(hospital, course);
        if (!hasABed(course) && counted != Counted.NEWBORN) {
            each.add(Count.WITHOUT_BED, 1);
            return;
        }
        switch (counted) {
            case YES -> {
                each.add(Count.IN_BED, 1);
                each.addIf(home == null, Count.RESPONSIBLE);
                each.addIf(course.away() != null && course.away().leave(), Count.ON_LEAVE);
                each.addIf(goes(hospital, course, now), Count.GOING);
            }
            case NEWBORN -> each.add(Count.NEWBORNS, 1);
            case DAY_PATIENT -> each.add(Count.DAY_PATIENTS, 1);
            case OBSERVATION -> each.add(Count.OBSERVATION, 1);
            case COMPANION -> {}
        }
    }

    private static boolean hasABed(Course course) {
        Place place = course.place();
        return place != null && place.bed() != null;
    }

    private void addLeaving(Hospital hospital, Course course) {
        if (course.expectedOn() == null
                || !course.expectedOn().equals(hospital.places().today())) {
            return;
        }
        Integer hour = course.expectedAt() == null
                ? null
                : course.expectedAt()
                        .atZone(hospital.places().definition().timeZone())
                        .getHour();
        boolean waitsForNothing = course.readiness() != Readiness.NOT_READY;
        counts.add(Count.OUT_TODAY, 1);
        counts.addIf(waitsForNothing, Count.READY_TO_LEAVE);
        (waitsForNothing ? ready : expected).add(hour, 1);
    }

    /** Those of no cluster are for nobody. */
    private Counts clusterOf(Hospital hospital, Place place) {
        BedPlace known = place.bed() == null ? null : hospital.places().bed(place.bed());
        return known == null ? new Counts() : clusterOf(known);
    }

    private Counts clusterOf(BedPlace place) {
        return place.cluster() == null ? new Counts() : clusters.getOrDefault(place.cluster(), new Counts());
    }

    private boolean isExpectedIn(Course course) {
        return course.incoming() != null && course.incoming().place().ward().equals(ward.id());
    }

    private boolean movesOn(Course course) {
        return course.incoming() != null && !isExpectedIn(course);
    }

    private static boolean comes(Hospital hospital, Course course, Instant now) {
        Course.Incoming incoming = course.incoming();
        return incoming != null
                && Counted.in(hospital, course, incoming.place()) == Counted.YES
                && (incoming.at() == null ? incoming.place().bed() != null : isSoon(incoming.at(), now));
    }

    private boolean goes(Hospital hospital, Course course, Instant now) {
        boolean leaves =
                switch (course.readiness()) {
                    case NOT_READY -> false;
                    case READY_TO_LEAVE -> course.expectedAt() == null || isSoon(course.expectedAt(), now);
                    // declared ready: the municipality may take days to receive
                    case READY_FOR_MUNICIPALITY -> course.expectedAt() != null && isSoon(course.expectedAt(), now);
                };
        return leaves || (movesOn(course) && comes(hospital, course, now));
    }

    private static boolean isSoon(Instant at, Instant now) {
        return !at.isAfter(now.plus(HORIZON));
    }
}
