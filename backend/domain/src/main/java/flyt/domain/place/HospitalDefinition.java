package flyt.domain.place;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital is made of, as its own file says ({@code hospital.schema.json}). Given whole each time; checked by
 * {@link DefinitionCheck} before it becomes an event.
 *
 * @param language the language of its screens, BCP 47 {@code nb}
 * @param synthetic whether every person in it is invented; screens say so
 * @param byHand what becomes of a word said by hand when a system says something else later
 * @param orders what orders itself, and what comes back every day
 * @param counting who is in the occupancy
 */
public record HospitalDefinition(
        HospitalId id,
        String name,
        ZoneId timeZone,
        String language,
        ClockKind clock,
        boolean synthetic,
        List<Named> buildings,
        List<Named> specialties,
        List<Zone> zones,
        List<FeedDefinition> feeds,
        Cleaning cleaning,
        List<Ward> wards,
        Thresholds thresholds,
        ByHand byHand,
        Orders orders,
        Counting counting) {

    public HospitalDefinition {
        buildings = List.copyOf(buildings);
        specialties = List.copyOf(specialties);
        zones = List.copyOf(zones);
        feeds = List.copyOf(feeds);
        wards = List.copyOf(wards);
        byHand = byHand == null ? ByHand.GIVES_WAY : byHand;
        orders = orders == null ? Orders.STANDARD : orders;
        counting = counting == null ? Counting.STANDARD : counting;
    }

    /** A hospital where nothing is said about what orders itself, and who is counted. */
    public HospitalDefinition(
            HospitalId id,
            String name,
            ZoneId timeZone,
            String language,
            ClockKind clock,
            boolean synthetic,
            List<Named> buildings,
            List<Named> specialties,
            List<Zone> zones,
            List<FeedDefinition> feeds,
            Cleaning cleaning,
            List<Ward> wards,
            Thresholds thresholds,
            ByHand byHand) {
        this(
                id,
                name,
                timeZone,
                language,
                clock,
                synthetic,
                buildings,
                specialties,
                zones,
                feeds,
                cleaning,
                wards,
                thresholds,
                byHand,
                Orders.STANDARD,
                Counting.STANDARD);
    }

    /** The same hospital, where other things order themselves. */
    public HospitalDefinition ordering(Orders others) {
        return with(others, counting);
    }

    /** The same hospital, where others are in the occupancy. */
    public HospitalDefinition counting(Counting others) {
        return with(orders, others);
    }

    private HospitalDefinition with(Orders itsOrders, Counting itsCounting) {
        return new HospitalDefinition(
                id,
                name,
                timeZone,
                language,
                clock,
                synthetic,
                buildings,
                specialties,
                zones,
                feeds,
                cleaning,
                wards,
                thresholds,
                byHand,
                itsOrders,
                itsCounting);
    }

    /** Whose clock rules: the system's, or one that a simulator or a training session drives. */
    public enum ClockKind {
        SYSTEM,
        DRIVEN
    }

    /** A building or a specialty: an id and a name. */
    public record Named(String id, String name) {}

    /** An area of work for cleaners or porters. */
    public record Zone(String id, String name, String kind) {}

    /** What a feed can be the source of. */
    public enum Carried {
        PATIENT,
        STAFF,
        CARE_WEIGHT,
        EWS,
        ISOLATION,
        LAB,
        DISCHARGE,
        INCOMING,
        BED,
        TASK
    }

    /**
     * How cleaning goes here.
     *
     * @param airChangeMinutes how long a room left by an airborne patient waits before anyone enters
     * @param needsMaking whether a clean bed must be made before it is free
     */
    public record Cleaning(int airChangeMinutes, boolean needsMaking) {}

    /** Which beds themselves are washed when a patient has left them. */
    public enum BedWash {
        NEVER,
        AFTER_INFECTION,
        ALWAYS
    }

    /**
     * A move of a patient that orders itself.
     *
     * @param kind the kind's id in the rule set, {@code patient-wheelchair}
     * @param to the stop where it ends, {@code EXIT}; null: where the patient is expected
     */
    public record Move(String kind, @Nullable String to) {}

    /**
     * Work that comes back every day at its hour.
     *
     * @param kind the kind's id in the rule set; of a clean: of each bed of the ward
     * @param at the hour, by the hospital's clock
     * @param to the stop where it ends, or null
     */
    public record Routine(String id, String kind, WardId ward, LocalTime at, @Nullable String to) {}

    /**
     * What orders itself (domain 2.8, 3.6, 3.9), and how orders are compared.
     *
     * @param whenReady when a patient can leave; null: nothing
     * @param whenExpected when a patient is expected in another bed or ward; null: nothing
     * @param afterIsolation whether a room is cleaned when its patient is not contagious any more and stays
     * @param returnAfterMinutes how long after a round trip's way there its way back is something to do, if nobody says so before
     * @param unattendedAfterMinutes how long a patient who is to be fetched back waits before that is one class more urgent
     * @param sameWithinMinutes how far apart two orders of the same are at least, to be two
     * @param routines what comes back every day
     * @param stops places outside the wards that things and patients are taken to: X-ray, the laboratory, the exit
     */
    public record Orders(
            @Nullable Move whenReady,
            @Nullable Move whenExpected,
            boolean afterIsolation,
            BedWash bedWash,
            int returnAfterMinutes,
            int unattendedAfterMinutes,
            int sameWithinMinutes,
            List<Routine> routines,
            List<Named> stops) {
        /** Where a hospital does not say. */
        public static final Orders STANDARD =
                new Orders(null, null, true, BedWash.NEVER, 30, 15, 60, List.of(), List.of());

        public Orders {
            routines = List.copyOf(routines);
            stops = List.copyOf(stops);
        }
    }

    /** How long a word said by hand counts. */
    public enum Standing {
        /** Until a system says something of a later moment. */
        GIVES_WAY,
        /** Until a hand takes it back. */
        HOLDS
    }

    /**
     * How long the hand's word counts, for each thing that can be said by hand about a stay. What is not said here gives way.
     *
     * @param place only within a ward: a move to another ward, or out of the house, always counts
     */
    public record ByHand(Standing nurse, Standing doctor, Standing discharge, Standing isolation, Standing place) {
        /** Systems have the last word. */
        public static final ByHand GIVES_WAY = new ByHand(
                Standing.GIVES_WAY, Standing.GIVES_WAY, Standing.GIVES_WAY, Standing.GIVES_WAY, Standing.GIVES_WAY);

        public ByHand {
            nurse = orGivesWay(nurse);
            doctor = orGivesWay(doctor);
            discharge = orGivesWay(discharge);
            isolation = orGivesWay(isolation);
            place = orGivesWay(place);
        }

        /** An older definition does not say. */
        private static Standing orGivesWay(@Nullable Standing said) {
            return said == null ? Standing.GIVES_WAY : said;
        }
    }

    /**
     * Limits shown on boards.
     *
     * @param bedAnswerMinutes how long a ward has to answer who asks for a bed of it; null: as long as where nobody says
     */
    public record Thresholds(int careWeightPerNurse, @Nullable Integer bedAnswerMinutes) {
        /** Where a hospital does not say. */
        public static final int BED_ANSWER_MINUTES = 30;

        /** Where a ward has as long as anywhere to answer. */
        public Thresholds(int careWeightPerNurse) {
            this(careWeightPerNurse, null);
        }

        /** How long a ward has to answer. */
        public Duration bedAnswer() {
            return Duration.ofMinutes(bedAnswerMinutes == null ? BED_ANSWER_MINUTES : bedAnswerMinutes);
        }
    }

    /** What sort of ward it is. */
    public enum WardKind {
        INPATIENT,
        EMERGENCY,
        THEATRE,
        VIRTUAL
    }

    /** Whether a message of discharge or transfer counts as having left the room (domain 3.7). */
    public record Leaving(boolean onDischarge, boolean onTransfer) {}

    /**
     * A nursing unit.
     *
     * @param specialty whose patients belong here
     * @param inOccupancy whether its beds count in the hospital's occupancy
     * @param ownPatientsOnly whether no other ward's patient is proposed a bed of it: maternity, newborn intensive care
     */
    public record Ward(
            WardId id,
            String name,
            WardKind kind,
            @Nullable String building,
            @Nullable String floor,
            @Nullable String specialty,
            @Nullable String zone,
            boolean inOccupancy,
            Leaving leaving,
            List<Cluster> clusters,
            List<ExtraPlace> extraPlaces,
            boolean ownPatientsOnly) {
        public Ward {
            clusters = List.copyOf(clusters);
            extraPlaces = List.copyOf(extraPlaces);
        }

        /** A ward that takes other wards' patients too. */
        public Ward(
                WardId id,
                String name,
                WardKind kind,
                @Nullable String building,
                @Nullable String floor,
                @Nullable String specialty,
                @Nullable String zone,
                boolean inOccupancy,
                Leaving leaving,
                List<Cluster> clusters,
                List<ExtraPlace> extraPlaces) {
            this(id, name, kind, building, floor, specialty, zone, inOccupancy, leaving, clusters, extraPlaces, false);
        }
    }

    /** A bed cluster (tun): rooms around one work station. */
    public record Cluster(String id, String name, List<Room> rooms) {
        public Cluster {
            rooms = List.copyOf(rooms);
        }
    }

    /** What a room can do that others cannot. */
    public enum RoomFeature {
        NEGATIVE_PRESSURE,
        ANTEROOM,
        POSITIVE_PRESSURE,
        TELEMETRY,
        /** Water and drain for dialysis. */
        DIALYSIS,
        SUCTION,
        /** A place for children, who lie nowhere else; nobody else lies there but whom its own ward takes. */
        FOR_CHILDREN,
        /** Within sight and call of the cluster's work station. */
        NEAR_NURSES,
        /** A place of intensive care or resuscitation: its clean never waits for a patient to be named. */
        INTENSIVE_CARE
    }

    /** A room with one bed or more. */
    public record Room(RoomId id, String name, List<RoomFeature> features, List<Bed> beds) {
        public Room {
            features = List.copyOf(features);
            beds = List.copyOf(beds);
        }
    }

    /** A bed place; {@code suffix} tells beds of one room apart on the board. */
    public record Bed(BedId id, String label, @Nullable String suffix) {}

    /** Where a place that is not in the plan stands. */
    public enum ExtraKind {
        CORRIDOR,
        DAY_ROOM,
        DOUBLED
    }

    /** A place that is not in the plan: it adds patients, not capacity. */
    public record ExtraPlace(BedId id, String label, ExtraKind kind) {}
}
