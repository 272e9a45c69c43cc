package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {
    @Test
    void isWrittenAndReadTheSame() {
        Stream stream = Stream.ward("FJO", "LUN", 3);
        assertThat(stream.name()).isEqualTo("FJO/ward.3/LUN");
        assertThat(Stream.parse("FJO/ward.3/LUN")).isEqualTo(stream);
        assertThat(Stream.parse("FJO/house/-")).isEqualTo(new Stream("FJO", "house", "-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "FJO", "FJO/house", "FJO/house/-/", "FJO//LUN", "FJO/house/a b", "FJO/house/\"", "Ø/house/-"
            })
    void whatIsNoStreamIsRefused(String name) {
        assertThatThrownBy(() -> Stream.parse(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void levelsAreOneToThree() {
        assertThatThrownBy(() -> Stream.ward("FJO", "LUN", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Stream.ward("FJO", "LUN", 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
