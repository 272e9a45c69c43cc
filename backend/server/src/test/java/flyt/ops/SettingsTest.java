package flyt.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String URL = "postgresql://flyt:s3cret@db.example:5432/flyt";

    @Test
    void anEmptyEnvironmentGivesTheDefaults() {
        Settings settings = new Settings(Map.of("PATH", "/bin"));

        assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.dataDir()).isEqualTo(Path.of("./data"));
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.clusterMembers()).isEmpty();
        assertThat(settings.clusterHost()).isEqualTo("127.0.0.1");
        assertThat(settings.clusterPort()).isEqualTo(5701);
        assertThat(settings.clusterName()).isEqualTo("flyt");
        assertThat(settings.hospitalFiles()).isEmpty();
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.isHttps()).isFalse();
        assertThat(settings.demo()).isFalse();
        assertThat(settings.clientsFile()).isEmpty();
        assertThat(settings.sharedIdleSeconds()).isEqualTo(300);
        assertThat(settings.accessLogDays()).isEqualTo(1826);
        assertThat(settings.oidcIssuer()).isEmpty();
        assertThat(settings.logFormat()).isEqualTo("json");
        assertThat(settings.snapshotEvery()).isEqualTo(5000);
    }

    @Test
    void theEnvironmentWins() {
        Settings settings = new Settings(Map.of(
                "FLYT_HTTP_HOST", "127.0.0.2",
                "FLYT_HTTP_PORT", " 0 ",
                "FLYT_DATABASE_URL", URL,
                "FLYT_IDENTITY_KEY_FILE", "/run/secrets/identity.key",
                "FLYT_CLUSTER_MEMBERS", "a.example:5701, 10.0.0.2:5702",
                "FLYT_HOSPITAL_FILES", "fjordvik,/etc/flyt/KAL.json",
                "FLYT_DEMO", "true",
                "FLYT_LOG_FORMAT", "text"));

        assertThat(settings.httpHost()).isEqualTo("127.0.0.2");
        assertThat(settings.httpPort()).isZero();
        assertThat(settings.databaseUrl()).contains(URL);
        assertThat(settings.clusterMembers()).containsExactly("a.example:5701", "10.0.0.2:5702");
        assertThat(settings.hospitalFiles()).containsExactly("fjordvik", "/etc/flyt/KAL.json");
        assertThat(settings.demo()).isTrue();
        assertThat(settings.logFormat()).isEqualTo("text");
    }

    @Test
    void allFaultsAreListedAtOnce() {
        BadSettings refused = catchThrowableOfType(
                BadSettings.class,
                () -> new Settings(Map.of(
                        "FLYT_HTTP_PORT", "eighty",
                        "FLYT_HTTP_HOST", "not a host",
                        "FLYT_HTTP_PROT", "8080",
                        "FLYT_SNAPSHOT_EVERY", "0")));

        assertThat(refused.faults())
                .containsExactly(
                        "FLYT_HTTP_HOST=not a host: not a host name or address. Allowed: a host name or address.",
                        "FLYT_HTTP_PORT=eighty: not a whole number. Allowed: 0 to 65535.",
                        "FLYT_SNAPSHOT_EVERY=0: out of range. Allowed: 100 to 1000000.",
                        "FLYT_HTTP_PROT: there is no such setting; see ./flyt serve --help.");
        refused.faults().forEach(fault -> assertThat(refused).hasMessageContaining(fault));
    }

    @ParameterizedTest
    @CsvSource({
        "FLYT_HTTP_HOST,not a host",
        "FLYT_HTTP_PORT,-1",
        "FLYT_HTTP_PORT,65536",
        "FLYT_DATA_DIR,''",
        "FLYT_CLUSTER_MEMBERS,a.example",
        "FLYT_CLUSTER_MEMBERS,a.example:0",
        "FLYT_CLUSTER_HOST,a b",
        "FLYT_CLUSTER_PORT,0",
        "FLYT_CLUSTER_NAME,''",
        "FLYT_PUBLIC_URL,flyt.example.no",
        "FLYT_DEMO,yes",
        "FLYT_SHARED_IDLE_SECONDS,0",
        "FLYT_ACCESS_LOG_DAYS,0",
        "FLYT_LEAST_PEOPLE,4",
        "FLYT_OIDC_DPOP,sometimes",
        "FLYT_LOG_FORMAT,xml",
        "FLYT_SNAPSHOT_EVERY,99"
    })
    void aValueThatIsNotAllowedIsNamed(String name, String value) {
        assertThatThrownBy(() -> new Settings(Map.of(name, value)))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining(name + "=" + value + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://flyt:s3cret@db/flyt",
                "postgresql://flyt:s3cret@db",
                "postgresql://flyt:s3cret@db/",
                "postgresql://db/flyt?password=s3cret",
                "postgresql://flyt:s3cret@db:x/flyt",
                "postgresql://flyt:s3cret%@db/flyt",
                "s3cret"
            })
    void aBadDatabaseAddressIsRefusedWithoutShowingIt(String url) {
        assertThatThrownBy(() -> new Settings(Map.of("FLYT_DATABASE_URL", url)))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("FLYT_DATABASE_URL: ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aDatabaseOfYourOwnNeedsAKeyOfYourOwn() {
        assertThatThrownBy(() -> new Settings(Map.of("FLYT_DATABASE_URL", URL)))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("FLYT_IDENTITY_KEY_FILE: ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void membersWithoutASharedDatabaseAreRefused() {
        assertThatThrownBy(() -> new Settings(Map.of("FLYT_CLUSTER_MEMBERS", "a.example:5701")))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("FLYT_DATABASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.4", "127.0.0.1.example.com", "0.0.0.0", "::"})
    void whatOtherMachinesReachNeedsTls(String host) {
        assertThatThrownBy(() -> new Settings(Map.of("FLYT_HTTP_HOST", host)))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("passwords and patients would go in clear");
        assertThatThrownBy(() -> new Settings(Map.of("FLYT_HTTP_HOST", host, "FLYT_PUBLIC_URL", "http://flyt.no")))
                .isInstanceOf(BadSettings.class);

        assertThat(new Settings(Map.of("FLYT_HTTP_HOST", host, "FLYT_PUBLIC_URL", "https://flyt.no")).isHttps())
                .isTrue();
        assertThat(new Settings(Map.of(
                                "FLYT_HTTP_HOST", host, "FLYT_TLS_CERT_FILE", "a.pem", "FLYT_TLS_KEY_FILE", "b.pem"))
                        .isHttps())
                .isTrue();
    }

    @Test
    void aCertificateNeedsItsKeyAndAProviderItsClient() {
        assertThatThrownBy(() -> new Settings(Map.of("FLYT_TLS_CERT_FILE", "a.pem")))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("FLYT_TLS_KEY_FILE");
        assertThatThrownBy(() -> new Settings(Map.of("FLYT_OIDC_ISSUER", "https://id.example.no")))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("FLYT_OIDC_CLIENT_ID")
                .hasMessageContaining("FLYT_OIDC_CLIENT_SECRET_FILE");
    }

    @Test
    void theHelpListsEverySettingThatIsRead() {
        List<String> names = List.of(
                "FLYT_HTTP_HOST",
                "FLYT_HTTP_PORT",
                "FLYT_PUBLIC_URL",
                "FLYT_TLS_CERT_FILE",
                "FLYT_TLS_KEY_FILE",
                "FLYT_DATA_DIR",
                "FLYT_DATABASE_URL",
                "FLYT_IDENTITY_KEY_FILE",
                "FLYT_IDENTITY_DAYS",
                "FLYT_STAFF_DAYS",
                "FLYT_CLUSTER_MEMBERS",
                "FLYT_CLUSTER_HOST",
                "FLYT_CLUSTER_PORT",
                "FLYT_CLUSTER_NAME",
                "FLYT_HOSPITAL_FILES",
                "FLYT_DEMO",
                "FLYT_ADMIN_PASSWORD_FILE",
                "FLYT_CLIENTS_FILE",
                "FLYT_HL7_FILE",
                "FLYT_RECEIVERS_FILE",
                "FLYT_FHIR_HOOKS_FILE",
                "FLYT_WEB_PUSH_SERVICES",
                "FLYT_INBOX_DAYS",
                "FLYT_SHARED_IDLE_SECONDS",
                "FLYT_ACCESS_LOG_DAYS",
                "FLYT_LEAST_PEOPLE",
                "FLYT_OIDC_ISSUER",
                "FLYT_OIDC_CLIENT_ID",
                "FLYT_OIDC_CLIENT_SECRET_FILE",
                "FLYT_OIDC_CLIENT_KEY_FILE",
                "FLYT_OIDC_SCOPES",
                "FLYT_OIDC_ROLES_FILE",
                "FLYT_OIDC_NAME",
                "FLYT_OIDC_DPOP",
                "FLYT_LOG_FORMAT",
                "FLYT_SNAPSHOT_EVERY",
                "FLYT_FORECAST_MINUTES");

        assertThat(Settings.help().lines().filter(line -> line.startsWith("FLYT_")))
                .containsExactlyElementsOf(names);
        assertThat(Settings.help()).contains("Allowed: 0 to 65535. Default: 8080.");
    }
}
