package flyt.domain.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NedocsTest {

    /** Many calculators on the web have wrong coefficients: these are of domain 3.2. */
    @ParameterizedTest
    @CsvSource({
        "15, 32,  2, 418, 0,  1, 0.3,  25.7",
        "30, 32,  8, 418, 1,  5, 1.2,  96.7",
        "45, 32, 18, 418, 2, 11, 2.5, 177.6"
    })
    void itIsTheScoreOfWeiss(
            int patients,
            int beds,
            int boarders,
            int hospitalBeds,
            int ventilated,
            double longest,
            double waitingRoom,
            double score) {
        assertThat(Nedocs.score(patients, beds, boarders, hospitalBeds, ventilated, longest, waitingRoom))
                .isCloseTo(score, within(0.05));
    }
}
