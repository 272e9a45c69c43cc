package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Deed;
import flyt.access.RoleTable;
import flyt.access.View;
import flyt.access.Where;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalId;
import flyt.domain.place.Places;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.RoomId;
import flyt.domain.place.WardId;
import flyt.intake.http.MessageDesk.Again;
import flyt.intake.http.MessageDesk.Edit;
import flyt.intake.http.MessageDesk.FieldEdit;
import flyt.intake.http.MessageDesk.How;
import flyt.intake.http.MessageDesk.Mapping;
import flyt.intake.http.MessageDesk.Opened;
import flyt.intake.http.MessageDesk.PathEdit;
import flyt.journal.Inbox;
import flyt.journal.InboxRow;
import flyt.journal.WireNames;
import flyt.ops.Metrics;
import flyt.runtime.FeedState;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/hospitals/{id}/inbox}: the messages that came in by other standards, for whoever keeps feeds running. */
public final class InboxRoutes implements Routes {
    private static final String INBOX = "/api/v1/hospitals/:id/inbox";
    private static final Duration COUNTED = Duration.ofDays(7);
    private static final int LIMIT = 100;
    private static final int REPLAYS_MAX = 1_000;
    private static final int EDITS_MAX = 50;
    private static final int PATH_MAX = 300;
    private static final String NOT_HERE = "is not in this hospital, or not there";
    private static final int OCCURRENCES_MAX = 1_000;
    private static final Set<String> PARAMETERS =
            Set.of("source", "outcome", "reason", "messageId", "visit", "appointment", "waiting", "before");

    private final Hospitals hospitals;
    private final Inbox inbox;
    private final MessageDesk desk;
    private final Gate gate;
    private final Witness witness;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;
    private final Bodies bodies = new Bodies();
    private final WardsOfBeds places = new WardsOfBeds();

    public InboxRoutes(Entrance entrance, Metrics metrics, Hospitals hospitals, Inbox inbox, MessageDesk desk) {
        this.hospitals = hospitals;
        this.inbox = inbox;
        this.desk = desk;
        this.gate = new Gate(entrance.doorkeeper(), metrics);
        this.witness = new Witness(gate, entrance.log(), entrance.clock());
        this.pseudonyms = entrance.pseudonyms();
        this.clock = entrance.clock();
    }

    @Override
    public void mount(Router router) {
        router.get(INBOX).handler(context -> Answers.json(context, hospital -> listed(context, hospital)));
        router.get(INBOX + "/:message")
                .handler(context -> Answers.json(context, hospital -> opened(context, hospital)));
        router.post(INBOX + "/replay")
                .handler(context -> Answers.json(context, hospital -> replayed(context, hospital)));
    }

    /** No line in the log: nothing of anybody is in it. */
    private Future<Buffer> listed(RoutingContext context, HospitalId hospital) {
        return gate.allowed(context, who -> RoleTable.verdict(who, View.INBOX, hospital.value(), Where.WHOLE, 1))
                .compose(who -> question(context.queryParams(), hospital))
                .compose(question -> Future.all(
                                inbox.counts(hospital.value(), clock.instant().minus(COUNTED)),
                                inbox.search(hospital.value(), question),
                                feeds(hospital))
                        .map(found -> new JsonObject()
                                .put(
                                        "counts",
                                        array(found.<List<Inbox.Count>>resultAt(0).stream()
                                                .map(InboxRoutes::json)
                                                .toList()))
                                .put(
                                        "messages",
                                        array(found.<List<InboxRow>>resultAt(1).stream()
                                                .map(InboxRoutes::json)
                                                .toList()))
                                .put(
                                        "feeds",
                                        array(found.<List<FeedState>>resultAt(2).stream()
                                                .map(FeedState::json)
                                                .toList()))
                                .toBuffer()));
    }

    /** None while nobody knows: what came in is to be seen then above all. */
    private Future<List<FeedState>> feeds(HospitalId hospital) {
        return hospitals.feeds(hospital).recover(away -> Future.succeededFuture(List.of()));
    }

