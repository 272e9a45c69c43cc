package flyt;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that send HL7 v2 to a real server: one house for the class. */
@Timeout(120)
abstract class OnMllp {
    static MllpHouse house;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        house = new MllpHouse(folder);
    }

    @AfterAll
    static void stop() {
        house.close();
    }
}
