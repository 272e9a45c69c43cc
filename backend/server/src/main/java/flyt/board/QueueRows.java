package flyt.board;

import flyt.domain.Hospital;
import flyt.domain.duty.Worker;
import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition.Named;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.priority.Rank;
import flyt.domain.priority.Reason;
import flyt.domain.priority.RuleSet.Kind;
import flyt.domain.priority.Team;
import flyt.domain.task.BedsideCheck;
import flyt.domain.task.Item;
import flyt.domain.task.Point;
import flyt.domain.task.Stuck;
import flyt.domain.task.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a team's queue and of the people on duty for it. No patient is named in them. */
final class QueueRows {
    /** So many reasons say enough on a phone; a coordinator sees all. */
    private static final int REASONS_ON_A_PHONE = 2;

    private QueueRows() {}

    /** Makes the row of an open task of a team, or says (null) that it is no longer open. */
    static void writeTask(Moment moment, Team team, String id, @Nullable Task task, Sink sink) {
        String key = "task/" + id;
        Plan plan = moment.plan();
        sink.row(plan.queue(team), key, task == null ? null : task(moment, key, task, REASONS_ON_A_PHONE));
        sink.row(plan.crew(team), key, task == null ? null : task(moment, key, task, Integer.MAX_VALUE));
    }

    /** Makes the rows of somebody on duty, or says that nobody is under this key. {@code before}: as they were last written. */
    static void writeWorker(Moment moment, StaffKey worker, @Nullable Worker before, @Nullable Worker now, Sink sink) {
        String key = "worker/" + worker.value();
        Plan plan = moment.plan();
        if (before != null && (now == null || before.team() != now.team())) {
            sink.row(plan.queue(before.team()), key, null);
            sink.row(plan.crew(before.team()), key, null);
        }
        if (now != null) {
            sink.row(plan.queue(now.team()), key, worker(moment, key, now, false));
            sink.row(plan.crew(now.team()), key, worker(moment, key, now, true));
        }
    }

    private static byte[] task(Moment moment, String key, Task task, int reasons) {
        Hospital hospital = moment.hospital();
        Rank rank = task.rank();
        Kind kind = hospital.duties().rules().kinds().get(task.job().kind());
        StaffKey worker = task.offer() == null ? task.by() : task.offer().worker();
        return RowJson.row(key, "queue-task", row -> {
            row.text("task", task.id().value());
            row.text("type", task.job().kind());
            row.text("typeName", kind == null ? null : kind.name());
            row.word("state", task.status());
            row.object("at", task.job().at(), (object, point) -> place(moment, object, point));
            row.object("to", task.job().to(), (object, point) -> place(moment, object, point));
            row.instant("orderedAt", task.orderedAt());
            row.instant("since", task.since());
            row.instant("startedAt", task.startedAt());
            row.instant("expectedDoneAt", task.expectedDoneAt());
            row.instant("appointmentAt", task.dueAt());
            row.instant("dueAt", rank == null ? null : rank.due());
            row.instant("startBy", rank == null ? null : rank.startBy());
            row.word("urgency", rank == null ? null : rank.urgency());
            row.whole("score", rank == null ? null : rank.score());
            row.objects("reasons", shown(rank, reasons), QueueRows::reason);
            row.instant(
                    "airChangeUntil",
                    task.cleaning() == null || task.bed() == null
                            ? null
                            : hospital.beds().of(task.bed()).hygiene().airChangeUntil());
            row.text("worker", worker == null ? null : worker.value());
            row.text("by", moment.identities().firstName(worker));
            row.object("handOver", task.handOverTo(), (object, to) -> colleague(moment, object, to));
            row.instant("offerUntil", task.offer() == null ? null : task.offer().until());
            row.flag("offerReceived", task.offer() != null && task.offer().received());
            row.number("passedBy", task.passedBy().size());
            row.flag("helpWanted", task.helpWanted());
            row.object("stuck", task.stuck(), QueueRows::stuck);
            row.instant("pinnedUntil", task.pin() == null ? null : task.pin().until());
            row.text(
                    "pinReason",
                    task.pin() == null
                            ? null
                            : moment.identities().text(task.pin().reason()));
            row.text("delay", moment.identities().text(task.delay()));
            row.text("reason", moment.identities().text(task.reason()));
            row.text("note", moment.identities().text(task.job().note()));
            row.objects("items", task.job().items(), QueueRows::item);
            row.texts("equipment", task.job().equipment());
            row.flag("roundTrip", task.job().roundTrip());
            row.text(
                    "returnOf",
                    task.job().returnOf() == null ? null : task.job().returnOf().value());
            row.word("origin", task.job().origin());
            row.object("patient", task.job().movesPatient() ? task : null, QueueRows::check);
        });
    }

