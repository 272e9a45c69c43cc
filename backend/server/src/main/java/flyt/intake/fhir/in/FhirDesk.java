package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.access.MachineCredentials;
import flyt.domain.place.HospitalId;
import flyt.fhir.Fhir;
import flyt.intake.fhir.in.FhirIntake.Sender;
import flyt.intake.fhir.in.FhirIntake.Taken;
import flyt.intake.http.MessageDesk;
import flyt.journal.Inbox;
import flyt.journal.InboxRow;
import flyt.journal.InboxRow.Outcome;
import flyt.journal.WireNames;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks into what came in as FHIR, and tells it again, as it is read now, with corrections if need be. */
public final class FhirDesk implements MessageDesk {
    private final Fhir fhir;
    private final MachineCredentials clients;
    private final Inbox inbox;
    private final FhirIntake intake;

    public FhirDesk(Fhir fhir, MachineCredentials clients, Inbox inbox, FhirIntake intake) {
        this.fhir = fhir;
        this.clients = clients;
        this.inbox = inbox;
        this.intake = intake;
    }

    /** Whether a message in the inbox came in as FHIR. */
    public static boolean sees(InboxRow row) {
        return row.profile().equals(FhirIntake.PROFILE);
    }

    private record Found(InboxRow row, byte[] body, Optional<Sender> sender) {}

    @Override
    public Future<Optional<Opened>> open(HospitalId hospital, UUID id) {
        return inbox.one(hospital.value(), id)
                .compose(row -> row.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : open(hospital, row.orElseThrow()).map(Optional::of));
    }

    private Future<Opened> open(HospitalId hospital, InboxRow row) {
        return found(row).compose(found -> {
            if (found.isEmpty() || found.orElseThrow().sender().isEmpty()) {
                return Future.succeededFuture(new Opened(
                        row, found.map(one -> MaskedJson.parts(one.body())).orElse(List.of()), List.of(), List.of()));
            }
            return told(hospital, found.orElseThrow(), true)
                    .map(taken -> new Opened(
                            row,
                            MaskedJson.parts(found.orElseThrow().body()),
                            withoutPeople(taken.tells()),
                            reasons(taken)));
        });
    }

    private Future<Optional<Found>> found(InboxRow row) {
        return inbox.bytes(row.hospital(), row.id()).compose(kept -> clients.byId(row.sender())
                .map(client -> kept.map(
                        body -> new Found(row, body, client.flatMap(who -> Optional.ofNullable(Sender.of(who)))))));
    }

    private Future<Taken> told(HospitalId hospital, Found found, boolean justLook) {
        return fhir.load()
                .compose(loaded -> intake.again(
                        hospital, found.sender().orElseThrow(), asked(found), found.body(), found.row(), justLook));
    }

    /** The row says what was asked for; an id that the journal may not have is in the body. */
    private static Asked asked(Found found) {
        InboxRow row = found.row();
        String type = row.type().startsWith("Bundle") ? "Bundle" : row.type();
        boolean update = !type.equals("Bundle") && !row.messageId().isEmpty();
        String[] name = row.messageId().split("/", -1);
        return new Asked(type, update ? name.length > 1 ? name[1] : MaskedJson.id(found.body()) : null, null);
    }

    /** What it says of places and times. Visits are in the row, by the keys that the journal has. */
    private static List<ObjectNode> withoutPeople(List<ObjectNode> reports) {
        List<ObjectNode> shown = new ArrayList<>();
        for (ObjectNode report : reports) {
            ObjectNode copy = report.deepCopy();
            shown.add(copy.remove(List.of("patient", "visit", "order", "messageId", "cancels")));
        }
        return shown;
    }

    private static List<String> reasons(Taken taken) {
        return taken.reasons();
    }

    @Override
    public Future<Again> again(HospitalId hospital, UUID id, How how) {
        return inbox.one(hospital.value(), id)
                .compose(row ->
                        row.isEmpty() ? Future.succeededFuture(Optional.<Found>empty()) : found(row.orElseThrow()))
                .compose(found -> {
                    if (found.isEmpty()) {
                        return Future.succeededFuture(nothing(id, "erased", List.of()));
                    } else if (found.orElseThrow().sender().isEmpty()) {
                        return Future.succeededFuture(nothing(id, "stranger", List.of()));
                    }
                    Found corrected = corrected(found.orElseThrow(), how);
                    if (corrected == null) {
                        return Future.succeededFuture(nothing(id, "faulty", List.of(EDITS_NOT_READ)));
                    }
                    return told(hospital, corrected, how.justLook()).map(taken -> again(id, taken, how.justLook()));
                });
    }

    /** Null where nothing can be made of the corrections. */
    private static @Nullable Found corrected(Found found, How how) {
        List<PathEdit> edits = how.edits(PathEdit.class);
        if (edits == null || edits.isEmpty()) {
            return edits == null ? null : found;
        }
        Map<String, String> values = new LinkedHashMap<>();
        edits.forEach(edit -> values.put(edit.path(), edit.value()));
        byte[] body = CorrectedJson.of(found.body(), values);
        return body == null ? null : new Found(found.row(), body, found.sender());
    }

    private static Again again(UUID id, Taken taken, boolean justLook) {
        boolean told = taken.outcome() == Outcome.ACCEPTED || taken.outcome() == Outcome.REPEATED;
        List<Fact> takesBack = taken.takesBack().stream()
                .map(fact -> new Fact(
                        fact.type(),
                        String.join(" ", taken.visits()),
                        fact.occurredAt().toString()))
                .toList();
        return new Again(
                id,
                told ? justLook ? "would-be-told" : "told" : WireNames.of(taken.outcome()),
                reasons(taken),
                takesBack,
                withoutPeople(taken.tells()));
    }

    private static Again nothing(UUID id, String outcome, List<String> reasons) {
        return new Again(id, outcome, reasons, List.of(), List.of());
    }
}
