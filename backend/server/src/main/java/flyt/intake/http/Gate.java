package flyt.intake.http;

import flyt.access.Doorkeeper;
import flyt.access.Principal;
import flyt.access.Principal.Nobody;
import flyt.access.Principal.Person;
import flyt.access.Verdict;
import flyt.access.Verdict.Reason;
import flyt.access.Verdict.Refused;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** Finds out who asks and lets through whom the table of roles allows; the others are counted and answered. */
final class Gate {
    private final Doorkeeper doorkeeper;
    private final Metrics metrics;

    Gate(Doorkeeper doorkeeper, Metrics metrics) {
        this.doorkeeper = doorkeeper;
        this.metrics = metrics;
    }

    /** Who asks, who may be nobody. The body is not read meanwhile. */
    Future<Principal> who(RoutingContext context) {
        return paused(context, doorkeeper.who(context.request().headers(), address(context)));
    }

    /** The same where a system may come with HTTP Basic. */
    Future<Principal> whoSends(RoutingContext context) {
        return paused(context, doorkeeper.whoSends(context.request().headers(), address(context)));
    }

    /** Who asks, if the verdict on them is yes; fails with the answer otherwise. */
    Future<Principal> allowed(RoutingContext context, Function<Principal, Verdict> verdict) {
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
    Future<Principal> passed(Principal who, Verdict verdict) {
        return verdict instanceof Refused refused ? refused(refused.reason()) : Future.succeededFuture(who);
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

    /* Nothing of the body may come before somebody reads it, which is in the same turn as the answer to who asks. */
    private static Future<Principal> paused(RoutingContext context, Future<Principal> who) {
        HttpServerRequest request = context.request().pause();
        return who.onComplete(found -> context.vertx().runOnContext(next -> {
            var reading = request.resume();
        }));
    }
}
