package flyt.domain.duty;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.StaffKey;
import flyt.domain.priority.RuleSet;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.domain.task.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who comes on duty and goes, where they are, and by which rules work is handed out. */
public sealed interface DutyEvent extends Event {

    /** Whom it is about; null: it is about the rules. */
    default @Nullable StaffKey worker() {
        return null;
    }

    /** Who is on duty after this event. */
    Duties applyTo(Duties duties, EventHeader header);

    /** A rule set came into force: the whole set, never a difference. */
    record RulesAdopted(RuleSet rules) implements DutyEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            return duties.with(rules, new Duties.Adoption(header.recordedAt(), header.actor()));
        }
    }

    /** From now on a team's work is offered, or chosen from its list. */
    record HandingOutChanged(Team team, Mode mode) implements DutyEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            return duties.with(team, mode);
        }
    }

    /** Somebody came on duty, or said anew for what. */
    record DutyStarted(
            StaffKey worker, Team team, SortedSet<String> zones, SortedSet<Skill> skills, @Nullable Instant until)
            implements DutyEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            Worker known = duties.worker(worker);
            Instant since = known == null ? header.effectiveAt() : known.since();
            return duties.with(new Worker(
                    worker,
                    team,
                    zones,
                    skills,
                    since,
                    until,
                    null,
                    known == null ? null : known.lastAt(),
                    known == null ? Duration.ZERO : known.worked()));
        }
    }

    /** Somebody went off duty. */
    record DutyEnded(StaffKey worker) implements DutyEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            return duties.without(worker);
        }
    }

    /** Somebody went on a break. */
    record BreakStarted(StaffKey worker) implements DutyEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            return duties.changed(worker, known -> known.onBreakSince(header.effectiveAt()));
        }
    }

    /** And came back. */
    record BreakEnded(StaffKey worker) implements DutyEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            return duties.changed(worker, known -> known.onBreakSince(null));
        }
    }

    /** A coordinator moved somebody to other zones; none: everywhere. */
    record WorkerMoved(StaffKey worker, SortedSet<String> zones) implements DutyEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            return duties.changed(worker, known -> known.in(new TreeSet<>(zones)));
        }
    }

    /** Somebody was seen at work. {@code worked}: how long since they were seen there last, of their shift's work. */
    record WorkerSeen(StaffKey worker, Point at, Duration worked) implements DutyEvent {
        @Override
        public Duties applyTo(Duties duties, EventHeader header) {
            return duties.changed(worker, known -> known.seenAt(at, worked));
        }
    }
}
