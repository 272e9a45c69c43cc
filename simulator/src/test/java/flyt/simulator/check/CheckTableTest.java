package flyt.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.simulator.check.CheckTable.Verdict;
import flyt.simulator.traffic.HospitalFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTableTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void sixSeedsOfEightWeeksAreGoodInEveryLine() {
        CheckTable table = CheckTable.of(HospitalFile.reference().plan(), MONDAY, 56, List.of(1L, 2L, 3L, 4L, 5L, 6L));
        assertThat(table.lines()).as(table.text()).noneMatch(line -> line.verdict() == Verdict.OUT_OF_RANGE);
        assertThat(table.good()).isTrue();
    }

    @Test
    void whatBelongsToLaterIssuesIsSaidSo() {
        CheckTable table = CheckTable.of(new Figures(), new Figures());
        assertThat(table.lines().stream()
                        .filter(line -> line.verdict() == Verdict.NOT_IN_THIS_ISSUE)
                        .map(CheckTable.Line::check))
                .containsExactly("Normal porter jobs late", "Escalation level Normal");
    }

    @Test
    void aFigureOutOfItsRangeFailsTheCheck() {
        Figures figures = new Figures();
        figures.midnightOccupancy.add(0.96);
        CheckTable table = CheckTable.of(figures, new Figures());
        assertThat(table.good()).isFalse();
        assertThat(table.text()).contains("96.0 %").contains("out of range");
    }
}
