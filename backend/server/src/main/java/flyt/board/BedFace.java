package flyt.board;

import flyt.domain.BedUse;
import flyt.domain.Conflicts;
import flyt.domain.Hospital;
import flyt.domain.bed.Bed;
import flyt.domain.conflict.Conflict;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.stay.Course;
import flyt.domain.stay.Course.HoldReason;
import flyt.domain.stay.Course.Holding;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import flyt.domain.task.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a board shows of a bed, apart from people.
 *
 * @param since since when the use, or null: since it is known
 * @param airChangeUntil null also where nothing may be said of it
 */
record BedFace(
        BedPlace place,
        BedClass bedClass,
        Bed.@Nullable Closure closed,
        BedUse use,
        @Nullable Instant since,
        @Nullable Instant airChangeUntil,
        @Nullable Work cleaning,
        @Nullable AskLeft askLeft,
        Conflict.@Nullable Type conflict) {

    /** The open order. {@code kind}: a cleaning kind, or {@code cleaning} where the kind would tell of an infection. */
    record Work(Task task, @Nullable String kind, @Nullable String by) {

        /** As levels 2 and 3 see it. */
        static Work of(Task task, Identities identities) {
            StaffKey worker = task.offer() == null ? task.by() : task.offer().worker();
            return new Work(
                    task, task.cleaning() == null ? null : RowJson.word(task.cleaning()), identities.firstName(worker));
        }

        /** As level 1 sees it. */
        Work folded() {
            return new Work(task, "cleaning", by);
        }
    }

    /** The ward is asked whether the room is left. */
    record AskLeft(Instant since, Why why) {}

    /** The movement after which the ward is asked. */
    enum Why {
        DISCHARGE,
        TRANSFER,
        DEATH
    }

    /** A bed and one who holds it. */
    private record Held(Course course, Holding holding) {}

    /**
     * The bed as levels 2 and 3 see it. A protected patient occupies the bed, and neither that one's absence nor that one's leaving
     * shows.
     */
    static BedFace of(Moment moment, BedPlace place) {
        Hospital hospital = moment.hospital();
        Bed condition = hospital.beds().of(place.bed());
        Task task = hospital.tasks().ofBed(place.bed());
        List<Held> holders = holders(moment, place.bed());
        BedUse use = shown(moment, place, holders);
        return new BedFace(
                place,
                BedClass.of(place, condition),
                condition.closure(),
                use,
                since(place.bed(), use, condition, task, holders),
                condition.hygiene().airChangeUntil(),
                task == null ? null : Work.of(task, moment.identities()),
                hidden(moment, holders) ? null : askLeft(holders),
                Conflicts.atBed(hospital, place.bed()).stream()
                        .map(Conflict::type)
                        .findFirst()
                        .orElse(null));
    }

    /**
     * The bed as level 1 sees it: an air change, the kind of a clean and a death are not told apart from what is ordinary. The wait
     * counts from the order, so that the end of an air change does not show in it either.
     */
    BedFace folded() {
        boolean waiting = use == BedUse.AIR_CHANGE || use == BedUse.WAITING_CLEANING;
        return new BedFace(
                place,
                bedClass,
                closed,
                waiting ? BedUse.WAITING_CLEANING : use,
                waiting && cleaning != null ? cleaning.task().orderedAt() : since,
                null,
                cleaning == null ? null : cleaning.folded(),
                askLeft == null || askLeft.why() != Why.DEATH ? askLeft : new AskLeft(askLeft.since(), Why.DISCHARGE),
                conflict);
    }

    /** The use as levels 2 and 3 see it. */
    static BedUse use(Moment moment, BedPlace place) {
        return shown(moment, place, holders(moment, place.bed()));
    }

    private static BedUse shown(Moment moment, BedPlace place, List<Held> holders) {
        BedUse told = moment.hospital().use(place.bed());
        return told == BedUse.HELD && hidden(moment, holders) ? BedUse.OCCUPIED : told;
    }

    private static boolean hidden(Moment moment, List<Held> holders) {
        return holders.stream().anyMatch(held -> moment.person(held.course()).isProtected());
    }

    /** Since when this use, or null: since it is known. */
    static @Nullable Instant since(Moment moment, BedPlace place, BedUse use) {
        Hospital hospital = moment.hospital();
        return since(
                place.bed(),
                use,
                hospital.beds().of(place.bed()),
                hospital.tasks().ofBed(place.bed()),
                holders(moment, place.bed()));
    }

    private static @Nullable Instant since(
            BedId bed, BedUse use, Bed condition, @Nullable Task task, List<Held> holders) {
        return switch (use) {
            case OCCUPIED ->
                holders.stream()
                        .map(held -> placedSince(held, bed))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
            case HELD ->
                holders.stream()
                        .map(held -> held.course().away())
                        .filter(Objects::nonNull)
                        .map(Course.Away::since)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
            case BEING_CLEANED, CLEANING_PAUSED -> task == null ? null : task.since();
            case READY, NOT_MADE, WAITING_CLEANING, AIR_CHANGE ->
                condition.hygiene().since();
        };
    }

    private static Instant placedSince(Held held, BedId bed) {
        Instant since = held.holding().since();
        for (Course.Placement placement : held.course().placements()) {
            since = bed.equals(placement.place().bed()) ? placement.from() : since;
        }
        return since;
    }

    private static @Nullable AskLeft askLeft(List<Held> holders) {
        Optional<Holding> first =
                holders.stream().map(Held::holding).filter(Holding::lingers).min(Comparator.comparing(Holding::since));
        return first.map(holding -> new AskLeft(holding.since(), why(holding.reason())))
                .orElse(null);
    }

    private static Why why(HoldReason reason) {
        return switch (reason) {
            case TRANSFERRED -> Why.TRANSFER;
            case DIED -> Why.DEATH;
            case PLACED, DISCHARGED -> Why.DISCHARGE;
        };
    }

    private static List<Held> holders(Moment moment, BedId bed) {
        List<Held> holders = new ArrayList<>();
        for (StayId stay : moment.hospital().stays().occupants(bed)) {
            Course course = moment.course(stay);
            Holding holding = course == null ? null : course.holdings().get(bed);
            if (holding != null) {
                holders.add(new Held(course, holding));
            }
        }
        return holders;
    }

    /** Whether the open task has come to a halt, so that somebody has to do something. */
    static boolean stuck(Task task) {
        return task.status() == TaskStatus.PAUSED || task.status() == TaskStatus.NOT_POSSIBLE;
    }
}
