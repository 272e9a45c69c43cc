package flyt;

import flyt.intake.http.Pseudonyms;
import flyt.intake.http.Routes;
import flyt.intake.http.StaffKeys;
import flyt.intake.http.WakeRoutes;
import flyt.journal.Database;
import flyt.journal.Secrets;
import flyt.ops.Metrics;
import flyt.ops.Settings;
import flyt.outbound.wake.PushServices;
import flyt.outbound.wake.Sleepers;
import flyt.outbound.wake.Vapid;
import flyt.outbound.wake.Waker;
import flyt.runtime.HospitalDesk;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;

/** Waking phones by Web Push, where the settings name a push service: puts its parts together, begins to look. */
final class Waking {
    private final Vertx vertx;
    private final Settings settings;
    private final HospitalDesk desk;
    private final Secrets secrets;
    private final StaffKeys keys;
    private final Metrics metrics;
    private final PushServices services;
    private final Sleepers sleepers;
    private final Promise<Vapid> vapid = Promise.promise();
    private final Routes routes;

    /** All parts, which do nothing yet. {@code database}: where sign-ins are. */
    Waking(
            Vertx vertx,
            Settings settings,
            HospitalDesk desk,
            Database database,
            Access access,
            Pseudonyms pseudonyms,
            Metrics metrics) {
        this.vertx = vertx;
        this.settings = settings;
        this.desk = desk;
        this.secrets = new Secrets(database);
        this.keys = new StaffKeys(pseudonyms);
        this.metrics = metrics;
        this.services = new PushServices(settings.webPushServices());
        this.sleepers = new Sleepers(database);
        this.routes =
                new WakeRoutes(access.entrance(), metrics, new WakeRoutes.Parts(services, sleepers, vapid.future()));
    }

    Routes routes() {
        return routes;
    }

    /** Begins to wake. */
    Future<Void> open() {
        if (!services.any()) {
            return Future.succeededFuture();
        }
        String subject = settings.publicUrl().map(URI::toString).orElseThrow();
        return secrets.get("web-push")
                .map(secret -> new Vapid(secret.getBytes(), subject))
                .onComplete(vapid)
                .compose(key -> vertx.deployVerticle(new Waker(desk, sleepers, services, keys::now, key, metrics)))
                .mapEmpty();
    }
}
