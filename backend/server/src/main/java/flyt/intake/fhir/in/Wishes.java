package flyt.intake.fhir.in;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.access.Deed;
import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.Where;
import flyt.domain.Decision.Refusal;
import flyt.domain.place.HospitalId;
import flyt.domain.task.TaskId;
import flyt.intake.fhir.in.FhirIntake.Sender;
import flyt.intake.http.CommandReader;
import flyt.intake.http.Fault;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReadCommand;
import flyt.journal.EventRow;
import flyt.journal.Journal;
import flyt.ops.Metrics;
import flyt.runtime.Answer;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gives commands that came in as Tasks: as a person would, by the same reader, and with a system's permissions. */
public final class Wishes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<Refusal> OF_NOTHING = EnumSet.of(
            Refusal.UNKNOWN_BED,
            Refusal.UNKNOWN_STAY,
            Refusal.UNKNOWN_KIND,
            Refusal.UNKNOWN_PLACE,
            Refusal.END_IN_THE_PAST);

    /** An order is a few events; what follows from it comes right behind. */
    private static final int EVENTS_MAX = 50;

    private final Hospitals hospitals;
    private final Journal journal;
    private final Pseudonyms pseudonyms;
    private final Metrics metrics;

    public Wishes(Hospitals hospitals, Journal journal, Pseudonyms pseudonyms, Metrics metrics) {
        this.hospitals = hospitals;
        this.journal = journal;
        this.pseudonyms = pseudonyms;
        this.metrics = metrics;
    }

    /**
     * What became of a command.
     *
     * @param faults what is wrong with it
     * @param notTheirs why the sender may not give it
     * @param refusal why it is not done, or null
     * @param task which it is about, or the one that stands in the way; null where there is none
     */
    record Granted(
            List<Fault> faults,
            List<Fault> notTheirs,
            @Nullable Refusal refusal,
            @Nullable String task,
            @Nullable Long seq,
            boolean repeated) {
        /** Whether it is not done because there is no such thing, whatever the time: that is a fault of what was sent. */
        boolean isOfNothing() {
            return refusal != null && OF_NOTHING.contains(refusal);
        }

        static Granted faulty(List<Fault> faults) {
            return new Granted(faults, List.of(), null, null, null, false);
        }
    }

    /** Gives it. */
    Future<Granted> give(HospitalId hospital, Sender sender, Part.Wish wish) {
        ObjectNode command = wish.command().deepCopy();
        String visit = wish.visit();
        if (visit != null) {
            command.put("visit", pseudonyms.id(hospital, visit));
        }
        String named = String.join("\0", hospital.value(), sender.source().value(), wish.name());
        command.put(
                "commandId",
                UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8)).toString());
        return CommandReader.read(command)
                .fold(
                        read -> give(hospital, sender, wish, read),
                        faults -> Future.succeededFuture(Granted.faulty(faults)));
    }

    private Future<Granted> give(HospitalId hospital, Sender sender, Part.Wish wish, ReadCommand read) {
        Deed deed = Objects.requireNonNull(Deed.ofCommand(read.type()));
        Verdict verdict = RoleTable.verdict(sender.who(), deed, hospital.value(), Where.WHOLE);
        if (verdict instanceof Verdict.Refused refused) {
            metrics.turnedAway(refused.reason().wire());
            Fault fault = new Fault("Task", "is not within what this client may do: " + deed.wire());
            return Future.succeededFuture(new Granted(List.of(), List.of(fault), null, null, null, false));
        }
        return hospitals
                .submit(hospital, List.of(read.submission(null, null, List.of())))
                .compose(answers -> granted(hospital, wish, read, answers.get(0)));
    }

    private Future<Granted> granted(HospitalId hospital, Part.Wish wish, ReadCommand read, Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            metrics.intake(read.type(), Metrics.Outcome.REFUSED);
            TaskId inTheWay = refused.task();
            return Future.succeededFuture(new Granted(
                    List.of(),
                    List.of(),
                    refused.reason(),
                    inTheWay == null ? wish.task() : inTheWay.value(),
                    null,
                    false));
        }
        boolean repeated = answer instanceof Answer.Repeated;
        long seq = answer instanceof Answer.Repeated again ? again.seq() : ((Answer.Accepted) answer).seq();
        metrics.intake(read.type(), repeated ? Metrics.Outcome.REPEATED : Metrics.Outcome.ACCEPTED);
        Future<@Nullable String> task =
                wish.task() == null ? ordered(hospital, read.message().id(), seq) : Future.succeededFuture(wish.task());
        return task.map(id -> new Granted(List.of(), List.of(), null, id, seq, repeated));
    }

    /** Which task an order made, by the journal. */
    private Future<@Nullable String> ordered(HospitalId hospital, String commandId, long seq) {
        AtomicReference<@Nullable String> found = new AtomicReference<>();
        return journal.read(hospital.value(), Math.max(1, seq - EVENTS_MAX), seq, rows -> {
                    for (EventRow row : rows) {
                        if (row.messageId().equals(commandId) && found.get() == null) {
                            found.set(task(row));
                        }
                    }
                })
                .map(last -> found.get());
    }

    private static @Nullable String task(EventRow row) {
        try {
            return JSON.readTree(row.body()).path("task").textValue();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is no JSON", e);
        }
    }

    /** Whether somebody may order work by a Task. */
    static Verdict mayOrder(Principal who, String hospital) {
        return RoleTable.verdict(who, Deed.ORDER_TASK, hospital, Where.WHOLE);
    }
}
