package flyt.simulator.lab;

import flyt.domain.priority.Team;
import flyt.simulator.lab.Plot.Bar;
import flyt.simulator.lab.Plot.Line;
import flyt.simulator.lab.Study.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A study as one page that needs nothing else: plots, the table, the assumptions; light and dark. */
final class LabPage {

    private static final String STYLE =
            """
            :root { color-scheme: light dark; --ink: #1b1f24; --quiet: #59636e; --paper: #ffffff; --rule: #d5dae0;
              --s0: #b45309; --s1: #ca8a04; --s2: #0e7490; --s3: #15803d; --s4: #4f46e5; --s5: #be185d; --s6: #7c3aed; --s7: #6b7280; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --quiet: #9aa4ae; --paper: #14181c; --rule: #333b43;
              --s0: #f59e0b; --s1: #fde047; --s2: #22d3ee; --s3: #4ade80; --s4: #a5b4fc; --s5: #f9a8d4; --s6: #c4b5fd; --s7: #9ca3af; } }
            body { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem;
              padding: 0 1rem; }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; }
            .lead { font-size: 1.1rem; } .quiet, figcaption { color: var(--quiet); }
            figure { margin: 1rem 0; } svg { width: 100%; height: auto; max-width: 48rem; }
            svg text { fill: var(--ink); font-size: 13px; } svg text.quiet { fill: var(--quiet); }
            .grid { stroke: var(--rule); fill: none; } .whisker { stroke: var(--ink); stroke-width: 1.5; fill: none; }
            .line { fill: none !important; stroke-width: 2.5; }
            .key span { display: inline-block; margin-right: 1rem; }
            .key i { display: inline-block; width: .9rem; height: .9rem; margin-right: .35rem; vertical-align: -.1rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; }
            th, td { border-bottom: 1px solid var(--rule); padding: .3rem .7rem; text-align: right; white-space: nowrap; }
            th:first-child, td:first-child { text-align: left; white-space: normal; min-width: 15rem; }
            """;

    private static final int COLOURS = 8;

    private final Study study;
    private final StringBuilder page = new StringBuilder();

    LabPage(Study study) {
        this.study = study;
    }

    String html() {
        add("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        add("<meta name=\"viewport\" content=\"width=device-width\"><title>Flyt policy laboratory</title><style>");
        add(STYLE);
        for (int i = 0; i < COLOURS; i++) {
            form(
                    ".s%d { fill: var(--s%d); stroke: none; background: var(--s%d); } .line.s%d { stroke: var(--s%d); }\n",
                    i, i, i, i, i);
        }
        add("</style></head><body>");
        head();
        contributions();
        plots();
        if (study.team() == Team.CLEANING) {
            wanted();
        }
        table();
        assumptions();
        add("</body></html>\n");
        return page.toString();
    }

    private void head() {
        boolean cleaning = study.team() == Team.CLEANING;
        form("<h1>%s: the same demand, different policies</h1>", cleaning ? "Cleaners" : "Porters");
        form(
                "<p class=\"lead\">%s</p>",
                study.results().stream()
                        .map(result -> String.format(
                                Locale.ROOT,
                                "<b>%s</b> %s min",
                                Plot.escape(result.name()),
                                StudyText.text(result.interval(Figure.DONE_MEDIAN))))
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(""));
        form(
                "<p>Median from the order to done, of %s; %,d jobs in %d runs of %.0f days, the same jobs with the same service"
                        + " times for each policy. Each figure is the mean over the runs, ± half of its 95 %% confidence interval.</p>",
                cleaning ? "standard cleans" : "all jobs",
                study.jobs(),
                study.runs().size(),
                study.days());
        add("<ul>");
        for (Result result : study.results()) {
            form("<li><b>%s</b>: %s</li>", Plot.escape(result.name()), Plot.escape(result.meaning()));
        }
        add("</ul>");
    }

    private void contributions() {
        List<Contribution> contributions = Contribution.of(study);
        if (contributions.isEmpty()) {
            return;
        }
        add("<h2>What each change contributes</h2>");
        add("<p>One change at a time, the same runs compared; above 0 is less waiting.</p>");
        add(
                "<div class=\"wide\"><table><tr><th>change</th><th>median saves, min</th><th>90th percentile saves, min</th>"
                        + "<th>late, points fewer</th></tr>");
        for (Contribution change : contributions) {
            form(
                    "<tr><td>%s (%s → %s)</td><td>%s</td><td>%s</td><td>%s</td></tr>",
                    change.change(),
                    change.before().name(),
                    change.after().name(),
                    StudyText.text(change.saves(Figure.DONE_MEDIAN)),
                    StudyText.text(change.saves(Figure.DONE_P90)),
                    StudyText.text(change.saves(Figure.LATE)));
        }
        add("</table></div>");
    }

