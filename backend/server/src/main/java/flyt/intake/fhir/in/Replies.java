package flyt.intake.fhir.in;

import flyt.domain.Decision.Refusal;
import flyt.domain.place.HospitalId;
import flyt.domain.task.TaskId;
import flyt.fhir.Ids;
import flyt.fhir.R4;
import flyt.intake.fhir.Said;
import flyt.intake.fhir.in.FhirIntake.Taken;
import flyt.intake.fhir.in.Remarks.Note;
import flyt.intake.fhir.in.Wishes.Granted;
import flyt.intake.http.Fault;
import flyt.intake.http.Problem;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.RefusalWords;
import flyt.journal.InboxRow.Outcome;
import flyt.journal.WireNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.jspecify.annotations.Nullable;

/** How what was taken is answered: a resource by an OperationOutcome, a transaction and a message by a Bundle. */
final class Replies {
    private static final String NOTES = "urn:flyt:note";

    private final Pseudonyms pseudonyms;

    Replies(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** What was wrong with it; null when it was taken. */
    static @Nullable Problem problem(Taken taken) {
        List<Fault> faults = taken.faults();
        Granted granted = taken.granted();
        Refusal refusal = granted == null ? null : granted.refusal();
        if (granted != null && refusal != null) {
            return granted.isOfNothing()
                    ? Problem.faulty(422, "resource", List.of(new Fault("Task", RefusalWords.of(refusal))))
                    : Problem.refused(refusal, granted.task() == null ? null : new TaskId(granted.task()));
        }
        return switch (taken.outcome()) {
            case UNREADABLE ->
                Problem.faulty(
                        400,
                        "body",
                        List.of(new Fault(
                                "",
                                taken.request().unreadable() == null
                                        ? ""
                                        : taken.request().unreadable())));
            case FAULTY -> Problem.faulty(422, "resource", faults);
            case NOT_ALLOWED -> Problem.faulty(403, "resource", faults);
            case NOT_READ -> Problem.of(422, "not-supported", "Nothing here reads messages of such an event.");
            default -> null;
        };
    }

    /** Of what was taken. */
    Said said(HospitalId hospital, Taken taken, Instant at) {
        Request request = taken.request();
        if (request.header() != null) {
            return Said.ok(R4.write(message(request.header(), at)));
        } else if (request.type().startsWith("Bundle")) {
            return Said.ok(R4.write(transaction(hospital, taken, at)));
        }
        Request.Entry entry = request.entries().get(0);
        Said said = new Said(entry.created() ? 201 : 200, R4.write(outcome(taken)));
        String location = location(hospital, entry, taken);
        said = location == null ? said : said.with("Location", "/fhir/" + hospital.value() + "/" + location);
        return taken.seq() == null ? said : said.with("ETag", tag(taken.seq()));
    }

    /** {@code W/"48213"}: the number of the last event. */
    static String tag(long seq) {
        return "W/\"" + seq + "\"";
    }

    private Bundle transaction(HospitalId hospital, Taken taken, Instant at) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
        bundle.setTimestamp(Date.from(at));
        for (Request.Entry entry : taken.request().entries()) {
            var response = bundle.addEntry().getResponse().setStatus(entry.created() ? "201 Created" : "200 OK");
            String location = location(hospital, entry, taken);
            if (location != null) {
                response = response.setLocation(location);
            }
            if (taken.seq() != null) {
                response.setEtag(tag(taken.seq()));
            }
        }
        bundle.getEntryFirstRep().getResponse().setOutcome(outcome(taken));
        return bundle;
    }

    private static Bundle message(MessageHeader asked, Instant at) {
        MessageHeader header = new MessageHeader();
        header.setId(UUID.randomUUID().toString());
        header.setEvent(asked.getEvent());
        header.getSource().setName("Flyt").setEndpoint("urn:flyt");
        String id = asked.getIdElement().getIdPart();
        header.getResponse().setIdentifier(id == null ? "-" : id).setCode(ResponseType.OK);
        Bundle bundle = new Bundle().setType(BundleType.MESSAGE);
        bundle.setTimestamp(Date.from(at));
        bundle.addEntry()
                .setFullUrl("urn:uuid:" + header.getIdElement().getIdPart())
                .setResource(header);
        return bundle;
    }

    /** What somebody should know who keeps the feed; that all is well where there is nothing. */
    private static OperationOutcome outcome(Taken taken) {
        OperationOutcome outcome = new OperationOutcome();
        boolean repeated = taken.outcome() == Outcome.REPEATED;
        List<String> codes = new ArrayList<>();
        for (Note note : repeated ? List.<Note>of() : taken.request().remarks().notes()) {
            codes.add(WireNames.of(note));
        }
        codes.addAll(taken.warnings());
        for (String code : codes) {
            OperationOutcomeIssueComponent issue =
                    outcome.addIssue().setSeverity(IssueSeverity.WARNING).setCode(IssueType.INFORMATIONAL);
            issue.getDetails().addCoding().setSystem(NOTES).setCode(code);
        }
        if (codes.isEmpty()) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.INFORMATION)
                    .setCode(IssueType.INFORMATIONAL)
                    .setDiagnostics(repeated ? "was told before" : "was taken");
        }
        return outcome;
    }

    /** Where it can be read; null of what cannot. */
    private @Nullable String location(HospitalId hospital, Request.Entry entry, Taken taken) {
        String id = id(hospital, entry.part(), taken.granted());
        if (id == null) {
            return null;
        }
        return entry.type() + "/" + id + (taken.seq() == null ? "" : "/_history/" + taken.seq());
    }

    private @Nullable String id(HospitalId hospital, Part part, @Nullable Granted granted) {
        if (part instanceof Part.Version said) {
            return Ids.of(pseudonyms.id(hospital, said.version().visit()));
        } else if (part instanceof Part.Order said) {
            return Ids.within(pseudonyms.id(hospital, said.visit()), pseudonyms.id(hospital, said.order()));
        } else if (part instanceof Part.Bed said) {
            return Ids.of("bed", said.bed());
        }
        return granted == null || granted.task() == null ? null : Ids.of(granted.task());
    }
}
