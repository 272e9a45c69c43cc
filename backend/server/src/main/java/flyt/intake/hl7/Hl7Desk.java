package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalId;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayId;
import flyt.intake.hl7.MllpPort.Sender;
import flyt.intake.http.MessageDesk;
import flyt.journal.Inbox;
import flyt.journal.InboxRow;
import flyt.journal.WireNames;
import flyt.runtime.Hospitals;
import flyt.runtime.StayHistory;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks into messages of HL7 v2 that came in, and tells them again. */
public final class Hl7Desk implements MessageDesk {
    /** Between a message's own id and what tells one telling of it from another. */
    private static final String AGAIN = ".again-";

    private final Hospitals hospitals;
    private final Inbox inbox;
    private final Hl7Intake intake;
    private final List<MllpPort> ports;

    /** {@code ports}: with the profiles in force. */
    public Hl7Desk(Hospitals hospitals, Inbox inbox, Hl7Intake intake, List<MllpPort> ports) {
        this.hospitals = hospitals;
        this.inbox = inbox;
        this.intake = intake;
        this.ports = List.copyOf(ports);
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
        shown.remove(List.of("patient", "mergedPatient", "visit", "otherVisit", "mergedVisit", "order", "messageId"));
        return shown;
    }

    private Future<Optional<Found>> found(InboxRow row) {
        return inbox.bytes(row.hospital(), row.id()).map(kept -> kept.map(bytes -> found(row, bytes)));
    }

    private Found found(InboxRow row, byte[] bytes) {
        Msh said = Msh.of(new String(bytes, StandardCharsets.ISO_8859_1).strip().replace('\n', '\r'));
        Hl7Text text = Hl7Text.of(bytes, said == null ? "" : said.charset());
        Msh msh = Msh.of(text.text());
        Sender sender = ports.stream()
                .flatMap(port -> port.senders().stream())
                .filter(one -> one.hospital().equals(row.hospital()) && msh != null && one.sent(msh))
                .filter(one -> row.source().equals(InboxRow.STRANGER)
                        || one.profile().source().equals(row.source()))
                .findFirst()
                .orElse(null);
        return new Found(row, bytes, text, msh, sender);
    }

    @Override
    public Future<List<Again>> replay(HospitalId hospital, List<UUID> ids, List<Edit> edits, boolean justLook) {
        List<Again> all = new ArrayList<>();
        Future<List<Again>> done = Future.succeededFuture(all);
        for (UUID id : ids) {
            // one after the other: what one takes back, the next may tell anew
            done = done.compose(before -> again(hospital, id, edits, justLook).map(one -> {
                all.add(one);
                return all;
            }));
        }
        return done;
    }

    private Future<Again> again(HospitalId hospital, UUID id, List<Edit> edits, boolean justLook) {
        return inbox.one(hospital.value(), id).compose(row -> {
            if (row.isEmpty()) {
                return Future.succeededFuture(nothing(id, "unknown"));
            }
            return found(row.orElseThrow())
                    .compose(found -> found.isEmpty()
                            ? Future.succeededFuture(nothing(id, "erased"))
                            : again(hospital, found.orElseThrow(), edits, justLook));
        });
    }

