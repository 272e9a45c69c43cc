package flyt.intake.http;

import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.event.Id;
import flyt.domain.event.MessageKey;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import flyt.journal.IdentityRow;
import flyt.journal.WireNames;
import flyt.runtime.Hospitals;
import flyt.runtime.StayHistory;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET …/stays/{visit}}: a stay with its whole movement history; {@code …/patient}: who it is. */
final class StayRoutes implements Routes {
    private final Hospitals hospitals;
    private final Pseudonyms pseudonyms;
    private final Gate gate;
    private final Witness witness;

    StayRoutes(Hospitals hospitals, Pseudonyms pseudonyms, Gate gate, Witness witness) {
        this.hospitals = hospitals;
        this.pseudonyms = pseudonyms;
        this.gate = gate;
        this.witness = witness;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/stays/:visit")
                .handler(context -> Answers.json(context, id -> seen(context, id, View.STAY, 1)
                        .map(stay -> json(stay).toBuffer())));
        router.get("/api/v1/hospitals/:id/stays/:visit/patient")
                .handler(context -> Answers.json(context, id -> seen(context, id, View.WARD, View.LEVEL_MAX)
                        .compose(stay -> patient(id, stay))));
    }

    /** A stay that somebody may see in this view; that they did is remembered first. */
    private Future<StayHistory> seen(RoutingContext context, HospitalId hospital, View view, int level) {
        String told = context.pathParam("visit");
        if (told.isBlank()) {
            return Failures.answer(Problem.unknownStay());
        }
        // as the sender knows it, or as rows show it
        String visit = pseudonyms.id(hospital, told);
        return gate.allowed(context, who -> RoleTable.somewhere(who, view, level))
                .compose(who -> hospitals.stay(hospital, new StayId(visit)))
                .compose(stay -> witness.letThrough(
                                context,
                                who -> verdict(who, view, level, hospital, visit, stay),
                                view == View.STAY ? view.wire() : "patient",
                                entry -> entry.in(hospital.value()).about(visit, patientOf(stay)))
                        .compose(known ->
                                stay == null ? Failures.answer(Problem.unknownStay()) : Future.succeededFuture(stay)));
    }

    /** By any ward that has to do with the stay now; one that nobody knows is as one of another ward. */
    private Verdict verdict(
            Principal who, View view, int level, HospitalId hospital, String visit, @Nullable StayHistory stay) {
        List<WardId> wards = stay == null ? List.of() : stay.wardsNow();
        return wards.stream()
                .map(ward -> new Where(ward.value(), hospitals.zoneOf(hospital, ward)).about(visit))
                .map(where -> RoleTable.verdict(who, view, hospital.value(), where, level))
                .filter(Verdict::isAllowed)
                .findFirst()
                .orElseGet(() -> RoleTable.verdict(who, view, hospital.value(), Where.WHOLE.about(visit), level));
    }

    private static @Nullable String patientOf(@Nullable StayHistory stay) {
        PatientKey patient = stay == null ? null : stay.patient();
        return patient == null ? null : patient.value();
    }

    /** Who it is, protected or not: whoever asks treats the patient, asked for this one, and is remembered for it. */
    private Future<Buffer> patient(HospitalId hospital, StayHistory stay) {
        PatientKey patient = stay.patient();
        Future<@Nullable IdentityRow> known =
                patient == null ? Future.succeededFuture(null) : hospitals.patient(hospital, patient);
        return known.map(row -> new JsonObject()
                .put("given", row == null ? null : row.given())
                .put("family", row == null ? null : row.family())
                .put(
                        "birthDate",
                        row == null || row.birthDate() == null
                                ? null
                                : row.birthDate().toString())
                .put("protected", row != null && Boolean.TRUE.equals(row.isProtected()))
                .toBuffer());
    }

    private static JsonObject json(StayHistory stay) {
        return new JsonObject()
                .put("visit", stay.visit().value())
                .put("status", WireNames.of(stay.status()))
                .put("patientClass", stay.patientClass() == null ? null : WireNames.of(stay.patientClass()))
                .put("responsibleWard", id(stay.responsibleWard()))
                .put(
                        "placements",
                        new JsonArray(stay.placements().stream()
                                .map(StayRoutes::placement)
                                .toList()))
                .put(
                        "facts",
                        new JsonArray(
                                stay.facts().stream().map(StayRoutes::fact).toList()));
    }

    private static JsonObject placement(StayHistory.Placement one) {
        return new JsonObject()
                .put("ward", one.ward().value())
                .put("room", id(one.room()))
                .put("bed", id(one.bed()))
                .put("from", one.from().toString())
                .put("to", time(one.to()))
                .put("by", message(one.by()).put("type", one.type()));
    }

    private static JsonObject fact(StayHistory.Fact one) {
        return message(one.message())
                .put("type", one.type())
                .put("occurredAt", one.occurredAt().toString())
                .put("recordedAt", one.recordedAt().toString())
                .put("seq", one.seq())
                .put("cancelledBy", one.cancelledBy());
    }

    private static JsonObject message(MessageKey message) {
        return new JsonObject().put("source", message.source().value()).put("messageId", message.id());
    }

    private static @Nullable String id(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
