package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.domain.event.Id;
import flyt.domain.event.Source;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.intake.http.StrictJson.Malformed;
import flyt.intake.http.StrictJson.TooMany;
import flyt.journal.WireNames;
import flyt.ops.Metrics;
import flyt.ops.Metrics.Outcome;
import flyt.runtime.Answer;
import flyt.runtime.FeedSign;
import flyt.runtime.Hospitals;
import flyt.runtime.Submission;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/hospitals/{id}/reports}: facts from other systems, one or many. */
final class ReportRoutes implements Routes {
    static final int REPORTS_MAX = 5_000;

    /** A body above this is read on a worker thread, for it would hold up everybody else on the event loop. */
    private static final int SMALL_BODY = 32 * 1024;

    private final Vertx vertx;
    private final Hospitals hospitals;
    private final ReportReader reader;
    private final Gate gate;
    private final Metrics metrics;
    private final Bodies bodies;
    private final SenderRights rights;
    private final WardsOfBeds wards = new WardsOfBeds();

    ReportRoutes(Vertx vertx, Hospitals hospitals, ReportReader reader, Gate gate, Metrics metrics, Bodies bodies) {
        this.vertx = vertx;
        this.hospitals = hospitals;
        this.reader = reader;
        this.gate = gate;
        this.metrics = metrics;
        this.rights = new SenderRights(metrics);
        this.bodies = bodies;
    }

    @Override
    public void mount(Router router) {
        router.post("/api/v1/hospitals/:id/reports")
                .handler(context -> Answers.json(context, hospital -> sender(context, hospital)
                        .compose(who -> bodies.read(context.request()).compose(body -> hospitals
                                .definition(hospital)
                                .compose(definition -> read(definition, who, body))))
                        .compose(told -> taken(hospital, told))));
    }

    /** Who sends, if they may send anything here at all. */
    private Future<Principal> sender(RoutingContext context, HospitalId hospital) {
        return gate.whoSends(context).compose(who -> gate.passed(who, RoleTable.mayReport(who, hospital.value())));
    }

    /** One report of a request: what it said or what is wrong with it, in words of the answer. */
    private record One(@Nullable ReadReport report, @Nullable String messageId, List<Fault> faults) {}

    private record Told(List<One> reports, boolean array) {}

    private Future<Told> read(HospitalDefinition hospital, Principal who, byte[] body) {
        return body.length <= SMALL_BODY
                ? readNow(hospital, who, body)
                : vertx.executeBlocking(() -> readNow(hospital, who, body), false)
                        .compose(read -> read);
    }

    private Future<Told> readNow(HospitalDefinition hospital, Principal who, byte[] body) {
        Function<Id, @Nullable WardId> wardOf = wards.of(hospital);
        List<One> reports = new ArrayList<>();
        try {
            boolean array = StrictJson.readEach(
                    body,
                    REPORTS_MAX,
                    json -> reports.add(one(hospital.id(), who, json, reader.read(hospital, json, wardOf))));
            return Future.succeededFuture(new Told(reports, array));
        } catch (Malformed e) {
            return Failures.answer(Problem.malformed(e.getMessage()));
        } catch (TooMany e) {
            return Failures.answer(Problem.tooMany(REPORTS_MAX));
        }
    }

    private One one(HospitalId hospital, Principal who, JsonNode json, Reading<ReadReport> reading) {
        return reading.fold(
                report -> {
                    List<Fault> faults = rights.faults(hospital, who, report);
                    return new One(faults.isEmpty() ? report : null, report.messageId(), faults);
                },
                faults -> new One(null, ReportReader.messageId(json), faults));
    }

    private Future<Buffer> taken(HospitalId hospital, Told told) {
        List<Submission> facts = new ArrayList<>();
        Set<Source> alive = new LinkedHashSet<>();
        for (One one : told.reports()) {
            if (one.report() instanceof ReadReport.Fact fact) {
                facts.add(fact.submission());
            } else if (one.report() instanceof ReadReport.Alive sign) {
                alive.add(sign.source());
            }
        }
        List<Future<Void>> signs = alive.stream()
                .map(source -> hospitals.feedHeard(hospital, source, FeedSign.ALIVE))
                .toList();
        Future<List<Answer>> answers =
                facts.isEmpty() ? Future.succeededFuture(List.of()) : hospitals.submit(hospital, facts);
        return Future.all(signs)
                .compose(heard -> answers)
                .onFailure(failure -> told.reports().forEach(one -> count(one, Outcome.NOT_TAKEN)))
                .compose(all -> answer(told, all.iterator()));
    }

    private Future<Buffer> answer(Told told, Iterator<Answer> answers) {
        List<JsonObject> results =
                told.reports().stream().map(one -> result(one, answers)).toList();
        if (told.array()) {
            return Future.succeededFuture(
                    new JsonObject().put("results", new JsonArray(results)).toBuffer());
        }
        List<Fault> faults = told.reports().get(0).faults();
        return faults.isEmpty()
                ? Future.succeededFuture(results.get(0).toBuffer())
                : Failures.answer(Problem.faulty(422, "report", faults));
    }

    private JsonObject result(One one, Iterator<Answer> answers) {
        if (one.report() == null) {
            count(one, Outcome.REJECTED);
            return new JsonObject()
                    .put("outcome", "rejected")
                    .put("messageId", one.messageId())
                    .put("faults", Problem.faults(one.faults()));
        }
        if (one.report() instanceof ReadReport.Alive) {
            count(one, Outcome.ACCEPTED);
            return taken("accepted", 0, one, List.of());
        }
        Answer answer = answers.next();
        if (answer instanceof Answer.Accepted accepted) {
            count(one, Outcome.ACCEPTED);
            return taken(
                    "accepted",
                    accepted.seq(),
                    one,
                    accepted.warnings().stream().map(WireNames::of).toList());
        } else if (answer instanceof Answer.Repeated repeated) {
            count(one, Outcome.REPEATED);
            return taken("repeated", repeated.seq(), one, List.of());
        }
        throw new IllegalStateException("a report was refused, which no report is");
    }

    private static JsonObject taken(String outcome, long seq, One one, List<String> warnings) {
        return Answers.outcome(outcome, seq).put("messageId", one.messageId()).put("warnings", new JsonArray(warnings));
    }

    private void count(One one, Outcome outcome) {
        metrics.intake(one.report() == null ? "" : one.report().type(), outcome);
    }
}
