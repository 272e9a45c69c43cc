package flyt.board;

import flyt.domain.event.StaffKey;
import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.stay.Course;
import flyt.domain.task.Task;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of a board's panels, but arrivals: work on the ward's beds, its patients elsewhere, its nurses. */
final class PanelRows {

    private PanelRows() {}

    /** Makes the rows of an open task, or says (null) that it is no longer open. */
    static void writeTask(Moment moment, Plan.WardPlan ward, Task known, @Nullable Task task, Sink sink) {
        String key = "task/" + known.id().value();
        BedPlace bed = known.bed() == null ? null : moment.hospital().places().bed(known.bed());
        BedFace.Work work = task == null ? null : BedFace.Work.of(task, moment.identities());
        if (known.cleaning() != null) {
            sink.row(ward.stream(Level.BARE), key, work == null ? null : task(key, bed, work.folded()));
        }
        byte[] named = work == null ? null : task(key, bed, work);
        sink.row(ward.stream(Level.HALF_CLOSED), key, named);
        sink.row(ward.stream(Level.CLOSED_ROOM), key, named);
    }

    private static byte[] task(String key, @Nullable BedPlace bed, BedFace.Work work) {
        Task task = work.task();
        return RowJson.row(key, "task", row -> {
            row.text("type", task.cleaning() == null ? discreet(task.job().kind()) : "cleaning");
            row.text("cleaning", work.kind());
            row.text("bed", bed == null ? null : bed.bed().value());
            row.text("label", bed == null ? null : bed.label());
            row.text("suffix", bed == null ? null : bed.suffix());
            row.text("cluster", bed == null ? null : bed.cluster());
            row.word("state", task.status());
            row.instant("since", task.since());
            row.instant("dueAt", task.rank() == null ? null : task.rank().due());
            row.instant("expectedDoneAt", task.expectedDoneAt());
            row.text("by", work.by());
            row.flag("stuck", BedFace.stuck(task));
        });
    }

    /** A death is nobody's to read from a wall. */
    private static String discreet(String kind) {
        return kind.equals("deceased") ? "patient-bed" : kind;
    }

    /**
     * Makes the row of a patient of the ward who lies elsewhere, or says that there is none. A protected patient has none: where
     * that one lies is nobody's to read from a wall.
     */
    static void writeOutlier(Moment moment, Plan.WardPlan ward, String stay, @Nullable Course course, Sink sink) {
        String key = "outlier/" + stay;
        Place place = course == null ? null : course.place();
        boolean elsewhere = place != null && ward.ward().id().equals(moment.homeOfOutlier(course));
        byte[] row = elsewhere && !moment.person(course).isProtected() ? outlier(moment, key, course, place) : null;
        sink.row(ward.stream(Level.HALF_CLOSED), key, row);
        sink.row(ward.stream(Level.CLOSED_ROOM), key, row);
    }

    private static byte[] outlier(Moment moment, String key, Course course, Place place) {
        Person person = moment.person(course);
        BedPlace bed = place.bed() == null ? null : moment.hospital().places().bed(place.bed());
        return RowJson.row(key, "outlier", row -> {
            row.text("initials", person.initials());
            row.number("year", person.year());
            row.text("ward", moment.wardName(place.ward()));
            row.text("label", bed == null ? null : bed.label());
            row.text("doctor", moment.identities().name(moment.hospital().doctorOf(course)));
        });
    }

    /** Makes the rows of the ward's nurses, and says which of those before are gone. {@code before}: null at first. */
    static void writeNurses(Moment moment, @Nullable Census before, Census census, Sink sink) {
        SortedSet<StaffKey> nurses = new TreeSet<>(census.nurses().keySet());
        nurses.addAll(before == null ? new TreeSet<>() : before.nurses().keySet());
        for (StaffKey nurse : nurses) {
            String key = "nurse/" + nurse.value();
            Census.Load load = census.nurses().get(nurse);
            String name = moment.identities().firstName(nurse);
            sink.row(census.plan().stream(Level.CLOSED_ROOM), key, load == null ? null : nurse(key, name, load));
        }
    }

    private static byte[] nurse(String key, @Nullable String name, Census.Load load) {
        return RowJson.row(key, "nurse", row -> {
            row.text("name", name);
            row.number("patients", load.patients());
            row.number("weight", load.weight());
            row.texts("clusters", load.clusters());
        });
    }
}
