package flyt.domain;

import flyt.domain.bed.BedEvent;
import flyt.domain.duty.DutyEvent.RulesAdopted;
import flyt.domain.event.Event;
import flyt.domain.event.Recorded;
import flyt.domain.place.BedId;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.priority.Priority;
import flyt.domain.priority.Rank;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayEvent;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent;
import flyt.domain.task.TaskEvent.TaskRanked;
import flyt.domain.task.TaskId;
import flyt.domain.task.TaskStatus;
import flyt.domain.undo.UndoEvent.Undone;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts the tasks that what was told may have touched where they stand now, and tells those that stand elsewhere than before. */
final class Ranking {
    /*
     * Where a task stands is told as an event, with its reasons: a replay does not depend on today's rules, and any past moment
     * can be asked why. The work follows from what was touched, not from how much is open:
     *
     *   a task, its bed            -> that task
     *   a bed, who lies or comes   -> the cleans of its ward (for its last free bed)
     *   time                       -> the tasks whose rank said that it changes now
     *   rules, a definition        -> all
     */

    private final Unfolding told;
    private final Hospital before;
    private final SortedSet<TaskId> tasks = new TreeSet<>();
    private final SortedSet<WardId> wards = new TreeSet<>();
    private boolean all;

    private Ranking(Unfolding told, Hospital before) {
        this.told = told;
        this.before = before;
    }

    /** Tells the ranks that are others since the hospital was {@code before}; answers with the tasks it looked at. */
    static SortedSet<TaskId> settle(Unfolding told, Hospital before) {
        Ranking ranking = new Ranking(told, before);
        if (!told.now().tasks().open().isEmpty()) {
            ranking.touch();
            ranking.rank();
        }
        return ranking.tasks;
    }

    private void touch() {
        Hospital now = told.now();
        tasks.addAll(now.tasks().dueBy(told.header().recordedAt()));
        for (Recorded recorded : List.copyOf(told.events())) {
            touch(recorded.event());
        }
        for (WardId ward : wards) {
            for (BedPlace place : now.places().bedsOf(ward)) {
                add(now.tasks().ofBed(place.bed()));
            }
        }
        if (all) {
            now.tasks().open().forEach(this::add);
        }
    }

    private void touch(Event event) {
        if (event instanceof TaskEvent fact) {
            tasks.add(fact.task());
        } else if (event instanceof CleaningEvent fact) {
            if (fact.task() != null) {
                tasks.add(fact.task());
            }
            touch(fact.bed());
        } else if (event instanceof BedEvent fact) {
            touch(fact.bed());
        } else if (event instanceof StayFact fact) {
            for (StayId stay : fact.concerns()) {
                touch(before.stays().course(stay));
                touch(told.now().stays().course(stay));
            }
        } else if (event instanceof HospitalDefined
                || event instanceof RulesAdopted
                || event instanceof Undone
                || event instanceof StayEvent) {
            all = true;
        }
    }

    private void touch(BedId bed) {
        BedPlace place = told.now().places().bed(bed);
        if (place != null) {
            wards.add(place.ward().id());
        }
    }

    private void touch(@Nullable Course course) {
        if (course == null) {
            return;
        }
        course.holdings().keySet().forEach(this::touch);
        if (course.place() != null) {
            wards.add(course.place().ward());
        }
        if (course.incoming() != null) {
            wards.add(course.incoming().place().ward());
            if (course.incoming().place().bed() != null) {
                touch(course.incoming().place().bed());
            }
        }
    }

    private void add(@Nullable Task task) {
        if (task != null) {
            tasks.add(task.id());
        }
    }

    private void rank() {
        Instant now = told.header().recordedAt();
        for (TaskId id : tasks) {
            Task task = told.now().tasks().task(id);
            if (task == null || (task.status() != TaskStatus.PENDING && task.status() != TaskStatus.OFFERED)) {
                continue;
            }
            Rank rank = Priority.rank(
                    Needs.of(told.now(), task), told.now().duties().rules(), now);
            if (!rank.equals(task.rank())) {
                told.tell(
                        told.header().at(now),
                        new TaskRanked(id, rank, told.now().duties().rulesName()));
            }
        }
    }
}
