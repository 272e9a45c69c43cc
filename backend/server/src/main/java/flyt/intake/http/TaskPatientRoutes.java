package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.access.log.LogEntry;
import flyt.domain.place.HospitalId;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import flyt.journal.IdentityRow;
import flyt.runtime.Hospitals;
import flyt.runtime.StayHistory;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET …/tasks/{task}/patient}: whom somebody moves, by name and birth date, from when they stand at the bed until they
 * hand over (domain 3.9). Before and after, and for anybody else's task, the answer is no; each look and each no is in the access
 * log with the task as its reason.
 */
final class TaskPatientRoutes implements Routes {
    private final Hospitals hospitals;
    private final OwnWork own;
    private final Gate gate;
    private final Witness witness;

    TaskPatientRoutes(Hospitals hospitals, OwnWork own, Gate gate, Witness witness) {
        this.hospitals = hospitals;
        this.own = own;
        this.gate = gate;
        this.witness = witness;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/tasks/:task/patient")
                .handler(context -> Answers.json(context, hospital -> patient(context, hospital)));
    }

    private Future<Buffer> patient(RoutingContext context, HospitalId hospital) {
        String task = context.pathParam("task");
        return gate.allowed(context, who -> RoleTable.verdict(who, View.TASK_PATIENT, hospital.value(), Where.WHOLE, 1))
                .compose(who -> own.of(hospital, who).map(work -> work.patientOf(task)))
                .compose(stay -> stay == null
                        ? refused(context, hospital, task)
                        : hospitals.stay(hospital, stay).compose(told -> shown(context, hospital, task, stay, told)));
    }

    private Future<Buffer> refused(RoutingContext context, HospitalId hospital, String task) {
        return witness.noteRefused(context, View.TASK_PATIENT.wire(), about(hospital, task, null, null))
                .compose(noted -> Failures.answer(Problem.of(
                        409,
                        "not-with-the-patient",
                        "Only whoever moves a patient sees who it is, while they are there.")));
    }

    private Future<Buffer> shown(
            RoutingContext context, HospitalId hospital, String task, StayId stay, @Nullable StayHistory told) {
        PatientKey patient = told == null ? null : told.patient();
        return witness.letThrough(
                        context,
                        who -> RoleTable.verdict(who, View.TASK_PATIENT, hospital.value(), Where.WHOLE, 1),
                        View.TASK_PATIENT.wire(),
                        about(hospital, task, stay, patient))
                .compose(who -> patient == null
                        ? Future.succeededFuture((IdentityRow) null)
                        : hospitals.patient(hospital, patient))
                .map(row -> json(row).toBuffer());
    }

    private static UnaryOperator<LogEntry> about(
            HospitalId hospital, String task, @Nullable StayId stay, @Nullable PatientKey patient) {
        return entry -> entry.in(hospital.value())
                .about(stay == null ? null : stay.value(), patient == null ? null : patient.value())
                .because(task);
    }

    /** A protected patient has no name here: the ward confirms with whoever moves them (domain 3.13). */
    private static JsonObject json(@Nullable IdentityRow row) {
        boolean hidden = row != null && Boolean.TRUE.equals(row.isProtected());
        boolean known = row != null && !hidden;
        return new JsonObject()
                .put("given", known ? row.given() : null)
                .put("family", known ? row.family() : null)
                .put(
                        "birthDate",
                        !known || row.birthDate() == null
                                ? null
                                : row.birthDate().toString())
                .put("protected", hidden);
    }
}
