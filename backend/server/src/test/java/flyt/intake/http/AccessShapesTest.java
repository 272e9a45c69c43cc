package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import flyt.access.DeviceKind;
import flyt.access.Grant;
import flyt.access.Naming;
import flyt.access.Principal;
import flyt.access.Principal.Machine;
import flyt.access.Principal.Nobody;
import flyt.access.Principal.Person;
import flyt.access.Principal.Screen;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.View;
import flyt.access.account.Account;
import flyt.access.client.Client;
import flyt.access.log.LogJson;
import flyt.access.log.LogLine;
import flyt.access.log.Relation;
import flyt.access.screen.PairedScreen;
import flyt.access.screen.PairedScreen.State;
import flyt.access.screen.ScreenSettings;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the access routes answer is as its schema says. */
class AccessShapesTest {
    private static final Instant NOW = Instant.parse("2026-11-12T09:42:00.123Z");
    private static final Screen WALL =
            new Screen("s-1", "Vaktrom", "3. etasje", "FJO", View.WARD, "LUN", List.of("A"), 3, Naming.NAME_ON_SIGN_IN);
    private static final List<Grant> GRANTS = List.of(
            new Grant(Role.NURSE, Reach.wards("FJO", "LUN", "GER")),
            new Grant(Role.CLEANER, new Reach("FJO", null, Set.of("R1"))),
            new Grant(Role.ADMINISTRATOR, Reach.EVERYWHERE));

    static Stream<Principal> everySort() {
        return Stream.of(
                new Nobody(false),
                person("ingrid", DeviceKind.OWN, null),
                person(null, DeviceKind.WALL, WALL),
                WALL,
                new Machine("pas", "PAS", Role.INTEGRATION, "FJO", Set.of("report:patient", "ward.2"), Set.of("pas")),
                new Machine("lab", "Lab", Role.LABORATORY, Reach.EVERY, Set.of("report:lab"), null));
    }

    private static Person person(String login, DeviceKind device, Screen at) {
        return new Person(
                "a-1",
                "session",
                login,
                "Ingrid Solheim",
                "Ingrid",
                "nb",
                GRANTS,
                device,
                at == null ? null : at.id(),
                at,
                false,
                NOW,
                300,
                List.of());
    }

    @ParameterizedTest
    @MethodSource("everySort")
    void whoeverAsks(Principal who) throws IOException {
        assertFits("access.schema.json#/$defs/me", AccessJson.me(who, true));
    }

    @Test
    void aPersonWithoutANameIsNone() throws IOException {
        JsonObject nameless = AccessJson.me(person("ingrid", DeviceKind.OWN, null), true);
        var name = nameless.remove("name");
        assertThat(faults("access.schema.json#/$defs/me", nameless)).isNotEmpty();
    }

    @Test
    void accountsAndSystems() throws IOException {
        Account local = new Account("a-1", "ingrid", "Ingrid Solheim", "Ingrid", "nb", null, true, NOW, null, GRANTS);
        Account provided =
                new Account("a-2", null, "Ola", "Ola", "en", "https://id.example.no", false, NOW, NOW, List.of());
        assertFits(
                "access.schema.json#/$defs/account", AccessJson.account(local).put("password", "b7-Kw_9zPq3LmXy1"));
        assertFits("access.schema.json#/$defs/account", AccessJson.account(provided));
        Client limited = new Client(
                "c-1",
                "PAS",
                Role.INTEGRATION,
                "FJO",
                Set.of("house"),
                Set.of("pas"),
                List.of("10.20.0.0/16"),
                NOW,
                null);
        Client anywhere = new Client("c-2", "Lab", Role.LABORATORY, "*", Set.of("report:lab"), null, null, NOW, NOW);
        assertFits("access.schema.json#/$defs/client", AccessJson.client(limited));
        assertFits("access.schema.json#/$defs/client", AccessJson.client(anywhere));
    }

    @Test
    void screens() throws IOException {
        ScreenSettings ward = new ScreenSettings(
                "Vaktrom", "3. etasje", "FJO", View.WARD, "LUN", List.of("A"), 3, Naming.NAME_ON_SIGN_IN, 55.0, 3.5);
        ScreenSettings house = new ScreenSettings(
                "Foajé", "1. etasje", "FJO", View.HOUSE, "-", List.of(), 1, Naming.INITIALS, null, null);
        for (State state : State.values()) {
            assertFits(
                    "access.schema.json#/$defs/pairedScreen",
                    ScreenFields.json(new PairedScreen("s-1", ward, state, "a-1", NOW, NOW, "0.1.0")));
        }
        assertFits(
                "access.schema.json#/$defs/pairedScreen",
                ScreenFields.json(new PairedScreen("s-2", house, State.WAITING, "a-1", NOW, null, null)));
    }

    @Test
    void linesAndRelations() throws IOException {
        assertFits("access-log.schema.json#/$defs/line", LogJson.of(sitting()));
        assertFits("access-log.schema.json#/$defs/line", LogJson.of(refusedToSomebodyWithoutARole()));
        assertFits(
                "access-log.schema.json#/$defs/relation",
                LogJson.of(new Relation(
                        7, "FJO", "a-1", "Ingrid Solheim", "V100", null, "Stans", NOW, NOW, null, null, null)));
        assertFits(
                "access-log.schema.json#/$defs/relation",
                LogJson.of(new Relation(
                        8, "FJO", "a-1", "Ingrid Solheim", null, "LUN", "Stans", NOW, NOW, "a-2", NOW, "I orden")));
    }

    private static LogLine sitting() {
        return new LogLine(
                1,
                NOW,
                NOW,
                true,
                "FJO",
                "screen",
                "s-1",
                "Vaktrom",
                "ward-screen",
                "3. etasje",
                "ward",
                "ward",
                "LUN",
                3,
                null,
                null,
                null,
                "10.0.0.7",
                "s-1",
                "allowed");
    }

    private static LogLine refusedToSomebodyWithoutARole() {
        return new LogLine(
                2, NOW, null, false, null, "person", "a-1", "Ola", null, null, "stay", null, null, null, "V100", "p-1",
                "Klage", null, null, "refused");
    }

    private static void assertFits(String schema, JsonObject answer) throws IOException {
        assertThat(faults(schema, answer)).as(answer.encode()).isEmpty();
    }

    private static Set<ValidationMessage> faults(String schema, JsonObject answer) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("classpath:flyt/protocol/schema/" + schema))
                .validate(new ObjectMapper().readTree(answer.encode()));
    }
}
