package flyt.intake.http;

import flyt.access.Grant;
import flyt.access.Principal.Person;
import flyt.board.Stream;
import flyt.domain.place.HospitalId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the phone's page asks for before it can show anything, answered together with the page: who looks, the hospitals, their duty,
 * the queue of their first team, and the words. Each is the answer of its own route, which lets through whom it lets through; what
 * somebody may not have, or what fails, is left for the page to ask.
 */
final class PhoneAhead {
    private final Gate gate;
    private final HospitalRoutes hospitals;
    private final DutyRoutes duty;
    private final RowRoutes rows;
    private final boolean demo;

    PhoneAhead(Gate gate, HospitalRoutes hospitals, DutyRoutes duty, RowRoutes rows, boolean demo) {
        this.gate = gate;
        this.hospitals = hospitals;
        this.duty = duty;
        this.rows = rows;
        this.demo = demo;
    }

    /** The answers by their addresses, one JSON object; nothing for whoever is not signed in. */
    Future<Optional<String>> answers(RoutingContext context) {
        return gate.who(context)
                .compose(who -> who instanceof Person person && !person.mustChange()
                        ? told(context, person)
                        : Future.succeededFuture(Optional.<String>empty()))
                // the page opens also where nobody can say who asks
                .otherwise(Optional.empty());
    }

    private Future<Optional<String>> told(RoutingContext context, Person person) {
        Map<String, Buffer> said = new LinkedHashMap<>();
        said.put("/api/v1/access/me", AccessJson.me(person, demo).toBuffer());
        return hospitals
                .list(context)
                .compose(list -> {
                    said.put("/api/v1/hospitals", list);
                    HospitalId hospital = hospitalOf(person, list);
                    return hospital == null ? Future.succeededFuture() : work(context, hospital, said);
                })
                .<@Nullable Object>map(done -> null)
                .otherwise(notTheirs -> null)
                .compose(done -> context.vertx().executeBlocking(() -> words(person.language(), said), false))
                .map(PhoneAhead::json);
    }

    /** As the page chooses it: the hospital of their role; of one for all hospitals, the first. */
    private static @Nullable HospitalId hospitalOf(Person person, Buffer list) {
        Set<String> granted = person.grants().stream()
                .map(Grant::reach)
                .map(reach -> reach.hospital())
                .collect(Collectors.toSet());
        List<String> all = new JsonObject(list)
                .getJsonArray("hospitals").stream()
                        .map(JsonObject.class::cast)
                        .map(hospital -> hospital.getString("id"))
                        .toList();
        return all.stream()
                .filter(granted::contains)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(HospitalId::new)
                .orElse(null);
    }

    private Future<Void> work(RoutingContext context, HospitalId hospital, Map<String, Buffer> said) {
        String there = "/api/v1/hospitals/" + hospital.value();
        return duty.duty(context, hospital).compose(own -> {
            said.put(there + "/duty", own);
            JsonArray teams = new JsonObject(own).getJsonArray("teams");
            if (teams.isEmpty()) {
                return Future.succeededFuture();
            }
            String team = teams.getString(0);
            return rows.now(context, new Stream(hospital.value(), "queue", team))
                    .map(queue -> {
                        said.put(there + "/rows?view=queue&scope=" + team, queue);
                        return null;
                    });
        });
    }

    /** Those of their language, and those of the hospital's, in which reasons are sent. */
    private static Map<String, Buffer> words(String language, Map<String, Buffer> said) throws IOException {
        for (String one : List.of("nb", language)) {
            Page texts = Page.load(Page.FOLDER + "lang/tasks." + one + ".json");
            if (texts != null) {
                said.put("/static/lang/tasks." + one + ".json", Buffer.buffer(texts.bytes()));
            }
        }
        return said;
    }

    private static Optional<String> json(Map<String, Buffer> said) {
        return Optional.of(said.entrySet().stream()
                .map(answer -> '"' + answer.getKey() + "\":" + answer.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    }
}
