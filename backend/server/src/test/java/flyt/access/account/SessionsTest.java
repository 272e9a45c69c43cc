package flyt.access.account;

import static flyt.access.account.AccessHouse.done;
import static flyt.access.account.AccessHouse.happens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.DeviceKind;
import flyt.access.Grant;
import flyt.access.Principal.Person;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.account.Sessions.Device;
import flyt.access.account.Sessions.Opened;
import flyt.journal.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(120)
class SessionsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Grant NURSE = new Grant(Role.NURSE, Reach.wards("FJO", "LUN"));
    private static int people;

    private AccessHouse house;
    private Account kari;

    @BeforeEach
    void open(Vertx vertx) {
        house = new AccessHouse(vertx, DATABASE);
        kari = house.account("kari" + people++, false, NURSE);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void thoseWhoAreSignedInAreKnownByTheirSecretAlone() {
        Opened opened = open(DeviceKind.OWN);
        Person person = done(house.sessions.bySecret(opened.secret())).orElseThrow();
        assertThat(person).isEqualTo(opened.person());
        assertThat(person.account()).isEqualTo(kari.id());
        assertThat(person.grants()).containsExactly(NURSE);
        assertThat(done(house.sessions.bySecret(SecretToken.make()))).isEmpty();
        assertThat(done(house.sessions.bySecret(person.session())))
                .as("its id opens nothing")
                .isEmpty();
        assertThat(done(house.sessions.bySecret("'; DROP TABLE session; --"))).isEmpty();
        assertThat(number("SELECT count(*) AS n FROM session WHERE encode(hash, 'hex') = $1", person.session()))
                .isEqualTo(1);
    }

    @Test
    void withinTenSecondsNothingIsRead() {
        Opened opened = open(DeviceKind.OWN);
        // behind its back, so that only a read would tell
        happens(house.database.query("DELETE FROM session WHERE account = $1", Tuple.of(kari.id())));
        house.clock.forward(Duration.ofSeconds(9));
        assertThat(done(house.sessions.bySecret(opened.secret()))).isPresent();
        house.clock.forward(Duration.ofSeconds(1));
        assertThat(done(house.sessions.bySecret(opened.secret()))).isEmpty();
    }

    @Test
    void aSharedPhoneIsIdleForFiveMinutes() {
        Opened opened = open(DeviceKind.SHARED);
        for (int i = 0; i < 10; i++) {
            house.clock.forward(Duration.ofSeconds(299));
            assertThat(done(house.sessions.bySecret(opened.secret()))).isPresent();
        }
        house.clock.forward(Duration.ofSeconds(300));
        assertThat(done(house.sessions.bySecret(opened.secret()))).isEmpty();
    }

    @Test
    void lookingWithoutTouchingIsNoSignOfLife() {
        Opened opened = open(DeviceKind.SHARED);
        house.clock.forward(Duration.ofSeconds(200));
        assertThat(done(house.sessions.bySession(opened.person().session()))).isPresent();
        house.clock.forward(Duration.ofSeconds(100));
        assertThat(done(house.sessions.bySession(opened.person().session()))).isEmpty();
    }

    @Test
    void howeverBusyItEndsAfterTwelveHours() {
        Opened opened = open(DeviceKind.OWN);
        house.clock.forward(Duration.ofHours(7));
        assertThat(done(house.sessions.bySecret(opened.secret()))).isPresent();
        house.clock.forward(Duration.ofHours(5).minusSeconds(1));
        assertThat(done(house.sessions.bySecret(opened.secret()))).isPresent();
        house.clock.forward(Duration.ofSeconds(1));
        assertThat(done(house.sessions.bySecret(opened.secret()))).isEmpty();
        assertThat(done(house.sessions.sweep())).isPositive();
        assertThat(done(house.sessions.of(kari.id()))).isEmpty();
    }

    @Test
    void lastSeenIsWrittenNowAndThen() {
        Opened opened = open(DeviceKind.OWN);
        Instant start = house.clock.instant();
        house.clock.forward(Duration.ofSeconds(29));
        assertThat(done(house.sessions.bySecret(opened.secret()))).isPresent();
        assertThat(lastSeen()).isEqualTo(start);
        house.clock.forward(Duration.ofSeconds(1));
        assertThat(done(house.sessions.bySecret(opened.secret()))).isPresent();
        soon(() -> lastSeen().equals(start.plusSeconds(30)));
    }

    @Test
    void anotherMemberHearsOfItWithinASecond(Vertx vertx) {
        AccessHouse other = new AccessHouse(vertx, DATABASE, house.clock);
        Opened opened = open(DeviceKind.OWN);
        assertThat(done(other.sessions.bySecret(opened.secret()))).isPresent();
        happens(house.sessions.end(opened.person().session()));
        assertThat(done(house.sessions.bySecret(opened.secret()))).isEmpty();
        soon(() -> done(other.sessions.bySecret(opened.secret())).isEmpty());
    }

    @Test
    void whatChangesAboutAnAccountIsFeltAtOnce(Vertx vertx) {
        AccessHouse other = new AccessHouse(vertx, DATABASE, house.clock);
        Account boss = house.account("boss" + people++, false, new Grant(Role.ADMINISTRATOR, Reach.EVERYWHERE));
        assertThat(boss.disabledAt()).isNull();
        Opened opened = open(DeviceKind.OWN);
        assertThat(done(other.sessions.bySecret(opened.secret()))).isPresent();
        Grant cleaner = new Grant(Role.CLEANER, new Reach("FJO", null, Set.of("R1")));
        happens(house.accounts.change(kari.id(), new Accounts.Change(null, null, null, null, null, List.of(cleaner))));
        soon(() -> done(other.sessions.bySecret(opened.secret()))
                .orElseThrow()
                .grants()
                .equals(List.of(cleaner)));
        happens(house.accounts.change(kari.id(), new Accounts.Change(null, null, null, null, true, null)));
        soon(() -> done(other.sessions.bySecret(opened.secret())).isEmpty());
        assertThatThrownBy(() -> open(DeviceKind.OWN)).isInstanceOf(Unacceptable.class);
    }

    @Test
    void signingOutEverywhereKeepsTheOneThatIsMeant() {
        Opened here = open(DeviceKind.OWN);
        Opened there = open(DeviceKind.SHARED);
        assertThat(done(house.sessions.endAll(kari.id(), here.person().session())))
                .isEqualTo(1);
        assertThat(done(house.sessions.bySecret(here.secret()))).isPresent();
        assertThat(done(house.sessions.bySecret(there.secret()))).isEmpty();
        assertThat(done(house.sessions.endAll(kari.id(), null))).isEqualTo(1);
        assertThat(done(house.sessions.bySecret(here.secret()))).isEmpty();
    }

    @Test
    void aProviderSignsOutItsOwnAndNobodyElse() {
        Account tor =
                done(house.accounts.ofSubject("https://id.test", "sub-" + people++, "Tor Li", "Tor", List.of(NURSE)));
        Device device = new Device(DeviceKind.OWN, null, "10.0.0.1", null, "sid-1");
        Opened one = done(house.sessions.open(tor.id(), device));
        Opened local = open(DeviceKind.OWN);
        assertThat(done(house.sessions.endOfProvider("https://other.test", null, "sid-1")))
                .isZero();
        assertThat(done(house.sessions.endOfProvider("https://id.test", null, null)))
                .isZero();
        assertThat(done(house.sessions.endOfProvider("https://id.test", null, "sid-1")))
                .isEqualTo(1);
        assertThat(done(house.sessions.bySecret(one.secret()))).isEmpty();
        assertThat(done(house.sessions.bySecret(local.secret()))).isPresent();
    }

    private Opened open(DeviceKind kind) {
        return done(house.sessions.open(kari.id(), new Device(kind, null, "10.0.0.1", "Browser", null)));
    }

    private Instant lastSeen() {
        return done(house.database.query("SELECT last_seen FROM session WHERE account = $1", Tuple.of(kari.id())))
                .iterator()
                .next()
                .getOffsetDateTime("last_seen")
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    private long number(String sql, String value) {
        return done(house.database.query(sql, Tuple.of(value)))
                .iterator()
                .next()
                .getLong("n");
    }

    private static void soon(BooleanSupplier becomesTrue) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!becomesTrue.getAsBoolean()) {
            assertThat(System.nanoTime()).as("soon").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
