package flyt.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/ward/FJO/LUN", "/ward/FJO/LUN?level=2&x=a:b", "/me#top", "/a%20b"})
    void aPathOfOursIsKept(String path) {
        assertThat(LocalPath.of(path).text()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ward",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/\n/evil.example",
                " //evil.example",
                "/a//evil.example",
                "/./evil",
                "/../evil",
                "/a/..//evil.example",
                "/a\"><script>",
                "/<b>",
                "/søk",
                "/%zz"
            })
    void everythingElseIsTheStartPage(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(LocalPath.HOME);
    }

    @Test
    void soIsNothingAndWhatIsTooLong() {
        assertThat(LocalPath.of(null)).isEqualTo(LocalPath.HOME);
        assertThat(LocalPath.of("/" + "a".repeat(500))).isEqualTo(LocalPath.HOME);
        assertThat(LocalPath.of("/" + "a".repeat(499)).text()).hasSize(500);
    }
}
