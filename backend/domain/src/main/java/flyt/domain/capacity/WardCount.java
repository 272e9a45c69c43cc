package flyt.domain.capacity;

import flyt.domain.BedUse;
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
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * How much a ward has of what at one moment: one walk through its beds and one through its patients. All live figures of
 * clusters, wards, departments and the house are sums of this.
 *
 * <p>Not in it: who was discharged today, since those stays are no longer the ward's; whoever follows the hospital adds them.
 *
 * @param clusters {@link Count#BEDS}, {@link Count#STAFFED} and what concerns patients with a bed, by the cluster's id; extra
 *     places stand in none
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
        boolean open = condition.closure() == null;
        boolean taken = use == BedUse.OCCUPIED || use == BedUse.HELD;
        if (place.extra() == null) {
            Counts cluster = clusterOf(place);
            cluster.add(Count.BEDS, 1);
            cluster.addIf(open, Count.STAFFED);
            counts.add(Count.BEDS, 1);
            counts.add(open ? Count.STAFFED : Count.CLOSED, 1);
            counts.addIf(open && condition.reservation() != null, Count.RESERVED);
            counts.addIf(use == BedUse.READY && open && condition.reservation() == null, Count.READY);
        } else {
            counts.addIf(taken, Count.EXTRA_PLACES);
            counts.addIf(taken && place.extra() == ExtraKind.CORRIDOR, Count.CORRIDOR);
        }
        if (place.extra() == null && condition.closure() != null) {
            counts.add(closed(condition.closure().reason()), 1);
        }
        counts.addIf(taken && lingers(hospital, place.bed()), Count.NOT_LEFT);
        switch (use) {
            case WAITING_CLEANING -> counts.add(Count.WAITING_CLEANING, 1);
            case AIR_CHANGE -> counts.add(Count.AIR_CHANGE, 1);
            case BEING_CLEANED -> counts.add(Count.BEING_CLEANED, 1);
            case CLEANING_PAUSED -> counts.add(Count.PAUSED, 1);
            case NOT_MADE -> counts.add(Count.NOT_MADE, 1);
            case HELD -> counts.add(Count.HELD, 1);
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
        boolean here = place != null && place.ward().equals(ward.id());
        counts.addIf(ward.id().equals(home), Count.OUTLIERS_OUT);
        if (isExpectedIn(course)) {
            counts.add(Count.INCOMING, 1);
            counts.addIf(!here && comes(course, now), Count.COMING);
        }
        if (here) {
            counts.add(Count.PATIENTS, 1);
            counts.addIf(home != null, Count.OUTLIERS_IN);
            counts.addIf(course.isolation() != null, Count.ISOLATED);
            counts.addIf(ward.kind() == WardKind.VIRTUAL, Count.AT_HOME);
            counts.addIf(ward.kind() == WardKind.EMERGENCY && movesOn(course), Count.BOARDING);
            addLying(hospital, course, place, now);
            addLeaving(hospital, course);
        }
    }

    /** A patient of the ward, in a bed or without; the committed occupancy loses only who counts in the live one. */
    private void addLying(Hospital hospital, Course course, Place place, Instant now) {
        BedId bed = place.bed();
        if (bed == null) {
            counts.add(Count.WITHOUT_BED, 1);
        } else if (isForTheDay(course)) {
            counts.add(Count.DAY_PATIENTS, 1);
        } else if (!isCompanion(hospital, bed, course.stay())) {
            BedPlace known = hospital.places().bed(bed);
            Counts cluster = known == null ? new Counts() : clusterOf(known);
            boolean goes = goes(course, now);
            counts.addIf(course.away() != null && course.away().leave(), Count.ON_LEAVE);
            for (Counts each : new Counts[] {counts, cluster}) {
                each.add(Count.IN_BED, 1);
                each.addIf(goes, Count.GOING);
            }
        }
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

    private Counts clusterOf(BedPlace place) {
        return place.cluster() == null ? new Counts() : clusters.getOrDefault(place.cluster(), new Counts());
    }

    private boolean isExpectedIn(Course course) {
        return course.incoming() != null && course.incoming().place().ward().equals(ward.id());
    }

    private boolean movesOn(Course course) {
        return course.incoming() != null && !isExpectedIn(course);
    }

    private static boolean comes(Course course, Instant now) {
        Course.Incoming incoming = course.incoming();
        return incoming != null
                && !isForTheDay(course)
                && (incoming.at() == null ? incoming.place().bed() != null : isSoon(incoming.at(), now));
    }

    private boolean goes(Course course, Instant now) {
        boolean leaves =
                switch (course.readiness()) {
                    case NOT_READY -> false;
                    case READY_TO_LEAVE -> course.expectedAt() == null || isSoon(course.expectedAt(), now);
                    // declared ready: the municipality may take days to receive
                    case READY_FOR_MUNICIPALITY -> course.expectedAt() != null && isSoon(course.expectedAt(), now);
                };
        return leaves || (movesOn(course) && comes(course, now));
    }

    private static boolean isSoon(Instant at, Instant now) {
        return !at.isAfter(now.plus(HORIZON));
    }

    private static boolean isForTheDay(Course course) {
        return course.patientClass() == PatientClass.O || course.patientClass() == PatientClass.R;
    }

    /** Whether somebody else of those who share the bed on purpose counts for them. */
    private static boolean isCompanion(Hospital hospital, BedId bed, StayId stay) {
        StayId first = null;
        boolean shares = false;
        for (StayId each : hospital.beds().of(bed).sharedBy()) {
            Course course = hospital.stays().course(each);
            if (course != null && liesIn(course, bed)) {
                first = first == null ? course.stay() : first;
                shares |= course.stay().equals(stay);
            }
        }
        return shares && !stay.equals(first);
    }

    private static boolean liesIn(@Nullable Course course, BedId bed) {
        Place place = course == null ? null : course.place();
        return place != null && bed.equals(place.bed());
    }
}
