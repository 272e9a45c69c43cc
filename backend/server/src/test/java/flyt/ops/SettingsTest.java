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
        assertThat(settings.screenLevelMax()).isEqualTo(1);
        assertThat(settings.logFormat()).isEqualTo("json");
        assertThat(settings.snapshotEvery()).isEqualTo(5000);
    }

    @Test
    void theEnvironmentWins() {
        Settings settings = new Settings(Map.of(
                "FLYT_HTTP_HOST", "127.0.0.2",
                "FLYT_HTTP_PORT", " 0 ",
                "FLYT_DATABASE_URL", URL,
                "FLYT_CLUSTER_MEMBERS", "a.example:5701, 10.0.0.2:5702",
                "FLYT_HOSPITAL_FILES", "fjordvik,/etc/flyt/KAL.json",
                "FLYT_SCREEN_LEVEL_MAX", "3",
                "FLYT_LOG_FORMAT", "text"));

        assertThat(settings.httpHost()).isEqualTo("127.0.0.2");
        assertThat(settings.httpPort()).isZero();
        assertThat(settings.databaseUrl()).contains(URL);
        assertThat(settings.clusterMembers()).containsExactly("a.example:5701", "10.0.0.2:5702");
        assertThat(settings.hospitalFiles()).containsExactly("fjordvik", "/etc/flyt/KAL.json");
        assertThat(settings.screenLevelMax()).isEqualTo(3);
        assertThat(settings.logFormat()).isEqualTo("text");
    }

    @Test
    void allFaultsAreListedAtOnce() {
        BadSettings refused = catchThrowableOfType(
                BadSettings.class,
                () -> new Settings(Map.of(
                        "FLYT_HTTP_PORT", "eighty",
                        "FLYT_HTTP_HOST", "0.0.0.0",
                        "FLYT_HTTP_PROT", "8080",
                        "FLYT_SNAPSHOT_EVERY", "0")));

        assertThat(refused.faults())
                .containsExactly(
                        "FLYT_HTTP_HOST=0.0.0.0: other machines could reach it, and there is no access control yet"
                                + " that would ask who they are. Allowed: a loopback address.",
                        "FLYT_HTTP_PORT=eighty: not a whole number. Allowed: 0 to 65535.",
                        "FLYT_SNAPSHOT_EVERY=0: out of range. Allowed: 100 to 1000000.",
                        "FLYT_HTTP_PROT: there is no such setting; see ./flyt serve --help.");
        refused.faults().forEach(fault -> assertThat(refused).hasMessageContaining(fault));
    }

    @ParameterizedTest
    @CsvSource({
        "FLYT_HTTP_HOST,192.168.1.4",
        "FLYT_HTTP_HOST,127.0.0.1.example.com",
        "FLYT_HTTP_PORT,-1",
        "FLYT_HTTP_PORT,65536",
        "FLYT_DATA_DIR,''",
        "FLYT_CLUSTER_MEMBERS,a.example",
        "FLYT_CLUSTER_MEMBERS,a.example:0",
        "FLYT_CLUSTER_HOST,a b",
        "FLYT_CLUSTER_PORT,0",
        "FLYT_CLUSTER_NAME,''",
        "FLYT_SCREEN_LEVEL_MAX,4",
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
    void membersWithoutASharedDatabaseAreRefused() {
        assertThatThrownBy(() -> new Settings(Map.of("FLYT_CLUSTER_MEMBERS", "a.example:5701")))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("FLYT_DATABASE_URL");
    }

    @Test
    void theHelpListsEverySettingThatIsRead() {
        List<String> names = List.of(
                "FLYT_HTTP_HOST",
                "FLYT_HTTP_PORT",
                "FLYT_DATA_DIR",
                "FLYT_DATABASE_URL",
                "FLYT_CLUSTER_MEMBERS",
                "FLYT_CLUSTER_HOST",
                "FLYT_CLUSTER_PORT",
                "FLYT_CLUSTER_NAME",
                "FLYT_HOSPITAL_FILES",
                "FLYT_SCREEN_LEVEL_MAX",
                "FLYT_LOG_FORMAT",
                "FLYT_SNAPSHOT_EVERY");

        assertThat(Settings.help().lines().filter(line -> line.startsWith("FLYT_")))
                .containsExactlyElementsOf(names);
        assertThat(Settings.help()).contains("Allowed: 0 to 65535. Default: 8080.");
    }
}
