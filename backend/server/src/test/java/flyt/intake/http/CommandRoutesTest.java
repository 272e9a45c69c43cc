package flyt.intake.http;

import static flyt.intake.http.OpenDoor.assertJson;
import static flyt.intake.http.OpenDoor.assertProblem;
import static flyt.intake.http.OpenDoor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.domain.Decision.Refusal;
import flyt.domain.Input;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.journal.IdentityRow;
import flyt.runtime.Answer;
import flyt.runtime.Submission;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of wishes, and in which words they are refused. */
@Timeout(120)
class CommandRoutesTest {
    private static final String START =
            "{\"type\":\"StartTask\",\"commandId\":\"0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77\","
                    + "\"at\":\"2026-11-12T09:42:00Z\",\"task\":\"T-881\"}";

    @RegisterExtension
    final OpenDoor door = new OpenDoor();

    @Test
    void aCommandIsAnsweredWithItsOutcome() throws Exception {
        door.hospitals.answer = () -> new Answer.Accepted(9, List.of());
        assertJson(door.post("/commands", START), "{'outcome':'accepted','seq':9}");
        door.hospitals.answer = () -> new Answer.Repeated(9);
        assertJson(door.post("/commands", START), "{'outcome':'repeated','seq':9}");
    }

    @Test
    void aFaultyCommandReachesNoHospital() throws Exception {
        assertProblem(door.post("/commands", START.replace("T-881", "T 881")), 422, "faulty-command");
        assertProblem(door.post("/commands", START.replace("0b6f", "x")), 422, "faulty-command");
        assertProblem(door.post("/commands", START.replace("StartT", "StopT")), 422, "faulty-command");
        assertThat(door.hospitals.told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void aRefusalHasACodeAndPlainWords(Refusal refusal) throws Exception {
        door.hospitals.answer = () -> new Answer.Refused(refusal);
        HttpResponse<String> answer = door.post(
                "/commands",
                "{\"type\":\"OrderCleaning\",\"commandId\":\"0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77\","
                        + "\"at\":\"2026-11-12T09:42:00Z\",\"bed\":\"LUN-301\"}");
        assertProblem(answer, 409, "refused");
        JsonNode problem = json(answer);
        assertThat(problem.get("reason").textValue()).matches("[a-z]+(-[a-z]+)*");
        assertThat(problem.get("title").textValue()).matches("[A-Z].*\\.").doesNotContain("_");
    }

    @Test
    void whatAPersonDoesCarriesTheirNameAndIsOnAWardOfTheirs() throws Exception {
        Grant nurse = new Grant(Role.NURSE, Reach.wards("FJO", "LUN"));
        assertThat(door.postAs("/commands", START, nurse).statusCode()).isEqualTo(200);
        Submission told = door.hospitals.told.get(0);
        assertThat(((Input.Wish) told.input()).actor()).isNotNull();
        assertThat(told.identities()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo("staff");
            assertThat(row.given()).isEqualTo("Ingrid");
            assertThat(row.number()).isEqualTo("account/a-ingrid");
        });

        door.hospitals.wards = Set.of(new WardId("GER"));
        assertProblem(door.postAs("/commands", START, nurse), 403, "not-yours");
        assertProblem(
                door.postAs("/commands", START, new Grant(Role.LEADER, Reach.hospital("FJO"))), 403, "not-your-role");
        assertThat(door.hospitals.told).hasSize(1);
    }

    @Test
    void whatIsNotKnownAnyMoreIsForTheHospitalToSay() throws Exception {
        door.hospitals.wards = Set.of();
        door.hospitals.answer = () -> new Answer.Refused(Refusal.TASK_GONE);
        assertProblem(
                door.postAs("/commands", START, new Grant(Role.NURSE, Reach.wards("FJO", "LUN"))), 409, "refused");
        assertProblem(
                door.postAs("/commands", START, new Grant(Role.NURSE, Reach.wards("KAL", "LUN"))), 403, "not-yours");
    }

    @Test
    void aCleanerReachesTheZone() throws Exception {
        String zone = door.hospitals.zoneOf(new HospitalId("FJO"), new WardId("LUN"));
        Grant cleaner = new Grant(Role.CLEANER, new Reach("FJO", null, Set.of(zone)));
        assertThat(door.postAs("/commands", START, cleaner).statusCode()).isEqualTo(200);
        Grant elsewhere = new Grant(Role.CLEANER, new Reach("FJO", null, Set.of("elsewhere")));
        assertProblem(door.postAs("/commands", START, elsewhere), 403, "not-yours");
    }

    @Test
    void whoIsMadeResponsibleWorksOnTheWard() throws Exception {
        Grant coordinator = new Grant(Role.WARD_COORDINATOR, Reach.hospital("FJO"));
        String assign = "{\"type\":\"AssignNurse\",\"commandId\":\"0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77\","
                + "\"at\":\"2026-11-12T09:42:00Z\",\"visit\":\"V100\",\"nurse\":\"a-amina\"}";
        assertThat(door.postAs("/commands", assign, coordinator).statusCode()).isEqualTo(200);
        assertThat(door.hospitals.told.get(0).identities())
                .extracting(IdentityRow::given)
                .containsExactly("Ingrid", "Amina");

        door.hospitals.wards = Set.of(new WardId("GER"));
        assertProblem(door.postAs("/commands", assign, coordinator), 409, "not-responsible");
        assertProblem(
                door.postAs("/commands", assign.replace("a-amina", "a-nobody"), coordinator), 404, "unknown-account");
        assertThat(door.hospitals.told).hasSize(1);
    }

    @Test
    void aSystemSpeaksForWhomItKnowsByTheKeyOfItsReports() throws Exception {
        String duty = "{\"type\":\"StartDuty\",\"commandId\":\"0b6f2e4e-0d3a-4a6e-9d2f-5f0c8b6d1a77\","
                + "\"at\":\"2026-11-12T09:42:00Z\",\"team\":\"cleaning\",\"for\":{\"key\":\"C-7\",\"name\":\"Leila\"}}";
        assertThat(door.post("/commands", duty).statusCode()).isEqualTo(200);
        Submission told = door.hospitals.told.get(0);
        assertThat(((Input.Wish) told.input()).actor())
                .isEqualTo(new Pseudonyms(new byte[32])
                        .staff(
                                new HospitalId("FJO"),
                                door.hospitals.fjordvik.timeZone(),
                                "C-7",
                                Instant.parse("2026-11-12T09:42:00Z")));
        assertThat(told.identities())
                .extracting(IdentityRow::number, IdentityRow::given)
                .containsExactly(tuple("C-7", "Leila"));

        assertProblem(
                door.postAs("/commands", duty, new Grant(Role.CLEANER, Reach.hospital("FJO"))), 422, "faulty-command");
        assertProblem(
                door.post("/commands", START.replace("\"task\"", "\"for\":{\"key\":\"C-7\"},\"task\"")),
                422,
                "faulty-command");
        assertThat(door.hospitals.told).hasSize(1);
    }
}
