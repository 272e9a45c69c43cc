package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.duty.Message;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import flyt.domain.task.TaskStatus;
import flyt.journal.WireNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a hospital names somebody now.
 *
 * @param tasks the open ones that they work on
 * @param patients for how many they are responsible
 * @param onDuty the key under which they are on duty for tasks, or null
 * @param messages what a coordinator tells them alone: the key of its words, by the id of the message
 */
public record NamedWork(List<OpenTask> tasks, int patients, @Nullable StaffKey onDuty, Map<String, String> messages) {
    /** Nowhere. */
    public static final NamedWork NONE = new NamedWork(List.of(), 0, null, Map.of());

    public NamedWork {
        tasks = List.copyOf(tasks);
        messages = Map.copyOf(messages);
    }

    /**
     * An open task.
     *
     * @param state wire name
     * @param since since when in it
     * @param patient whom they move, from when they are at the bed until they hand over; null before and after
     */
    public record OpenTask(TaskId task, @Nullable BedId bed, String state, Instant since, @Nullable StayId patient) {}

    /** Whom they move now, being with that patient, by this task; null: nobody. */
    public @Nullable StayId patientOf(String task) {
        return tasks.stream()
                .filter(one -> one.task().value().equals(task))
                .map(OpenTask::patient)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable StayId patientNow(Task task) {
        boolean theirs = task.status() == TaskStatus.ACCEPTED || task.status().begun();
        return theirs && task.check() != null && task.job().movesPatient()
                ? task.job().stay()
                : null;
    }

    static NamedWork of(Hospital hospital, Set<StaffKey> keys) {
        List<OpenTask> tasks = new ArrayList<>();
        for (Task task : hospital.tasks().open()) {
            if (task.by() != null && keys.contains(task.by())) {
                tasks.add(new OpenTask(
                        task.id(), task.bed(), WireNames.of(task.status()), task.since(), patientNow(task)));
            }
        }
        int patients = 0;
        for (Course course : hospital.stays().courses()) {
            StaffKey nurse = hospital.nurseOf(course);
            StaffKey doctor = hospital.doctorOf(course);
            patients += (nurse != null && keys.contains(nurse)) || (doctor != null && keys.contains(doctor)) ? 1 : 0;
        }
        StaffKey onDuty = keys.stream()
                .filter(key -> hospital.duties().worker(key) != null)
                .findFirst()
                .orElse(null);
        return new NamedWork(tasks, patients, onDuty, messages(hospital, keys));
    }

    private static Map<String, String> messages(Hospital hospital, Set<StaffKey> keys) {
        return hospital.duties().messages().values().stream()
                .filter(message -> message.worker() != null && keys.contains(message.worker()))
                .collect(Collectors.toUnmodifiableMap(message -> message.id().value(), Message::text));
    }

    JsonObject json() {
        return new JsonObject()
                .put("messages", new JsonObject(new TreeMap<>(messages)))
                .put("patients", patients)
                .put("onDuty", onDuty == null ? null : onDuty.value())
                .put(
                        "tasks",
                        new JsonArray(tasks.stream()
                                .map(one -> new JsonObject()
                                        .put("task", one.task().value())
                                        .put(
                                                "bed",
                                                one.bed() == null
                                                        ? null
                                                        : one.bed().value())
                                        .put("state", one.state())
                                        .put("since", one.since().toString())
                                        .put(
                                                "patient",
                                                one.patient() == null
                                                        ? null
                                                        : one.patient().value()))
                                .toList()));
    }

    static NamedWork read(JsonObject json) {
        return new NamedWork(
                json.getJsonArray("tasks").stream()
                        .map(JsonObject.class::cast)
                        .map(one -> new OpenTask(
                                new TaskId(one.getString("task")),
                                one.getString("bed") == null ? null : new BedId(one.getString("bed")),
                                one.getString("state"),
                                Instant.parse(one.getString("since")),
                                one.getString("patient") == null ? null : new StayId(one.getString("patient"))))
                        .toList(),
                json.getInteger("patients"),
                json.getString("onDuty") == null ? null : new StaffKey(json.getString("onDuty")),
                json.getJsonObject("messages").stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> (String) one.getValue())));
    }
}
