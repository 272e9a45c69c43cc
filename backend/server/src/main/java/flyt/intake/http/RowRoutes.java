package flyt.intake.http;

import flyt.access.RoleTable;
import flyt.access.Shown;
import flyt.access.Treatment;
import flyt.access.Verdict;
import flyt.access.View;
import flyt.access.Where;
import flyt.access.log.LogEntry;
import flyt.board.Stream;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.domain.priority.Team;
import flyt.journal.WireNames;
import flyt.runtime.Hospitals;
import flyt.runtime.LookBack;
import flyt.runtime.RowsAt;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code …/rows} and the lists {@code beds}, {@code wards}, {@code tasks}, {@code conflicts}: what screens show. */
final class RowRoutes implements Routes {
    private static final Set<String> WHOLE_HOUSE =
            Set.of("house", "capacity", "beds", "conflicts", "forecast", "alerts");
    private static final Set<String> OF_TEAMS = Set.of("queue", "crew");
    private static final Set<String> PARAMETERS = Set.of("view", "scope", "level", "at");
    private static final String EVERYWHERE = "-";

    /** Who looks back and gives a reason here, percent-encoded, sees who everybody was; the reason is remembered. */
    private static final String REASON = "Flyt-Reason";

    private final Hospitals hospitals;
    private final Gate gate;
    private final Witness witness;

    RowRoutes(Hospitals hospitals, Gate gate, Witness witness) {
        this.hospitals = hospitals;
        this.gate = gate;
        this.witness = witness;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/rows").handler(context -> Answers.json(context, id -> rows(context, id)));
        for (String view : List.of("beds", "tasks", "conflicts")) {
            router.get("/api/v1/hospitals/:id/" + view)
                    .handler(context -> Answers.json(context, id -> list(context, id, view, "")));
        }
        router.get("/api/v1/hospitals/:id/wards")
                .handler(context -> Answers.json(context, id -> list(context, id, "house", "ward/")));
    }

