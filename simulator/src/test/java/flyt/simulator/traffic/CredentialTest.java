package flyt.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.client.ClientsFile;
import flyt.access.client.Declared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {
    @TempDir
    private Path folder;

    private final Credential credential = Credential.fresh();

    @Test
    void theFileItWritesIsOneThatAServerReads() throws Exception {
        List<Declared> declared = ClientsFile.read(Files.readString(credential.declare(folder)));

        assertThat(declared).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo("simulator");
            assertThat(one.secret()).isEqualTo(credential.secret());
            assertThat(one.hospital()).isEqualTo("*");
            assertThat(one.scopes()).contains("report:patient", "set-clock", "ward.3");
        });
    }

    @Test
    void theOwnerAloneReadsThatFile() throws Exception {
        Path before = Files.writeString(folder.resolve("clients.json"), "everybody reads this");
        Path file = credential.declare(folder);

        assertThat(file).isEqualTo(before.toAbsolutePath());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theSecretIsReadFromThatFileOrFromALine() throws Exception {
        Path line = Files.writeString(folder.resolve("secret"), credential.secret() + "\n");

        assertThat(Credential.read("simulator", credential.declare(folder))).isEqualTo(credential);
        assertThat(Credential.read("simulator", line)).isEqualTo(credential);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"clients\":[{\"id\":\"other\",\"secret\":\"S\"}]}", "{\"S", "", "S=", "{\"S\":1}"})
    void whereThereIsNoneThatIsSaidAndNothingOfTheFile(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("it"), text.replace("S", credential.secret()));

        assertThatThrownBy(() -> Credential.read("simulator", file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " has no secret of simulator, which are 43 characters")
                .hasNoCause();
    }

    @Test
    void noLogShowsTheSecret() {
        assertThat(credential.toString()).isEqualTo("simulator");
    }
}
