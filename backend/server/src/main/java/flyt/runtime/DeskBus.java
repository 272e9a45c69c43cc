package flyt.runtime;

import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.forecast.WhatIf;
import flyt.domain.place.WardId;
import flyt.domain.placement.RequestId;
import flyt.domain.stay.PatientKey;
import flyt.grid.Grid;
import flyt.journal.EventCodec;
import flyt.journal.JournalAway;
import flyt.journal.WireNames;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions between the desks of the members: one address per member, one answer per question. A question that gets none in
 * time fails with {@link OwnerAway}, and nothing may be assumed about it: the sender sends it again.
 */
final class DeskBus {
    private static final Logger LOG = LoggerFactory.getLogger(DeskBus.class);
    private static final String ADDRESS = "flyt.desk.";
    private static final long PATIENCE_MS = 8_000;
    private static final long LOOK_MS = 200;
    private static final int JOURNAL_AWAY = 1;
    private static final int TOO_BUSY = 2;
    private static final int OWNER_AWAY = 3;
    private static final int FAULT = 4;

    private final Vertx vertx;
    private final Grid grid;
    private final HospitalDesk desk;
    private final SubmissionCodec codec;

    DeskBus(Grid grid, HospitalDesk desk, EventCodec events) {
        this.vertx = grid.vertx();
        this.grid = grid;
        this.desk = desk;
        this.codec = new SubmissionCodec(events);
    }

    /** Starts answering; done when the other members know. */
    Future<Void> listen() {
        return vertx.eventBus()
                .<JsonObject>consumer(ADDRESS + grid.memberId(), this::answer)
                .completion();
    }

    Future<List<Answer>> submit(String owner, String hospital, List<Submission> submissions) {
        JsonObject question = question("submit", hospital).put("submissions", codec.submissions(submissions));
        return ask(owner, question).map(answer -> SubmissionCodec.answers(answer.getJsonArray("answers")));
    }

    Future<ClockReading> clock(String owner, String hospital) {
        return ask(owner, question("clock", hospital))
                .map(answer -> new ClockReading(Instant.parse(answer.getString("time")), answer.getDouble("rate")));
    }

    Future<Boolean> erase(String owner, String hospital, PatientKey patient) {
        return ask(owner, question("erase", hospital).put("patient", patient.value()))
                .map(answer -> answer.getBoolean("known"));
    }

    Future<Set<WardId>> wards(String owner, String hospital, Subject subject) {
        JsonObject question = question("wards", hospital).put("subject", SubjectCodec.write(subject));
        return ask(owner, question).map(answer -> answer.getJsonArray("wards").stream()
                .map(ward -> new WardId((String) ward))
                .collect(Collectors.toUnmodifiableSet()));
    }

