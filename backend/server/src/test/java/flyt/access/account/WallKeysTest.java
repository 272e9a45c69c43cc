package flyt.access.account;

import static flyt.access.account.AccessHouse.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.TooMany;
import flyt.journal.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
@Timeout(120)
class WallKeysTest {
    private static final String WALL = "s-1";
    private static final String HERE = "127.0.0.1";

    private TestDatabase postgres;
    private AccessHouse house;
    private WallKeys keys;
    private String ingrid;
    private String jonas;

    @BeforeEach
    void open(Vertx vertx) {
        postgres = TestDatabase.fresh();
        house = new AccessHouse(vertx, postgres);
        keys = new WallKeys(house.database, new Slowdown(house.clock), new byte[32], house.clock);
        ingrid = house.account("ingrid", false, new Grant(Role.NURSE, Reach.wards("FJO", "LUN")))
                .id();
        jonas = house.account("jonas", false, new Grant(Role.DOCTOR, Reach.hospital("FJO")))
                .id();
    }

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void aCodeIsTheirsUntilTheNextOneIsMade() {
        String first = done(keys.newCode(ingrid));
        assertThat(first).matches("[0-9]{8}");
        assertThat(done(keys.account(first, WALL, HERE))).contains(ingrid);
        String second = done(keys.newCode(ingrid));
        assertThat(done(keys.account(second, WALL, HERE))).contains(ingrid);
        assertThat(done(keys.account(first, WALL, HERE))).isEmpty();
    }

    @Test
    void aCardIsOnePersonsAlone() {
        assertThat(done(keys.setCard(ingrid, "04A2B9"))).isTrue();
        assertThat(done(keys.setCard(jonas, "04A2B9"))).isFalse();
        assertThat(done(keys.setCard(ingrid, "04A2B9"))).isTrue();
        assertThat(done(keys.account("04A2B9", WALL, HERE))).contains(ingrid);
        assertThat(done(house.database.query("SELECT FROM wall_key WHERE hash::text LIKE '%04A2B9%'", Tuple.tuple()))
                        .size())
                .isZero();
    }

    @Test
    void whoGuessesWaits() {
        assertThat(done(keys.account("00000000", WALL, HERE))).isEmpty();
        assertThatThrownBy(() -> done(keys.account("00000001", WALL, HERE))).isInstanceOf(TooMany.class);
        String code = done(keys.newCode(ingrid));
        assertThat(done(keys.account(code, "s-2", HERE)))
                .as("another screen is not slowed")
                .contains(ingrid);
    }
}
