package flyt.runtime;

import flyt.domain.Decider;
import flyt.domain.Decision;
import flyt.domain.Decision.Warning;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.TimeRules;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.journal.EventCodec;
import flyt.journal.EventRow;
import flyt.journal.IdentityRow;
import flyt.journal.InputKey;
import flyt.journal.InputRow;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a writer: what it decides about the submissions at hand, on a provisional state. Nothing of it is true before
 * the journal has it; if it does not get there, the turn is dropped.
 */
final class Turn {
    static final Source FLYT = new Source("flyt");

    /** A clock that leaps further than this (a driven one, set for the first time) skips the days between. */
    private static final Duration LONGEST_CATCH_UP = Duration.ofDays(31);

    /** {@code key} null: nothing that can be repeated. */
    private record Answered(Request.Pending pending, @Nullable InputKey key, Answer answer) {}

    private final long head;
    private final HospitalClock clock;
    private final HospitalClock.Mark begun;
    private final RecentInputs recent;
    private final EventRows journal;
    private final List<Recorded> events = new ArrayList<>();
    private final List<EventRow> eventRows = new ArrayList<>();
    private final List<InputRow> inputRows = new ArrayList<>();
    private final List<IdentityRow> identityRows = new ArrayList<>();
    private final Map<InputKey, Answer> taken = new HashMap<>();
    private final Set<MessageKey> usedIds = new HashSet<>();
    private final List<Answered> answers = new ArrayList<>();
    private @Nullable Hospital hospital;
    private long bornNanos = Long.MAX_VALUE;

    Turn(@Nullable Hospital hospital, long head, HospitalClock clock, RecentInputs recent, EventCodec codec) {
        this.hospital = hospital;
        this.head = head;
        this.clock = clock;
        this.begun = clock.mark();
        this.recent = recent;
        this.journal = new EventRows(codec);
    }

    /** Lets the time pass that has passed: each deadline is recorded at its own moment. */
    void letTimePass() {
        if (hospital == null) {
            return;
        }
        Instant now = clock.now();
        for (Instant due = TimeRules.nextDeadline(hospital);
                !due.isAfter(now);
                due = TimeRules.nextDeadline(hospital)) {
            boolean leap = Duration.between(due, now).compareTo(LONGEST_CATCH_UP) > 0;
            Instant at = leap ? now : due.isBefore(hospital.recordedAt()) ? hospital.recordedAt() : due;
            int before = events.size();
            Decision unused = decide(new Input.TimePassed(new MessageKey(FLYT, "time/" + at), now), at);
            if (events.size() == before) {
                return;
            }
        }
    }

    /** It is dropped: what was decided at times that others had told is decided again at those times, not at the last of them. */
    void drop() {
        clock.backTo(begun);
    }

    /** Decides about one submission. */
    void take(Request.Pending pending) {
        Submission submission = pending.submission();
        bornNanos = Math.min(bornNanos, pending.bornNanos());
        if (submission.sentAt() != null) {
            clock.reach(submission.sentAt());
        }
        InputKey key = key(submission);
        Answer known = key == null ? null : known(key);
        if (known != null) {
            answers.add(new Answered(pending, null, repeated(known)));
            return;
        }
        letTimePass();
        submission = FreeText.outOf(submission, now());
        Answer answer = answer(submission, key);
        if (key != null) {
            taken.put(key, answer);
            inputRows.add(new InputRow(key, InputOutcome.write(answer), seqOf(answer), clock.now()));
        }
        if (!(answer instanceof Answer.Refused)) {
            Instant now = now();
            submission.identities().forEach(row -> identityRows.add(row.saidBy(now)));
        }
        answers.add(new Answered(pending, key, answer));
    }

    private Answer answer(Submission submission, @Nullable InputKey key) {
        Decision decision = decide(submission.input(), now());
        if (decision instanceof Decision.Refused refused) {
            return new Answer.Refused(refused.reason(), refused.task(), refused.by());
        }
        List<Warning> warnings = new ArrayList<>(((Decision.Accepted) decision).warnings());
        // by an earlier turn: see answerAll
        if (key != null && !usedIds.add(submission.input().message())) {
            warnings.add(Warning.SAME_ID_OTHER_CONTENT);
        }
        return new Answer.Accepted(head + events.size(), warnings);
    }

    /** Hospital time, not before what is recorded. */
    private Instant now() {
        Instant now = clock.now();
        return hospital != null && now.isBefore(hospital.recordedAt()) ? hospital.recordedAt() : now;
    }

    private Decision decide(Input input, Instant at) {
        Decision decision = Decider.decide(hospital, input, at);
        if (decision instanceof Decision.Accepted accepted) {
            for (Recorded recorded : accepted.events()) {
                events.add(recorded);
                eventRows.add(journal.row(head + events.size(), recorded));
            }
            hospital = accepted.after();
        }
        return decision;
    }

    private @Nullable Answer known(InputKey key) {
        Answer inThisTurn = taken.get(key);
        return inThisTurn != null ? inThisTurn : recent.outcome(key);
    }

    private static Answer repeated(Answer first) {
        return first instanceof Answer.Accepted accepted ? new Answer.Repeated(accepted.seq()) : first;
    }

    private @Nullable Long seqOf(Answer answer) {
        return answer instanceof Answer.Accepted accepted ? accepted.seq() : null;
    }

    private static @Nullable InputKey key(Submission submission) {
        if (submission.hash() == null) {
            return null;
        }
        MessageKey message = submission.input().message();
        return new InputKey(message.source().value(), message.id(), Buffer.buffer(submission.hash()));
    }

    /** Whether there is anything to write or to answer. */
    boolean isEmpty() {
        return events.isEmpty() && answers.isEmpty();
    }

    /** The turn is in the journal: its outcomes are remembered. */
    void remember() {
        taken.forEach(recent::remember);
    }

    /**
     * Answers all, the turn being in the journal.
     *
     * @param otherContent the inputs whose id was used before for something else
     */
    void answerAll(Set<InputKey> otherContent) {
        for (Answered answered : answers) {
            boolean warn = answered.key() != null && otherContent.contains(answered.key());
            answered.pending().answer(warn ? warned(answered.answer()) : answered.answer());
        }
    }

    private static Answer warned(Answer answer) {
        if (!(answer instanceof Answer.Accepted accepted)
                || accepted.warnings().contains(Warning.SAME_ID_OTHER_CONTENT)) {
            return answer;
        }
        List<Warning> warnings = new ArrayList<>(accepted.warnings());
        warnings.add(Warning.SAME_ID_OTHER_CONTENT);
        return new Answer.Accepted(accepted.seq(), warnings);
    }

    @Nullable
    Hospital after() {
        return hospital;
    }

    List<Recorded> events() {
        return events;
    }

    List<EventRow> eventRows() {
        return eventRows;
    }

    List<InputRow> inputRows() {
        return inputRows;
    }

    List<IdentityRow> identityRows() {
        return identityRows;
    }

    /** When the first submission of this turn came in, by the nano clock; {@link Long#MAX_VALUE} when none did. */
    long bornNanos() {
        return bornNanos;
    }
}
