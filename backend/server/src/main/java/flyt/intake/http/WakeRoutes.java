package flyt.intake.http;

import flyt.access.Principal.Person;
import flyt.access.Verdict.Reason;
import flyt.ops.Metrics;
import flyt.outbound.wake.PushServices;
import flyt.outbound.wake.Sleepers;
import flyt.outbound.wake.Vapid;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/access/wake}: whether this browser is woken when work is offered, for as long as one is signed in with it. */
public final class WakeRoutes implements Routes {
    private static final String PATH = "/api/v1/access/wake";
    private static final int ENDPOINT_MAX = 2_000;

    private final Gate gate;
    private final Bodies bodies = new Bodies();
    private final Parts parts;

    /** What is behind these routes. {@code vapid}: this server's key. */
    public record Parts(PushServices services, Sleepers sleepers, Future<Vapid> vapid) {}

    public WakeRoutes(Entrance entrance, Metrics metrics, Parts parts) {
        this.gate = new Gate(entrance.doorkeeper(), metrics);
        this.parts = parts;
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(context -> Answers.send(context, mine(context).compose(this::told)));
        router.put(PATH)
                .handler(context -> Answers.send(context, mine(context).compose(person -> endpoint(context)
                        .compose(endpoint -> parts.sleepers().add(person.session(), endpoint.toString()))
                        .compose(added -> told(person)))));
        router.delete(PATH)
                .handler(context -> Answers.send(context, mine(context).compose(person -> parts.sleepers()
                        .remove(person.session())
                        .compose(removed -> told(person)))));
    }

    /** A wall does not sleep, and is nobody's. */
    private Future<Person> mine(RoutingContext context) {
        return gate.person(context)
                .compose(person -> person.wall() == null
                        ? Future.succeededFuture(person)
                        : Failures.answer(AccessProblems.of(Reason.NOT_YOURS)));
    }

    private Future<URI> endpoint(RoutingContext context) {
        return bodies.read(context.request()).compose(Answers::parsed).compose(json -> {
            Fields fields = Fields.of(json);
            String text = fields.text("endpoint", ENDPOINT_MAX);
            URI endpoint = fields.faultless() ? parts.services().endpoint(text) : null;
            if (endpoint == null && fields.faultless()) {
                fields.fault("endpoint", "must be at a push service that is set up here");
            }
            return SignInRoutes.faultless(fields).map(read -> endpoint);
        });
    }

    private Future<Buffer> told(Person person) {
        if (!parts.services().any()) {
            return Future.succeededFuture(json(null, false));
        }
        return parts.vapid()
                .compose(vapid -> parts.sleepers().has(person.session()).map(on -> json(vapid.publicKey(), on)));
    }

    private static Buffer json(@Nullable String key, boolean on) {
        return new JsonObject().put("key", key).put("on", on).toBuffer();
    }
}
