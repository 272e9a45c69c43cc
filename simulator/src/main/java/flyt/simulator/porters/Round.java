package flyt.simulator.porters;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What the porters say next, as their queue is now. All that a porter remembers stands in the queue, so a look at it is enough; how
 * long somebody takes follows from the task's id, so that the same task always takes the same time.
 */
final class Round {
    private static final Set<String> MINE = Set.of("accepted", "in-progress", "paused");

    private final List<JsonNode> rows;
    private final Instant now;
    private final Set<String> spokenFor = new HashSet<>();

    /** {@code rows}: of the view {@code queue}; {@code now}: hospital time. */
    Round(Iterable<JsonNode> rows, Instant now) {
        this.rows = StreamSupport.stream(rows.spliterator(), false).toList();
        this.now = now;
    }

    /** A command. {@code task}: which it is about; empty: oneself. */
    record Wish(String type, String task) {}

    /** Whether somebody of these keys is on duty. */
    boolean hasOnDuty(Set<String> keys) {
        return rows.stream().anyMatch(row -> kind(row).equals("worker") && keys.contains(worker(row)));
    }

    /** What somebody on duty under one of these keys says now; empty: they are under way, or have nothing to do. */
    Optional<Wish> next(Set<String> keys) {
        List<JsonNode> theirs = rows.stream()
                .filter(row -> kind(row).equals("queue-task") && keys.contains(worker(row)))
                .toList();
        Optional<JsonNode> offered =
                theirs.stream().filter(row -> state(row).equals("offered")).findFirst();
        if (offered.isPresent()) {
            return wish("TakeTask", offered.get());
        }
        Optional<JsonNode> mine =
                theirs.stream().filter(row -> MINE.contains(state(row))).findFirst();
        if (mine.isPresent()) {
            return goOn(mine.get());
        }
        return isOver(keys) ? Optional.of(new Wish("EndDuty", "")) : take();
    }

    private Optional<Wish> goOn(JsonNode task) {
        JsonNode patient = task.path("patient");
        switch (state(task)) {
            case "paused":
                return wish("ResumeTask", task);
            case "in-progress":
                return after(task, "startedAt", 6, 15) ? wish("FinishTask", task) : Optional.empty();
            default:
                if (!patient.isObject()) {
                    return after(task, "since", 3, 8) ? wish("StartTask", task) : Optional.empty();
                } else if (!patient.hasNonNull("arrivedAt")) {
                    return after(task, "since", 3, 8) ? wish("ArriveAtTask", task) : Optional.empty();
                } else if (!patient.hasNonNull("confirmedAt")) {
                    return wish("ConfirmPatient", task);
                }
                return wish("StartTask", task);
        }
    }

    /** What waits most, once people at the server have had some minutes for it. */
    private Optional<Wish> take() {
        Optional<JsonNode> first = rows.stream()
                .filter(row -> kind(row).equals("queue-task")
                        && state(row).equals("pending")
                        && !spokenFor.contains(id(row))
                        && after(row, "since", 2, 4))
                .min(Comparator.comparingLong(row -> row.path("score").asLong(Long.MAX_VALUE)));
        return first.flatMap(task -> {
            boolean fresh = spokenFor.add(id(task));
            return fresh ? wish("TakeTask", task) : Optional.empty();
        });
    }

    private boolean isOver(Set<String> keys) {
        return rows.stream()
                .filter(row -> kind(row).equals("worker") && keys.contains(worker(row)))
                .anyMatch(row -> row.hasNonNull("until")
                        && !Instant.parse(row.get("until").asText()).isAfter(now));
    }

    /** Whether it has been so for as many minutes as this task takes, from {@code least} to so many {@code more}. */
    private boolean after(JsonNode task, String field, int least, int more) {
        Duration minutes = Duration.ofMinutes(least + Math.floorMod(id(task).hashCode(), more));
        return task.hasNonNull(field)
                && !Instant.parse(task.get(field).asText()).plus(minutes).isAfter(now);
    }

    private static Optional<Wish> wish(String type, JsonNode task) {
        return Optional.of(new Wish(type, id(task)));
    }

    private static String kind(JsonNode row) {
        return row.path("kind").asText();
    }

    private static String worker(JsonNode row) {
        return row.path("worker").asText();
    }

    private static String state(JsonNode row) {
        return row.path("state").asText();
    }

    private static String id(JsonNode row) {
        return row.path("task").asText();
    }
}
