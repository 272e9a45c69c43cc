package flyt.outbound.hl7;

import flyt.domain.Hospital;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalId;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.task.CleaningEvent;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent;
import flyt.domain.task.TaskEvent.TaskDone;
import flyt.domain.task.TaskId;
import flyt.domain.task.TaskStatus;
import flyt.domain.undo.UndoEvent.Undone;
import flyt.outbound.Message;
import flyt.outbound.Teller;
import flyt.outbound.hl7.Hl7Receiver.Kind;
import flyt.runtime.Follower.Step;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one receiver of HL7 v2 is told. */
final class Hl7Teller implements Teller {
    /*
     * Bed status: ADT^A20, NPU-1 the place, NPU-2 table 0116.
     *
     * Outcome of work: ORM^O01 with ORC-1 SC (status changed) and the status in ORC-5 (table 0038). That is what a filler of
     * orders sends unasked when the state of one changes; ORR answers an ORM, and ORU carries observations, of which there is
     * none. Without PID: the group is optional, and whose bed it is is nobody's business here. The place is in ORC-13.
     */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");

    private final Hl7Receiver receiver;

    Hl7Teller(Hl7Receiver receiver) {
        this.receiver = receiver;
    }

    /** MSH-10: the place in the journal, so the same however often it is sent. */
    static String controlId(HospitalId hospital, String message) {
        return hospital + "-" + message;
    }

    /** A message of an event before it is known which of how many it is. */
    private record Draft(String subject, String type, List<String> segments) {}

    @Override
    public List<Message> of(Step step) {
        List<Draft> drafts = new ArrayList<>();
        EventHeader header = step.recorded().header();
        if (receiver.tells().contains(Kind.BED_STATUS)) {
            beds(step, drafts);
        }
        if (receiver.tells().contains(Kind.WORK_OUTCOME)) {
            work(step, drafts);
        }
        return messages(drafts, step.seq(), header.recordedAt());
    }

    @Override
    public List<Message> all(Hospital hospital, long seq) {
        List<Draft> drafts = new ArrayList<>();
        if (receiver.tells().contains(Kind.BED_STATUS)) {
            Instant at = hospital.recordedAt();
            for (BedPlace bed : hospital.places().beds()) {
                bed(bed, hospital.status(bed.bed()), at, at, drafts);
            }
        }
        return messages(drafts, seq, hospital.recordedAt());
    }

    private List<Message> messages(List<Draft> drafts, long seq, Instant recordedAt) {
        List<Message> messages = new ArrayList<>();
        for (Draft draft : drafts) {
            int part = messages.size() + 1;
            String id = controlId(receiver.hospital(), seq + "-" + part);
            String text = header(draft.type, id, recordedAt) + String.join("\r", draft.segments) + "\r";
            messages.add(new Message(seq, part, part == drafts.size(), draft.subject, draft.type, recordedAt, text));
        }
        return messages;
    }

    private String header(String type, String id, Instant at) {
        String structure = receiver.version().equals("2.3") ? "" : "^" + type.replace('^', '_');
        return String.join(
                        "|",
                        "MSH",
                        "^~\\&",
                        escaped(receiver.application()),
                        escaped(receiver.facility()),
                        escaped(receiver.toApplication()),
                        escaped(receiver.toFacility()),
                        time(at),
                        "",
                        type + structure,
                        id,
                        "P",
                        receiver.version())
                + "\r";
    }

    // --- beds ----------------------------------------------------------------------------------------------------

    private void beds(Step step, List<Draft> drafts) {
        Hospital before = step.before();
        Hospital after = step.after();
        if (before == null || sameBeds(before, after)) {
            return;
        }
        EventHeader header = step.recorded().header();
        SortedMap<BedId, BedPlace> places = new TreeMap<>();
        before.places().beds().forEach(bed -> places.put(bed.bed(), bed));
        after.places().beds().forEach(bed -> places.put(bed.bed(), bed));
        places.forEach((bed, place) -> {
            ReportedStatus was = status(before, bed);
            ReportedStatus is = status(after, bed);
            if (was != is) {
                // one that is no more is closed for whoever knew it
                bed(place, is == null ? ReportedStatus.C : is, header.recordedAt(), header.effectiveAt(), drafts);
            }
        });
    }

    /** What a status follows from is the same: most events, those about laboratories and ranks among them. */
    private static boolean sameBeds(Hospital before, Hospital after) {
        return before.beds() == after.beds()
                && before.stays() == after.stays()
                && before.tasks() == after.tasks()
                && before.places() == after.places();
    }