    private Future<Again> again(HospitalId hospital, Found found, List<Edit> edits, boolean justLook) {
        UUID id = found.row().id();
        Sender sender = found.sender();
        Msh msh = found.msh();
        if (msh == null || sender == null) {
            return Future.succeededFuture(nothing(id, msh == null ? "unreadable" : "stranger"));
        }
        String corrected = edited(msh, found.text().text(), edits);
        Mapped mapped = Interpreter.understand(
                        sender.profile(), corrected, found.row().receivedAt())
                .mapped();
        List<String> notes = mapped.notes().stream().map(WireNames::of).toList();
        if (mapped.fate() != Mapped.Fate.READ) {
            return Future.succeededFuture(new Again(
                    id, mapped.fate() == Mapped.Fate.FAULTY ? "faulty" : "not-needed", notes, List.of(), List.of()));
        }
        return told(hospital, found.row()).compose(facts -> {
            List<ObjectNode> reports = reports(found.row(), sender, mapped, facts);
            List<Fact> takesBack = facts.stream()
                    .map(one -> new Fact(
                            one.fact().type(),
                            one.visit(),
                            one.fact().occurredAt().toString()))
                    .toList();
            List<ObjectNode> tells =
                    mapped.reports().stream().map(Hl7Desk::withoutPeople).toList();
            if (justLook) {
                return Future.succeededFuture(new Again(id, "would-be-told", notes, takesBack, tells));
            }
            byte[] bytes = edits.isEmpty()
                    ? found.bytes()
                    : corrected.getBytes(found.text().charset());
            return intake.again(hospital, sender, msh, bytes, reports, notes, id)
                    .compose(kept ->
                            kept.outcome() == InboxRow.Outcome.ACCEPTED || kept.outcome() == InboxRow.Outcome.REPEATED
                                    ? inbox.settle(hospital.value(), id, intake.now())
                                            .map(settled -> new Again(id, "told", kept.reasons(), takesBack, tells))
                                    : Future.succeededFuture(new Again(
                                            id, WireNames.of(kept.outcome()), kept.reasons(), List.of(), List.of())));
        });
    }

    private record Told(String visit, StayHistory.Fact fact) {}

    /** The facts that this message told and that hold. */
    private Future<List<Told>> told(HospitalId hospital, InboxRow row) {
        List<Future<List<Told>>> all = new ArrayList<>();
        for (String visit : new TreeSet<>(row.visits())) {
            all.add(hospitals
                    .stay(hospital, new StayId(visit))
                    .map(stay -> stay == null
                            ? List.of()
                            : stay.facts().stream()
                                    .filter(fact -> isOf(row, fact))
                                    .map(fact -> new Told(visit, fact))
                                    .toList()));
        }
        return Future.all(all).map(done -> {
            List<Told> told = new ArrayList<>();
            all.forEach(one -> told.addAll(one.result()));
            return told;
        });
    }

    private static boolean isOf(InboxRow row, StayHistory.Fact fact) {
        String message = fact.message().id();
        boolean ours = fact.message().source().value().equals(row.source())
                && (message.equals(row.messageId())
                        || message.startsWith(row.messageId() + "/")
                        || message.startsWith(row.messageId() + AGAIN));
        FactKind kind = WireNames.parse(FactKind.class, fact.type());
        return ours
                && fact.cancelledBy() == null
                && kind != null
                && kind != FactKind.FACT_CANCELLED
                && kind != FactKind.ROOM_LEFT;
    }

    /** What was told is taken back by name, and told anew under another: an order of arrival does not matter then either. */
    private static List<ObjectNode> reports(InboxRow row, Sender sender, Mapped mapped, List<Told> facts) {
        String again = row.messageId()
                + AGAIN
                + UUID.nameUUIDFromBytes((mapped.reports().toString() + facts).getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
        List<ObjectNode> reports = new ArrayList<>();
        for (Told told : facts) {
            reports.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "FactCancelled")
                    .put("source", sender.profile().source())
                    .put("messageId", again + "/" + (reports.size() + 1))
                    .put("occurredAt", told.fact().occurredAt().toString())
                    .put("visit", told.visit())
                    .put("cancelsType", told.fact().type())
                    .put("cancels", told.fact().message().id()));
        }
        for (ObjectNode report : mapped.reports()) {
            ObjectNode renamed = report.deepCopy();
            reports.add(renamed.put("messageId", again + "/" + (reports.size() + 1)));
        }
        return reports;
    }

    private static Again nothing(UUID id, String outcome) {
        return new Again(id, outcome, List.of(), List.of(), List.of());
    }

    /** The message with its corrections; what names no segment that there is changes nothing. */
    static String edited(Msh msh, String text, List<Edit> edits) {
        List<String> lines = new ArrayList<>(List.of(text.split("\r")));
        for (Edit edit : edits) {
            int seen = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith(edit.segment() + msh.separator()) && ++seen == edit.occurrence()) {
                    lines.set(i, edited(msh, lines.get(i), edit));
                }
            }
        }
        return String.join("\r", lines) + "\r";
    }

    private static String edited(Msh msh, String line, Edit edit) {
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
