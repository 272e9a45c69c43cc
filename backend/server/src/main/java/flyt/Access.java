package flyt;

import flyt.access.Cookies;
import flyt.access.Doorkeeper;
import flyt.access.Gone;
import flyt.access.MachineCredentials;
import flyt.access.SameOrigin;
import flyt.access.account.Accounts;
import flyt.access.account.DemoAccounts;
import flyt.access.account.FirstAdministrator;
import flyt.access.account.Passwords;
import flyt.access.account.Sessions;
import flyt.access.account.Sessions.Limits;
import flyt.access.account.SignIn;
import flyt.access.account.Slowdown;
import flyt.access.account.WallKeys;
import flyt.access.client.Clients;
import flyt.access.client.ClientsFile;
import flyt.access.log.AccessLog;
import flyt.access.log.BreakGlass;
import flyt.access.log.LogRetention;
import flyt.access.log.LogSearch;
import flyt.access.log.MyData;
import flyt.access.log.Sittings;
import flyt.access.log.StayWhereabouts;
import flyt.access.oidc.ProviderSessions;
import flyt.access.oidc.RelyingParty;
import flyt.access.screen.Pairings;
import flyt.access.screen.Screens;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.intake.http.AccessRoutes;
import flyt.intake.http.Entrance;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.StaffKeys;
import flyt.journal.Database;
import flyt.ops.Metrics;
import flyt.ops.Settings;
import flyt.push.BoardSockets;
import flyt.push.Spectators;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Access control of one member: puts its parts together, opens it, keeps it tidy, closes it. */
final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final Duration SCREENS_SEEN_EVERY = Duration.ofMinutes(1);
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(10);
    private static final Duration FORGOTTEN_EVERY = Duration.ofHours(24);

    private final Vertx vertx;
    private final Settings settings;
    private final Hospitals hospitals;
    private final Metrics metrics;
    private final InstantSource clock = InstantSource.system();
    private final Gone gone;
    private final AccessLog log;
    private final Sittings sittings;
    private final LogRetention retention;
    private final Screens screens;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Clients clients;
    private final FirstAdministrator first;
    private final @Nullable RelyingParty party;
    private final Entrance entrance;
    private final AccessRoutes routes;
    private final Spectators spectators;

    /**
     * All parts, which do nothing yet. Reads files, so not for event loops.
     *
     * @param database of its own: whoever signs in must not wait behind those who look back in time
     * @param secret 32 random bytes, the same on all members
     * @param pseudonyms by which the journals know people
     * @param member this process, from start to stop, and never again
     */
    Access(
            Vertx vertx,
            Settings settings,
            Database database,
            Hospitals hospitals,
            Metrics metrics,
            byte[] secret,
            Pseudonyms pseudonyms,
            String member) {
        this.vertx = vertx;
        this.settings = settings;
        this.hospitals = hospitals;
        this.metrics = metrics;
        AccessFigures figures = new AccessFigures(metrics);
        Cookies cookies = new Cookies(settings.isHttps());
        SameOrigin origin =
                new SameOrigin(settings.publicUrl().map(URI::toString).orElse(null));
        Slowdown slowdown = new Slowdown(clock);
        gone = new Gone(vertx);
        log = new AccessLog(vertx, database, figures);
        sittings = new Sittings(vertx, database, log, member, clock);
        retention = new LogRetention(database);
        screens = new Screens(vertx, database, gone, log, figures, secret, clock);
        accounts = new Accounts(database, gone, clock);
        sessions = new Sessions(database, gone, clock, limits(settings));
        passwords = new Passwords(vertx);
        clients = new Clients(database, passwords, slowdown, gone, clock);
        first = new FirstAdministrator(database, accounts, passwords, clock);
        party = Provider.of(settings, vertx, database, new ProviderSessions(accounts, sessions, cookies), clock);
        Doorkeeper doorkeeper = new Doorkeeper(cookies, sessions, screens, clients);
        LogSearch search = new LogSearch(database, new StayWhereabouts(hospitals));
        entrance = new Entrance(
                doorkeeper, origin, log, clock, pseudonyms, accounts::one, settings.isHttps(), settings.demo());
        spectators = new Spectators(doorkeeper, origin, sittings, log, hospitals, clock, metrics);
        routes = new AccessRoutes(
                entrance,
                hospitals,
                metrics,
                new AccessRoutes.Parts(
                        cookies,
                        new SignIn(accounts, sessions, passwords, slowdown),
                        sessions,
                        accounts,
                        passwords,
                        first,
                        new WallKeys(database, slowdown, secret, clock),
                        clients,
                        screens,
                        new Pairings(database, figures),
                        search,
                        new MyData(database, search, new NamedTasks(hospitals, new StaffKeys(pseudonyms))),
                        new BreakGlass(database, log, gone),
                        party));
    }

    private static Limits limits(Settings settings) {
        Limits usual = Limits.USUAL;
        return new Limits(
                usual.absolute(), usual.ownIdle(), Duration.ofSeconds(settings.sharedIdleSeconds()), usual.wallIdle());
    }

    Entrance entrance() {
        return entrance;
    }

    MachineCredentials systems() {
        return clients;
    }

    AccessRoutes routes() {
        return routes;
    }

    Spectators spectators() {
        return spectators;
    }

    /** {@code members}: those alive now. Done when people and systems may come. */
    Future<Void> open(BoardSockets sockets, Collection<String> members) {
        gone.listen(sockets::onGone);
        return sittings.start(members)
                .compose(signed -> letInSystems())
                .compose(known -> letInFirstAdministrator())
                .onSuccess(ready -> keepTidy());
    }

    /** After the hospitals are there: the invented people work in one of them. */
    Future<Void> makeDemoAccounts() {
        if (!settings.demo()) {
            return Future.succeededFuture();
        }
        Future<Void> made = Future.succeededFuture();
        for (HospitalDefinition hospital : hospitals.list()) {
            made = made.compose(
                    before -> new DemoAccounts(accounts, hospital.id().value(), firstInpatientWard(hospital)).make());
        }
        return made;
    }

    private static String firstInpatientWard(HospitalDefinition hospital) {
        return hospital.wards().stream()
                .filter(ward -> ward.kind() == WardKind.INPATIENT)
                .findFirst()
                .orElse(hospital.wards().get(0))
                .id()
                .value();
    }

    private Future<Void> letInSystems() {
        if (settings.clientsFile().isEmpty()) {
            return Future.succeededFuture();
        }
        Path file = settings.clientsFile().orElseThrow();
        return vertx.executeBlocking(() -> ClientsFile.read(Provider.text(file)))
                .compose(clients::keep);
    }

    /** The link goes into a file that its owner alone can read: a log is read by others. */
    private Future<Void> letInFirstAdministrator() {
        if (settings.adminPasswordFile().isPresent()) {
            Path file = settings.adminPasswordFile().orElseThrow();
            return vertx.executeBlocking(() -> Provider.text(file).strip())
                    .compose(first::withPassword)
                    .mapEmpty();
        }
        if (settings.demo()) {
            return Future.succeededFuture();
        }
        return first.link()
                .compose(link -> link.isEmpty()
                        ? Future.succeededFuture()
                        : vertx.executeBlocking(() -> {
                            Path file = SetupLink.write(
                                    settings.dataDir(),
                                    settings.publicUrl().map(URI::toString).orElse(""),
                                    link.orElseThrow());
                            LOG.info("Nobody is an administrator yet: follow what {} says within the hour", file);
                            return null;
                        }));
    }

    private void keepTidy() {
        every(SCREENS_SEEN_EVERY, () -> screens.seen(spectators.screens()));
        every(SWEPT_EVERY, () -> Future.all(sessions.sweep(), clients.sweep()));
        every(FORGOTTEN_EVERY, () -> retention.forget(clock.instant(), settings.accessLogDays()));
    }

    private void every(Duration time, java.util.function.Supplier<Future<?>> chore) {
        long timer = vertx.setPeriodic(time.toMillis(), tick -> {
            var done = chore.get()
                    .onFailure(failure -> LOG.info(
                            "A chore of access control is left for the next time: {}",
                            failure.getClass().getSimpleName()));
        });
    }

    /** Ends what is remembered of this member; done when it is on disk. */
    Future<Void> close() {
        Future<Void> left = party == null ? Future.succeededFuture() : party.close();
        return left.eventually(sittings::stop).eventually(log::close);
    }
}
