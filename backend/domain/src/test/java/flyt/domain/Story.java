package flyt.domain;

import static flyt.domain.Facts.message;
import static flyt.domain.Facts.time;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Decision.Accepted;
import flyt.domain.Decision.Refusal;
import flyt.domain.Decision.Refused;
import flyt.domain.Decision.Warning;
import flyt.domain.event.Event;
import flyt.domain.event.Recorded;
import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.PlaceEvent.NightCounted;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.domain.task.Offer;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.TaskRanked;
import flyt.domain.task.TaskId;
import flyt.domain.task.TaskStatus;
import flyt.domain.threshold.ThresholdEvent.CorridorCounted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test as a sentence: {@code given(facts).when(fact or wish).then(events)}, or {@code .thenRefused(reason)}, or questions to
 * the hospital as it is in the end. Facts are told when they happen, unless {@link Line#toldAt} says later.
 */
@CanIgnoreReturnValue
final class Story {

    private final List<Recorded> journal = new ArrayList<>();
    private final List<Event> answer = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private @Nullable Refusal refusal;
    private @Nullable TaskId obstacle;
    private @Nullable StaffKey first;
    private Hospital hospital;
    private int messages;

    private Story(HospitalDefinition definition) {
        Input.Define first = new Input.Define(message("definition"), definition);
        Accepted begun = (Accepted) Decider.decide(null, first, time("00:00"));
        journal.addAll(begun.events());
        hospital = begun.after();
    }

    /** One thing told or wished, when it happened, and when and in which message it was told. */
    record Line(Instant at, Instant toldAt, Object what, @Nullable String message, StaffKey by) {

        Line(Instant at, Instant toldAt, Object what, @Nullable String message) {
            this(at, toldAt, what, message, Facts.staff("me"));
        }

        /** It became known only then. */
        Line toldAt(String clock) {
            return new Line(at, time(clock), what, message, by);
        }

        /** It came in this message; otherwise each line is a message of its own. */
        Line as(String id) {
            return new Line(at, toldAt, what, id, by);
        }

        /** This person wished it; otherwise it is always the same one. */
        Line by(String person) {
            return new Line(at, toldAt, what, message, Facts.staff(person));
        }
    }

    static Line at(String clock, Event fact) {
        return new Line(time(clock), time(clock), fact, null);
    }

    static Line at(String clock, Command wish) {
        return new Line(time(clock), time(clock), wish, null);
    }

    static Line at(String clock, HospitalDefinition definition) {
        return new Line(time(clock), time(clock), definition, null);
    }

    /** Nothing is told; time goes on until then. */
    static Line until(String clock) {
        return new Line(time(clock), time(clock), "time", null);
    }

    static Story given(Line... lines) {
        return given(SmallHospital.asDefined(), lines);
    }

    static Story given(HospitalDefinition definition, Line... lines) {
        Story story = new Story(definition);
        Arrays.stream(lines).forEach(story::tell);
        assertThat(story.refusal).as("what was given is possible").isNull();
        return story;
    }

    /** Tells these lines; {@code then} looks at what followed from them. */
    Story when(Line... lines) {
        answer.clear();
        warnings.clear();
        refusal = null;
        first = null;
        Arrays.stream(lines).forEach(this::tell);
        return this;
    }

    private void tell(Line line) {
        messages++;
        String id = line.message() == null ? "m" + messages : line.message();
        Instant now = line.toldAt().isBefore(hospital.recordedAt()) ? hospital.recordedAt() : line.toldAt();
        Decision decision = Decider.decide(hospital, input(line, id), now);
        if (decision instanceof Accepted accepted) {
            journal.addAll(accepted.events());
            // where work stands, who lies in corridors and who is in the house at midnight is told besides, and tested
            // by itself
            accepted.events().stream()
                    .map(Recorded::event)
                    .filter(event -> !(event instanceof TaskRanked
                            || event instanceof CorridorCounted
                            || event instanceof NightCounted))
                    .forEach(answer::add);
            warnings.addAll(accepted.warnings());
            hospital = accepted.after();
        } else {
            refusal = ((Refused) decision).reason();
            obstacle = ((Refused) decision).task();
            first = ((Refused) decision).by();
        }
    }

    private static Input input(Line line, String id) {
        if (line.what() instanceof Event fact) {
            return new Input.Report(message(id), line.at(), null, fact);
        } else if (line.what() instanceof Command wish) {
            return new Input.Wish(Facts.command(id), line.at(), line.by(), wish);
        } else if (line.what() instanceof HospitalDefinition definition) {
            return new Input.Define(message(id), definition);
        }
        return new Input.TimePassed(message(id));
    }

    /** Exactly these events followed, in this order. */
    Story then(Event... events) {
        assertThat(refusal).isNull();
        assertThat(answer).containsExactly(events);
        return this;
    }

    /** Among others, these events followed. */
    Story thenAlso(Event... events) {
        assertThat(answer).contains(events);
        return this;
    }

    Story thenRefused(Refusal reason) {
        assertThat(refusal).isEqualTo(reason);
        assertThat(answer).isEmpty();
        return this;
    }

    Story thenWarned(Warning... expected) {
        assertThat(warnings).containsExactly(expected);
        return this;
    }

    Story thenTask(TaskId task, TaskStatus status) {
        assertThat(hospital.tasks().task(task)).extracting(Task::status).isEqualTo(status);
        return this;
    }

    /** The task is offered to this person now. */
    Story thenOffered(TaskId task, String person) {
        assertThat(hospital.tasks().task(task))
                .extracting(Task::offer)
                .extracting(Offer::worker)
                .isEqualTo(Facts.staff(person));
        return this;
    }

    Story thenBed(String bed, BedUse use) {
        assertThat(hospital.use(Facts.bed(bed))).as("use of %s", bed).isEqualTo(use);
        return this;
    }

    /** Exactly these stays hold the bed. */
    Story thenIn(String bed, String... stays) {
        assertThat(hospital.stays().occupants(Facts.bed(bed)))
                .as("who holds %s", bed)
                .extracting(StayId::value)
                .containsExactly(stays);
        return this;
    }

    /** Exactly these open tasks, as {@code "MED-1 STANDARD PENDING"}. */
    Story thenTasks(String... tasks) {
        assertThat(hospital.tasks().open())
                .extracting(task -> task.bed() + " " + task.cleaning() + " " + task.status())
                .containsExactly(tasks);
        return this;
    }

    /** Exactly these conflicts, by type and what they are about: {@code "bed-taken/MED-1"}. */
    Story thenConflicts(String... conflicts) {
        assertThat(Conflicts.all(hospital))
                .extracting(conflict -> conflict.id().value())
                .containsExactly(conflicts);
        return this;
    }

    /** Where the stay was: {@code "MED-1 08:00-09:00"}, the last one open. */
    Story thenPlacements(String stay, String... placements) {
        assertThat(course(stay).placements())
                .extracting(one -> (one.place().bed() == null
                                ? one.place().ward().value()
                                : one.place().bed().value())
                        + " " + clock(one.from()) + "-" + (one.to() == null ? "" : clock(one.to())))
                .containsExactly(placements);
        return this;
    }

    private static String clock(Instant at) {
        return at.toString().substring(11, 16);
    }

    Course course(String stay) {
        Course course = hospital.stays().course(Facts.stay(stay));
        assertThat(course).as("course of %s", stay).isNotNull();
        return course;
    }

    /** The task because of which the last wish was refused. */
    @Nullable
    TaskId obstacle() {
        return obstacle;
    }

    /** Who was first, where the last wish was refused because somebody was. */
    @Nullable
    StaffKey first() {
        return first;
    }

    Hospital hospital() {
        return hospital;
    }

    List<Recorded> journal() {
        return journal;
    }
}