    Future<Set<PatientKey>> treated(String owner, String hospital, WardId ward) {
        return ask(owner, question("treated", hospital).put("ward", ward.value()))
                .map(answer -> answer.getJsonArray("patients").stream()
                        .map(patient -> new PatientKey((String) patient))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    Future<NamedWork> named(String owner, String hospital, Set<StaffKey> keys) {
        JsonArray written = new JsonArray(keys.stream().map(StaffKey::value).toList());
        return ask(owner, question("named", hospital).put("keys", written)).map(NamedWork::read);
    }

    Future<RulesInForce> rules(String owner, String hospital) {
        return ask(owner, question("rules", hospital)).map(answer -> RulesInForce.read(answer.getString("rules")));
    }

    Future<BedFits> bedFits(String owner, String hospital, RequestId request) {
        return ask(owner, question("bedFits", hospital).put("request", request.value()))
                .map(BedFits::read);
    }

    Future<Advice> advice(String owner, String hospital) {
        return ask(owner, question("advice", hospital)).map(Advice::new);
    }

    Future<Imagined> imagine(String owner, String hospital, WhatIf whatIf) {
        return ask(owner, question("imagine", hospital).put("whatIf", Imagined.written(whatIf)))
                .map(Imagined::read);
    }

    void feedHeard(String owner, String hospital, Source source, FeedSign sign) {
        JsonObject question =
                question("feed", hospital).put("source", source.value()).put("sign", WireNames.of(sign));
        var bus = vertx.eventBus().send(ADDRESS + owner, question);
    }

    Future<List<FeedState>> feeds(String owner, String hospital) {
        return ask(owner, question("feeds", hospital)).map(answer -> answer.getJsonArray("feeds").stream()
                .map(feed -> FeedState.read((JsonObject) feed))
                .toList());
    }

    private static JsonObject question(String about, String hospital) {
        return new JsonObject().put("about", about).put("hospital", hospital);
    }

    /** Whoever asked a member that is gone is told so at once, not when its patience ends: the new owner takes it sooner. */
    private Future<JsonObject> ask(String owner, JsonObject question) {
        Promise<JsonObject> answered = Promise.promise();
        long look = vertx.setPeriodic(LOOK_MS, tick -> {
            if (!grid.members().contains(owner)) {
                boolean first = answered.tryFail(new OwnerAway("The member that was asked is gone"));
            }
        });
        var unused = vertx.eventBus()
                .<JsonObject>request(ADDRESS + owner, question, new DeliveryOptions().setSendTimeout(PATIENCE_MS))
                .onComplete(done -> {
                    boolean first = done.succeeded()
                            ? answered.tryComplete(done.result().body())
                            : answered.tryFail(understood(done.cause()));
                });
        return answered.future().onComplete(done -> {
            boolean cancelled = vertx.cancelTimer(look);
        });
    }

    private static Throwable understood(Throwable failure) {
        if (failure instanceof ReplyException reply) {
            return switch (reply.failureCode()) {
                case JOURNAL_AWAY -> new JournalAway(reply.getMessage());
                case TOO_BUSY -> new TooBusy(reply.getMessage());
                case FAULT -> new IllegalStateException(reply.getMessage());
                default -> new OwnerAway(reply.getMessage() == null ? "No answer" : reply.getMessage());
            };
        }
        return failure;
    }

    private void answer(Message<JsonObject> message) {
        JsonObject question = message.body();
        String hospital = question.getString("hospital");
        Future<JsonObject> answer =
                switch (question.getString("about")) {
                    case "submit" -> submitted(hospital, question.getJsonArray("submissions"));
                    case "clock" ->
                        desk.clockHere(hospital).map(clock -> new JsonObject()
                                .put("time", clock.time().toString())
                                .put("rate", clock.rate()));
                    case "erase" ->
                        desk.eraseHere(hospital, new PatientKey(question.getString("patient")))
                                .map(known -> new JsonObject().put("known", known));
                    case "treated" ->
                        desk.treatedHere(hospital, new WardId(question.getString("ward")))
                                .map(patients -> new JsonObject()
                                        .put(
                                                "patients",
                                                new JsonArray(patients.stream()
                                                        .map(PatientKey::value)
                                                        .toList())));
                    case "named" ->
                        desk.namedHere(
                                        hospital,
                                        question.getJsonArray("keys").stream()
                                                .map(key -> new StaffKey((String) key))
                                                .collect(Collectors.toUnmodifiableSet()))
                                .map(NamedWork::json);
                    case "feeds" ->
                        desk.feedsHere(hospital).map(feeds -> new JsonObject()
                                .put(
                                        "feeds",
                                        new JsonArray(feeds.stream()
                                                .map(FeedState::json)
                                                .toList())));
                    case "advice" -> desk.adviceHere(hospital).map(Advice::json);
                    case "bedFits" ->
                        desk.bedFitsHere(hospital, new RequestId(question.getString("request")))
                                .map(BedFits::json);
                    case "imagine" ->
                        desk.imagineHere(hospital, Imagined.asked(question.getString("whatIf")))
                                .map(Imagined::written);
                    case "rules" -> desk.rulesHere(hospital).map(rules -> new JsonObject().put("rules", rules.json()));
                    case "wards" ->
                        desk.wardsHere(hospital, SubjectCodec.read(question.getJsonObject("subject")))
                                .map(wards -> new JsonObject()
                                        .put(
                                                "wards",
                                                new JsonArray(wards.stream()
                                                        .map(WardId::value)
                                                        .toList())));
                    default -> {
                        FeedSign sign = WireNames.parse(FeedSign.class, question.getString("sign"));
                        desk.feedHeardHere(
                                hospital,
                                new Source(question.getString("source")),
                                sign == null ? FeedSign.ALIVE : sign);
                        yield Future.succeededFuture(new JsonObject());
                    }
                };
        var unused = answer.onComplete(done -> {
            if (done.succeeded()) {
                message.reply(done.result());
            } else {
                message.fail(code(done.cause()), String.valueOf(done.cause().getMessage()));
            }
        });
    }

    private Future<JsonObject> submitted(String hospital, JsonArray written) {
        try {
            return desk.submitHere(hospital, codec.submissions(written))
                    .map(answers -> new JsonObject().put("answers", SubmissionCodec.answers(answers)));
        } catch (RuntimeException e) {
            LOG.error("A question from another member was not understood", e);
            return Future.failedFuture(e);
        }
    }

    private static int code(Throwable cause) {
        if (cause instanceof JournalAway) {
            return JOURNAL_AWAY;
        } else if (cause instanceof TooBusy) {
            return TOO_BUSY;
        } else if (cause instanceof OwnerAway) {
            return OWNER_AWAY;
        }
        return FAULT;
    }
}
