package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.Counting;
import flyt.domain.place.Counting.Answer;
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
        assertThat(faults(fjordvik("{\"nurse\":\"wins\",\"cleaning\":\"holds\"}")))
                .containsExactlyInAnyOrder("byHand.nurse", "byHand.cleaning");
    }

    @Test
    void whoIsCountedIsWhatIsUsualUnlessItIsSaid() {
        ObjectNode file = fjordvik("{}");
        assertThat(read(file).counting()).isEqualTo(new Counting(Answer.NOT_COUNTED, Answer.NOT_COUNTED, Answer.APART));
        file.set("counting", Resources.object("{\"newborns\":\"counted\",\"observation\":\"not-counted\"}"));
        assertThat(read(file).counting())
                .isEqualTo(new Counting(Answer.COUNTED, Answer.NOT_COUNTED, Answer.NOT_COUNTED));
        assertThat(read(Resources.object(DefinitionJson.write(read(file)).toString())))
                .isEqualTo(read(file));
        file.set("counting", Resources.object("{\"newborns\":\"sometimes\",\"companions\":\"counted\"}"));
        assertThat(faults(file)).containsExactlyInAnyOrder("counting.newborns", "counting.companions");
    }

    private List<String> faults(ObjectNode json) {
        return reader.read(json).fold(definition -> List.of(), all -> all.stream()
                .map(Fault::field)
                .toList());
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
