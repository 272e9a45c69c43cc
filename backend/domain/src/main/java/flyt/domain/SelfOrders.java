package flyt.domain;

import flyt.domain.bed.BedEvent.BedSoiled;
import flyt.domain.event.Recorded;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.BedWash;
import flyt.domain.place.HospitalDefinition.Move;
import flyt.domain.place.HospitalDefinition.Orders;
import flyt.domain.place.Place;
import flyt.domain.stay.Course;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Readiness;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningKind;
import flyt.domain.task.Job;
import flyt.domain.task.Origin;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.TaskCancelled;
import flyt.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What orders itself when something becomes known about a stay, and is withdrawn when that turns out not to be so. */
final class SelfOrders {
    /*
     * A fact changes courses; this compares what each of them calls for before and after.
     *
     *   can leave                     -> a move from the bed to the exit        (definition: orders.whenReady)
     *   expected elsewhere            -> a move from the bed to there           (orders.whenExpected)
     *   stays, contagious no longer   -> the clean that the isolation demanded  (orders.afterIsolation)
     *   has left the bed              -> a wash of the bed itself               (orders.bedWash)
     *
     * What is called for no longer, or otherwise, is called off unless somebody has begun.
     */

    private static final String WASH = "bed-wash";
    private static final Set<Isolation> CONTAGIOUS =
            Set.of(Isolation.CONTACT, Isolation.CONTACT_CHLORINE, Isolation.DROPLET, Isolation.AIRBORNE);

    /** What a course calls for. {@code due}: null: now. */
    private record Wanted(Job job, @Nullable Instant due) {}

    private final Unfolding told;
    private final Hospital before;
    private final Orders orders;

    private SelfOrders(Unfolding told, Hospital before) {
        this.told = told;
        this.before = before;
        this.orders = told.now().places().definition().orders();
    }

    /** Tells what follows for orders from what was told about these stays since the hospital was {@code before}. */
    static void settle(Unfolding told, Hospital before, SortedSet<StayId> stays) {
        for (StayId stay : stays) {
            new SelfOrders(told, before)
                    .isolation(before.stays().course(stay), told.now().stays().course(stay));
        }
        settleBack(told, before, stays);
    }

    /** The same after an undo, which has put back by itself which cleans there are. */
    static void settleBack(Unfolding told, Hospital before, SortedSet<StayId> stays) {
        SelfOrders self = new SelfOrders(told, before);
        for (StayId stay : stays) {
            Course was = before.stays().course(stay);
            Course is = told.now().stays().course(stay);
            self.move(Origin.READY_TO_LEAVE, self.toLeave(before, was), self.toLeave(told.now(), is), was, is);
            self.move(Origin.TRANSFER_EXPECTED, self.toMove(before, was), self.toMove(told.now(), is), was, is);
        }
        self.wash();
    }

    private @Nullable Wanted toLeave(Hospital hospital, @Nullable Course course) {
        Move move = orders.whenReady();
        if (move == null
                || course == null
                || course.place() == null
                || course.readiness() != Readiness.READY_TO_LEAVE) {
            return null;
        }
        Point to = move.to() == null ? null : Point.stop(move.to());
        return wanted(hospital, move, course, to, Origin.READY_TO_LEAVE, course.expectedAt());
    }

    private @Nullable Wanted toMove(Hospital hospital, @Nullable Course course) {
        Move move = orders.whenExpected();
        Course.Incoming incoming = course == null ? null : course.incoming();
        if (move == null
                || course == null
                || incoming == null
                || course.place() == null
                || incoming.place().equals(course.place())) {
            return null;
        }
        Point to = OrderRules.point(incoming.place());
        return wanted(hospital, move, course, to, Origin.TRANSFER_EXPECTED, incoming.at());
    }

