package flyt.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeOnceForTheOwnerAlone() throws IOException {
        Path file = folder.resolve("data").resolve("identity.key");
        byte[] made = MasterKeyFile.readOrMake(file).get(0);

        assertThat(made).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(MasterKeyFile.readOrMake(file)).containsExactly(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void hasAKeyOnEachLine() throws IOException {
        byte[] older = new byte[32];
        byte[] newer = new byte[32];
        newer[0] = 1;
        Base64.Encoder base64 = Base64.getEncoder();
        Path file = Files.writeString(
                folder.resolve("keys"), base64.encodeToString(newer) + "\n\n " + base64.encodeToString(older) + "\n");

        assertThat(MasterKeyFile.read(file)).containsExactly(newer, older);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "c2hvcnQ=", "n0t-base64!"})
    void aFileWithoutAWholeKeyIsRefusedWithoutShowingIt(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), content);

        assertThatThrownBy(() -> MasterKeyFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The identity key file ")
                .hasMessageNotContainingAny("c2hvcnQ", "n0t-base64");
    }

    @Test
    void aFileThatIsNotThereIsNotMadeWhereItWasNamed() {
        assertThatThrownBy(() -> MasterKeyFile.read(folder.resolve("nowhere"))).hasMessageContaining("cannot be read");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }
}
