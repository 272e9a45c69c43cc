package flyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.capacity.Occupancy;
import flyt.domain.place.PlaceEvent.NightCounted;
import flyt.domain.place.WardId;
import flyt.domain.place.WardNight;
import flyt.journal.EventCodec;
import flyt.report.OccupancySheet.Apart;
import flyt.report.OccupancySheet.Beside;
import flyt.report.OccupancySheet.Part;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The figures of days, reckoned by hand beside what is read from a journal. */
@Timeout(120)
class OccupancyFiguresTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-10-24");

    private final WorkJournal journal = new WorkJournal();
    private final EventCodec codec = new EventCodec();
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        journal.close();
        WorkJournal.within(vertx.close());
    }

    /** Two nights of four: the day with 25 hours is one of them, the nights before and after the period are not. HJE was shut in the second. */
    @Test
    void whatWasCountedIsAddedUpByWardDepartmentAndHospital() {
        night(FIRST.minusDays(1), null, ward("LUN", 27, 0, 27));
        night(FIRST, null, ward("LUN", 29, 2, 27), ward("HJE", 20, 0, 25), emergency(24));
        night(FIRST.plusDays(1), Instant.parse("2026-10-26T02:00:00Z"), ward("LUN", 25, 0, 20), ward("HJE", 0, 0, 0));
        night(FIRST.plusDays(4), null, ward("LUN", 27, 0, 27));

        OccupancySheet sheet = asked(FIRST, FIRST.plusDays(3));
        assertThat(List.of(sheet.days(), sheet.counted(), sheet.late())).isEqualTo(List.<Number>of(4L, 2, 1));
        assertThat(shares(sheet, Part.WARD, "LUN")).isEqualTo("52/47 54/47 54/47");
        assertThat(shares(sheet, Part.WARD, "HJE")).isEqualTo("20/25 20/25 20/50");
        assertThat(shares(sheet, Part.HOSPITAL, "FJO")).isEqualTo("72/72 74/72 74/97");
        assertThat(sheet.lines())
                .filteredOn(line -> line.part() == Part.DEPARTMENT)
                .hasSize(2);
        assertThat(sheet.apart())
                .contains(
                        new Apart(Beside.OUTSIDE, "AKM", "Akuttmottak", 24L),
                        new Apart(Beside.AT_HOME, null, null, 0L));
    }

    @Test
    void aWardInWhichNeverFiveLayHasNoNumbersAndAnEmptyOneHas() {
        night(FIRST, null, ward("LUN", 4, 1, 27), ward("HJE", 0, 0, 25));
        OccupancySheet sheet = asked(FIRST, FIRST);
        assertThat(shares(sheet, Part.WARD, "LUN")).isEqualTo("few");
        assertThat(shares(sheet, Part.HOSPITAL, "FJO")).isEqualTo("few");
        assertThat(shares(sheet, Part.WARD, "HJE")).isEqualTo("0/25 0/25 0/25");
        assertThat(sheet.apart()).contains(new Apart(Beside.ON_LEAVE, null, null, null));
    }

    /** The first of these nights is one of before the journal had more; of patients who are too few nothing is said. */
    @Test
    void bedsAndPatientsAreAddedUpAsFarAsTheyWereCounted() {
        night(FIRST, null, ward("LUN", 20, 0, 27));
        night(FIRST.plusDays(1), null, detailed("LUN", 6, 2, 3), detailed("HJE", 5, 0, 4));
        OccupancySheet sheet = asked(FIRST, FIRST.plusDays(1));
        assertThat(List.of(sheet.counted(), sheet.detailed())).containsExactly(2, 1);
        assertThat(figures(sheet, Part.WARD, "LUN"))
                .containsEntry(NightFigure.BEDS, 54L)
                .containsEntry(NightFigure.OUTLIERS_IN, 6L)
                .containsEntry(NightFigure.CLOSED_STAFFING, 3L)
                .doesNotContainKey(NightFigure.OBSERVATION);
        assertThat(figures(sheet, Part.HOSPITAL, "FJO"))
                .containsEntry(NightFigure.OUTLIERS_IN, 11L)
                .containsEntry(NightFigure.CLOSED_STAFFING, 7L);
        assertThat(sheet.apart()).contains(new Apart(Beside.OBSERVATION, null, null, null));
    }

    @Test
    void ofNightsThatNobodyCountedNothingIsGuessed() {
        OccupancySheet sheet = asked(FIRST, FIRST.plusDays(364));
        assertThat(sheet.counted()).isZero();
        assertThat(sheet.days()).isEqualTo(365);
        assertThat(shares(sheet, Part.HOSPITAL, "FJO")).isEqualTo("0/0 0/0 0/0");
    }

    private OccupancySheet asked(LocalDate from, LocalDate to) {
        OccupancyFigures figures = new OccupancyFigures(vertx, journal.written().database(), 5);
        return WorkJournal.within(figures.between(WorkJournal.fjordvik(), from, to));
    }

    private void night(LocalDate day, Instant madeAt, WardNight... wards) {
        Instant midnight =
                day.plusDays(1).atStartOfDay(ZoneId.of("Europe/Oslo")).toInstant();
        NightCounted night = new NightCounted(day, List.of(wards), null, madeAt);
        journal.tell(codec.type(night), midnight.toString(), null, new JsonObject(codec.encode(night)));
    }

    private static WardNight ward(String id, int patients, int onLeave, int open) {
        return new WardNight(new WardId(id), true, patients, 0, onLeave, 0, 0, 0, 27, open);
    }

    private static WardNight detailed(String id, int outliers, int observation, int closed) {
        WardNight.More more = new WardNight.More(0, observation, 20, outliers, 0, 0, 0, 0, 0, closed, 0, 0, 0);
        return new WardNight(new WardId(id), true, 20, 0, 0, 0, 0, 0, 27, 27 - closed, more);
    }

    private static Map<NightFigure, Long> figures(OccupancySheet sheet, Part part, String id) {
        return sheet.lines().stream()
                .filter(line -> line.part() == part && line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    private static WardNight emergency(int patients) {
        return new WardNight(new WardId("AKM"), false, patients, 0, 0, 0, 0, 0, 36, 36);
    }

    private static String shares(OccupancySheet sheet, Part part, String id) {
        List<Occupancy> shares = sheet.lines().stream()
                .filter(line -> line.part() == part && line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .shares();
        return shares == null
                ? "few"
                : shares.stream()
                        .map(share -> share.above() + "/" + share.below())
                        .collect(Collectors.joining(" "));
    }
}
