package flyt.domain;

import flyt.domain.Decision.Refusal;
import flyt.domain.Decision.Warning;
import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.feed.FeedEvent.FeedCameBack;
import flyt.domain.feed.FeedEvent.FeedFellSilent;
import flyt.domain.feed.FeedEvent.FeedRejectsFell;
import flyt.domain.feed.FeedEvent.FeedRejectsRose;
import flyt.domain.place.PlaceEvent.ClockSet;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.Places;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.TaskCancelled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from an input. Pure: the same hospital, input and time give the same decision. */
public final class Decider {

    private Decider() {}

    /**
     * Decides about one input.
     *
     * @param hospital the hospital, or null before its definition
     * @param now hospital time, not before {@code hospital.recordedAt()}
     * @throws IllegalStateException when anything but a definition is told to a hospital that is not defined yet
     */
    public static Decision decide(@Nullable Hospital hospital, Input input, Instant now) {
        if (hospital == null) {
            if (input instanceof Input.Define define) {
                return begin(define, now);
            }
            throw new IllegalStateException("The hospital is not defined yet");
        }
        if (input instanceof Input.Report report) {
            EventHeader header = new EventHeader(report.occurredAt(), now, report.message(), report.actor());
            Unfolding told = new Unfolding(hospital, header);
            if (header.inTheFuture()) {
                told.warn(Warning.OCCURRED_IN_THE_FUTURE);
            }
            ReportRules.follow(told, report.fact());
            return settled(told, hospital);
        }
        if (input instanceof Input.Wish wish) {
            Unfolding told = new Unfolding(hospital, new EventHeader(wish.at(), now, wish.message(), wish.actor()));
            Refusal refusal = CommandRules.follow(told, wish.command());
            return refusal == null ? settled(told, hospital) : told.refused(refusal);
        }
        Unfolding told = new Unfolding(hospital, header(input.message(), now));
        if (input instanceof Input.Define define) {
            redefine(told, define);
        } else if (input instanceof Input.SetClock clock) {
            told.tell(new ClockSet(clock.time(), clock.rate()));
        } else if (input instanceof Input.FeedHeard feed) {
            told.tell(
                    feed.silentSince() == null
                            ? new FeedCameBack(feed.source())
                            : new FeedFellSilent(feed.source(), feed.silentSince()));
        } else if (input instanceof Input.FeedRejects feed) {
            told.tell(
                    feed.since() == null
                            ? new FeedRejectsFell(feed.source())
                            : new FeedRejectsRose(feed.source(), feed.since()));
        } else if (input instanceof Input.TimePassed time) {
            TimeRules.follow(told, time.reached());
        }
        return settled(told, hospital);
    }

    /** Who waits for a bed, where work stands now, and who is offered what: the same after whatever was told. */
    private static Decision settled(Unfolding told, Hospital before) {
        PlacementRules.settle(told, before);
        Dispatching.settle(told, before, Ranking.settle(told, before));
        return told.accepted();
    }

    private static Decision begin(Input.Define define, Instant now) {
        EventHeader header = header(define.message(), now);
        HospitalDefined first = new HospitalDefined(define.definition());
        Unfolding told = new Unfolding(Hospital.begin(header, first), header);
        told.tell(first);
        RoutineRules.begin(told);
        TimeRules.follow(told, null);
        return told.accepted();
    }

    /** A new definition moves nobody; work for beds it no longer knows is called off, that for beds it learns is ordered. */
    private static void redefine(Unfolding told, Input.Define define) {
        Places before = told.now().places();
        RoutineRules.follow(told);
        told.tell(new HospitalDefined(define.definition()));
        RoutineRules.begin(told);
        ThresholdRules.redefined(told);
        for (Task task : told.now().tasks().open()) {
            if (task.bed() == null || told.now().places().bed(task.bed()) != null) {
                continue;
            }
            if (task.cleaning() != null) {
                told.tell(new CleaningCancelled(task.id(), task.bed(), null));
            } else if (!task.status().begun()) {
                told.tell(new TaskCancelled(task.id(), null));
            }
        }
        for (Places.BedPlace place : told.now().places().beds()) {
            if (before.bed(place.bed()) == null) {
                RoomRules.orderIfForgotten(told, place.bed());
            }
        }
    }

    private static EventHeader header(MessageKey message, Instant now) {
        return new EventHeader(now, now, message, null);
    }
}
