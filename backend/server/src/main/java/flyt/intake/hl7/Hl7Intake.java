package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.access.MachineCredentials;
import flyt.access.Principal.Machine;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.intake.hl7.Interpreter.Understood;
import flyt.intake.hl7.MllpPort.Sender;
import flyt.intake.http.About;
import flyt.intake.http.ReadReport;
import flyt.intake.http.ReportReader;
import flyt.intake.http.Teller;
import flyt.intake.http.Teller.Heard;
import flyt.intake.http.WardsOfBeds;
import flyt.journal.EventTypes;
import flyt.journal.Inbox;
import flyt.journal.InboxRow;
import flyt.journal.InboxRow.Outcome;
import flyt.journal.WireNames;
import flyt.ops.Metrics;
import flyt.runtime.FeedSign;
import flyt.runtime.Hospitals;
import flyt.runtime.Submission;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message: finds out whose it is, reads it, tells the hospital, keeps it in the inbox, and says how to answer. Usable from
 * any thread.
 *
 * <p>Futures fail only while the hospital or the database cannot be reached; nothing was acknowledged then, and the same message
 * may be taken again.
 */
public final class Hl7Intake {
    /** A message above this is read on a worker thread, for it would hold up everybody else on the event loop. */
    static final int SMALL = 8 * 1024;

    private final Vertx vertx;
    private final Hospitals hospitals;
    private final MachineCredentials clients;
    private final ReportReader reader;
    private final Teller teller;
    private final Inbox inbox;
    private final Metrics metrics;
    private final InstantSource clock;
    private final WardsOfBeds places = new WardsOfBeds();

