package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files of the class path, those of the protocol above all, as tests read them. */
final class Resources {
    private Resources() {}

    static String protocol(String name) {
        return text("/flyt/protocol/" + name);
    }

    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            assertThat(in).as("resource %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode goldenReport(String type) {
        return object(protocol("golden/reports/" + type + ".json"));
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reference hospital. */
    static HospitalDefinition fjordvik() {
        return new DefinitionReader(definition -> List.of())
                .read(object(protocol("hospitals/fjordvik.json")))
                .fold(definition -> definition, faults -> {
                    throw new AssertionError("faulty: " + faults);
                });
    }
}