    private static List<Reason> shown(@Nullable Rank rank, int most) {
        return rank == null ? List.of() : rank.reasons().stream().limit(most).toList();
    }

    private static void reason(RowJson row, Reason reason) {
        row.word("cause", reason.cause());
        row.instant("at", reason.at());
    }

    private static void item(RowJson row, Item item) {
        row.text("kind", item.kind());
        row.number("count", item.count());
    }

    /** Of somebody who is moved: how far one is with finding out that it is the right one, and never who. */
    private static void check(RowJson row, Task task) {
        BedsideCheck check = task.check();
        row.instant("arrivedAt", check == null ? null : check.arrivedAt());
        row.instant("confirmedAt", check == null ? null : check.confirmedAt());
        row.word("confirmedBy", check == null ? null : check.how());
        row.instant("mismatchAt", check == null ? null : check.mismatchAt());
    }

    private static void stuck(RowJson row, Stuck stuck) {
        row.word("stage", stuck.stage());
        row.instant("since", stuck.since());
        row.number("minutes", (int) stuck.limit().toMinutes());
    }

    private static byte[] worker(Moment moment, String key, Worker worker, boolean located) {
        return RowJson.row(key, "worker", row -> {
            row.text("worker", worker.key().value());
            row.texts("zones", worker.zones());
            row.words("skills", worker.skills());
            row.instant("since", worker.since());
            row.instant("until", worker.until());
            row.instant("breakSince", worker.breakSince());
            row.text("name", moment.identities().firstName(worker.key()));
            if (located) {
                row.object("at", worker.lastAt(), (object, point) -> place(moment, object, point));
                row.texts(
                        "tasks",
                        moment.hospital().tasks().of(worker.key()).stream()
                                .map(task -> task.value())
                                .toList());
            }
        });
    }

    private static void colleague(Moment moment, RowJson row, StaffKey to) {
        row.text("worker", to.value());
        row.text("name", moment.identities().firstName(to));
    }

    private static @Nullable String stopName(Moment moment, String stop) {
        return moment.hospital().places().definition().orders().stops().stream()
                .filter(one -> one.id().equals(stop))
                .map(Named::name)
                .findFirst()
                .orElse(null);
    }

    private static void place(Moment moment, RowJson row, Point point) {
        BedPlace bed = point.bed() == null ? null : moment.hospital().places().bed(point.bed());
        Ward ward = bed != null
                ? bed.ward()
                : point.ward() == null ? null : moment.hospital().places().ward(point.ward());
        row.text("bed", point.bed() == null ? null : point.bed().value());
        row.text(
                "room",
                bed == null || bed.room() == null ? null : bed.room().id().value());
        row.text("label", bed == null ? null : bed.label());
        row.text("suffix", bed == null ? null : bed.suffix());
        row.text("ward", ward == null ? null : ward.id().value());
        row.text("wardName", ward == null ? null : ward.name());
        row.text("floor", ward == null ? null : ward.floor());
        row.text("building", ward == null ? null : ward.building());
        row.text("zone", ward == null ? null : ward.zone());
        row.text("stop", point.stop());
        row.text("stopName", point.stop() == null ? null : stopName(moment, point.stop()));
    }
}
