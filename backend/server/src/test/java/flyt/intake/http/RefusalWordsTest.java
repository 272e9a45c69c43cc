package flyt.intake.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Decision.Refusal;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is refused something at a board is told why in plain words: no reason of the domain is without its line. */
final class RefusalWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"nb", "en"})
    void everyRefusalHasWords(String language) throws IOException {
        try (var file = getClass().getResourceAsStream("/flyt/pages/lang/" + language + ".json")) {
            JsonObject words = new JsonObject(new String(file.readAllBytes(), UTF_8));
            assertThat(words.fieldNames())
                    .containsAll(Arrays.stream(Refusal.values())
                            .map(refusal -> "refusal."
                                    + Problem.refused(refusal, null).body().getString("reason"))
                            .toList());
        }
    }
}
