package flyt.intake.http;

import flyt.access.Doorkeeper;
import flyt.access.Pace;
import flyt.access.Principal;
import flyt.access.Principal.Machine;
import flyt.access.Principal.Nobody;
import flyt.access.Principal.Person;
import flyt.access.Principal.Screen;
import flyt.access.TooMany;
import flyt.access.Verdict;
import flyt.access.Verdict.Reason;
import flyt.access.Verdict.Refused;
import flyt.access.account.Unacceptable;
import flyt.access.account.Unacceptable.Why;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Finds out who asks and lets through whom the table of roles allows; the others are counted and answered. Who asks more often than
 * a person or a well-behaved system can is told to wait.
 */
public final class Gate {
    /** Requests a minute: a system that sends all it has, a person or a screen, and all of those whom nobody knows at one address. */
    private static final int MACHINE_MAX = 300_000;

    private static final int PERSON_MAX = 1_200;
    private static final int NOBODY_MAX = 3_000;
    private static final int RETRY_SECONDS = 10;

    private final Doorkeeper doorkeeper;
    private final Metrics metrics;
    private final Pace pace;

    public Gate(Doorkeeper doorkeeper, Metrics metrics) {
        this.doorkeeper = doorkeeper;
        this.metrics = metrics;
        this.pace = new Pace(InstantSource.system(), Integer.MAX_VALUE);
    }

    /** Who asks, who may be nobody. The body is not read meanwhile. */
    public Future<Principal> who(RoutingContext context) {
        return paused(
                context,
                doorkeeper.who(context.request().headers(), address(context)).compose(who -> paced(context, who)));
    }

    /** The same where a system may come with HTTP Basic. */
    public Future<Principal> whoSends(RoutingContext context) {
        return paused(
                context,
                doorkeeper
                        .whoSends(context.request().headers(), address(context))
                        .compose(who -> paced(context, who)));
    }

    private Future<Principal> paced(RoutingContext context, Principal who) {
        boolean allowed;
        if (who instanceof Machine machine) {
            allowed = pace.allows("machine " + machine.id(), MACHINE_MAX);
        } else if (who instanceof Person person) {
            allowed = pace.allows("person " + person.account(), PERSON_MAX);
        } else if (who instanceof Screen screen) {
            allowed = pace.allows("screen " + screen.id(), PERSON_MAX);
        } else {
            allowed = pace.allows("nobody " + address(context), NOBODY_MAX);
        }
        if (!allowed) {
            metrics.turnedAway("too-many");
        }
        return allowed ? Future.succeededFuture(who) : Future.failedFuture(new TooMany(RETRY_SECONDS));
    }

    /** Who asks, if the verdict on them is yes; fails with the answer otherwise. */
    public Future<Principal> allowed(RoutingContext context, Function<Principal, Verdict> verdict) {
        return who(context).compose(who -> passed(who, verdict.apply(who)));
    }

    /** Who is signed in, also one who must change their password first. */
    Future<Person> person(RoutingContext context) {
        return who(context)
                .compose(who -> who instanceof Person person
                        ? Future.succeededFuture(person)
                        : refused(who instanceof Nobody ? Reason.SIGN_IN_NEEDED : Reason.NOT_YOUR_ROLE));
    }

    /** Lets through, or fails with the answer. */
    public Future<Principal> passed(Principal who, Verdict verdict) {
        return verdict instanceof Refused refused ? refused(refused.reason()) : Future.succeededFuture(who);
    }

    /** Counts those whose name, password, key or credential was not right, and those who have to wait for having guessed. */
    <T> Future<T> counting(Future<T> signIn) {
        return signIn.onFailure(failure -> {
            if (failure instanceof Unacceptable known && known.why() == Why.WRONG_CREDENTIALS) {
                metrics.turnedAway("wrong-credentials");
            } else if (failure instanceof TooMany) {
                metrics.turnedAway("too-many-attempts");
            }
        });
    }

    /** Where a request comes from. */
    static String address(RoutingContext context) {
        var remote = context.request().remoteAddress();
        return remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
    }

    private <T> Future<T> refused(Reason reason) {
        metrics.turnedAway(reason.wire());
        return Failures.answer(AccessProblems.of(reason));
    }

    /*
     * Nothing of the body may come before somebody reads it, which is in the same turn as the answer to who asks. Where the answer
     * is there already, as it is for whoever is remembered, that is this turn. What has been read whole has nothing to come.
     */
    static <T> Future<T> paused(RoutingContext context, Future<T> who) {
        if (who.isComplete() || context.request().isEnded()) {
            return who;
        }
        HttpServerRequest request = context.request().pause();
        return who.onComplete(found -> context.vertx().runOnContext(next -> {
            var reading = request.resume();
        }));
    }
}
