package flyt.domain.place;

import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.ExtraKind;
import flyt.domain.place.HospitalDefinition.ExtraPlace;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.Ward;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hospital's definition in force, found by bed and ward, with its clock and its day. Immutable. */
public final class Places {

    /**
     * A bed and where it stands.
     *
     * @param order its place on the ward's board, from 1
     * @param cluster the cluster's id, or null for an extra place
     * @param extra what sort of extra place it is, or null for a place in the plan
     */
    public record BedPlace(
            BedId bed,
            Ward ward,
            int order,
            @Nullable String cluster,
            @Nullable Room room,
            String label,
            @Nullable String suffix,
            @Nullable ExtraKind extra) {}

    /** Hospital time at one moment and how fast it goes from there: seconds per second of the system's clock. */
    public record Clock(Instant time, double rate) {}

    private final HospitalDefinition definition;
    private final SortedMap<BedId, BedPlace> beds;
    private final SortedMap<WardId, Ward> wards;
    private final SortedMap<WardId, List<BedPlace>> bedsOfWards;
    private final @Nullable LocalDate today;
    private final @Nullable Clock clock;

    private Places(HospitalDefinition definition, @Nullable LocalDate today, @Nullable Clock clock) {
        this.definition = definition;
        this.beds = bedsOf(definition);
        this.wards = wardsOf(definition);
        this.bedsOfWards = beds.values().stream()
                .collect(Collectors.groupingBy(place -> place.ward().id(), TreeMap::new, Collectors.toList()));
        this.today = today;
        this.clock = clock;
    }

    /* The same places on another day, or by another clock. */
    private Places(Places places, @Nullable LocalDate today, @Nullable Clock clock) {
        this.definition = places.definition;
        this.beds = places.beds;
        this.wards = places.wards;
        this.bedsOfWards = places.bedsOfWards;
        this.today = today;
        this.clock = clock;
    }

    /** The places of a hospital as defined. */
    public static Places of(HospitalDefinition definition) {
        return of(definition, null, null);
    }

    /** The places of a hospital that has been at work: with its day and its clock. */
    public static Places of(HospitalDefinition definition, @Nullable LocalDate today, @Nullable Clock clock) {
        return new Places(definition, today, clock);
    }

    Places redefined(HospitalDefinition newDefinition) {
        return new Places(newDefinition, today, clock);
    }

    Places onDay(LocalDate day) {
        return new Places(this, day, clock);
    }

    Places withClock(Clock newClock) {
        return new Places(this, today, newClock);
    }

    public HospitalDefinition definition() {
        return definition;
    }

    /** The bed and where it stands, or null when the definition does not know it. */
    public @Nullable BedPlace bed(BedId id) {
        return beds.get(id);
    }

    /** The ward, or null when the definition does not know it. */
    public @Nullable Ward ward(WardId id) {
        return wards.get(id);
    }

    /** The ward's beds, extra places included, by id; none where the definition does not know it. */
    public List<BedPlace> bedsOf(WardId ward) {
        return bedsOfWards.getOrDefault(ward, List.of());
    }

    /** Every bed, extra places included, by id. */
    public Collection<BedPlace> beds() {
        return beds.values();
    }

    /** The hospital's own date, once its first day has begun. */
    public @Nullable LocalDate today() {
        return today;
    }

    /** How a driven hospital's clock was last set, or null. */
    public @Nullable Clock clock() {
        return clock;
    }

    private static SortedMap<BedId, BedPlace> bedsOf(HospitalDefinition definition) {
        SortedMap<BedId, BedPlace> beds = new TreeMap<>();
        for (Ward ward : definition.wards()) {
            int order = 0;
            for (Cluster cluster : ward.clusters()) {
                for (Room room : cluster.rooms()) {
                    for (HospitalDefinition.Bed bed : room.beds()) {
                        order++;
                        beds.put(
                                bed.id(),
                                new BedPlace(
                                        bed.id(), ward, order, cluster.id(), room, bed.label(), bed.suffix(), null));
                    }
                }
            }
            for (ExtraPlace extra : ward.extraPlaces()) {
                order++;
                beds.put(
                        extra.id(),
                        new BedPlace(extra.id(), ward, order, null, null, extra.label(), null, extra.kind()));
            }
        }
        return Collections.unmodifiableSortedMap(beds);
    }

    private static SortedMap<WardId, Ward> wardsOf(HospitalDefinition definition) {
        SortedMap<WardId, Ward> wards = new TreeMap<>();
        definition.wards().forEach(ward -> wards.put(ward.id(), ward));
        return Collections.unmodifiableSortedMap(wards);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Places that
                && Objects.equals(definition, that.definition)
                && Objects.equals(today, that.today)
                && Objects.equals(clock, that.clock);
    }

    @Override
    public int hashCode() {
        return Objects.hash(definition, today, clock);
    }

    @Override
    public String toString() {
        return "definition " + definition + ", " + "today " + today + ", " + "clock " + clock;
    }
}
