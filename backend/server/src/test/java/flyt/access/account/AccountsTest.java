package flyt.access.account;

import static flyt.access.account.AccessHouse.PASSWORD;
import static flyt.access.account.AccessHouse.done;
import static flyt.access.account.AccessHouse.happens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.DeviceKind;
import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.SecretToken;
import flyt.access.TooMany;
import flyt.access.account.Accounts.Change;
import flyt.access.account.Sessions.Device;
import flyt.access.account.Unacceptable.Why;
import flyt.journal.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(120)
class AccountsTest {
    private static final Grant ADMINISTRATOR = new Grant(Role.ADMINISTRATOR, Reach.EVERYWHERE);
    private static final Device PHONE = new Device(DeviceKind.OWN, null, "10.0.0.1", null, null);

    private TestDatabase database;
    private AccessHouse house;

    @BeforeEach
    void open(Vertx vertx) {
        database = TestDatabase.fresh();
        house = new AccessHouse(vertx, database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsGrantedIsKeptAsItWas() {
        Grant nurse = new Grant(Role.NURSE, Reach.wards("FJO", "LUN", "GER"));
        Grant cleaner = new Grant(Role.CLEANER, new Reach("FJO", null, Set.of("R1")));
        Account made = house.account("Kari ", false, cleaner, nurse);
        assertThat(made.login()).isEqualTo("kari");
        assertThat(done(house.accounts.one(made.id())).grants()).containsExactly(cleaner, nurse);
        assertThat(done(house.accounts.byLogin("KARI"))).contains(made);
        assertThat(done(house.accounts.list())).containsExactly(made);
        failsWith(Why.LOGIN_TAKEN, () -> house.account("kari", false));
    }

    @Test
    void theLastAdministratorStays() {
        Account one = house.account("one", false, ADMINISTRATOR);
        Change away = new Change(null, null, null, null, true, null);
        failsWith(Why.LAST_ADMINISTRATOR, () -> done(house.accounts.change(one.id(), away)));
        failsWith(
                Why.LAST_ADMINISTRATOR,
                () -> done(house.accounts.change(one.id(), new Change(null, null, null, null, null, List.of()))));
        assertThat(done(house.accounts.one(one.id()))).isEqualTo(one);
        Account two = house.account("two", false, ADMINISTRATOR);
        Future<Account> both = house.accounts.change(one.id(), away);
        List<Boolean> succeeded = List.of(succeeds(both), succeeds(house.accounts.change(two.id(), away)));
        assertThat(succeeded).containsExactlyInAnyOrder(true, false);
        failsWith(Why.UNKNOWN_ACCOUNT, () -> done(house.accounts.change("u-nobody", away)));
    }

    @Test
    void aProvidersPersonIsOneAccountBroughtUpToDate() {
        Grant nurse = new Grant(Role.NURSE, Reach.wards("FJO", "LUN"));
        Account first = done(house.accounts.ofSubject("https://id.test", "s1", "Tor Li", "Tor", List.of(nurse)));
        Grant leader = new Grant(Role.LEADER, Reach.hospital("FJO"));
        Account again = done(house.accounts.ofSubject("https://id.test", "s1", "Tor Lie", "Tor", List.of(leader)));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.name()).isEqualTo("Tor Lie");
        assertThat(again.grants()).containsExactly(leader);
        assertThat(done(house.accounts.ofSubject("https://other.test", "s1", "Tor", "Tor", List.of()))
                        .id())
                .isNotEqualTo(first.id());
    }

    @Test
    void rightAndWrongPasswords() {
        Account kari = house.account("kari", false);
        assertThat(done(house.signIn.withPassword(" KARI", PASSWORD, PHONE))
                        .person()
                        .account())
                .isEqualTo(kari.id());
        failsWith(Why.WRONG_CREDENTIALS, () -> done(house.signIn.withPassword("kari", "en blå dør tik", PHONE)));
        assertThatThrownBy(() -> done(house.signIn.withPassword("kari", PASSWORD, PHONE)))
                .as("even the right one comes too early")
                .isInstanceOf(TooMany.class);
        house.clock.forward(Duration.ofSeconds(1));
        assertThat(done(house.signIn.withPassword("kari", PASSWORD, PHONE)).secret())
                .hasSize(43);
        failsWith(Why.WRONG_CREDENTIALS, () -> done(house.signIn.withPassword("nobody", PASSWORD, PHONE)));
        assertThatThrownBy(() -> done(house.signIn.withPassword("nobody", PASSWORD, PHONE)))
                .as("as if there were such an account")
                .isInstanceOf(TooMany.class);
    }

    @Test
    void anotherMemberKnowsOfTheWrongOnes(Vertx vertx) {
        Account kari = house.account("kari", false);
        AccessHouse other = new AccessHouse(vertx, database, house.clock);
        failsWith(Why.WRONG_CREDENTIALS, () -> done(house.signIn.withPassword("kari", "wrong wrong", PHONE)));
        while (done(house.accounts.credential("kari")).orElseThrow().failures() == 0) {
            Thread.onSpinWait(); // written behind the answer
        }
        assertThatThrownBy(() -> done(other.signIn.withPassword("kari", PASSWORD, PHONE)))
                .isInstanceOf(TooMany.class);
        house.clock.forward(Duration.ofSeconds(1));
        assertThat(done(other.signIn.withPassword("kari", PASSWORD, PHONE))
                        .person()
                        .account())
                .isEqualTo(kari.id());
        assertThat(done(house.accounts.credential("kari")).orElseThrow().failures())
                .isZero();
    }

    @Test
    void whoIsDisabledOrHasNoPasswordIsToldTheSame() {
        Account boss = house.account("boss", false, ADMINISTRATOR);
        Account kari = house.account("kari", false);
        happens(house.accounts.change(kari.id(), new Change(null, null, null, null, true, null)));
        failsWith(Why.WRONG_CREDENTIALS, () -> done(house.signIn.withPassword("kari", PASSWORD, PHONE)));
        var demo = done(house.accounts.create(new Accounts.New("nurse", "N", "N", "nb", null, false, List.of())));
        failsWith(Why.WRONG_CREDENTIALS, () -> done(house.signIn.withPassword("nurse", PASSWORD, PHONE)));
        assertThat(demo.login()).isEqualTo("nurse");
        assertThat(boss.grants()).containsExactly(ADMINISTRATOR);
    }

    @Test
    void anUnknownNameTakesAsLongAsAWrongPassword() {
        assertThat(house.account("kari", false).login()).isEqualTo("kari");
        // by turns and each after its own wait, so that what else the machine does falls on both
        long[] known = new long[7];
        long[] unknown = new long[7];
        for (int i = 0; i < known.length; i++) {
            known[i] = nanosOfAGuess("kari");
            unknown[i] = nanosOfAGuess("nobody");
        }
        Arrays.sort(known);
        Arrays.sort(unknown);
        assertThat((double) unknown[3] / known[3]).as("medians").isBetween(0.4, 2.5);
        assertThat(unknown[3]).as("a hash was computed").isGreaterThan(5_000_000);
    }

    private long nanosOfAGuess(String login) {
        house.clock.forward(Duration.ofSeconds(31));
        long start = System.nanoTime();
        failsWith(Why.WRONG_CREDENTIALS, () -> done(house.signIn.withPassword(login, "wrong wrong", PHONE)));
        return System.nanoTime() - start;
    }

    @Test
    void aNewPasswordSignsOutEverywhereElse() {
        assertThat(house.account("kari", true).mustChange()).isTrue();
        var here = done(house.signIn.withPassword("kari", PASSWORD, PHONE));
        var there = done(house.signIn.withPassword("kari", PASSWORD, PHONE));
        assertThat(here.person().mustChange()).isTrue();
        failsWith(Why.PASSWORD_UNCHANGED, () -> change(here, PASSWORD, PASSWORD));
        failsWith(Why.PASSWORD_TOO_COMMON, () -> change(here, PASSWORD, "passord1234"));
        failsWith(Why.WRONG_CREDENTIALS, () -> change(here, "not the old one", "a green door too"));
        house.clock.forward(Duration.ofSeconds(1));
        change(here, PASSWORD, "a green door too");
        assertThat(done(house.sessions.bySecret(here.secret())).orElseThrow().mustChange())
                .isFalse();
        assertThat(done(house.sessions.bySecret(there.secret()))).isEmpty();
        failsWith(Why.WRONG_CREDENTIALS, () -> done(house.signIn.withPassword("kari", PASSWORD, PHONE)));
    }

    private void change(Sessions.Opened who, String old, String chosen) {
        happens(house.signIn.change(who.person(), old, chosen, "10.0.0.1"));
    }

    @Test
    void theSetUpLinkIsGoodOnceAndForAnHour() {
        String spare = done(house.first.link()).orElseThrow();
        String link = done(house.first.link()).orElseThrow();
        failsWith(Why.LINK_SPENT, () -> firstWith(SecretToken.make()));
        house.clock.forward(FirstAdministrator.LINK_LASTS.minusSeconds(1));
        Account eva = firstWith(link);
        assertThat(eva.grants()).containsExactly(ADMINISTRATOR);
        assertThat(eva.mustChange()).isFalse();
        failsWith(Why.LINK_SPENT, () -> firstWith(link));
        failsWith(Why.LINK_SPENT, () -> firstWith(spare));
        assertThat(done(house.first.link())).isEmpty();
        assertThat(done(house.first.withPassword("a green door too"))).isFalse();
    }

    @Test
    void anOldLinkIsSpent() {
        String link = done(house.first.link()).orElseThrow();
        house.clock.forward(FirstAdministrator.LINK_LASTS);
        failsWith(Why.LINK_SPENT, () -> firstWith(link));
    }

    @Test
    void ofTwoLinksAtOnceOneWins() {
        String one = done(house.first.link()).orElseThrow();
        String two = done(house.first.link()).orElseThrow();
        Future<Account> first = house.first.withLink(one, "one", "One", "One", "a green door too");
        Future<Account> second = house.first.withLink(two, "two", "Two", "Two", "a green door too");
        assertThat(List.of(succeeds(first), succeeds(second))).containsExactlyInAnyOrder(true, false);
        assertThat(done(house.accounts.list())).hasSize(1);
    }

    @Test
    void thePasswordOfAFileMustBeChanged() {
        failsWith(Why.PASSWORD_TOO_COMMON, () -> done(house.first.withPassword("admin12345")));
        assertThat(done(house.first.withPassword("a green door too"))).isTrue();
        assertThat(done(house.first.withPassword("a green door too"))).isFalse();
        assertThat(done(house.signIn.withPassword("admin", "a green door too", PHONE))
                        .person()
                        .mustChange())
                .isTrue();
    }

    @Test
    void theDemoHasOnePersonForEachRoleOfPeople() {
        DemoAccounts demo = new DemoAccounts(house.accounts, "FJO", "LUN");
        happens(demo.make());
        happens(demo.make());
        assertThat(done(house.accounts.list()))
                .extracting(account -> account.grants().get(0).role())
                .containsExactlyInAnyOrder(
                        Arrays.stream(Role.values()).filter(Role::isForPeople).toArray(Role[]::new));
    }

    private Account firstWith(String link) {
        return done(house.first.withLink(link, "eva", "Eva Nygård", "Eva", "a green door too"));
    }

    private static boolean succeeds(Future<?> future) {
        return done(future.map(true).otherwise(false));
    }

    private static void failsWith(Why why, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Unacceptable.class, failure -> assertThat(failure.why())
                .isEqualTo(why));
    }
}
