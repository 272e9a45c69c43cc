package flyt.simulator.porters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.access.SecretToken;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The porters of a hospital whose people are all invented: five by day, three in the evening, two at night. Owns them on its event
 * loop; they look at their queue once a second, one request at a time.
 */
public final class Porters extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(Porters.class);
    private static final long LOOK_MS = 1_000;
    private static final ObjectNode NOTHING = Phone.object();

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
    private final String path;
    private final ZoneId zone;
    private final List<Porter> porters = new ArrayList<>();
    private boolean looking;

    private record Porter(Shift shift, Phone phone, Set<String> keys) {}

    /** Those of a hospital at a server whose demonstration accounts may be used; nobody is there before it is deployed. */
    public Porters(String url, String hospital, ZoneId zone) {
        this.url = url;
        this.hospital = hospital;
        this.path = "/api/v1/hospitals/" + hospital;
        this.zone = zone;
    }

    @Override
    public Future<?> start() {
        HttpClient client = vertx.createHttpClient();
        Phone administrator = new Phone(
                client,
                url,
                "demo-sign-in",
                Phone.object().put("login", "administrator").put("device", "own"));
        Future<Void> made = Future.succeededFuture();
        for (Shift shift : SHIFTS) {
            for (String name : shift.names()) {
                made = made.compose(before -> hired(client, administrator, name))
                        .map(phone -> {
                            porters.add(new Porter(shift, phone, new HashSet<>()));
                            return null;
                        });
            }
        }
        return made.map(all -> vertx.setPeriodic(LOOK_MS, tick -> look()));
    }

    /** An account with a password of their own. */
    private Future<Phone> hired(HttpClient client, Phone administrator, String name) {
        ObjectNode account = Phone.object()
                .put("login", "porter-" + name.toLowerCase(Locale.ROOT))
                .put("name", name)
                .put("given", name);
        ObjectNode grant = account.putArray("grants").addObject();
        grant.put("role", "porter").put("hospital", hospital).put("wards", "*").put("zones", "*");
        String password = SecretToken.make();
        return administrator
                .done(HttpMethod.POST, "/api/v1/access/accounts", account)
                .compose(made -> {
                    String first = made.get("password").asText();
                    Phone phone = new Phone(client, url, "sign-in", signIn(account, first));
                    ObjectNode change = Phone.object().put("old", first).put("new", password);
                    return phone.done(HttpMethod.POST, "/api/v1/access/password", change)
                            .map(changed -> new Phone(client, url, "sign-in", signIn(account, password)));
                });
    }

    private static ObjectNode signIn(ObjectNode account, String password) {
        return Phone.object()
                .put("login", account.get("login").asText())
                .put("password", password)
                .put("device", "own");
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        var unused = porters.get(0)
                .phone()
                .done(HttpMethod.GET, path + "/rows?view=queue&scope=porters", NOTHING)
                .compose(this::work)
                .onComplete(looked -> {
                    looking = false;
                    if (looked.failed()) {
                        LOG.info("The porters look again: {}", looked.cause().getMessage());
                    }
                });
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
                    .map(wish -> wish(porter, wish.type(), now, about(wish.task())))
                    .orElseGet(Future::succeededFuture);
        }
        ZonedDateTime time = now.atZone(zone);
        if (!porter.shift().has(time.getHour())) {
            return Future.succeededFuture();
        }
        ZonedDateTime end = time.with(LocalTime.of(porter.shift().until(), 0));
        Instant until = (end.isAfter(time) ? end : end.plusDays(1)).toInstant();
        ObjectNode duty = Phone.object().put("team", "porters").put("until", until.toString());
        return wish(porter, "StartDuty", now, duty)
                .compose(told -> porter.phone().done(HttpMethod.GET, path + "/duty", NOTHING))
                .map(known -> {
                    porter.keys().clear();
                    known.get("keys").forEach(key -> porter.keys().add(key.asText()));
                    return null;
                });
    }

    private static ObjectNode about(String task) {
        return task.isEmpty() ? Phone.object() : Phone.object().put("task", task);
    }

    /** Whatever is answered: who is refused looks again, and sees why. */
    private Future<Void> wish(Porter porter, String type, Instant now, ObjectNode fields) {
        ObjectNode command = Phone.object()
                .put("type", type)
                .put("commandId", UUID.randomUUID().toString())
                .put("at", now.toString());
        return porter.phone()
                .ask(HttpMethod.POST, path + "/commands", command.setAll(fields))
                .mapEmpty();
    }
}
