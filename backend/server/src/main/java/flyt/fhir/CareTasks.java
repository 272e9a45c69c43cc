package flyt.fhir;

import flyt.domain.Hospital;
import flyt.domain.priority.RuleSet.Kind;
import flyt.domain.priority.Urgency;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import flyt.domain.task.TaskStatus;
import flyt.journal.WireNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.jspecify.annotations.Nullable;

/** Work: cleans, transports and other jobs (domain 3.7b). Who does it is not told. */
final class CareTasks {
    static final String TYPE = "Task";

    private final Hospital hospital;
    private final Locations locations;

    CareTasks(Hospital hospital) {
        this.hospital = hospital;
        this.locations = new Locations(hospital);
    }

    /** A task that is open. */
    Version of(Task task) {
        return of(task, WireNames.of(task.status()), status(task.status()), null);
    }

    /** One that is over. {@code status}: null: its order was taken back. */
    Version over(Task task, @Nullable TaskStatus status, Instant at) {
        return status == null
                ? of(task, "taken-back", org.hl7.fhir.r4.model.Task.TaskStatus.ENTEREDINERROR, null)
                : of(task, WireNames.of(status), status(status), at);
    }

    private Version of(
            Task task, String ours, org.hl7.fhir.r4.model.Task.TaskStatus status, @Nullable Instant endedAt) {
        org.hl7.fhir.r4.model.Task said = new org.hl7.fhir.r4.model.Task();
        said.setId(id(task.id()));
        said.addIdentifier().setSystem(Codes.TASK).setValue(task.id().value());
        said.setStatus(status).setIntent(TaskIntent.ORDER);
        said.setBusinessStatus(concept(Codes.TASK_STATUS, ours));
        said.setCode(kind(task));
        said.addPerformerType(concept(Codes.TEAM, WireNames.of(task.job().team())));
        said.setAuthoredOnElement(Times.of(task.orderedAt()));
        said.setPriority(priority(task));
        if (task.startedAt() != null || endedAt != null) {
            said.setExecutionPeriod(Times.between(task.startedAt(), endedAt));
        }
        if (task.dueAt() != null) {
            said.getRestriction().setPeriod(Times.between(null, task.dueAt()));
        }
        Terms terms = new Terms()
                .identifier(said.getIdentifierFirstRep())
                .code("status", status.toCode())
                .token("business-status", Codes.TASK_STATUS, ours)
                .token("code", Codes.TASK_KIND, task.job().kind());
        List<String> at = locations.around(task.job().at());
        if (!at.isEmpty()) {
            said.setLocation(Locations.reference(at.get(0)));
            if (task.cleaning() != null) {
                said.setFocus(Locations.reference(at.get(0)));
            }
        }
        for (String place : at) {
            terms = terms.reference("location", Locations.TYPE, place);
        }
        List<String> to = task.job().to() == null
                ? List.of()
                : locations.around(task.job().to());
        if (!to.isEmpty()) {
            said.addInput().setType(new CodeableConcept().setText("to")).setValue(Locations.reference(to.get(0)));
        }
        return Version.of(said, terms, patient(task, said));
    }

    /** Says whom it is about. */
    private Set<String> patient(Task task, org.hl7.fhir.r4.model.Task said) {
        if (task.job().stay() == null) {
            return Set.of();
        }
        var stay = hospital.stays().resolve(task.job().stay());
        said.setEncounter(Encounters.reference(stay));
        return Encounters.patientOf(hospital, stay)
                .map(key -> {
                    said.setFor(Encounters.patient(key));
                    return Set.of(key.value());
                })
                .orElse(Set.of());
    }

    private CodeableConcept kind(Task task) {
        Kind kind = hospital.duties().rules().kinds().get(task.job().kind());
        CodeableConcept concept = concept(Codes.TASK_KIND, task.job().kind());
        return kind == null || kind.name() == null ? concept : concept.setText(kind.name());
    }

    static String id(TaskId task) {
        return Ids.of(task.value());
    }

    private static CodeableConcept concept(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code);
        return concept;
    }

    private static org.hl7.fhir.r4.model.Task.TaskStatus status(TaskStatus status) {
        return switch (status) {
            case POSSIBLE -> org.hl7.fhir.r4.model.Task.TaskStatus.DRAFT;
            case SCHEDULED -> org.hl7.fhir.r4.model.Task.TaskStatus.REQUESTED;
            case PENDING -> org.hl7.fhir.r4.model.Task.TaskStatus.READY;
            case OFFERED -> org.hl7.fhir.r4.model.Task.TaskStatus.RECEIVED;
            case ACCEPTED -> org.hl7.fhir.r4.model.Task.TaskStatus.ACCEPTED;
            case IN_PROGRESS -> org.hl7.fhir.r4.model.Task.TaskStatus.INPROGRESS;
            case PAUSED -> org.hl7.fhir.r4.model.Task.TaskStatus.ONHOLD;
            case DONE, INSPECTED -> org.hl7.fhir.r4.model.Task.TaskStatus.COMPLETED;
            case NOT_POSSIBLE -> org.hl7.fhir.r4.model.Task.TaskStatus.FAILED;
            case CANCELLED -> org.hl7.fhir.r4.model.Task.TaskStatus.CANCELLED;
        };
    }

    /** The class that counts: as ranked, else as asked for. */
    private static TaskPriority priority(Task task) {
        Urgency urgency = Optional.ofNullable(task.rank())
                .map(rank -> rank.urgency())
                .orElse(task.asked() == null ? Urgency.PLAN : task.asked());
        return switch (urgency) {
            case ACUTE -> TaskPriority.STAT;
            case NOW -> TaskPriority.ASAP;
            case SOON -> TaskPriority.URGENT;
            case TODAY, SHIFT, PLAN -> TaskPriority.ROUTINE;
        };
    }
}
