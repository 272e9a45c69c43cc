package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.ByHand;
import flyt.domain.place.HospitalDefinition.Standing;
import flyt.journal.DefinitionJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long words said by hand count, as a hospital's file says it. */
class DefinitionReaderTest {
    private final DefinitionReader reader = new DefinitionReader(definition -> List.of());

    @Test
    void whatIsNotSaidGivesWay() {
        assertThat(byHand("{}")).isEqualTo(ByHand.GIVES_WAY);
        assertThat(byHand("{\"nurse\":\"holds\",\"place\":\"gives-way\"}"))
                .isEqualTo(new ByHand(
                        Standing.HOLDS,
                        Standing.GIVES_WAY,
                        Standing.GIVES_WAY,
                        Standing.GIVES_WAY,
                        Standing.GIVES_WAY));
    }

    @Test
    void itIsGivenBackAsItWasRead() {
        ObjectNode holding = fjordvik("{\"isolation\":\"holds\",\"discharge\":\"holds\"}");
        HospitalDefinition read = read(holding);
        assertThat(read(Resources.object(DefinitionJson.write(read).toString())))
                .isEqualTo(read);
        assertThat(read.byHand().isolation()).isEqualTo(Standing.HOLDS);
    }

    @Test
    void everyFaultIsNamed() {
        List<String> faults = reader.read(fjordvik("{\"nurse\":\"wins\",\"cleaning\":\"holds\"}"))
                .fold(
                        definition -> List.of(),
                        all -> all.stream().map(Fault::field).toList());
        assertThat(faults).containsExactlyInAnyOrder("byHand.nurse", "byHand.cleaning");
    }

    private ByHand byHand(String json) {
        return read(fjordvik(json)).byHand();
    }

    private HospitalDefinition read(ObjectNode json) {
        return reader.read(json).fold(definition -> definition, faults -> {
            throw new AssertionError(faults.toString());
        });
    }

    private static ObjectNode fjordvik(String byHand) {
        ObjectNode fjordvik = Resources.object(Resources.protocol("hospitals/fjordvik.json"));
        fjordvik.set("byHand", Resources.object(byHand));
        return fjordvik;
    }
}
