package flyt.simulator.lab;

import java.util.List;
import java.util.Locale;

/** A study as text for a terminal: figures down, trials across. */
final class StudyText {

    private final Study study;
    private final StringBuilder text = new StringBuilder();

    StudyText(Study study) {
        this.study = study;
    }

    String text() {
        line(
                "%s: %,d jobs in %d runs of %.0f days; mean over runs ± half of the 95 %% confidence interval%n%n",
                Words.word(study.team()), study.jobs(), study.runs().size(), study.days());
        int wide = 56;
        line("%-" + wide + "s", "");
        study.results().forEach(result -> line(" %17s", cut(result.name())));
        line("%n");
        for (Figure figure : Figure.values()) {
            if (study.results().stream().allMatch(result -> Double.isNaN(result.mean(figure)))) {
                continue;
            }
            line("%-" + wide + "s", figure.label + (figure.unit.isEmpty() ? "" : ", " + figure.unit));
            study.results().forEach(result -> line(" %17s", text(result.interval(figure))));
            line("%n");
        }
        List<Contribution> contributions = Contribution.of(study);
        if (!contributions.isEmpty()) {
            line("%nWhat each change saves, the same runs compared:%n");
            for (Contribution contribution : contributions) {
                line(
                        "  %-14s median %s min, 90th percentile %s min, late %s points%n",
                        contribution.change(),
                        text(contribution.saves(Figure.DONE_MEDIAN)),
                        text(contribution.saves(Figure.DONE_P90)),
                        text(contribution.saves(Figure.LATE)));
            }
        }
        if (study.relief() != null) {
            line("%n%s%n", study.relief().sentence());
        }
        line("%n");
        return text.toString();
    }

    static String text(Interval interval) {
        if (Double.isNaN(interval.mean())) {
            return "-";
        }
        String mean = String.format(Locale.ROOT, "%.1f", interval.mean());
        return Double.isNaN(interval.low())
                ? mean
                : mean + String.format(Locale.ROOT, " ± %.1f", (interval.high() - interval.low()) / 2);
    }

    private static String cut(String name) {
        return name.length() > 17 ? name.substring(0, 16) + "…" : name;
    }

    private void line(String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values));
    }
}
