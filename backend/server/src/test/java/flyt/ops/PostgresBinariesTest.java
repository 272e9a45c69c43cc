package flyt.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PostgresBinariesTest {
    @Test
    void theFolderMayBeWrittenWithADotAsTheOneByDefaultIs() throws IOException {
        Path folder = Path.of(".", "target", "postgres-programs-once");
        PostgresBinaries.delete(folder);
        try {
            assertThat(Path.of(PostgresBinaries.in(folder).program("initdb"))).isExecutable();
        } finally {
            PostgresBinaries.delete(folder);
        }
    }
}
