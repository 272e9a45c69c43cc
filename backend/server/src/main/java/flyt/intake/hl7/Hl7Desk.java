package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalId;
import flyt.intake.hl7.MllpPort.Sender;
import flyt.intake.http.MessageDesk;
import flyt.intake.http.ReadReport;
import flyt.journal.Inbox;
import flyt.journal.InboxRow;
import flyt.journal.Journal;
import flyt.journal.WireNames;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks into messages of HL7 v2 that came in, and tells them again. */
public final class Hl7Desk implements MessageDesk {
    private final Inbox inbox;
    private final Tellings tellings;
    private final Hl7Intake intake;
    private final PortsInForce ports;

    /** {@code ports}: with the profiles in force. */
    public Hl7Desk(Hospitals hospitals, Inbox inbox, Journal journal, Hl7Intake intake, PortsInForce ports) {
        this.inbox = inbox;
        this.tellings = new Tellings(hospitals, inbox, journal);
        this.intake = intake;
        this.ports = ports;
    }

    /** A message with all that it takes to read it; {@code sender} null: nobody who is let in now. */
    private record Found(InboxRow row, byte[] bytes, Hl7Text text, @Nullable Msh msh, @Nullable Sender sender) {}

    @Override
    public Future<Optional<Opened>> open(HospitalId hospital, UUID id) {
        return inbox.one(hospital.value(), id)
                .compose(row -> row.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : found(row.orElseThrow())
                                .map(found -> Optional.of(opened(row.orElseThrow(), found.orElse(null)))));
    }

    private static Opened opened(InboxRow row, @Nullable Found found) {
        Msh msh = found == null ? null : found.msh();
        if (found == null || msh == null) {
            return new Opened(row, List.of(), List.of(), List.of());
        }
        List<Part> segments = Masked.segments(msh, found.text().text()).stream()
                .map(segment -> new Part(segment.name(), segment.fields()))
                .toList();
        Sender sender = found.sender();
        if (sender == null) {
            return new Opened(row, segments, List.of(), List.of());
        }
        Mapped mapped = Interpreter.understand(sender.profile(), found.text().text(), row.receivedAt())
                .mapped();
        return new Opened(
                row,
                segments,
                mapped.reports().stream().map(Hl7Desk::withoutPeople).toList(),
                mapped.notes().stream().map(WireNames::of).toList());
    }

    /** What it says of places and times. Visits are in the row, by the keys that the journal has. */
    private static ObjectNode withoutPeople(ObjectNode report) {
        ObjectNode shown = report.deepCopy();
        shown.remove(List.of(
                "patient", "mergedPatient", "visit", "otherVisit", "mergedVisit", "order", "appointment", "messageId"));
        return shown;
    }

    private Future<Optional<Found>> found(InboxRow row) {
        return inbox.bytes(row.hospital(), row.id()).map(kept -> kept.map(bytes -> found(row, bytes)));
    }

    private Found found(InboxRow row, byte[] bytes) {
        Msh said = Msh.of(new String(bytes, StandardCharsets.ISO_8859_1).strip().replace('\n', '\r'));
        Hl7Text text = Hl7Text.of(bytes, said == null ? "" : said.charset());
        Msh msh = Msh.of(text.text());
        Sender sender = ports.ports().stream()
                .flatMap(port -> port.senders().stream())
                .filter(one -> one.hospital().equals(row.hospital()) && msh != null && one.sent(msh))
                .filter(one -> row.source().equals(InboxRow.STRANGER)
                        || one.profile().source().equals(row.source()))
                .findFirst()
                .orElse(null);
        return new Found(row, bytes, text, msh, sender);
    }

    @Override
    public Future<Again> again(HospitalId hospital, UUID id, How how) {
        return inbox.one(hospital.value(), id).compose(row -> {
            if (row.isEmpty()) {
                return Future.succeededFuture(nothing(id, "unknown"));
            }
            return found(row.orElseThrow())
                    .compose(found -> found.isEmpty()
                            ? Future.succeededFuture(nothing(id, "erased"))
                            : again(hospital, found.orElseThrow(), how));
        });
    }

