package flyt.simulator.placing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.simulator.staff.Lookout;
import flyt.simulator.staff.Phone;
import flyt.simulator.staff.Staff;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The bed manager of a hospital whose people are all invented, and in each ward that is asked for a bed a nurse who answers. Owns them on
 * its event loop; they look at who waits every other second, one request at a time, and at most one patient is placed at a look.
 */
public final class Placing extends VerticleBase {
    private static final long LOOK_MS = 2_000;
    private static final List<String> NURSES =
            List.of("Tuva", "Sander", "Amina", "Eirik", "Frida", "Omar", "Vilde", "Jakob", "Leila", "Stian");

    private final String url;
    private final String hospital;
    private final long seed;
    private final BedManager manager = new BedManager();
    private final Map<String, Phone> wards = new HashMap<>();

    /** That of a hospital at a server whose demonstration accounts may be used. A ward's nurse comes when the ward is asked. */
    public Placing(String url, String hospital, long seed) {
        this.url = url;
        this.hospital = hospital;
        this.seed = seed;
    }

    @Override
    public Future<?> start() {
        Staff staff = new Staff(vertx.createHttpClient(), url, hospital);
        Phone desk = staff.known("bed-manager");
        return Future.succeededFuture(Lookout.every(vertx, LOOK_MS, () -> look(staff, desk)));
    }

    private Future<Void> look(Staff staff, Phone desk) {
        return desk.look("/rows?view=requests").compose(told -> {
            Instant now = Instant.parse(told.get("time").asText());
            List<JsonNode> rows = StreamSupport.stream(told.get("rows").spliterator(), false)
                    .filter(row -> row.path("kind").asText().equals("request"))
                    .toList();
            Future<Void> done = Future.succeededFuture();
            for (JsonNode row : rows) {
                done = done.eventually(() -> answer(staff, row, now));
            }
            return done.eventually(() -> manager.next(rows, now)
                    .map(request -> place(desk, request, now))
                    .orElseGet(Future::succeededFuture));
        });
    }

    private Future<Void> answer(Staff staff, JsonNode row, Instant now) {
        if (!WardAnswer.isOwed(row)) {
            return Future.succeededFuture();
        }
        WardAnswer answer = WardAnswer.to(row, seed);
        if (answer.at().isAfter(now)) {
            return Future.succeededFuture();
        }
        ObjectNode wish = Phone.object().put("request", row.get("request").asText());
        answer.no().ifPresent(reason -> wish.put("reason", reason));
        return nurse(staff, row.path("asked").path("ward").asText())
                .compose(phone -> phone.wish(answer.no().isPresent() ? "DeclineRequest" : "AcceptRequest", now, wish));
    }

    private Future<Phone> nurse(Staff staff, String ward) {
        Phone there = wards.get(ward);
        if (there != null) {
            return Future.succeededFuture(there);
        }
        String name = NURSES.get(wards.size() % NURSES.size());
        return staff.hired("nurse-" + ward.toLowerCase(Locale.ROOT), name, "nurse", ward)
                .onSuccess(phone -> wards.put(ward, phone));
    }

    /** Whoever was first is not disputed: the patient has a bed then, or is looked at again in some minutes. */
    private Future<Void> place(Phone desk, JsonNode request, Instant now) {
        String id = request.get("request").asText();
        manager.later(request, now);
        return desk.look("/requests/" + id + "/beds").compose(fits -> manager.choose(request, fits.get("beds"), now)
                .map(promise -> desk.wish("ReserveBed", now, wish(id, promise)))
                .orElseGet(Future::succeededFuture));
    }

    private static ObjectNode wish(String request, BedManager.Promise promise) {
        return Phone.object()
                .put("request", request)
                .put("bed", promise.bed())
                .put("seen", promise.version())
                .put("until", promise.until().toString());
    }
}
