package flyt.access.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import flyt.access.FaultyFile;
import flyt.access.Role;
import flyt.access.RoleTable;
import flyt.access.SecretToken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsFileTest {
    private static final String SECRET = SecretToken.make();

    @Test
    void everythingThatCanBeSaid() throws FaultyFile {
        List<Declared> declared = ClientsFile.read(
                """
                {"clients": [
                  {"id": "ris", "secret": "%s", "name": "Radiology", "kind": "integration", "hospital": "FJO",
                   "scopes": ["report:patient", "ward.2"], "sources": ["ris"], "addresses": ["10.20.0.0/16"]}]}"""
                        .formatted(SECRET));

        assertThat(declared).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo("ris");
            assertThat(one.secret()).isEqualTo(SECRET);
            assertThat(one.name()).isEqualTo("Radiology");
            assertThat(one.kind()).isEqualTo(Role.INTEGRATION);
            assertThat(one.hospital()).isEqualTo("FJO");
            assertThat(one.scopes()).containsExactlyInAnyOrder("report:patient", "ward.2");
            assertThat(one.sources()).containsExactly("ris");
            assertThat(one.addresses()).containsExactly("10.20.0.0/16");
            assertThat(one.toString()).doesNotContain(SECRET);
        });
    }

    @Test
    void allIsWhatTheTableOffersToTheKindAndNoMore() throws FaultyFile {
        Declared integration = one(client("integration", "\"all\"", ""));
        assertThat(integration.scopes())
                .contains("report:patient", "order-cleaning", "define-hospital", "beds", "ward.1", "ward.2", "ward.3")
                .doesNotContain("ward.4", "accounts", "manage-clients")
                .allMatch(scope -> RoleTable.offers(Role.INTEGRATION, scope));
        assertThat(one(client("laboratory", "\"all\"", "")).scopes())
                .contains("report:lab", "definition")
                .doesNotContain("report:patient", "ward.1");
        assertThat(integration.sources()).isNull();
        assertThat(integration.addresses()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nurse       | "all"           |                            | clients[0].kind: must be integration or laboratory
                    laboratory  | ["ward.1"]      |                            | clients[0].scopes: must be "all" or a list out of
                    integration | "every"         |                            | clients[0].scopes: must be "all" or a list out of
                    integration | ["ward.4"]      |                            | clients[0].scopes: must be "all" or a list out of
                    integration | ["beds","beds"] |                            | clients[0].scopes: must be "all" or a list out of
                    integration | []              |                            | clients[0].scopes: must be "all" or a list out of
                    integration | "all"           | ,"sources":[]              | clients[0].sources: must be a list of ids of sources
                    integration | "all"           | ,"addresses":["localhost"] | clients[0].addresses: must be a list of ranges
                    integration | "all"           | ,"adresses":[]             | clients[0]: has a field that is none of
                    """)
    void whatIsNotUnderstoodIsSaid(String kind, String scopes, String more, String fault) {
        assertThatThrownBy(() -> one(client(kind, scopes, more == null ? "" : more)))
                .isInstanceOf(FaultyFile.class)
                .hasMessageStartingWith(fault)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void allFaultsAreSaidAtOnceAndNoneShowsASecret() {
        FaultyFile faulty = catchThrowableOfType(
                FaultyFile.class,
                () -> ClientsFile.read(
                        """
                        {"clients": [
                          {"id": "c-1", "secret": "%1$s", "name": " ", "kind": "nurse", "hospital": "to sykehus", "scopes": "all"},
                          {"id": "pas", "secret": "%1$s=", "name": "PAS", "kind": "integration", "hospital": "*", "scopes": "all"},
                          {"id": "lab", "secret": "%1$s", "name": "Lab", "kind": "laboratory", "hospital": "*", "scopes": "all"},
                          {"id": "lab", "secret": "%1$s", "name": "Lab", "kind": "laboratory", "hospital": "*", "scopes": "all"},
                          "%1$s", {"%1$s": 1}]}"""
                                .formatted(SECRET)));

        assertThat(faulty.faults())
                .extracting(fault -> fault.split(": ")[0])
                .contains(
                        "clients[0].id",
                        "clients[0].name",
                        "clients[0].kind",
                        "clients[0].hospital",
                        "clients[1].secret",
                        "clients[3].id",
                        "clients[4]",
                        "clients[5]");
        assertThat(faulty).hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"clients": [               | line 1, column
            {"clients": [], "clients": []} | line 1, column
            {"clients": []} x           | line 1, column
            []                          | the file: must be an object
            {}                          | clients: must be a list
            """)
    void whatIsNoSuchFile(String json, String fault) {
        assertThatThrownBy(() -> ClientsFile.read(json))
                .isInstanceOf(FaultyFile.class)
                .hasMessageStartingWith(fault);
    }

    @Test
    void nobodyMayBeDeclared() throws FaultyFile {
        assertThat(ClientsFile.read("{\"clients\": []}")).isEmpty();
    }

    private static Declared one(String json) throws FaultyFile {
        return ClientsFile.read(json).get(0);
    }

    private static String client(String kind, String scopes, String more) {
        return "{\"clients\":[{\"id\":\"one\",\"secret\":\"" + SECRET + "\",\"name\":\"One\",\"kind\":\"" + kind
                + "\",\"hospital\":\"*\",\"scopes\":" + scopes + more + "}]}";
    }
}
