package flyt.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import flyt.domain.conflict.Conflict;
import flyt.domain.lab.OrderId;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalId;
import flyt.domain.place.RoomId;
import flyt.domain.place.WardId;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayId;
import flyt.domain.task.TaskId;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An identifier is its text: never blank, ordered by it, shown as it. */
class IdTest {

    private record Kind<T extends Comparable<T>>(Function<String, T> make) {
        int compare(String one, String other) {
            return Comparator.<T>naturalOrder().compare(make.apply(one), make.apply(other));
        }
    }

    static Stream<Kind<?>> kinds() {
        return Stream.of(
                new Kind<>(Conflict.Key::new),
                new Kind<>(OrderId::new),
                new Kind<>(BedId::new),
                new Kind<>(HospitalId::new),
                new Kind<>(RoomId::new),
                new Kind<>(WardId::new),
                new Kind<>(PatientKey::new),
                new Kind<>(StayId::new),
                new Kind<>(TaskId::new),
                new Kind<>(Source::new),
                new Kind<>(StaffKey::new));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itIsItsText(Kind<?> kind) {
        assertThat(kind.compare("a", "b")).isNegative();
        assertThat(kind.compare("b", "a")).isPositive();
        assertThat(kind.compare("a", "a")).isZero();
        assertThat(kind.make().apply("a").toString()).isEqualTo("a");
        assertThatIllegalArgumentException().isThrownBy(() -> kind.compare(" ", "a"));
    }
}
