package flyt.simulator.porters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.simulator.staff.Lookout;
import flyt.simulator.staff.Phone;
import flyt.simulator.staff.Staff;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The porters of a hospital whose people are all invented: five by day, three in the evening, two at night. Owns them on its event
 * loop; they look at their queue once a second, one request at a time.
 */
public final class Porters extends VerticleBase {
    private static final long LOOK_MS = 1_000;

    /** Who works together, from when on, until when. */
    private record Shift(int from, int until, List<String> names) {
        boolean has(int hour) {
            return from < until ? hour >= from && hour < until : hour >= from || hour < until;
        }
    }

    private static final List<Shift> SHIFTS = List.of(
            new Shift(7, 15, List.of("Yusuf", "Marta", "Henrik", "Aisha", "Lars")),
            new Shift(15, 22, List.of("Samir", "Grete", "Pavel")),
            new Shift(22, 7, List.of("Olena", "Trond")));

    private final String url;
    private final String hospital;
    private final ZoneId zone;
    private final List<Porter> porters = new ArrayList<>();

    private record Porter(Shift shift, Phone phone, Set<String> keys) {}

    /** Those of a hospital at a server whose demonstration accounts may be used; nobody is there before it is deployed. */
    public Porters(String url, String hospital, ZoneId zone) {
        this.url = url;
        this.hospital = hospital;
        this.zone = zone;
    }

    @Override
    public Future<?> start() {
        Staff staff = new Staff(vertx.createHttpClient(), url, hospital);
        Future<Void> made = Future.succeededFuture();
        for (Shift shift : SHIFTS) {
            for (String name : shift.names()) {
                made = made.compose(before -> hired(staff, name)).map(phone -> {
                    porters.add(new Porter(shift, phone, new HashSet<>()));
                    return null;
                });
            }
        }
        return made.map(all -> Lookout.every(vertx, LOOK_MS, this::look));
    }

    private static Future<Phone> hired(Staff staff, String name) {
        return staff.hired("porter-" + name.toLowerCase(Locale.ROOT), name, "porter", null);
    }

    private Future<Void> look() {
        return porters.get(0).phone().look("/rows?view=queue&scope=porters").compose(this::work);
    }

    private Future<Void> work(JsonNode queue) {
        Instant now = Instant.parse(queue.get("time").asText());
        Round round = new Round(queue.get("rows"), now);
        Future<Void> done = Future.succeededFuture();
        for (Porter porter : porters) {
            done = done.compose(before -> step(porter, round, now));
        }
        return done;
    }

    private Future<Void> step(Porter porter, Round round, Instant now) {
        if (round.hasOnDuty(porter.keys())) {
            return round.next(porter.keys())
                    .map(wish -> porter.phone().wish(wish.type(), now, about(wish.task())))
                    .orElseGet(Future::succeededFuture);
        }
        ZonedDateTime time = now.atZone(zone);
        if (!porter.shift().has(time.getHour())) {
            return Future.succeededFuture();
        }
        ZonedDateTime end = time.with(LocalTime.of(porter.shift().until(), 0));
        Instant until = (end.isAfter(time) ? end : end.plusDays(1)).toInstant();
        ObjectNode duty = Phone.object().put("team", "porters").put("until", until.toString());
        return porter.phone()
                .wish("StartDuty", now, duty)
                .compose(told -> porter.phone().look("/duty"))
                .map(known -> {
                    porter.keys().clear();
                    known.get("keys").forEach(key -> porter.keys().add(key.asText()));
                    return null;
                });
    }

    private static ObjectNode about(String task) {
        return task.isEmpty() ? Phone.object() : Phone.object().put("task", task);
    }
}
