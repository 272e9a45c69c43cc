package flyt.access.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogCsvTest {
    private static final Instant NINE = Instant.parse("2026-11-12T09:00:00Z");

    private static LogLine line(String name, String reason) {
        return new LogLine(
                7,
                NINE,
                NINE.plusSeconds(60),
                true,
                "FJO",
                "person",
                "a-1",
                name,
                "nurse",
                "FJO LUN",
                "ward",
                "ward",
                "-",
                3,
                null,
                null,
                reason,
                "10.0.4.17",
                null,
                "allowed");
    }

    @Test
    void aLineIsARecordWithAsManyCellsAsTheHeading() {
        assertThat(LogCsv.of(line("Ingrid Solheim", "vakt")))
                .isEqualTo("7,2026-11-12T09:00:00Z,2026-11-12T09:01:00Z,FJO,person,a-1,Ingrid Solheim,nurse,FJO LUN,"
                        + "ward,ward,-,3,,,vakt,10.0.4.17,,allowed\r\n");
        assertThat(LogCsv.HEADING.split(",")).hasSize(19);
        assertThat(LogCsv.HEADING).startsWith("id,at,until,").endsWith("outcome\r\n");
    }

    @Test
    void cellsAreQuotedWhereTheyMust() {
        assertThat(LogCsv.of(line("Sol, \"Ingrid\"", "to\r\nlinjer")))
                .contains(",\"Sol, \"\"Ingrid\"\"\",")
                .contains(",\"to\r\nlinjer\",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "=1+1               | '=1+1",
                "+47 680 50 000     | '+47 680 50 000",
                "-2                 | '-2",
                "@SUM(A1)           | '@SUM(A1)",
                "!  =cmd()!         | '  =cmd()",
                "!\t=1!             | !'\t=1!",
                "\uFF1D1            | '\uFF1D1",
                "a=1                | a=1"
            })
    void noCellIsAFormula(String reason, String cell) {
        assertThat(LogCsv.of(line("Ingrid", reason))).contains("," + cell + ",10.0.4.17");
    }
}