    private static Wanted wanted(
            Hospital hospital, Move move, Course course, @Nullable Point to, Origin why, @Nullable Instant due) {
        Place place = Objects.requireNonNull(course.place());
        Job job = new Job(
                        move.kind(),
                        Needs.kind(hospital.duties().rules(), move.kind()).team(),
                        null,
                        OrderRules.point(place),
                        to,
                        course.stay(),
                        null)
                .because(why);
        return new Wanted(job, due);
    }

    private void move(
            Origin why, @Nullable Wanted was, @Nullable Wanted is, @Nullable Course before, @Nullable Course after) {
        if (Objects.equals(was, is)) {
            return;
        }
        StayId stay = Objects.requireNonNull(after != null ? after : before).stay();
        boolean begun = false;
        for (StayId number : told.now().stays().numbers(stay)) {
            for (TaskId id : List.copyOf(told.now().tasks().moving(number))) {
                Task task = Objects.requireNonNull(told.now().tasks().task(id));
                if (task.job().origin() == why) {
                    begun |= task.status().begun();
                    withdraw(task);
                }
            }
        }
        Instant now = told.header().recordedAt();
        if (is == null || begun || !OrderRules.isKnown(told.now(), is.job().at())) {
            return;
        }
        Instant due = is.due() != null && is.due().isAfter(now) ? is.due() : null;
        if (OrderRules.same(told.now(), is.job(), due == null ? now : due, true) == null) {
            OrderRules.tell(told, told.header(), is.job(), null, due);
        }
    }

    private void withdraw(Task task) {
        if (task.status().begun()) {
            return;
        }
        told.tell(
                task.cleaning() != null && task.bed() != null
                        ? new CleaningCancelled(task.id(), task.bed(), null)
                        : new TaskCancelled(task.id(), null));
    }

    private void isolation(@Nullable Course was, @Nullable Course is) {
        BedId bed = is == null || is.place() == null ? null : is.place().bed();
        if (was == null || is == null || bed == null || told.now().places().bed(bed) == null) {
            return;
        }
        boolean before = contagious(was);
        boolean after = contagious(is);
        if (before && !after && is.place().equals(was.place()) && orders.afterIsolation()) {
            CleaningRules.order(told, bed, CleaningKind.after(was.isolation()), Origin.ISOLATION_ENDED);
        } else if (!before && after) {
            Task open = told.now().tasks().ofBed(bed);
            if (open != null && open.job().origin() == Origin.ISOLATION_ENDED) {
                withdraw(open);
            }
        }
    }

    private static boolean contagious(Course course) {
        return course.isolation() != null && CONTAGIOUS.contains(course.isolation());
    }

    /** Beds that were left are washed, and those that turn out not to have been left are not. */
    private void wash() {
        if (orders.bedWash() == BedWash.NEVER) {
            return;
        }
        for (Recorded recorded : List.copyOf(told.events())) {
            if (recorded.event() instanceof BedSoiled left
                    && told.now().stays().occupants(left.bed()).isEmpty()
                    && told.now().places().bed(left.bed()) != null
                    && (orders.bedWash() == BedWash.ALWAYS
                            || (left.isolation() != null && CONTAGIOUS.contains(left.isolation())))) {
                Job wash = new Job(
                                WASH,
                                Needs.kind(told.now().duties().rules(), WASH).team(),
                                null,
                                Point.bed(left.bed()),
                                null,
                                null,
                                null)
                        .because(Origin.ROOM_LEFT);
                if (openWash(left.bed()) == null) {
                    OrderRules.tell(told, recorded.header(), wash, null, null);
                }
            }
        }
        for (BedId bed : told.now().stays().occupiedBeds()) {
            if (before.stays().occupants(bed).isEmpty()) {
                Task open = openWash(bed);
                if (open != null) {
                    withdraw(open);
                }
            }
        }
    }

    private @Nullable Task openWash(BedId bed) {
        for (Task task : told.now().tasks().at(Point.bed(bed))) {
            if (task.job().origin() == Origin.ROOM_LEFT) {
                return task;
            }
        }
        return null;
    }
}
