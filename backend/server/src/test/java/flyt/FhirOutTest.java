package flyt;

import static flyt.DemoHouse.admission;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a hospital says in FHIR R4, as a system asks for it. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FhirOutTest {
    private DemoHouse house;
    private Caller system;
    private FhirCaller fhir;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        house = new DemoHouse(folder);
        system = house.system("record-system");
        fhir = new FhirCaller(house, system, "FJO");
        house.standStill("2026-11-12T12:00:00Z");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void aBedIsPartOfItsRoomItsWardItsBuildingAndTheHospital() throws Exception {
        List<String> way = new ArrayList<>();
        String id = "bed-LUN-309";
        while (id != null) {
            Location place = fhir.read(Location.class, id);
            way.add(place.getPhysicalType().getCodingFirstRep().getCode() + " " + place.getName());
            id = place.hasPartOf() ? place.getPartOf().getReference().substring("Location/".length()) : null;
        }
        assertThat(way).containsExactly("bd 309", "ro 309", "wa Lunge", "bu Bygg A", "si Fjordvik sykehus");
        assertThat(fhir.ids("Location?partof=Location/room-LUN-309")).containsExactly("bed-LUN-309");
        assertThat(fhir.ids("Location?partof=" + house.server.url() + "/fhir/FJO/Location/room-LUN-309"))
                .containsExactly("bed-LUN-309");
    }

    @Test
    void aStayTellsEachPlaceWithBothItsEndsAndItsBedsWhatIsInThem() throws Exception {
        assertThat(status("bed-LUN-310")).isEqualTo("U");
        long came =
                house.report(system, "FJO", admission("V3001", "LUN", "LUN-310").put("responsibleWard", "GER"));
        assertThat(status("bed-LUN-310")).isEqualTo("O");
        Encounter lying = fhir.read(Encounter.class, "V3001");
        assertThat(lying.getStatus()).isEqualTo(EncounterStatus.INPROGRESS);
        assertThat(lying.getClass_().getCode()).isEqualTo("IMP");
        assertThat(lying.getServiceProvider().getIdentifier().getValue()).isEqualTo("GER");
        assertThat(Long.parseLong(lying.getMeta().getVersionId())).isLessThanOrEqualTo(came);

        long moved = house.report(
                system,
                "FJO",
                about("V3001", "PatientTransferred", "2026-11-12T10:30:00.250Z").put("place", place("LUN", "LUN-311")));
        assertThat(status("bed-LUN-310")).isEqualTo("K");
        assertThat(status("bed-LUN-311")).isEqualTo("O");
        assertThat(fhir.ids("Encounter?status=in-progress&location=ward-LUN&identifier=urn:flyt:visit%7CV3001"))
                .containsExactly("V3001");
        long left = house.report(system, "FJO", discharge("V3001", "2026-11-12T11:00:00Z"));
        Encounter gone = fhir.read(Encounter.class, "V3001");
        assertThat(gone.getLocation().stream().map(FhirOutTest::placement))
                .containsExactly(
                        "Location/bed-LUN-310 completed 2026-11-12T09:00:00.000Z 2026-11-12T10:30:00.250Z",
                        "Location/bed-LUN-311 completed 2026-11-12T10:30:00.250Z 2026-11-12T11:00:00.000Z");
        assertThat(gone.getStatus()).isEqualTo(EncounterStatus.FINISHED);
        assertThat(Long.parseLong(gone.getMeta().getVersionId()))
                .isGreaterThan(moved)
                .isLessThanOrEqualTo(left);
        assertThat(fhir.ids("Encounter?status=in-progress&identifier=V3001")).isEmpty();
    }

    @Test
    void aCleanIsATaskAtItsBedUntilItIsDoneAndStaysOneAfterwards() throws Exception {
        var unused = house.report(
                system, "FJO", admission("V3002", "LUN", "LUN-312"), discharge("V3002", "2026-11-12T10:00:00Z"));
        String id = fhir.ids("Task?location=bed-LUN-312").get(0);
        Task ordered = fhir.read(Task.class, id);
        assertThat(ordered.getStatus()).isEqualTo(TaskStatus.READY);
        assertThat(ordered.getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("pending");
        assertThat(ordered.getCode().getCodingFirstRep().getCode()).isEqualTo("clean-standard");
        assertThat(ordered.getFocus().getReference()).isEqualTo("Location/bed-LUN-312");

        unused = house.report(system, "FJO", cleaning("CleaningStarted", "10:10:00"));
        assertThat(status("bed-LUN-312")).isEqualTo("H");
        assertThat(fhir.read(Task.class, id).getStatus()).isEqualTo(TaskStatus.INPROGRESS);
        unused =
                house.report(system, "FJO", cleaning("CleaningDone", "10:32:00").put("made", true));
        assertThat(status("bed-LUN-312")).isEqualTo("U");
        Task done = fhir.read(Task.class, id);
        assertThat(done.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(done.getExecutionPeriod().getStartElement().getValueAsString())
                .isEqualTo("2026-11-12T10:10:00.000Z");
        assertThat(done.getExecutionPeriod().getEndElement().getValueAsString()).isEqualTo("2026-11-12T10:32:00.000Z");
        assertThat(fhir.ids("Task?status=completed,failed&location=ward-LUN&code=urn:flyt:task-kind%7Cclean-standard"))
                .contains(id);
    }

    private static JsonObject cleaning(String type, String time) {
        return new JsonObject().put("type", type).put("bed", "LUN-312").put("occurredAt", "2026-11-12T" + time + "Z");
    }

    @Test
    void anOrderOfTheLaboratoryTellsHowFarItIsAndNothingOfTheAnswer() throws Exception {
        var unused = house.report(
                system,
                "FJO",
                admission("V3003", "LUN", "LUN-313"),
                lab("collected", DemoHouse.NINE),
                lab("final", "2026-11-12T09:40:00Z").put("critical", true));
        HttpResponse<String> answer = fhir.ask("ServiceRequest?encounter=Encounter/V3003");
        assertThat(answer.body()).doesNotContain("critical");
        ServiceRequest order = (ServiceRequest)
                FhirCaller.parsed(Bundle.class, answer).getEntryFirstRep().getResource();
        assertThat(order.getStatus()).isEqualTo(ServiceRequestStatus.COMPLETED);
        assertThat(order.getExtensionString("urn:flyt:lab-status")).isEqualTo("final");
        assertThat(order.getSubject().getIdentifier().getSystem()).isEqualTo("urn:flyt:patient");
    }

    private static JsonObject lab(String status, String at) {
        return about("V3003", "LabStatusReported", at).put("order", "L 77/a").put("status", status);
    }

    @Test
    void nobodyIsNamedAndOfTheProtectedThereIsLess() throws Exception {
        var unused = house.report(
                system,
                "FJO",
                admission("V3004", "LUN", "LUN-314").put("patient", person("V3004", "Synlig", false)),
                about("V3004", "IsolationReported", DemoHouse.NINE).put("isolation", "droplet"),
                admission("V3005", "LUN", "LUN-315").put("patient", person("V3005", "Skjult", true)),
                about("V3005", "IsolationReported", DemoHouse.NINE).put("isolation", "droplet"));
        assertThat(status("bed-LUN-314")).isEqualTo("I");
        assertThat(status("bed-LUN-315")).isEqualTo("O");
        assertThat(fhir.ids("Location?operational-status=I&_id=bed-LUN-314,bed-LUN-315"))
                .containsExactly("bed-LUN-314");
        assertThat(fhir.ids("Encounter?location=ward-LUN")).contains("V3004").doesNotContain("V3005");
        assertThat(fhir.read(Encounter.class, "V3004").hasSubject()).isTrue();
        Encounter hidden = fhir.read(Encounter.class, "V3005");
        assertThat(hidden.hasSubject()).isFalse();
        assertThat(hidden.getMeta().getSecurityFirstRep().getCode()).isEqualTo("REDACTED");
        for (String type : List.of("Encounter", "Location", "Task", "ServiceRequest")) {
            assertThat(fhir.ask(type + "?_count=500").body())
                    .doesNotContain("Synlig", "Skjult", "Testesen", "1957", "P-V3004", "P-V3005");
        }
        List<String> remembered =
                json(house.ask(house.person(Role.AUDITOR), "GET", "/api/v1/access/log?hospital=FJO", "")).stream()
                        .map(JsonObject::encode)
                        .filter(line -> line.contains("V3004"))
                        .toList();
        assertThat(remembered).isNotEmpty().allMatch(line -> line.contains("\"deed\":\"stay\""));
    }

    private static List<JsonObject> json(HttpResponse<String> log) {
        return DemoHouse.json(log).getJsonArray("lines", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    @Test
    void pagesSkipNothingAndTellNothingTwiceWhileThingsChange() throws Exception {
        List<String> seen = new ArrayList<>();
        Bundle page = fhir.search("Location?_count=150");
        Set<String> first = new HashSet<>(fhir.ids("Location?_count=500"));
        int pages = 0;
        while (page != null) {
            List<String> ids = FhirCaller.idsIn(page);
            seen.addAll(ids);
            // a bed that was told already and one that was not yet, both with a new version
            var unused = house.report(
                    system, "FJO", reserved("LUN-301", pages), reserved("OBS-030", pages), reserved("AKM-01", pages));
            pages++;
            page = fhir.next(page);
        }
        assertThat(pages).isGreaterThan(2);
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(first);
    }

    private static JsonObject reserved(String bed, int round) {
        return new JsonObject()
                .put("type", round % 2 == 0 ? "BedClosed" : "BedOpened")
                .put("bed", bed)
                .mergeIn(round % 2 == 0 ? new JsonObject().put("reason", "staffing") : new JsonObject());
    }

    @Test
    void whatChangedSinceIsFoundByWhenItDid() throws Exception {
        var unused = house.report(system, "FJO", admission("V3006", "LUN", "LUN-316"));
        Encounter one = fhir.read(Encounter.class, "V3006");
        String changed = one.getMeta().getLastUpdatedElement().getValueAsString();
        String query = "Encounter?_id=V3006&_lastUpdated=";
        assertThat(fhir.ids(query + "ge" + changed)).containsExactly("V3006");
        assertThat(fhir.ids(query + "le" + changed)).containsExactly("V3006");
        assertThat(fhir.ids(query + "gt" + changed)).isEmpty();
        assertThat(fhir.ids(query + "lt" + changed)).isEmpty();
        assertThat(fhir.ids(query + changed.substring(0, 10))).containsExactly("V3006");
        assertThat(fhir.ids(query + "ge2000&_lastUpdated=lt2001")).isEmpty();
    }

    /** Numbers of visits need not stand in an address. */
    @Test
    void aSearchMayComeInAForm() throws Exception {
        String form = "application/x-www-form-urlencoded";
        Bundle found = FhirCaller.parsed(
                Bundle.class,
                fhir.send(
                        "POST", "Location/_search?_count=5", "_id=ward%2DGER,ward-LUN&partof=", "Content-Type", form));
        assertThat(FhirCaller.idsIn(found)).isEmpty();
        found = FhirCaller.parsed(
                Bundle.class, fhir.send("POST", "Location/_search", "_id=ward%2DGER&_count=5", "Content-Type", form));
        assertThat(FhirCaller.idsIn(found)).containsExactly("ward-GER");
        outcome(fhir.send("POST", "Location/_search", "_id=%zz", "Content-Type", form), 400, "faulty-query", "body");
        assertThat(fhir.send("POST", "Location/_search", "{}").statusCode()).isEqualTo(415);
    }

    @Test
    void whoeverHasTheVersionGetsNothing() throws Exception {
        HttpResponse<String> first = fhir.ask("Location/ward-GER");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag)
                .isEqualTo("W/\""
                        + new JsonObject(first.body()).getJsonObject("meta").getString("versionId") + "\"");
        HttpResponse<String> again = fhir.ask("Location/ward-GER", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(fhir.ask("Location/ward-GER", "If-None-Match", "W/\"0\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotUnderstoodIsToldAsItIsAskedFor() throws Exception {
        Bundle lenient = fhir.search("Location?_id=ward-GER&colour=blue");
        assertThat(lenient.getEntry()).hasSize(2);
        assertThat(lenient.getEntry().get(1).getResource()).isInstanceOf(OperationOutcome.class);
        assertThat(lenient.getLink("self").getUrl()).doesNotContain("colour");
        outcome(fhir.ask("Location?colour=blue", "Prefer", "handling=strict"), 400, "faulty-query", "colour");
        outcome(fhir.ask("Location?status:not=active"), 400, "faulty-query", "status:not");
        outcome(fhir.ask("Location?_lastUpdated=ap2026"), 400, "faulty-query", "_lastUpdated");
        outcome(fhir.ask("Location?_cursor=*"), 400, "faulty-query", "_cursor");
        outcome(fhir.ask("Location/none"), 404, "unknown-resource", null);
        outcome(fhir.ask("Medication/1"), 404, "unknown-route", null);
        outcome(new FhirCaller(house, system, "NOWHERE").ask("metadata"), 404, "unknown-hospital", null);
        outcome(new FhirCaller(house, Caller.NOBODY, "FJO").ask("Location"), 401, "sign-in-needed", null);
    }

    private static void outcome(HttpResponse<String> answer, int status, String code, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        OperationOutcome outcome = FhirCaller.parsed(OperationOutcome.class, answer.body());
        assertThat(outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo(code);
        assertThat(outcome.getIssueFirstRep().getExpression().stream().map(Object::toString))
                .containsExactlyElementsOf(field == null ? List.of() : List.of(field));
    }

    @Test
    void whatTheStatementSaysCanBeDone() throws Exception {
        CapabilityStatement statement = FhirCaller.parsed(CapabilityStatement.class, fhir.ask("metadata"));
        List<CapabilityStatementRestResourceComponent> types =
                statement.getRestFirstRep().getResource();
        assertThat(types)
                .extracting(CapabilityStatementRestResourceComponent::getType)
                .contains("Encounter", "Location", "ServiceRequest", "Task");
        for (CapabilityStatementRestResourceComponent type : types) {
            for (var parameter : type.getSearchParam()) {
                String value = parameter.getName().equals("_lastUpdated") ? "ge2026" : "x";
                assertThat(fhir.ask(
                                        type.getType() + "?" + parameter.getName() + "=" + value,
                                        "Prefer",
                                        "handling=strict")
                                .statusCode())
                        .as(type.getType() + " " + parameter.getName())
                        .isEqualTo(200);
            }
        }
    }

    private String status(String bed) throws Exception {
        return fhir.read(Location.class, bed).getOperationalStatus().getCode();
    }

    private static String placement(EncounterLocationComponent one) {
        return String.join(
                " ",
                one.getLocation().getReference(),
                one.getStatus().toCode(),
                one.getPeriod().getStartElement().getValueAsString(),
                one.getPeriod().getEndElement().getValueAsString());
    }

    private static JsonObject about(String visit, String type, String at) {
        return new JsonObject().put("type", type).put("visit", visit).put("occurredAt", at);
    }

    private static JsonObject discharge(String visit, String at) {
        return about(visit, "PatientDischarged", at).put("disposition", "home");
    }

    private static JsonObject place(String ward, String bed) {
        return new JsonObject().put("ward", ward).put("bed", bed);
    }

    private static JsonObject person(String visit, String given, boolean isProtected) {
        return new JsonObject()
                .put("number", "P-" + visit)
                .put("given", given)
                .put("family", "Testesen")
                .put("birthDate", "1957-03-09")
                .put("protected", isProtected);
    }
}