    private Future<Again> again(HospitalId hospital, Found found, How how) {
        UUID id = found.row().id();
        Sender sender = found.sender();
        Msh msh = found.msh();
        if (msh == null || sender == null) {
            return Future.succeededFuture(nothing(id, msh == null ? "unreadable" : "stranger"));
        }
        List<FieldEdit> edits = how.edits(FieldEdit.class);
        if (edits == null) {
            return Future.succeededFuture(new Again(id, "faulty", List.of(EDITS_NOT_READ), List.of(), List.of()));
        }
        String corrected = edited(msh, found.text().text(), edits);
        Mapped mapped = Interpreter.understand(
                        profile(sender, how), corrected, found.row().receivedAt())
                .mapped();
        List<String> notes = mapped.notes().stream().map(WireNames::of).toList();
        if (mapped.fate() != Mapped.Fate.READ) {
            return Future.succeededFuture(new Again(id, untold(mapped.fate()), notes, List.of(), List.of()));
        }
        return tellings.of(hospital, found.row(), sender.profile().source()).compose(told -> {
            String name = name(found.row(), mapped, told);
            List<Fact> takesBack = told.facts().stream()
                    .map(one ->
                            new Fact(one.type(), one.visit(), one.occurredAt().toString()))
                    .toList();
            List<ObjectNode> tells =
                    mapped.reports().stream().map(Hl7Desk::withoutPeople).toList();
            if (how.justLook()) {
                return Future.succeededFuture(new Again(id, "would-be-told", notes, takesBack, tells));
            }
            byte[] bytes = edits.isEmpty()
                    ? found.bytes()
                    : corrected.getBytes(found.text().charset());
            List<ReadReport> withdrawals = intake.withdrawals(name, told.facts());
            Mapped anew = mapped.with(renamed(name, withdrawals.size(), mapped));
            return intake.again(
                            hospital,
                            sender,
                            msh,
                            bytes,
                            withdrawals,
                            anew,
                            found.row().first())
                    .map(kept -> kept.seq() == null
                            ? new Again(id, WireNames.of(kept.outcome()), kept.reasons(), List.of(), List.of())
                            : new Again(id, "told", kept.reasons(), takesBack, tells));
        });
    }

    private static SenderProfile profile(Sender sender, How how) {
        Mapping tried = how.mapping();
        return tried == null
                ? sender.profile()
                : sender.profile().with(PlaceRule.only(tried.said(), tried.ward(), tried.room(), tried.bed()));
    }

    private static String untold(Mapped.Fate fate) {
        return switch (fate) {
            case FAULTY -> "faulty";
            case KEPT -> "kept-for-later";
            case READ, NOT_NEEDED, NOT_READ -> "not-needed";
        };
    }

    /** What was told is taken back by name, and told anew under another: an order of arrival does not matter then either. */
    private static String name(InboxRow row, Mapped mapped, Tellings.Told told) {
        String content = mapped.reports().toString() + told.facts();
        // counted, so that of two tellings of equal time the later one compares as greater
        return "%s%s%03d-%.8s"
                .formatted(
                        row.messageId(),
                        Tellings.AGAIN,
                        told.times(),
                        UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<ObjectNode> renamed(String name, int before, Mapped mapped) {
        List<ObjectNode> reports = new ArrayList<>();
        for (ObjectNode report : mapped.reports()) {
            String own = report.path("messageId").asText();
            String movement = own.indexOf('#') < 0 ? "" : own.substring(own.indexOf('#'));
            ObjectNode renamed = report.deepCopy();
            reports.add(renamed.put("messageId", name + "/" + (before + reports.size() + 1) + movement));
        }
        return reports;
    }

    private static Again nothing(UUID id, String outcome) {
        return new Again(id, outcome, List.of(), List.of(), List.of());
    }

    /** The message with its corrections; what names no segment that there is changes nothing. */
    static String edited(Msh msh, String text, List<FieldEdit> edits) {
        List<String> lines = new ArrayList<>(List.of(text.split("\r")));
        for (FieldEdit edit : edits) {
            int seen = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith(edit.segment() + msh.separator()) && ++seen == edit.occurrence()) {
                    lines.set(i, edited(msh, lines.get(i), edit));
                }
            }
        }
        return String.join("\r", lines) + "\r";
    }

    private static String edited(Msh msh, String line, FieldEdit edit) {
        String separator = String.valueOf(msh.separator());
        List<String> fields = new ArrayList<>(List.of(line.split(Pattern.quote(separator), -1)));
        // of MSH the separator is the first field
        int at = edit.segment().equals("MSH") ? edit.field() - 1 : edit.field();
        while (fields.size() <= at) {
            fields.add("");
        }
        fields.set(at, Objects.requireNonNull(edit.value()));
        return String.join(separator, fields);
    }
}