    private Future<Inbox.Question> question(MultiMap query, HospitalId hospital) {
        List<Fault> faults = new ArrayList<>();
        query.names().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> faults.add(new Fault(Fields.printable(name), "is not a parameter of this")));
        Instant before = null;
        try {
            before = query.contains("before") ? Instant.parse(query.get("before")) : null;
        } catch (DateTimeException e) {
            faults.add(new Fault("before", "must be a moment in UTC such as 2026-11-12T09:42:00Z"));
        }
        String visit = query.get("visit");
        String appointment = query.get("appointment");
        String message = query.get("messageId");
        return faults.isEmpty()
                ? Future.succeededFuture(new Inbox.Question(
                        query.get("source"),
                        query.get("outcome"),
                        query.get("reason"),
                        message == null ? null : pseudonyms.id(hospital, message),
                        visit == null ? null : pseudonyms.id(hospital, visit),
                        appointment == null ? null : pseudonyms.id(hospital, appointment),
                        "true".equals(query.get("waiting")),
                        before,
                        LIMIT))
                : Failures.answer(Problem.faulty(400, "query", faults));
    }

    /** Each look is remembered, though what tells of a person shows its shape alone. */
    private Future<Buffer> opened(RoutingContext context, HospitalId hospital) {
        return witness.letThrough(
                        context,
                        who -> RoleTable.verdict(who, View.INBOX, hospital.value(), Where.WHOLE, 1),
                        View.INBOX.wire(),
                        entry -> entry.in(hospital.value()))
                .compose(who -> id(context.pathParam("message")))
                .compose(id -> desk.open(hospital, id))
                .compose(opened -> opened.map(
                                found -> Future.succeededFuture(json(found).toBuffer()))
                        .orElseGet(() -> Failures.answer(unknown())));
    }

    private Future<Buffer> replayed(RoutingContext context, HospitalId hospital) {
        return witness.asked(context, hospital, Deed.REPLAY_MESSAGE, bodies).compose(body -> hospitals
                .definition(hospital)
                .compose(definition -> replay(hospital, places.places(definition), body)));
    }

    private Future<Buffer> replay(HospitalId hospital, Places known, JsonNode body) {
        Fields fields = Fields.of(body);
        List<String> told = fields.maybeTexts("messages", text -> uuid(text) != null, "ids of messages");
        boolean justLook = fields.maybeFlag("justLook");
        Mapping mapping = fields.maybeObject("mapping", inner -> mapping(inner, known));
        if (mapping != null && !justLook) {
            fields.fault("mapping", "goes with justLook: what is to hold is written into the sender's profile");
        }
        List<Edit> edits = new ArrayList<>();
        for (JsonNode one : body.path("edits")) {
            Edit edit = edit(one);
            if (edit != null) {
                edits.add(edit);
            }
        }
        if (body.has("edits") && (edits.size() != body.path("edits").size() || edits.size() > EDITS_MAX)) {
            fields.fault(
                    "edits",
                    "must be a list of {segment, occurrence, field, value} or {path, value}, at most " + EDITS_MAX);
        }
        if (told == null || told.size() > REPLAYS_MAX) {
            fields.fault("messages", "must be a list of at most " + REPLAYS_MAX);
        }
        if (!fields.faultless() || told == null) {
            return Failures.answer(Problem.faulty(422, "replay", fields.faults()));
        }
        List<UUID> ids = told.stream().map(UUID::fromString).toList();
        return desk.again(hospital, ids, new How(edits, mapping, justLook)).map(all -> new JsonObject()
                .put("results", array(all.stream().map(InboxRoutes::json).toList()))
                .toBuffer());
    }

    /** To a place that there is; without one, such a place says nothing. */
    private static Mapping mapping(Fields fields, Places known) {
        WardId ward = fields.maybeId("ward", WardId::new);
        RoomId room = fields.maybeId("room", RoomId::new);
        BedId bed = fields.maybeId("bed", BedId::new);
        if (ward != null && known.ward(ward) == null) {
            fields.fault("ward", NOT_HERE);
        }
        BedPlace place = bed == null ? null : known.bed(bed);
        if (bed != null && (place == null || (ward != null && !place.ward().id().equals(ward)))) {
            fields.fault("bed", NOT_HERE);
        }
        return new Mapping(
                fields.text("said"),
                ward == null ? null : ward.value(),
                room == null ? null : room.value(),
                bed == null ? null : bed.value());
    }

    private static @Nullable Edit edit(JsonNode node) {
        String value = node.path("value").asText();
        if (!node.path("value").isTextual() || value.chars().anyMatch(Character::isISOControl)) {
            return null;
        } else if (node.has("path")) {
            String path = node.path("path").asText();
            return path.length() > PATH_MAX ? null : new PathEdit(path, value);
        }
        String segment = node.path("segment").asText();
        int occurrence = node.path("occurrence").asInt(1);
        int field = node.path("field").asInt();
        boolean sound = segment.matches("[A-Z][A-Z0-9]{2}")
                && occurrence >= 1
                && occurrence <= OCCURRENCES_MAX
                && field >= 1
                && field <= 200
                && !(segment.equals("MSH") && field <= 2);
        return sound ? new FieldEdit(segment, occurrence, field, value) : null;
    }

    private static Future<UUID> id(String text) {
        UUID id = uuid(text);
        return id == null ? Failures.answer(unknown()) : Future.succeededFuture(id);
    }

    private static @Nullable UUID uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }

    private static Problem unknown() {
        return Problem.of(404, "unknown-message", "There is no such message.");
    }

    private static JsonObject json(Inbox.Count count) {
        return new JsonObject()
                .put("source", count.source())
                .put("outcome", count.outcome())
                .put("reason", count.reason())
                .put("messages", count.messages());
    }

    private static JsonObject json(InboxRow row) {
        InboxRow.Planned planned = row.planned();
        return new JsonObject()
                .put("id", row.id().toString())
                .put("receivedAt", row.receivedAt().toString())
                .put("source", row.source())
                .put("sender", row.sender())
                .put("profile", row.profile())
                .put("messageId", row.messageId())
                .put("type", row.type())
                .put("outcome", WireNames.of(row.outcome()))
                .put("reasons", new JsonArray(row.reasons()))
                .put("visits", new JsonArray(row.visits()))
                .put("seq", row.seq())
                .put("appointment", planned == null ? null : planned.appointment())
                .put(
                        "startsAt",
                        planned == null || planned.startsAt() == null
                                ? null
                                : planned.startsAt().toString())
                .put("replayOf", row.replayOf() == null ? null : row.replayOf().toString())
                .put(
                        "settledAt",
                        row.settledAt() == null ? null : row.settledAt().toString());
    }

    private static JsonObject json(Opened opened) {
        return json(opened.row())
                .put(
                        "segments",
                        array(opened.segments().stream()
                                .map(one -> new JsonObject()
                                        .put("name", one.name())
                                        .put("fields", new JsonArray(one.fields())))
                                .toList()))
                .put("reports", reports(opened.reports()))
                .put("notes", new JsonArray(opened.notes()));
    }

    private static JsonObject json(Again again) {
        return new JsonObject()
                .put("id", again.id().toString())
                .put("outcome", again.outcome())
                .put("reasons", new JsonArray(again.reasons()))
                .put(
                        "takesBack",
                        array(again.takesBack().stream()
                                .map(fact -> new JsonObject()
                                        .put("type", fact.type())
                                        .put("visit", fact.visit())
                                        .put("occurredAt", fact.occurredAt()))
                                .toList()))
                .put("tells", reports(again.tells()));
    }

    private static JsonArray reports(List<? extends JsonNode> reports) {
        return array(reports.stream()
                .map(report -> new JsonObject(report.toString()))
                .toList());
    }

    private static JsonArray array(List<JsonObject> list) {
        return new JsonArray(list);
    }
}
