package flyt.simulator.replica;

import flyt.domain.Command;
import flyt.domain.Decider;
import flyt.domain.Decision;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.TimeRules;
import flyt.domain.event.Event;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition;
import flyt.intake.http.DefinitionFile;
import flyt.intake.http.DefinitionReader;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReadReport;
import flyt.intake.http.ReportReader;
import flyt.intake.http.WardsOfBeds;
import flyt.runtime.FreeText;
import flyt.runtime.Submission;
import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.Report;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a server would know: reports are read and decided by the product's own parts, each at the moment it was sent, and each
 * deadline at its own. Months take minutes. Used by one thread.
 */
public final class Replica {
    private static final Source FLYT = new Source("flyt");
    private static final Duration LONGEST_CATCH_UP = Duration.ofDays(31);

    private final HospitalDefinition definition;
    private final WardsOfBeds wards = new WardsOfBeds();
    private final ReportReader reader;
    private final Listener listener;
    private @Nullable Hospital hospital;
    private long events;

    /** Who keeps what comes of it. */
    public interface Listener {
        /** The events of one input, in order; none when nothing came of it. */
        void decided(List<Recorded> events);

        /** A report, after what was decided of it. */
        default void told(Submission report, Instant at) {}
    }

    /**
     * A hospital that is defined and whose clock is set, and that nothing has been told about.
     *
     * @param pseudonyms the secret that patients' keys are made with
     * @param opening when the reports begin
     */
    public Replica(HospitalFile file, byte[] pseudonyms, Instant opening, Listener listener) {
        this.definition = definition(file);
        this.reader = new ReportReader(new Pseudonyms(pseudonyms));
        this.listener = listener;
        String id = definition.id().value();
        decide(new Input.Define(new MessageKey(FLYT, "definition/" + id), definition), Instant.EPOCH);
        letTimePass(opening);
        decide(new Input.SetClock(new MessageKey(FLYT, "clock/" + opening), opening, 0), opening);
    }

    /** The hospital as it is after the last report. */
    public Hospital hospital() {
        return Objects.requireNonNull(hospital);
    }

    /**
     * Hears a report at the moment it was sent.
     *
     * @throws IllegalStateException for a report that cannot be read or is refused, as none of the simulator's is
     */
    public void take(Report report) {
        Submission read = reader.read(definition, report.body(), wards.of(definition))
                .fold(Replica::fact, faults -> {
                    throw new IllegalStateException("The simulator wrote a faulty report: " + faults);
                });
        Instant now = later(read.sentAt(), hospital().recordedAt());
        letTimePass(now);
        Submission told = FreeText.outOf(read, now);
        decide(told.input(), now);
        listener.told(told, now);
    }

    /** Is told something of its own at that moment: a forecast. */
    public void know(Event fact, Instant now) {
        letTimePass(now);
        decide(new Input.Report(new MessageKey(FLYT, "known/" + now), now, null, fact), now);
    }

    /**
     * Does what a person wishes, as of the last report.
     *
     * @throws IllegalStateException when it is refused
     */
    public void wish(Command command) {
        Instant now = hospital().recordedAt();
        decide(new Input.Wish(new MessageKey(FLYT, "wish/" + events), now, null, command), now);
    }

    private static Submission fact(ReadReport report) {
        if (report instanceof ReadReport.Fact fact) {
            return fact.submission();
        }
        throw new IllegalArgumentException("A sign of life is no fact: " + report.messageId());
    }

    /** Lets each deadline up to then come at its own moment, but for a leap of the clock. */
    private void letTimePass(Instant now) {
        for (Instant due = TimeRules.nextDeadline(hospital());
                !due.isAfter(now);
                due = TimeRules.nextDeadline(hospital())) {
            boolean leap = Duration.between(due, now).compareTo(LONGEST_CATCH_UP) > 0;
            Instant at = leap ? now : later(due, hospital().recordedAt());
            long before = events;
            decide(new Input.TimePassed(new MessageKey(FLYT, "time/" + at)), at);
            if (events == before) {
                return;
            }
        }
    }

    private void decide(Input input, Instant at) {
        if (!(Decider.decide(hospital, input, at) instanceof Decision.Accepted accepted)) {
            throw new IllegalStateException("It was refused, which no report is");
        }
        hospital = accepted.after();
        events += accepted.events().size();
        listener.decided(accepted.events());
    }

    /** The definition in the simulator's own file. */
    public static HospitalDefinition definition(HospitalFile file) {
        byte[] json = file.json().toString().getBytes(StandardCharsets.UTF_8);
        return DefinitionFile.read(json, new DefinitionReader(checked -> List.of()))
                .fold(read -> read, faults -> {
                    throw new IllegalArgumentException("The hospital file has faults: " + faults);
                });
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