    private Future<Buffer> rows(RoutingContext context, HospitalId hospital) {
        MultiMap query = context.queryParams();
        List<Fault> faults = new ArrayList<>();
        query.names().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> faults.add(new Fault(Fields.printable(name), "is not a parameter of this")));
        Stream stream = stream(hospital, query, faults);
        Instant at = moment(query.get("at"), faults);
        String reason = at == null ? null : reason(context.request().getHeader(REASON), faults);
        if (!faults.isEmpty() || stream == null) {
            return Failures.answer(Problem.faulty(400, "query", faults));
        }
        return seen(context, stream, at, reason)
                .compose(back -> hospitals.rows(stream, back))
                .map(rows -> whole(stream, rows));
    }

    /** The rows as they stand now, for whoever asks. */
    Future<Buffer> now(RoutingContext context, Stream stream) {
        return seen(context, stream, null, null)
                .compose(now -> hospitals.rows(stream, now))
                .map(rows -> whole(stream, rows));
    }

    /**
     * Lets through who may have these rows; that they had is remembered first, where patients are in them.
     *
     * @param at null: as they are now
     * @return how they look back; null: they do not
     */
    private Future<@Nullable LookBack> seen(
            RoutingContext context, Stream stream, @Nullable Instant at, @Nullable String reason) {
        Shown shown = Objects.requireNonNull(Shown.in(stream));
        String zone = hospitals.zoneOf(new HospitalId(stream.hospital()), new WardId(stream.scope()));
        String deed = at == null ? shown.view().wire() : View.PAST.wire();
        UnaryOperator<LogEntry> about = entry -> entry.in(stream.hospital())
                .showing(shown.view().wire(), stream.scope(), shown.level())
                .because(reason);
        return gate.who(context).compose(principal -> {
            Verdict now = RoleTable.verdict(principal, shown, stream.hospital(), zone);
            Verdict verdict = now.isAllowed() && at != null
                    ? RoleTable.verdict(principal, View.PAST, stream.hospital(), Where.WHOLE, 1)
                    : now;
            WardId treats = at == null ? null : Treatment.in(principal, shown, stream.hospital(), zone);
            boolean people = shown.tellsOfPatients() && (at == null || reason != null || treats != null);
            LookBack back = at == null ? null : new LookBack(at, reason != null, treats);
            return witness.judged(context, principal, verdict, deed, about)
                    .compose(who ->
                            people ? witness.remember(context, who, deed, about) : Future.<Void>succeededFuture())
                    .map(back);
        });
    }

    private static @Nullable Stream stream(HospitalId hospital, MultiMap query, List<Fault> faults) {
        String view = String.valueOf(query.get("view"));
        String scope = query.get("scope");
        String level = query.get("level");
        if (level != null && !view.equals("ward")) {
            faults.add(new Fault("level", "must be absent for this view"));
        }
        if (WHOLE_HOUSE.contains(view) && scope != null && !scope.equals(EVERYWHERE)) {
            faults.add(new Fault("scope", "must be absent or - for this view"));
        }
        if (scope != null && !scope.matches("[A-Za-z0-9._-]{1,40}")) {
            faults.add(new Fault("scope", "must be an id"));
        }
        if (scope == null && (view.equals("ward") || view.equals("names"))) {
            faults.add(new Fault("scope", "must be a ward's id"));
        }
        if (level != null && !Set.of("1", "2", "3").contains(level)) {
            faults.add(new Fault("level", "must be 1, 2 or 3"));
        }
        if (OF_TEAMS.contains(view) && (scope == null || WireNames.parse(Team.class, scope) == null)) {
            faults.add(new Fault("scope", "must be one of " + String.join(", ", WireNames.all(Team.class))));
        }
        if (!WHOLE_HOUSE.contains(view)
                && !OF_TEAMS.contains(view)
                && !Set.of("ward", "names", "tasks", "requests").contains(view)) {
            faults.add(
                    new Fault(
                            "view",
                            "must be one of ward, names, house, capacity, beds, tasks, queue, crew, conflicts, forecast, requests, alerts"));
        }
        if (!faults.isEmpty()) {
            return null;
        }
        return view.equals("ward")
                ? Stream.ward(hospital.value(), scope, level == null ? 1 : Integer.parseInt(level))
                : new Stream(hospital.value(), view, scope == null ? EVERYWHERE : scope);
    }

    private static @Nullable Instant moment(@Nullable String at, List<Fault> faults) {
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeException e) {
            faults.add(new Fault("at", "must be a moment in UTC such as 2026-11-12T09:42:00Z"));
            return null;
        }
    }

    private static @Nullable String reason(@Nullable String written, List<Fault> faults) {
        try {
            String words = written == null
                    ? ""
                    : URLDecoder.decode(written, StandardCharsets.UTF_8).strip();
            return words.isEmpty() ? null : words;
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(REASON, "must be percent-encoded"));
            return null;
        }
    }

    private Future<Buffer> list(RoutingContext context, HospitalId hospital, String view, String keyPrefix) {
        Stream stream = new Stream(hospital.value(), view, EVERYWHERE);
        return seen(context, stream, null, null)
                .compose(now -> hospitals.rows(stream, now))
                .map(rows -> {
                    List<byte[]> wanted = rows.rows().stream()
                            .filter(row -> keyPrefix.isEmpty()
                                    || new JsonObject(Buffer.buffer(row))
                                            .getString("key")
                                            .startsWith(keyPrefix))
                            .toList();
                    return appended(Buffer.buffer("{\"seq\":" + rows.seq() + ",\"rows\":["), wanted);
                });
    }

    private static Buffer whole(Stream stream, RowsAt rows) {
        JsonObject head = new JsonObject()
                .put("stream", stream.name())
                .put("seq", rows.seq())
                .put("at", rows.at().toString())
                .put("time", rows.time().toString());
        String text = head.encode();
        return appended(Buffer.buffer(text.substring(0, text.length() - 1) + ",\"rows\":["), rows.rows());
    }

    private static Buffer appended(Buffer json, List<byte[]> rows) {
        Buffer whole = json;
        for (int i = 0; i < rows.size(); i++) {
            whole = whole.appendString(i == 0 ? "" : ",").appendBytes(rows.get(i));
        }
        return whole.appendString("]}");
    }
}
