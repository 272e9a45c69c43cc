package flyt.intake.http;

import static flyt.access.account.AccessHouse.done;
import static flyt.access.account.AccessHouse.happens;

import flyt.access.Cookies;
import flyt.access.Doorkeeper;
import flyt.access.SameOrigin;
import flyt.access.account.AccessHouse;
import flyt.access.account.DemoAccounts;
import flyt.access.log.AccessLog;
import flyt.access.log.BreakGlass;
import flyt.access.log.LogCounters;
import flyt.access.log.LogSearch;
import flyt.access.log.MyData;
import flyt.access.screen.Pairings;
import flyt.access.screen.ScreenCounters;
import flyt.access.screen.Screens;
import flyt.journal.TestDatabase;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The pages, and all access routes behind them over a real database, with the clock of the machine; the hospital is not there. */
final class FrontDoor implements AutoCloseable, LogCounters, ScreenCounters {
    final AccessHouse house;
    final AccessLog log;
    final BreakGlass glass;
    final Pairings pairings;
    final Screens screens;
    private final Metrics metrics = new Metrics(Set.of());
    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = TestDatabase.fresh();
    private final int port;

    /** A hospital's own door; of a demo, one invented person per role is let in with one tap. */
    FrontDoor(boolean demo) {
        house = new AccessHouse(vertx, database);
        house.clock.forward(Duration.between(house.clock.instant(), Instant.now()));
        log = new AccessLog(vertx, house.database, this);
        glass = new BreakGlass(house.database, log, house.gone);
        pairings = new Pairings(house.database, this);
        screens = new Screens(vertx, house.database, house.gone, log, this, new byte[32], house.clock);
        DefinitionReader definitions = new DefinitionReader(definition -> List.of());
        FakeHospitals hospitals = new FakeHospitals(definitions
                .read(Resources.object(Resources.protocol("hospitals/fjordvik.json")))
                .fold(read -> read, faults -> {
                    throw new AssertionError(faults.toString());
                }));
        Cookies cookies = new Cookies(false);
        Doorkeeper doorkeeper = new Doorkeeper(cookies, house.sessions, screens, house.clients);
        Gate gate = new Gate(doorkeeper, metrics);
        Witness witness = new Witness(gate, log, house.clock);
        Bodies bodies = new Bodies();
        LogSearch search = new LogSearch(house.database, (hospital, visit) -> Future.succeededFuture(null));
        MyData mine = new MyData(house.database, search, account -> Future.succeededFuture(List.of()));
        SignInRoutes.Parts parts = new SignInRoutes.Parts(
                doorkeeper,
                cookies,
                house.signIn,
                house.sessions,
                house.accounts,
                house.first,
                demo ? null : "HelseID",
                demo);
        Router router = Router.router(vertx);
        var first = router.route().handler(new SameSite(new SameOrigin(null), metrics));
        new SignInRoutes(parts, gate, bodies).mount(router);
        new AccountRoutes(house.accounts, house.sessions, house.passwords, gate, bodies).mount(router);
        new ClientRoutes(house.clients, gate, bodies).mount(router);
        new PairingRoutes(pairings, screens, cookies, bodies, demo, house.clock).mount(router);
        new ScreenRoutes(screens, pairings, hospitals, gate, bodies, house.clock).mount(router);
        new AccessLogRoutes(search, mine, gate, witness).mount(router);
        new BreakGlassRoutes(glass, gate, witness, bodies, house.clock).mount(router);
        new HospitalRoutes(hospitals, definitions, gate, bodies, demo).mount(router);
        new PageRoutes(vertx).mount(router);
        if (demo) {
            happens(new DemoAccounts(house.accounts, "FJO", "LUN").make());
        }
        HttpServer server = done(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        port = server.actualPort();
    }

    /** The full address of a path here. */
    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void notKept() {
        metrics.turnedAway("not-kept");
    }

    @Override
    public void notShown() {
        metrics.turnedAway("not-shown");
    }

    @Override
    public void glassBroken() {
        metrics.turnedAway("glass");
    }

    @Override
    public void wrongCode() {
        metrics.turnedAway("wrong-code");
    }

    @Override
    public void stolen() {
        metrics.turnedAway("stolen");
    }

    @Override
    public void close() {
        happens(log.settled());
        happens(log.close());
        happens(house.database.close());
        happens(vertx.close());
        database.close();
    }
}
