package flyt.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.domain.Decider;
import flyt.domain.Decision;
import flyt.domain.Hospital;
import flyt.domain.Input;
import flyt.domain.undo.UndoEvent.Undone;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateCodecTest {
    private static final int STEPS = 800;
    private static final int STEPS_BETWEEN_SNAPSHOTS = 25;

    /** From each snapshot on, the restored hospital lives the same life as the one it was taken of. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20261112})
    void aRestoredHospitalIsTheSameAndStaysTheSame(long seed) {
        RandomInputs inputs = new RandomInputs(seed);
        Hospital lived = begin(inputs);
        Hospital restored = StateCodec.decode(StateCodec.encode(lived));
        long undone = 0;
        for (int step = 1; step <= STEPS; step++) {
            Input input = inputs.next(lived);
            Instant now = inputs.now();
            Decision ofLived = Decider.decide(lived, input, now);
            Decision ofRestored = Decider.decide(restored, input, now);
            assertThat(ofRestored).as("seed %d step %d, %s", seed, step, input).isEqualTo(ofLived);
            if (ofLived instanceof Decision.Accepted one && ofRestored instanceof Decision.Accepted other) {
                lived = one.after();
                restored = other.after();
                undone += one.events().stream()
                        .filter(recorded -> recorded.event() instanceof Undone)
                        .count();
            }
            if (step % STEPS_BETWEEN_SNAPSHOTS == 0) {
                restored = StateCodec.decode(StateCodec.encode(lived));
                assertThat(restored).as("seed %d step %d", seed, step).isEqualTo(lived);
            }
        }
        assertThat(undone).as("commands undone on the way").isGreaterThan(4);
        assertThat(inputs.kindsAccepted()).as("the walk visits what it should").isGreaterThan(30);
    }

    @Test
    void aBodyOfAnotherShapeIsRefused() {
        for (String body : new String[] {"", "{}", "{\"recordedAt\":1}", "[]", "x"}) {
            assertThatThrownBy(() -> StateCodec.decode(body.getBytes(StandardCharsets.UTF_8)))
                    .as("body %s", body)
                    .isInstanceOf(UnreadableSnapshot.class);
        }
    }

    private static Hospital begin(RandomInputs inputs) {
        Decision first = Decider.decide(null, inputs.define(), inputs.now());
        assertThat(first).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) first).after();
    }
}
