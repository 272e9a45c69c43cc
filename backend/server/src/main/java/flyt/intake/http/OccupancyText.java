package flyt.intake.http;

import flyt.domain.capacity.Occupancy;
import flyt.journal.WireNames;
import flyt.report.OccupancySheet;
import flyt.report.OccupancySheet.Apart;
import flyt.report.OccupancySheet.Line;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How full a hospital was over days, written as JSON and as CSV (RFC 4180). What too few people stand behind has no numbers. */
final class OccupancyText {
    private static final String HEADING = "from,to,days,counted,late,part,id,name,definition,above,below,percent";
    private static final String END = "\r\n";
    private static final double PERCENT_AND_TENTHS = 1_000;
    private static final double TENTH = 10;

    private OccupancyText() {}

    static JsonObject json(OccupancySheet sheet) {
        return new JsonObject()
                .put("from", sheet.from().toString())
                .put("to", sheet.to().toString())
                .put("days", sheet.days())
                .put("counted", sheet.counted())
                .put("detailed", sheet.detailed())
                .put("late", sheet.late())
                .put(
                        "lines",
                        new JsonArray(
                                sheet.lines().stream().map(OccupancyText::json).toList()))
                .put(
                        "apart",
                        new JsonArray(
                                sheet.apart().stream().map(OccupancyText::json).toList()));
    }

    private static JsonObject json(Line line) {
        JsonObject json = new JsonObject()
                .put("part", WireNames.of(line.part()))
                .put("id", line.id())
                .put("name", line.name());
        JsonObject figures = line.figures().entrySet().stream()
                .reduce(
                        new JsonObject(),
                        (all, figure) -> all.put(WireNames.of(figure.getKey()), figure.getValue()),
                        JsonObject::mergeIn);
        List<Occupancy> shares = line.shares();
        return json.put("figures", figures)
                .put(
                        "shares",
                        shares == null
                                ? null
                                : new JsonArray(shares.stream()
                                        .map(share -> new JsonObject()
                                                .put("definition", WireNames.of(share.definition()))
                                                .put("above", share.above())
                                                .put("below", share.below()))
                                        .toList()));
    }

    private static JsonObject json(Apart apart) {
        return new JsonObject()
                .put("what", WireNames.of(apart.what()))
                .put("ward", apart.ward())
                .put("name", apart.name())
                .put("nights", apart.nights());
    }

    static String csv(OccupancySheet sheet) {
        Stream<String> lines = sheet.lines().stream().flatMap(line -> csv(sheet, line));
        Stream<String> apart = sheet.apart().stream()
                .map(one ->
                        csv(sheet, WireNames.of(one.what()), one.ward(), one.name(), null, one.nights(), null, null));
        return Stream.concat(lines, apart).collect(Collectors.joining(END, HEADING + END, END));
    }

    private static Stream<String> csv(OccupancySheet sheet, Line line) {
        String part = WireNames.of(line.part());
        List<Occupancy> shares = line.shares();
        Stream<String> figures = line.figures().entrySet().stream()
                .map(figure -> csv(
                        sheet,
                        part,
                        line.id(),
                        line.name(),
                        WireNames.of(figure.getKey()),
                        figure.getValue(),
                        null,
                        null));
        Stream<String> occupancy = shares == null
                ? Stream.of(csv(sheet, part, line.id(), line.name(), null, null, null, null))
                : shares.stream()
                        .map(share -> csv(
                                sheet,
                                part,
                                line.id(),
                                line.name(),
                                WireNames.of(share.definition()),
                                share.above(),
                                share.below(),
                                percent(share)));
        return Stream.concat(occupancy, figures);
    }

    private static @Nullable Double percent(Occupancy occupancy) {
        Double share = occupancy.share();
        return share == null ? null : Math.round(share * PERCENT_AND_TENTHS) / TENTH;
    }

    private static String csv(OccupancySheet sheet, @Nullable Object... cells) {
        Stream<@Nullable Object> period =
                Stream.of(sheet.from(), sheet.to(), sheet.days(), sheet.counted(), sheet.late());
        return Stream.concat(period, Stream.of(cells)).map(Csv::cell).collect(Collectors.joining(","));
    }
}
