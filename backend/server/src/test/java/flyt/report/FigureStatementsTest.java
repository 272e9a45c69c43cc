package flyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The statements speak of types of events by name: a type that was renamed would be one that never happened. */
class FigureStatementsTest {
    private static final Pattern TYPE = Pattern.compile("'([A-Z][a-z]+[A-Z]?[A-Za-z]*)'");

    @Test
    void everyTypeThatIsAskedForIsOneOfTheJournals() {
        Set<String> asked = TYPE.matcher(FigureStatements.TASKS + FigureStatements.DUTY)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSize(13).allSatisfy(type -> assertThat(
                        FigureStatementsTest.class.getResource("/flyt/protocol/golden/events/" + type + ".v1.json"))
                .as(type)
                .isNotNull());
    }
}
