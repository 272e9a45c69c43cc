package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalDefinition;
import flyt.intake.fhir.in.PlaceReader.Found;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * A Task as a command: a new one orders a clean or another job, one of ours says how far it has come, in the words in which it can
 * be read here (domain 3.7b).
 */
final class TaskReader {
    private static final String CLEAN = "clean";
    private static final String TO = "to";

    private static final Map<TaskPriority, String> URGENCIES = Map.of(
            TaskPriority.STAT, "acute",
            TaskPriority.ASAP, "now",
            TaskPriority.URGENT, "soon");

    private static final Map<TaskStatus, String> STEPS = Map.of(
            TaskStatus.READY, "CallTask",
            TaskStatus.INPROGRESS, "StartTask",
            TaskStatus.ONHOLD, "PauseTask",
            TaskStatus.COMPLETED, "FinishTask",
            TaskStatus.CANCELLED, "CancelTask",
            TaskStatus.ENTEREDINERROR, "CancelTask");

    private final HospitalDefinition hospital;
    private final References references;
    private final PlaceReader places;
    private final Remarks remarks;
    private final Moments moments;
    private final Written written;

    TaskReader(HospitalDefinition hospital, References references, Remarks remarks, Moments moments, Written written) {
        this.hospital = hospital;
        this.references = references;
        this.places = new PlaceReader(hospital, references);
        this.remarks = remarks;
        this.moments = moments;
        this.written = written;
    }

    Part read(Task task) {
        String id = task.getIdElement().getIdPart();
        return id == null ? order(task) : step(task, id);
    }

    /** Its words are what a sender calls it, so that the same order sent again is the same. */
    private Part order(Task task) {
        String kind = code(task.getCode());
        if (kind.isEmpty()) {
            remarks.fault(task, "code", "must have a code: clean, or the kind of a job by the hospital's rules");
        }
        Instant authored = moments.of(task.getAuthoredOnElement());
        Instant at = authored == null ? written.receivedAt() : authored;
        ObjectNode command = kind.equals(CLEAN) || kind.startsWith(CLEAN + "-") ? clean(task, kind) : job(task, kind);
        command.put("at", at.toString());
        String name = task.getIdentifier().stream()
                .filter(Identifier::hasValue)
                .map(Identifier::getValue)
                .findFirst()
                .orElse(command.toString());
        return new Part.Wish(null, name, visit(task.getEncounter()), command);
    }

    private ObjectNode clean(Task task, String kind) {
        ObjectNode command = JsonNodeFactory.instance.objectNode().put("type", "OrderCleaning");
        Found place = place(task.hasFocus() ? task.getFocus() : task.getLocation());
        if (place == null || place.bed() == null) {
            remarks.fault(task, "focus", "must lead to a bed");
        } else {
            command.put("bed", place.bed());
        }
        return kind.equals(CLEAN) ? command : command.put("kind", kind.substring(CLEAN.length() + 1));
    }

    private ObjectNode job(Task task, String kind) {
        ObjectNode command =
                JsonNodeFactory.instance.objectNode().put("type", "OrderTask").put("kind", kind);
        put(command, "from", "location", task.getLocation());
        for (ParameterComponent input : task.getInput()) {
            boolean to = TO.equals(input.getType().getText()) || TO.equals(code(input.getType()));
            if (to && input.getValue() instanceof Reference reference) {
                put(command, TO, "input", reference);
            }
        }
        String urgency = task.getPriority() == null ? null : URGENCIES.get(task.getPriority());
        if (urgency != null) {
            command.put("urgency", urgency);
        }
        Instant due = moments.of(task.getRestriction().getPeriod().getEndElement());
        if (due != null) {
            command.put("dueAt", due.toString());
        }
        if (task.hasDescription()) {
            command.put("note", task.getDescription());
        }
        return command;
    }

    private void put(ObjectNode command, String name, String element, Reference reference) {
        if (reference.isEmpty()) {
            return;
        }
        String stop = stop(reference);
        Found place = stop == null ? place(reference) : null;
        if (stop != null) {
            command.putObject(name).put("stop", stop);
        } else if (place != null && place.bed() != null) {
            command.putObject(name).put("bed", place.bed());
        } else if (place != null && place.ward() != null) {
            command.putObject(name).put("ward", place.ward());
        } else {
            remarks.fault("Task." + element, "leads to no place of the hospital");
        }
    }

    private @Nullable String stop(Reference reference) {
        String name = References.name(reference);
        String id = name == null ? "" : name.startsWith("stop-") ? name.substring(5) : name;
        return hospital.orders().stops().stream()
                .map(HospitalDefinition.Named::id)
                .filter(id::equals)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Found place(Reference reference) {
        return places.find(reference, new CodeableConcept());
    }

    private Part step(Task task, String id) {
        String type = task.getStatus() == null ? null : STEPS.get(task.getStatus());
        if (type == null) {
            remarks.fault(task, "status", "must be ready, in-progress, on-hold, completed or cancelled");
            return new Part.Nothing(id);
        }
        Stamp stamp = written.stamp(task, moments, Stream.of(task.getLastModifiedElement()));
        ObjectNode command = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("at", stamp.at().toString())
                .put("task", id);
        boolean reasoned = type.equals("PauseTask") || type.equals("CancelTask");
        if (reasoned && task.getStatusReason().hasText()) {
            command.put("reason", task.getStatusReason().getText());
        }
        return new Part.Wish(id, command.toString(), null, command);
    }

    private @Nullable String visit(Reference reference) {
        Encounter encounter = references.find(reference, Encounter.class);
        return encounter == null ? References.name(reference) : EncounterReader.visit(encounter);
    }

    private static String code(CodeableConcept concept) {
        return concept.getCoding().stream()
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
