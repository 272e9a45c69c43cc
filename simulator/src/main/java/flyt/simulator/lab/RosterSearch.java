package flyt.simulator.lab;

import flyt.domain.priority.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;

/**
 * The roster of fewest hours under which no more jobs are late, and no more wait longer than the maximum, than under the reference
 * one, need-based both: measured on half of the runs, judged on the others.
 *
 * @param tried what was proposed, from the fewest hours on, up to the one that is good enough
 */
record RosterSearch(Team team, double weeklyWork, Study.Result before, List<Tried> tried) {

    /** Shares of the time at work, from the target of the domain (0.75 to 0.8) downwards. */
    private static final double[] USES = {0.80, 0.75, 0.70, 0.65, 0.60, 0.55, 0.50};

    private static final List<Figure> SHOWN = List.of(
            Figure.LATE,
            Figure.LATE_NOW,
            Figure.DONE_MEDIAN,
            Figure.DONE_P90,
            Figure.LONGEST,
            Figure.OVER_MAXIMUM,
            Figure.IDLE);

    /** A proposal, and what it does to the runs that it was not made from. */
    record Tried(Roster roster, Study.Result result) {}

    static RosterSearch of(Team team, List<Long> runs, LongFunction<Demand> demand, IntConsumer progress) {
        int half = Math.max(1, runs.size() / 2);
        List<Long> measured = runs.subList(0, half);
        List<Long> judged = runs.size() == 1 ? runs : runs.subList(half, runs.size());
        RosterProposal proposal = RosterProposal.measured(
                team, measured.parallelStream().map(demand::apply).toList());
        Study.Result before = judge(team, judged, demand, ReferenceRosters.of(team));
        List<Tried> tried = new ArrayList<>();
        for (double use : USES) {
            Roster roster = proposal.roster(use, RosterProposal.STEPS);
            Study.Result after = judge(team, judged, demand, roster);
            tried.add(new Tried(roster, after));
            progress.accept(tried.size());
            if (noWorse(after, before)) {
                break;
            }
        }
        return new RosterSearch(team, proposal.weeklyWork(), before, tried);
    }

    private static boolean noWorse(Study.Result after, Study.Result before) {
        return after.mean(Figure.LATE) <= before.mean(Figure.LATE)
                && after.mean(Figure.OVER_MAXIMUM) <= before.mean(Figure.OVER_MAXIMUM)
                && after.mean(Figure.UNDONE) == 0;
    }

    private static Study.Result judge(Team team, List<Long> runs, LongFunction<Demand> demand, Roster roster) {
        Trial trial = new Trial(roster.name(), Policy.NEED_BASED, roster);
        return Study.of(team, runs, demand, List.of(trial), finished -> {}).result(roster.name());
    }

    /** The last one tried: no worse than the reference, or the one with most people if none was. */
    Roster proposed() {
        return tried.get(tried.size() - 1).roster();
    }

    String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %.0f hours of work a week; need-based, each roster on the same runs, mean ± half of the 95 %% interval%n%n",
                Words.word(team),
                weeklyWork));
        text.append(String.format(Locale.ROOT, "%-28s %12s", "roster", "hours a week"));
        SHOWN.forEach(figure -> text.append(String.format(Locale.ROOT, " %16s", figure.key())));
        line(text, ReferenceRosters.of(team), before);
        tried.forEach(one -> line(text, one.roster, one.result));
        text.append(String.format("%n%nThe last one:%n"));
        for (Roster.Shift shift : proposed().shifts()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s-%s %s%s%n",
                    shift.from(),
                    shift.to(),
                    shift.days().stream()
                            .sorted()
                            .map(day -> day.name().substring(0, 2))
                            .toList(),
                    shift.skills().isEmpty() ? "" : " trained"));
        }
        return text.append(System.lineSeparator()).toString();
    }

    private static void line(StringBuilder text, Roster roster, Study.Result result) {
        text.append(String.format(Locale.ROOT, "%n%-28s %12.1f", roster.name(), roster.weeklyHours()));
        for (Figure figure : SHOWN) {
            text.append(String.format(Locale.ROOT, " %16s", StudyText.text(result.interval(figure))));
        }
    }
}