    private static @Nullable ReportedStatus status(Hospital hospital, BedId bed) {
        return hospital.places().bed(bed) == null ? null : hospital.status(bed);
    }

    private void bed(BedPlace bed, ReportedStatus status, Instant recordedAt, Instant at, List<Draft> drafts) {
        String place = place(bed);
        if (place != null) {
            drafts.add(new Draft(
                    "bed/" + bed.bed(),
                    "ADT^A20",
                    List.of("EVN|A20|" + time(recordedAt) + "||||" + time(at), "NPU|" + place + "|" + status)));
        }
    }

    private @Nullable String place(BedPlace bed) {
        String room = bed.room() == null ? "" : escaped(bed.room().id().value());
        String ours = escaped(bed.ward().id().value()) + "^" + room + "^"
                + escaped(bed.bed().value());
        return PlaceWriting.write(ours, receiver.places());
    }

    // --- work ----------------------------------------------------------------------------------------------------

    private void work(Step step, List<Draft> drafts) {
        Hospital before = step.before();
        if (before == null || before.tasks() == step.after().tasks()) {
            return;
        }
        for (TaskId id : touched(step.recorded().event(), before, step.after())) {
            Task was = before.tasks().task(id);
            Task is = step.after().tasks().task(id);
            String status = outcome(step.recorded().event(), was, is);
            Task task = is == null ? was : is;
            if (status != null
                    && task != null
                    && receiver.work().matcher(task.job().kind()).matches()) {
                drafts.add(work(step, task, status));
            }
        }
    }

    private static SortedSet<TaskId> touched(Event event, Hospital before, Hospital after) {
        SortedSet<TaskId> touched = new TreeSet<>();
        if (event instanceof TaskEvent told) {
            touched.add(told.task());
        } else if (event instanceof CleaningEvent told && told.task() != null) {
            touched.add(told.task());
        } else if (event instanceof Undone) {
            before.tasks().open().forEach(task -> touched.add(task.id()));
            after.tasks().open().forEach(task -> touched.add(task.id()));
        }
        return touched;
    }

    /** HL7 table 0038, or null where there is nothing to tell: an outcome, or that there is none any more (domain 3.7b). */
    private static @Nullable String outcome(Event event, @Nullable Task was, @Nullable Task is) {
        if (is == null) {
            return was == null ? null : event instanceof TaskDone || event instanceof CleaningDone ? "CM" : "CA";
        }
        if (is.status() == TaskStatus.NOT_POSSIBLE) {
            return was == null || was.status() != TaskStatus.NOT_POSSIBLE ? "HD" : null;
        }
        boolean takenBack = was == null ? event instanceof Undone : was.status() == TaskStatus.NOT_POSSIBLE;
        return takenBack ? (is.status().begun() ? "IP" : "SC") : null;
    }

    private Draft work(Step step, Task task, String status) {
        EventHeader header = step.recorded().header();
        String order = task.id() + "^" + escaped(receiver.application());
        String at = time(header.effectiveAt());
        String place = place(step, task.job().at());
        String orc = "ORC|SC||" + order + "||" + status + "||||" + at + "||||" + (place == null ? "" : place);
        String obr = "OBR|1||" + order + "|" + escaped(task.job().kind()) + "^^FLYT" + "|".repeat(18) + at;
        return new Draft("order/" + task.id(), "ORM^O01", List.of(orc, obr));
    }

    private @Nullable String place(Step step, Point point) {
        if (point.bed() != null) {
            BedPlace bed = step.after().places().bed(point.bed());
            return bed == null ? "^^" + escaped(point.bed().value()) : place(bed);
        }
        String ours = point.ward() == null ? point.stop() : point.ward().value();
        return ours == null ? null : PlaceWriting.write(escaped(ours), receiver.places());
    }

    // --- text ----------------------------------------------------------------------------------------------------

    private String time(Instant at) {
        return TIME.format(at.atZone(receiver.zone()));
    }

    /** HL7 v2 chapter 2.7. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '|' -> escaped.append("\\F\\");
                case '^' -> escaped.append("\\S\\");
                case '~' -> escaped.append("\\R\\");
                case '\\' -> escaped.append("\\E\\");
                case '&' -> escaped.append("\\T\\");
                default -> escaped.append(letter);
            }
        }
        return escaped.toString();
    }
}
