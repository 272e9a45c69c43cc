package flyt.intake.http;

import flyt.journal.WireNames;
import flyt.report.Question;
import flyt.report.Sheet;
import flyt.report.Sheet.Group;
import flyt.report.Sheet.Spread;
import flyt.report.Sheet.Times;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures about work as CSV (RFC 4180), to take away: a heading, a record of all tasks, one of each group, one of each hour of the
 * day. Times are minutes. What too few people stand behind says so and has no numbers.
 *
 * <p>No cell holds anything that somebody typed freely: ids, names on the wire, instants and numbers.
 */
final class FigureCsv {
    private static final String HEADING =
            "team,from,to,zone,part,group,tasks,people,delayed,found dirty,accepted,accepted median,accepted p90,"
                    + "started,started median,started p90,done,done median,done p90,requests per hour,on duty";
    private static final String END = "\r\n";
    private static final double TENTH = 10;
    private static final double HUNDREDTH = 100;

    private final Sheet sheet;
    private final String few;
    private final StringBuilder csv = new StringBuilder(HEADING).append(END);

    private FigureCsv(Sheet sheet, int leastPeople) {
        this.sheet = sheet;
        this.few = "fewer than " + leastPeople;
    }

    static String of(Sheet sheet, int leastPeople) {
        return new FigureCsv(sheet, leastPeople).all();
    }

    private String all() {
        group("whole", sheet.whole());
        sheet.groups().forEach(one -> group(WireNames.of(sheet.question().by()), one));
        for (int hour = 0; hour < sheet.requestsByHour().size(); hour++) {
            Double requests = sheet.requestsByHour().get(hour);
            Double onDuty = sheet.onDutyByHour().get(hour);
            if (requests != null) {
                List<String> cells = begun("hour of day", "%02d".formatted(hour));
                for (int i = 0; i < 13; i++) {
                    cells.add("");
                }
                cells.add(number(requests, HUNDREDTH));
                cells.add(onDuty == null ? few : number(onDuty, HUNDREDTH));
                record(cells);
            }
        }
        return csv.toString();
    }

    private void group(String part, Group group) {
        List<String> cells = begun(part, group.name());
        cells.add(Integer.toString(group.count()));
        Times times = group.times();
        if (times == null) {
            cells.add(few);
            for (int i = 0; i < 11; i++) {
                cells.add("");
            }
        } else {
            cells.add(Integer.toString(times.people()));
            cells.add(Integer.toString(times.delayed()));
            cells.add(Integer.toString(times.foundDirty()));
            for (Spread spread : List.of(times.toAccepted(), times.toStarted(), times.toDone())) {
                cells.add(Integer.toString(spread.count()));
                cells.add(spread.isSuppressed() ? few : number(spread.median(), TENTH));
                cells.add(spread.isSuppressed() ? few : number(spread.p90(), TENTH));
            }
        }
        cells.add("");
        cells.add("");
        record(cells);
    }

    private List<String> begun(String part, String group) {
        Question question = sheet.question();
        return new ArrayList<>(List.of(
                WireNames.of(question.team()),
                question.from().toString(),
                question.to().toString(),
                question.zone() == null ? "" : question.zone(),
                part,
                group));
    }

    private static String number(@Nullable Double number, double part) {
        Double rounded = FigureJson.rounded(number, part);
        return rounded == null ? "" : rounded.toString();
    }

    private void record(List<String> cells) {
        csv.append(String.join(",", cells)).append(END);
    }
}
