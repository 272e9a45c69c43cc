package flyt.intake.http;

import flyt.access.Deed;
import flyt.access.Principal;
import flyt.access.Reach;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.View;
import flyt.access.Where;
import flyt.access.log.LogCsv;
import flyt.access.log.LogEntry;
import flyt.access.log.LogJson;
import flyt.access.log.LogLine;
import flyt.access.log.LogQuestion;
import flyt.access.log.LogSearch;
import flyt.access.log.MyData;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/access/log}, for auditors, and {@code …/my-data}, for everybody who is signed in. */
final class AccessLogRoutes implements Routes {
    private static final String ROOT = "/api/v1/access/";

    private final LogSearch search;
    private final MyData mine;
    private final Gate gate;
    private final Witness witness;

    AccessLogRoutes(LogSearch search, MyData mine, Gate gate, Witness witness) {
        this.search = search;
        this.mine = mine;
        this.gate = gate;
        this.witness = witness;
    }

    @Override
    public void mount(Router router) {
        router.get(ROOT + "log").handler(this::log);
        router.get(ROOT + "my-data").handler(context -> Answers.send(context, myData(context)));
    }

    private void log(RoutingContext context) {
        Reading<LogQuestion> question = LogQuery.read(context.queryParams());
        var unused = question.fold(
                read -> {
                    if (wantsCsv(context)) {
                        export(context, read);
                    } else {
                        Answers.send(context, lines(context, read));
                    }
                    return null;
                },
                faults -> {
                    Answers.send(context, Failures.answer(Problem.faulty(400, "query", faults)));
                    return null;
                });
    }

    private static boolean wantsCsv(RoutingContext context) {
        String accept = context.request().getHeader("Accept");
        return accept != null && accept.startsWith("text/csv");
    }

    private Future<Buffer> lines(RoutingContext context, LogQuestion question) {
        return witness.letThrough(
                        context,
                        who -> RoleTable.verdict(who, View.ACCESS_LOG, hospital(question), Where.WHOLE, 1),
                        View.ACCESS_LOG.wire(),
                        entry -> asked(entry, question))
                .compose(known -> search.lines(question))
                .map(lines -> new JsonObject()
                        .put(
                                "lines",
                                new JsonArray(lines.stream().map(LogJson::of).toList()))
                        .put("more", lines.size() == question.limit())
                        .toBuffer());
    }

    /** The whole answer, a page at a time, so that memory stays flat however long it is. */
    private void export(RoutingContext context, LogQuestion question) {
        LogQuestion whole = new LogQuestion(
                question.hospital(),
                question.visit(),
                question.person(),
                question.from(),
                question.to(),
                question.after(),
                LogQuestion.LIMIT_MAX);
        var unused = witness.letThrough(
                        context,
                        who -> mayExport(who, question),
                        Deed.EXPORT_ACCESS_LOG.wire(),
                        e -> asked(e, question))
                .compose(known -> search.lines(whole))
                .compose(first -> {
                    HttpServerResponse response = context.response()
                            .setChunked(true)
                            .putHeader("Content-Type", "text/csv; charset=utf-8; header=present")
                            .putHeader("Content-Disposition", "attachment; filename=\"access-log.csv\"")
                            .putHeader("Cache-Control", "no-store");
                    return response.write(LogCsv.HEADING).compose(begun -> rest(response, whole, first));
                })
                .onFailure(failure -> broken(context, failure));
    }

    private Future<Void> rest(HttpServerResponse response, LogQuestion question, List<LogLine> lines) {
        StringBuilder records = new StringBuilder();
        lines.forEach(line -> records.append(LogCsv.of(line)));
        if (lines.size() < question.limit()) {
            return response.end(records.toString());
        }
        LogQuestion next = question.after(lines.get(lines.size() - 1).id());
        return response.write(records.toString())
                .compose(written -> search.lines(next))
                .compose(more -> rest(response, next, more));
    }

    /** Half an export must not look whole: its connection breaks. */
    private static void broken(RoutingContext context, Throwable failure) {
        if (context.response().headWritten()) {
            var closed = context.request().connection().close();
        } else {
            Failures.answer(context, failure);
        }
    }

    private Future<Buffer> myData(RoutingContext context) {
        return gate.person(context)
                .compose(person -> gate.passed(
                                person, RoleTable.verdict(person, View.MY_DATA, Reach.EVERY, Where.WHOLE, 1))
                        .compose(may -> mine.of(person.account())))
                .compose(AccessLogRoutes::stored);
    }

    private static Future<Buffer> stored(@Nullable JsonObject data) {
        return data == null
                ? Failures.answer(Problem.of(404, "unknown-account", "There is no such account."))
                : Future.succeededFuture(data.toBuffer());
    }

    private static Verdict mayExport(Principal who, LogQuestion question) {
        Verdict sees = RoleTable.verdict(who, View.ACCESS_LOG, hospital(question), Where.WHOLE, 1);
        return sees.isAllowed()
                ? RoleTable.verdict(who, Deed.EXPORT_ACCESS_LOG, hospital(question), Where.WHOLE)
                : sees;
    }

    private static String hospital(LogQuestion question) {
        return question.hospital() == null ? Reach.EVERY : question.hospital();
    }

    /** Who looks up whom is remembered as well: the patient as the stay, the person in words. */
    private static LogEntry asked(LogEntry entry, LogQuestion question) {
        LogEntry about = entry.about(question.visit(), null)
                .because(question.person() == null ? null : "person: " + question.person());
        return question.hospital() == null ? about : about.in(question.hospital());
    }
}
