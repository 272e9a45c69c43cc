package flyt.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.stay.Isolation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which clean serves for which, and which is for trained people only (domain 2.8, 3.6). */
class CleaningKindTest {

    @ParameterizedTest
    @CsvSource({
        "STANDARD, STANDARD PROTECTIVE SPILL DAILY",
        "PROTECTIVE, STANDARD PROTECTIVE SPILL DAILY",
        "CONTACT, STANDARD PROTECTIVE SPILL DAILY CONTACT",
        "DROPLET, STANDARD PROTECTIVE SPILL DAILY DROPLET",
        "CONTACT_CHLORINE, STANDARD PROTECTIVE SPILL DAILY CONTACT DROPLET CONTACT_CHLORINE",
        "AIRBORNE, STANDARD PROTECTIVE SPILL DAILY CONTACT DROPLET AIRBORNE",
        "DAILY, DAILY",
        "SPILL, SPILL"
    })
    void aCleanCoversTheseAndNoOthers(CleaningKind done, String needs) {
        Set<CleaningKind> covered = EnumSet.noneOf(CleaningKind.class);
        Arrays.stream(needs.split(" ")).map(CleaningKind::valueOf).forEach(covered::add);
        assertThat(CleaningKind.values()).allSatisfy(need -> assertThat(done.covers(need))
                .as("%s for %s", done, need)
                .isEqualTo(covered.contains(need)));
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    void itIsAnInfectionCleanExactlyWhereThePatientWasContagious(Isolation isolation) {
        assertThat(CleaningKind.after(isolation).infection()).isEqualTo(isolation.contagious());
        assertThat(isolation.contagious()).isEqualTo(isolation != Isolation.PROTECTIVE);
    }
}
