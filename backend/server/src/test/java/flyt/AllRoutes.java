package flyt;

import flyt.access.FaultyFile;
import flyt.intake.http.AlertRoutes;
import flyt.intake.http.DefinitionReader;
import flyt.intake.http.HttpDoor;
import flyt.intake.http.InboxRoutes;
import flyt.intake.http.OccupancyRoutes;
import flyt.intake.http.PlaceRoutes;
import flyt.intake.http.ProfileRoutes;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReceiverRoutes;
import flyt.intake.http.ReportReader;
import flyt.intake.http.Routes;
import flyt.intake.http.WakeRoutes;
import flyt.journal.Database;
import flyt.journal.TestDatabase;
import flyt.ops.Health;
import flyt.ops.Metrics;
import flyt.ops.Settings;
import flyt.outbound.wake.PushServices;
import flyt.outbound.wake.Sleepers;
import flyt.report.Figures;
import flyt.report.ForecastScores;
import flyt.runtime.Workplace;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The routes of a server that has all of them: in the demo, with an OpenID provider. */
final class AllRoutes {
    private static final String ROLES =
            """
            {"rules": [{"when": [{"claim": "leads", "is": "*"}],
                        "role": "leader", "hospital": "FJO", "wards": "*", "zones": "*"}]}""";

    private AllRoutes() {}

    /** In the order in which they are asked. {@code folder}: for the files that the settings name. */
    static List<Route> mounted(Path folder) throws IOException {
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        door(vertx, new Settings(settings(folder))).mount(router);
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        return router.getRoutes();
    }

    /** Settings of a demo with an OpenID provider, which is never asked. */
    static Map<String, String> settings(Path folder) throws IOException {
        return Map.of(
                "FLYT_DEMO", "true",
                "FLYT_PUBLIC_URL", "https://flyt.example.no",
                "FLYT_OIDC_ISSUER", "https://id.example.no",
                "FLYT_OIDC_CLIENT_ID", "flyt",
                "FLYT_OIDC_CLIENT_SECRET_FILE", written(folder, "secret", "secret"),
                "FLYT_OIDC_ROLES_FILE", written(folder, "roles.json", ROLES));
    }

    /* Nothing is asked of the routes, so nothing is behind them. */
    private static HttpDoor door(Vertx vertx, Settings settings) {
        Metrics metrics = new Metrics(Set.of());
        Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
        Database nowhere = Database.at(vertx, "postgresql://nobody:nothing@127.0.0.1:1/nowhere", TestDatabase.KEYS);
        Access access = new Access(vertx, settings, nowhere, null, metrics, new byte[32], pseudonyms, "member");
        return new HttpDoor(
                vertx,
                access.entrance(),
                null,
                new Figures(nowhere, 5),
                new ForecastScores(nowhere),
                new ReportReader(pseudonyms),
                new DefinitionReader(definition -> List.of()),
                new Health(),
                metrics,
                all -> {
                    access.routes().mount(all);
                    new AlertRoutes(access.entrance(), metrics, null, null).mount(all);
                    new OccupancyRoutes(access.entrance(), metrics, null, null).mount(all);
                    new InboxRoutes(access.entrance(), metrics, null, null, null).mount(all);
                    new PlaceRoutes(access.entrance(), metrics, null).mount(all);
                    fhir(vertx, settings, metrics, nowhere, access).mount(all);
                    wake(access, metrics, nowhere).mount(all);
                    new ReceiverRoutes(access.entrance(), metrics, null, List.of()).mount(all);
                    new ProfileRoutes(access.entrance(), metrics, null).mount(all);
                });
    }

    /** The routes of FHIR, with nothing behind them. */
    static Routes fhir(Vertx vertx, Settings settings, Metrics metrics, Database nowhere, Access access) {
        try {
            Workplace work = new Workplace(null, null, null, null, null, metrics, null, 0, null, null, null, null);
            FhirInbound in = new FhirInbound(
                    vertx, null, access, new ReportReader(new Pseudonyms(new byte[32])), null, null, metrics);
            return new FhirParts(vertx, settings, null, work, nowhere, access, in, metrics).routes();
        } catch (FaultyFile e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those by which a browser says that it may be woken. */
    static Routes wake(Access access, Metrics metrics, Database nowhere) {
        WakeRoutes.Parts parts = new WakeRoutes.Parts(
                new PushServices(List.of()), new Sleepers(nowhere), Future.failedFuture("nothing is behind it"));
        return new WakeRoutes(access.entrance(), metrics, parts);
    }

    private static String written(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