    private void plots() {
        add("<h2>From the order to done</h2>");
        List<Line> lines = new ArrayList<>();
        add("<p class=\"key\">");
        for (int i = 0; i < study.results().size(); i++) {
            Result result = study.results().get(i);
            form("<span><i class=\"s%d\"></i>%s</span>", i % COLOURS, Plot.escape(result.name()));
            lines.add(new Line(result.name(), i % COLOURS, shares(result.minutes())));
        }
        add("</p>");
        figure("Share of the jobs that are done within so many minutes", Plot.shares("Share done", 240, lines));
        bars(Figure.DONE_MEDIAN, "Median");
        bars(Figure.DONE_P90, "90th percentile: one in ten takes longer");
        if (study.team() == Team.CLEANING) {
            add("<h2>Beds and patients</h2>");
            bars(Figure.EMPTY_HOURS, "Hours a day that beds are empty but unusable");
            bars(Figure.BED_WAIT, "Minutes a patient waits for the bed that is being made ready");
        }
        add("<h2>Late jobs</h2>");
        bars(Figure.LATE, "Of all jobs, by the earliest deadline the standard rules ever give each");
        add("<h2>Fairness, walking, idle time</h2>");
        bars(Figure.LONGEST, "Longest wait until somebody comes, mean of the runs' longest");
        bars(
                Figure.OVER_MAXIMUM,
                "Jobs in a run that wait longer than the maximum of 4 h, whatever rules they are done by");
        bars(
                Figure.UNAVOIDABLE,
                "Of these so many at least under any policy with the roster: what must be done exceeds who is there");
        if (study.relief() != null) {
            form("<p>%s</p>", Plot.escape(study.relief().sentence()));
        }
        bars(Figure.WALK, "Walking per job");
        bars(Figure.IDLE, "Share of the time on duty without a job");
    }

    private static double[] shares(long[] minutes) {
        long all = Math.max(1, Arrays.stream(minutes).sum());
        double[] shares = new double[minutes.length];
        long sum = 0;
        for (int i = 0; i < minutes.length; i++) {
            sum += minutes[i];
            shares[i] = (double) sum / all;
        }
        return shares;
    }

    private void bars(Figure figure, String caption) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < study.results().size(); i++) {
            Result result = study.results().get(i);
            bars.add(new Bar(result.name(), i % COLOURS, result.interval(figure)));
        }
        figure(caption, Plot.bars(caption, figure.unit, bars));
    }

    private void figure(String caption, String svg) {
        form("<figure><figcaption>%s</figcaption>", Plot.escape(caption));
        add(svg);
        add("</figure>");
    }

    private void wanted() {
        add("<h2>Beds that a patient waits for come first</h2>");
        add(
                "<p>A bed is <i>wanted from the start</i> when, within ten minutes of the order, it is promised to a patient who waits in the"
                        + " emergency department or can come within half an hour; <i>nobody wants yet</i> when it is promised to nobody by then."
                        + " Standard cleans only, the same beds under each policy.</p><div class=\"wide\"><table>"
                        + "<tr><th>policy</th><th>wanted: median</th><th>90th pct.</th><th>others: median</th><th>90th pct.</th>"
                        + "<th>wanted sooner by, mean</th></tr>");
        for (Result result : study.results()) {
            form("<tr><td>%s</td>", Plot.escape(result.name()));
            for (Figure figure : List.of(
                    Figure.WANTED_MEDIAN, Figure.WANTED_P90, Figure.OTHERS_MEDIAN, Figure.OTHERS_P90, Figure.MARGIN)) {
                form("<td>%s</td>", StudyText.text(result.interval(figure)));
            }
            add("</tr>");
        }
        add("</table></div>");
    }

    private void table() {
        add("<h2>All figures</h2><div class=\"wide\"><table><tr><th></th>");
        study.results().forEach(result -> form("<th>%s</th>", Plot.escape(result.name())));
        add("</tr>");
        for (Figure figure : Figure.values()) {
            if (study.results().stream().allMatch(result -> Double.isNaN(result.mean(figure)))) {
                continue;
            }
            form("<tr><td>%s%s</td>", figure.label, figure.unit.isEmpty() ? "" : ", " + figure.unit);
            study.results().forEach(result -> form("<td>%s</td>", StudyText.text(result.interval(figure))));
            add("</tr>");
        }
        add("</table></div>");
    }

    private void assumptions() {
        add("<h2>What to keep in mind</h2><ul>");
        for (String line : List.of(
                "Open loop: the demand is a recording. A bed that is ready sooner brings no patient sooner, and a patient whose bed is late"
                        + " gets no other one. Waiting for a bed is from when the patient is ready and the bed has been left, until the bed"
                        + " is done.",
                "The simulated hospital is recorded as it works before, each cleaner in a zone of his own. All its inputs are assumptions"
                        + " of a reference hospital: this checks how policies differ, and proves nothing about a real one.",
                "Who comes first and who goes is asked of the product's own code (flyt.domain.priority); only as-before, instant-notice"
                        + " and pooled use its order of arrival.",
                "Walks are the rule set's minutes by cluster, ward, floor and building; a shift begins at the entrance of building A.",
                "Late is measured for all alike, by the earliest deadline the standard rules ever give the job; infection cleans take longer"
                        + " than the shortest deadlines, so even the bound is late.",
                "The bound lets each job begin at once with nobody walking; no roster reaches it.",
                "That no ward has a free bed, and what the forecast says, is not in the recording and so not among the needs.")) {
            form("<li>%s</li>", line);
        }
        add("</ul>");
        if (study.team() == Team.PORTERS) {
            add(
                    "<p>Porters' as-before is not calibrated: no source says how late they hear of a job. Their minutes of work are the"
                            + " domain's less a usual walk of 3 minutes, since the laboratory adds the walk itself. Late counts when somebody"
                            + " sets out.</p>");
        }
    }

    private void add(String html) {
        page.append(html);
    }

    private void form(String html, Object... values) {
        page.append(String.format(Locale.ROOT, html, values));
    }
}
