package flyt.simulator.check;

import flyt.simulator.hospital.Plan;
import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of what a good simulator run should show: ranges, what was measured, verdicts. */
public final class CheckTable {

    /**
     * One line.
     *
     * @param range as printed
     * @param good null when the line is not judged
     */
    public record Line(String check, String range, String measured, Verdict verdict) {}

    /** How a line was judged. */
    public enum Verdict {
        GOOD,
        OUT_OF_RANGE,
        NOT_IN_THIS_ISSUE
    }

    private final List<Line> lines = new ArrayList<>();

    private CheckTable() {}

    /** Runs each seed twice, once per routine of the cleaners, and judges the figures of all runs together. */
    public static CheckTable of(Plan plan, LocalDate firstDay, int days, List<Long> seeds) {
        Figures after = new Figures();
        Figures before = new Figures();
        for (long seed : seeds) {
            after.measure(plan, firstDay, days, seed, CleaningRoutine.POOLED_BY_NEED);
            before.measure(plan, firstDay, days, seed, CleaningRoutine.OWN_ZONE);
        }
        return of(after, before);
    }

    /** @param after need-based cleaning; all lines but one come from it */
    static CheckTable of(Figures after, Figures before) {
        CheckTable table = new CheckTable();
        table.patients(after);
        table.range("Cleaning median, own zones (before)", 55, 65, before.standardCleans.quantile(0.5), "min", 1);
        table.range("Cleaning median, need-based (after)", 18, 25, after.standardCleans.quantile(0.5), "min", 1);
        table.later("Normal porter jobs late", "2–5 %");
        table.range("ED patients present, mean", 17, 22, after.emergencyPresent.mean(), "", 1);
        table.above("ED patients present, Monday peak, mean", 30, after.mondayPeaks.mean());
        table.lowestFree(after);
        table.later("Escalation level Normal", "at least 80 % of hours");
        return table;
    }

    private void patients(Figures figures) {
        range("Midnight occupancy, whole hospital", 85, 95, 100 * figures.midnightOccupancy.mean(), "%", 1);
        range("Mean stay", 3.7, 4.1, figures.stayDays.mean(), "days", 2);
        double emergency = 100.0 * figures.emergencyAdmissions / figures.admissions;
        range("Emergency share of admissions", 70, 75, emergency, "%", 1);
        range("Outliers at 07:00", 2, 6, 100 * figures.outliersAtSeven.mean(), "%", 1);
        range("Corridor at 07:00", 1, 2, 100 * figures.corridorAtSeven.mean(), "%", 2);
        range("Discharge-ready in house", 3, 6, 100 * figures.ready.mean(), "%", 1);
        range("Overstay", 2, 3, 100 * figures.overstay.mean(), "%", 2);
    }

    private void range(String check, double from, double to, double measured, String unit, int decimals) {
        String form = "%." + decimals + "f";
        String sign = unit.isEmpty() ? "" : " " + unit;
        boolean good = measured >= from && measured <= to;
        lines.add(new Line(
                check,
                plain(from) + "–" + plain(to) + sign,
                String.format(Locale.ROOT, form, measured) + sign,
                good ? Verdict.GOOD : Verdict.OUT_OF_RANGE));
    }

    private void above(String check, double limit, double measured) {
        lines.add(new Line(
                check,
                "above " + plain(limit),
                String.format(Locale.ROOT, "%.1f", measured),
                measured > limit ? Verdict.GOOD : Verdict.OUT_OF_RANGE));
    }

    private void later(String check, String range) {
        lines.add(new Line(check, range, "-", Verdict.NOT_IN_THIS_ISSUE));
    }

    private void lowestFree(Figures figures) {
        int lowest = 0;
        for (int hour = 1; hour < 24; hour++) {
            if (figures.freeByHour[hour].mean() < figures.freeByHour[lowest].mean()) {
                lowest = hour;
            }
        }
        lines.add(new Line(
                "Lowest number of free and ready beds",
                "between 08 and 12",
                String.format(Locale.ROOT, "at %02d (%.1f beds)", lowest, figures.freeByHour[lowest].mean()),
                lowest >= 8 && lowest <= 12 ? Verdict.GOOD : Verdict.OUT_OF_RANGE));
    }

    private static String plain(double value) {
        return value == StrictMath.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** True when no line is out of its range. */
    public boolean good() {
        return lines.stream().noneMatch(line -> line.verdict() == Verdict.OUT_OF_RANGE);
    }

    /** As text, one line each. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-42s %-24s %-20s %s%n", "Check", "Range", "Measured", "Verdict"));
        for (Line line : lines) {
            String verdict = line.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            text.append(String.format(
                    Locale.ROOT, "%-42s %-24s %-20s %s%n", line.check(), line.range(), line.measured(), verdict));
        }
        return text.toString();
    }
}