    public Hl7Intake(
            Vertx vertx,
            Hospitals hospitals,
            MachineCredentials clients,
            ReportReader reader,
            Inbox inbox,
            Metrics metrics,
            InstantSource clock) {
        this.vertx = vertx;
        this.hospitals = hospitals;
        this.clients = clients;
        this.reader = reader;
        this.teller = new Teller(hospitals, reader, metrics);
        this.inbox = inbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** How a message is to be answered. {@code always}: as {@link SenderProfile#alwaysAnswered}. */
    record Taken(@Nullable Msh msh, Ack.Code code, Ack.@Nullable Because because, boolean always) {}

    /** Who sent it, and how it looks from there; what is null is not known. */
    private record From(String hospital, @Nullable Sender sender, @Nullable Msh msh, Instant at) {
        SenderProfile profile() {
            if (sender == null) {
                throw new IllegalStateException("a stranger has no profile");
            }
            return sender.profile();
        }
    }

    /**
     * What was made of it, before the hospital is told.
     *
     * @param kept the appointment that is told to nobody
     * @param unmapped the places that it names and nobody knows
     */
    private record Made(
            Outcome outcome,
            List<String> reasons,
            List<ReadReport> reports,
            @Nullable ObjectNode kept,
            List<String> unmapped,
            Ack.Code code,
            Ack.@Nullable Because because) {
        Made(
                Outcome outcome,
                List<String> reasons,
                List<ReadReport> reports,
                Ack.Code code,
                Ack.@Nullable Because because) {
            this(outcome, reasons, reports, null, List.of(), code, because);
        }

        /** With these told before, if it is told at all. */
        Made after(List<ReadReport> others) {
            List<ReadReport> all = new ArrayList<>(reports.isEmpty() ? List.of() : others);
            all.addAll(reports);
            return new Made(outcome, reasons, all, kept, unmapped, code, because);
        }

        /** With what the hospital made of it; what was told before named its places then. */
        Made as(Outcome told, List<String> moreReasons) {
            List<String> all = new ArrayList<>(reasons);
            all.addAll(moreReasons);
            List<String> named = told == Outcome.ACCEPTED ? unmapped : List.of();
            return new Made(told, all, reports, kept, named, code, because);
        }

        Made naming(List<String> places) {
            return new Made(outcome, reasons, reports, kept, places, code, because);
        }

        static Made refused(Outcome outcome, Ack.Code code, Ack.Because because) {
            return new Made(outcome, List.of(), List.of(), code, because);
        }
    }

    /**
     * Takes one message.
     *
     * @param bytes as they came, for the inbox
     * @param text its characters; segments end with CR
     */
    Future<Taken> take(MllpPort port, byte[] bytes, Hl7Text text, String message) {
        Msh msh = Msh.of(message);
        Sender sender = msh == null ? null : port.senderOf(msh);
        From from = new From(
                sender == null ? port.senders().get(0).hospital() : sender.hospital(), sender, msh, clock.instant());
        if (msh == null) {
            Ack.Because why = message.startsWith("<") ? Ack.Because.XML : Ack.Because.UNREADABLE;
            return answered(from, bytes, Made.refused(Outcome.UNREADABLE, Ack.Code.AR, why), null);
        } else if (sender == null) {
            metrics.turnedAway("unknown-sender");
            return answered(from, bytes, Made.refused(Outcome.STRANGER, Ack.Code.AR, Ack.Because.UNKNOWN_SENDER), null);
        }
        HospitalId hospital = new HospitalId(sender.hospital());
        return clients.byId(sender.client()).compose(client -> hospitals
                .definition(hospital)
                .compose(definition -> message.length() <= SMALL
                        ? Future.succeededFuture(make(definition, client, from, text, message))
                        : vertx.executeBlocking(() -> make(definition, client, from, text, message), false))
                .compose(made -> tell(hospital, made))
                .compose(told -> answered(from, bytes, told.made(), told.seq())));
    }

    /**
     * Takes reports of a message that is told again.
     *
     * @param withdrawals of what it told before; they come first
     * @param mapped its reports have ids of their own
     * @param replayOf settled, with every earlier telling of it, if it can be told now
     * @return what is in the inbox of it now
     */
    Future<InboxRow> again(
            HospitalId hospital,
            Sender sender,
            Msh msh,
            byte[] bytes,
            List<ReadReport> withdrawals,
            Mapped mapped,
            UUID replayOf) {
        From from = new From(hospital.value(), sender, msh, clock.instant());
        return clients.byId(sender.client()).compose(client -> hospitals
                .definition(hospital)
                .map(definition -> read(definition, client, mapped.reports(), notes(mapped), Outcome.ACCEPTED)
                        .naming(mapped.unmapped(places.places(definition)))
                        .after(withdrawals))
                .compose(made -> tell(hospital, made))
                .compose(told -> (told.seq() == null
                                ? Future.<Void>succeededFuture()
                                : inbox.settle(hospital.value(), replayOf, clock.instant()))
                        .compose(settled -> keep(from, bytes, told.made(), told.seq(), replayOf))));
    }

    /** What takes back these facts, each in a part of a message of this name. */
    List<ReadReport> withdrawals(String name, List<Tellings.Fact> facts) {
        List<ReadReport> all = new ArrayList<>();
        for (Tellings.Fact fact : facts) {
            String id = name + "/" + (all.size() + 1);
            MessageKey message = new MessageKey(fact.message().source(), id);
            Input.Report report = new Input.Report(message, fact.occurredAt(), null, fact.withdrawal());
            byte[] hash = reader.pseudonyms().digest(report.toString());
            all.add(new ReadReport.Fact(
                    EventTypes.of(fact.withdrawal()), id, new Submission(report, hash, List.of(), null)));
        }
        return all;
    }

    private static List<String> notes(Mapped mapped) {
        List<String> reasons = new ArrayList<>();
        mapped.notes().forEach(note -> reasons.add(WireNames.of(note)));
        return reasons;
    }

    /* On a worker thread where the message is large. */
    private Made make(
            HospitalDefinition definition, Optional<Machine> client, From from, Hl7Text text, String message) {
        Understood understood = Interpreter.understand(from.profile(), message, from.at());
        Mapped mapped = understood.mapped();
        List<String> reasons = notes(mapped);
        if (text.otherThanSaid()) {
            reasons.add(WireNames.of(Mapped.Note.CHARSET_OTHER_THAN_SAID));
        }
        Outcome outcome =
                switch (mapped.fate()) {
                    case READ -> Outcome.ACCEPTED;
                    case KEPT -> Outcome.KEPT_FOR_LATER;
                    case NOT_NEEDED -> Outcome.NOT_NEEDED;
                    case NOT_READ -> Outcome.NOT_READ;
                    case FAULTY -> understood.code() == Ack.Code.AR ? Outcome.UNREADABLE : Outcome.FAULTY;
                };
        if (mapped.fate() == Mapped.Fate.KEPT) {
            ObjectNode appointment = mapped.reports().get(0);
            return new Made(
                    outcome, reasons, List.of(), appointment, List.of(), understood.code(), understood.because());
        }
        Made made = read(definition, client, mapped.reports(), reasons, outcome);
        return made.code() == Ack.Code.AA
                ? new Made(made.outcome(), made.reasons(), made.reports(), understood.code(), understood.because())
                        .naming(mapped.unmapped(places.places(definition)))
                : made;
    }

    /** By the same reader and with the same permissions as reports that come by HTTP. */
    private Made read(
            HospitalDefinition definition,
            Optional<Machine> client,
            List<ObjectNode> told,
            List<String> reasons,
            Outcome outcome) {
        Heard heard = client.map(who -> teller.read(definition, who, told)).orElseGet(() -> Heard.ofNobody(told));
        heard.faults().forEach(fault -> reasons.add(fault.field() + " " + fault.problem()));
        heard.notTheirs().forEach(fault -> reasons.add(fault.field() + " " + fault.problem()));
        if (!heard.notTheirs().isEmpty()) {
            return new Made(Outcome.NOT_ALLOWED, reasons, List.of(), Ack.Code.AR, Ack.Because.NOT_YOURS);
        } else if (!heard.isSound()) {
            return new Made(Outcome.FAULTY, reasons, List.of(), Ack.Code.AE, Ack.Because.FAULTY);
        }
        return new Made(outcome, reasons, heard.reports(), Ack.Code.AA, null);
    }

    /** What the hospital made of it; {@code seq} null when it was not asked. */
    private record Told(Made made, @Nullable Long seq) {}

    private Future<Told> tell(HospitalId hospital, Made made) {
        return teller.tell(hospital, made.reports()).map(told -> {
            if (told.seq() == null) {
                return new Told(made, null);
            }
            Outcome outcome = told.repeated() ? Outcome.REPEATED : Outcome.ACCEPTED;
            return new Told(made.as(outcome, told.warnings()), told.seq());
        });
    }

    private Future<Taken> answered(From from, byte[] bytes, Made made, @Nullable Long seq) {
        boolean always = from.sender() != null && from.sender().profile().alwaysAnswered();
        return keep(from, bytes, made, seq, null)
                .map(kept -> new Taken(from.msh(), made.code(), made.because(), always));
    }

    private Future<InboxRow> keep(From from, byte[] bytes, Made made, @Nullable Long seq, @Nullable UUID replayOf) {
        Msh msh = from.msh();
        Sender sender = from.sender();
        SenderProfile profile = sender == null ? null : sender.profile();
        HospitalId hospital = new HospitalId(from.hospital());
        About told = About.of(made.reports());
        TreeSet<String> visits = new TreeSet<>(told.visits());
        TreeSet<String> patients = new TreeSet<>(told.patients());
        Appointment kept = made.kept() == null ? null : Appointment.of(made.kept(), hospital, reader.pseudonyms());
        if (kept != null) {
            patients.addAll(kept.patients());
            visits.addAll(kept.visits());
        }
        InboxRow row = new InboxRow(
                UUID.randomUUID(),
                from.hospital(),
                from.at(),
                profile == null ? InboxRow.STRANGER : profile.source(),
                msh == null
                        ? InboxRow.STRANGER
                        : Appointment.printable(msh.component(3, 1) + "/" + msh.component(4, 1)),
                profile == null ? "" : profile.id() + "/" + profile.version(),
                msh == null ? "" : Appointment.printable(reader.pseudonyms().id(hospital, msh.id())),
                msh == null ? InboxRow.STRANGER : Appointment.printable(msh.type()),
                made.outcome(),
                made.reasons().stream().distinct().toList(),
                List.copyOf(visits),
                List.copyOf(patients),
                made.unmapped(),
                seq,
                replayOf,
                kept == null ? null : kept.planned(),
                null);
        metrics.hl7(WireNames.of(made.outcome()));
        if (profile != null && replayOf == null) {
            FeedSign sign = made.outcome().waits() ? FeedSign.REJECTED : FeedSign.TAKEN;
            var noted = hospitals.feedHeard(hospital, new Source(profile.source()), sign);
        }
        return inbox.keep(row, bytes).map(row);
    }
}
