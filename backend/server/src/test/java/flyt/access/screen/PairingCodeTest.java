package flyt.access.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingCodeTest {
    @Test
    void codesAreOfTheAlphabetAndDiffer() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String code = PairingCode.make();
            assertThat(code).hasSize(6).matches("[" + PairingCode.ALPHABET + "]+");
            codes.add(code);
        }
        assertThat(codes).hasSizeGreaterThan(1_990);
    }

    @Test
    void noLookAlikesAndNoWords() {
        assertThat(PairingCode.ALPHABET.chars()).doesNotHaveDuplicates();
        assertThat(PairingCode.ALPHABET)
                .matches("[0-9A-Z]+")
                .doesNotContainPattern("[01OQDILSZGBU]")
                .doesNotContainPattern("[AEIOUY]");
        assertThat("K7M4P9").matches("[" + PairingCode.ALPHABET + "]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7M4P9", "k7m4p9", " k7m 4p9 ", "K7M-4P9", "K7M\u00A04P9"})
    void itMayBeTypedAsPeopleType(String typed) {
        assertThat(PairingCode.typed(typed.replace('\u00A0', ' '))).isEqualTo("K7M4P9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7M4P", "K7M4P99", "K7M4P0", "K7M4PÅ", "K7M4P'", "K7M4Pſ"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(PairingCode.typed(typed)).isNull();
    }
}
