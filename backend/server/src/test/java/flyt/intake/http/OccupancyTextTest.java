package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.capacity.Nights;
import flyt.domain.capacity.Occupancy;
import flyt.report.NightFigure;
import flyt.report.OccupancySheet;
import flyt.report.OccupancySheet.Apart;
import flyt.report.OccupancySheet.Beside;
import flyt.report.OccupancySheet.Line;
import flyt.report.OccupancySheet.Part;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the figures of days are asked for and written. */
class OccupancyTextTest {
    private static final Nights NIGHTS = new Nights(52, 50, 48, 60, 27);

    private static final OccupancySheet SHEET = new OccupancySheet(
            LocalDate.parse("2026-11-01"),
            LocalDate.parse("2026-11-03"),
            3,
            2,
            1,
            1,
            List.of(
                    new Line(
                            Part.WARD,
                            "LUN",
                            "Lunge, \"nord\"",
                            List.of(Occupancy.midnight(NIGHTS), Occupancy.statistical(NIGHTS), Occupancy.oecd(NIGHTS)),
                            Map.of(NightFigure.BEDS, 54L, NightFigure.OUTLIERS_IN, 9L)),
                    new Line(Part.WARD, "HJE", "=Hjerte", null, Map.of())),
            List.of(new Apart(Beside.OUTSIDE, "AKM", "Akuttmottak", 24L), new Apart(Beside.AT_HOME, null, null, null)));

    @Test
    void csvHasARecordForEachDefinitionAndNoNumbersOfFewPeople() {
        assertThat(OccupancyText.csv(SHEET).split("\r\n"))
                .containsExactly(
                        "from,to,days,counted,late,part,id,name,definition,above,below,percent",
                        "2026-11-01,2026-11-03,3,2,1,ward,LUN,\"Lunge, \"\"nord\"\"\",midnight,50,48,104.2",
                        "2026-11-01,2026-11-03,3,2,1,ward,LUN,\"Lunge, \"\"nord\"\"\",statistical,52,48,108.3",
                        "2026-11-01,2026-11-03,3,2,1,ward,LUN,\"Lunge, \"\"nord\"\"\",oecd,52,60,86.7",
                        "2026-11-01,2026-11-03,3,2,1,ward,LUN,\"Lunge, \"\"nord\"\"\",beds,54,,",
                        "2026-11-01,2026-11-03,3,2,1,ward,LUN,\"Lunge, \"\"nord\"\"\",outliers-in,9,,",
                        "2026-11-01,2026-11-03,3,2,1,ward,HJE,'=Hjerte,,,,",
                        "2026-11-01,2026-11-03,3,2,1,outside,AKM,Akuttmottak,,24,,",
                        "2026-11-01,2026-11-03,3,2,1,at-home,,,,,,");
    }

    @Test
    void jsonSaysTheSame() {
        JsonObject json = OccupancyText.json(SHEET);
        assertThat(json.getJsonArray("lines")
                        .getJsonObject(0)
                        .getJsonArray("shares")
                        .getJsonObject(2))
                .isEqualTo(new JsonObject("{\"definition\":\"oecd\",\"above\":52,\"below\":60}"));
        assertThat(json.getJsonArray("lines").getJsonObject(1))
                .isEqualTo(new JsonObject(
                        "{\"part\":\"ward\",\"id\":\"HJE\",\"name\":\"=Hjerte\",\"figures\":{},\"shares\":null}"));
        assertThat(json.getJsonArray("apart").getJsonObject(1))
                .isEqualTo(new JsonObject("{\"what\":\"at-home\",\"ward\":null,\"name\":null,\"nights\":null}"));
        assertThat(json.getJsonArray("lines").getJsonObject(0).getJsonObject("figures"))
                .isEqualTo(new JsonObject("{\"beds\":54,\"outliers-in\":9}"));
        assertThat(json.getInteger("counted")).isEqualTo(2);
        assertThat(json.getInteger("detailed")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-01-01, 2026-12-31, ''",
                "2024-01-01, 2024-12-31, ''",
                "2026-11-12, 2026-11-12, ''",
                "2026-01-01, 2027-01-02, to must be of a period of at most 366 days",
                "2026-11-12, 2026-11-11, to must not be before from",
                "-, 2026-11-11, from must be a day such as 2026-11-12",
                "2026-02-30, 2026-11-11, from must be a day such as 2026-11-12",
                "2026-11-12T00:00:00Z, 2026-11-13, from must be a day such as 2026-11-12"
            })
    void aPeriodIsTwoDaysAndAtMostALeapYear(String from, String last, String fault) {
        MultiMap to = MultiMap.caseInsensitiveMultiMap().add("to", last);
        MultiMap query = from == null ? to : to.add("from", from);
        String said = OccupancyRoutes.period(query).fold(period -> "", faults -> faults.stream()
                .map(one -> one.field() + " " + one.problem())
                .collect(Collectors.joining()));
        assertThat(said).isEqualTo(fault);
    }
}
