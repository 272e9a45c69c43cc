package flyt.board;

import flyt.domain.BedUse;
import flyt.domain.Hospital;
import flyt.domain.bed.Bed;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import org.jspecify.annotations.Nullable;

/** The rows of the occupancy and task model that every list of beds and tasks is read from. No identity. */
final class ModelRows {

    private ModelRows() {}

    static void writeBed(Moment moment, BedPlace place, Sink sink) {
        Hospital hospital = moment.hospital();
        String key = place.bed().value();
        Bed condition = hospital.beds().of(place.bed());
        BedUse use = hospital.use(place.bed());
        Task task = hospital.tasks().ofBed(place.bed());
        sink.row(moment.plan().beds(), key, RowJson.row(key, "bed-state", row -> {
            row.text("bed", key);
            row.text("ward", place.ward().id().value());
            row.text("cluster", place.cluster());
            row.text("room", place.room() == null ? null : place.room().id().value());
            row.text("label", place.label());
            row.text("suffix", place.suffix());
            row.word("class", BedClass.of(place, condition));
            row.word("use", use);
            row.instant("since", BedFace.since(moment, place, use));
            row.texts(
                    "occupants",
                    hospital.stays().occupants(place.bed()).stream()
                            .map(StayId::value)
                            .toList());
            row.object("closed", condition.closure(), BedRows::writeClosure);
            row.instant(
                    "reservedUntil",
                    condition.reservation() == null
                            ? null
                            : condition.reservation().until());
            row.instant("airChangeUntil", condition.hygiene().airChangeUntil());
            row.text("task", task == null ? null : task.id().value());
        }));
    }

    /**
     * Makes the row of an open task, in the list of all and in that of its zone, or says that it is no longer open.
     *
     * @param ward where it is to be done; null when the definition does not know it
     * @param task null: it is no longer open
     */
    static void writeTask(Moment moment, String key, Plan.@Nullable WardPlan ward, @Nullable Task task, Sink sink) {
        byte[] row = task == null ? null : task(moment, key, ward, task);
        sink.row(moment.plan().tasks(), key, row);
        if (ward != null && ward.ward().zone() != null) {
            sink.row(moment.plan().tasks(ward.ward().zone()), key, row);
        }
    }

    private static byte[] task(Moment moment, String key, Plan.@Nullable WardPlan ward, Task task) {
        return RowJson.row(key, "task-state", row -> {
            row.text("task", key);
            row.text("type", task.job().kind());
            row.word("cleaning", task.cleaning());
            row.text("bed", task.bed() == null ? null : task.bed().value());
            row.text("ward", ward == null ? null : ward.ward().id().value());
            row.word("state", task.status());
            row.instant("dueAt", task.rank() == null ? null : task.rank().due());
            row.instant("orderedAt", task.orderedAt());
            row.instant("startedAt", task.startedAt());
            row.instant("since", task.since());
            row.text("reason", moment.identities().text(task.reason()));
        });
    }
}
