package flyt.intake.http;

import flyt.board.Stream;
import flyt.domain.place.HospitalId;
import flyt.runtime.Hospitals;
import flyt.runtime.RowsAt;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code …/rows} and the lists {@code beds}, {@code wards}, {@code tasks}, {@code conflicts}: what screens show. */
final class RowRoutes {
    private static final Set<String> WHOLE_HOUSE = Set.of("house", "beds", "tasks", "conflicts");
    private static final Set<String> PARAMETERS = Set.of("view", "scope", "level", "at");
    private static final String EVERYWHERE = "-";

    private final Hospitals hospitals;

    RowRoutes(Hospitals hospitals) {
        this.hospitals = hospitals;
    }

    void mount(Router router) {
        router.get("/api/v1/hospitals/:id/rows")
                .handler(context -> Answers.json(context, hospital -> rows(hospital, context.queryParams())));
        for (String view : List.of("beds", "tasks", "conflicts")) {
            router.get("/api/v1/hospitals/:id/" + view)
                    .handler(context -> Answers.json(context, hospital -> list(hospital, view, "")));
        }
        router.get("/api/v1/hospitals/:id/wards")
                .handler(context -> Answers.json(context, hospital -> list(hospital, "house", "ward/")));
    }

    private Future<Buffer> rows(HospitalId hospital, MultiMap query) {
        List<Fault> faults = new ArrayList<>();
        query.names().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> faults.add(new Fault(Fields.printable(name), "is not a parameter of this")));
        Stream stream = stream(hospital, query, faults);
        Instant at = moment(query.get("at"), faults);
        if (!faults.isEmpty() || stream == null) {
            return Failures.answer(Problem.faulty(400, "query", faults));
        }
        return hospitals.rows(stream, at).map(rows -> whole(stream, rows));
    }

    private static @Nullable Stream stream(HospitalId hospital, MultiMap query, List<Fault> faults) {
        String view = query.get("view");
        String scope = query.get("scope");
        String level = query.get("level");
        if (view != null && WHOLE_HOUSE.contains(view)) {
            if (scope != null && !scope.equals(EVERYWHERE)) {
                faults.add(new Fault("scope", "must be absent or - for this view"));
            }
            if (level != null) {
                faults.add(new Fault("level", "must be absent for this view"));
            }
            return new Stream(hospital.value(), view, EVERYWHERE);
        }
        if (!"ward".equals(view)) {
            faults.add(new Fault("view", "must be one of ward, house, beds, tasks, conflicts"));
            return null;
        }
        if (level != null && !Set.of("1", "2", "3").contains(level)) {
            faults.add(new Fault("level", "must be 1, 2 or 3"));
        }
        if (scope == null || !scope.matches("[A-Za-z0-9._-]{1,40}")) {
            faults.add(new Fault("scope", "must be a ward's id"));
        }
        return faults.isEmpty()
                ? Stream.ward(hospital.value(), scope, level == null ? 1 : Integer.parseInt(level))
                : null;
    }

    private static @Nullable Instant moment(@Nullable String at, List<Fault> faults) {
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeException e) {
            faults.add(new Fault("at", "must be a moment in UTC such as 2026-11-12T09:42:00Z"));
            return null;
        }
    }

    private Future<Buffer> list(HospitalId hospital, String view, String keyPrefix) {
        return hospitals
                .rows(new Stream(hospital.value(), view, EVERYWHERE), null)
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
