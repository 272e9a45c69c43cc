package flyt.access.screen;

import static flyt.access.log.Soon.answer;
import static flyt.access.screen.ScreenBench.ADDRESS;
import static flyt.access.screen.ScreenBench.LUNGE;
import static flyt.access.screen.ScreenBench.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyt.access.SecretToken;
import flyt.access.TooMany;
import flyt.access.screen.Pairings.Opened;
import flyt.access.screen.Pairings.Progress;
import flyt.access.screen.Pairings.Progress.Gone;
import flyt.access.screen.Pairings.Progress.Paired;
import flyt.access.screen.Pairings.Progress.Waiting;
import flyt.journal.Database;
import flyt.ops.Watch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Watch.class)
@Timeout(120)
class PairingsTest {
    private static final Instant TEN_MINUTES_LATER = NINE.plusSeconds(600);

    private ScreenBench bench;
    private Pairings pairings;

    @BeforeEach
    void open() {
        bench = new ScreenBench();
        pairings = bench.pairings;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aScreenShowsACodeAnAdministratorTypesItAndTheScreenFetchesItsCredentialOnce() {
        Opened opened = answer(pairings.open(ADDRESS, NINE));
        assertThat(opened.until()).isEqualTo(TEN_MINUTES_LATER);
        assertThat(progress(opened, NINE)).isEqualTo(new Waiting(TEN_MINUTES_LATER));

        String id = answer(pairings.claim(opened.code().toLowerCase(), LUNGE, "a-admin", NINE));
        PairedScreen waiting = answer(bench.screens.find(id)).orElseThrow();
        assertThat(waiting.settings()).isEqualTo(LUNGE);
        assertThat(waiting.state()).isEqualTo(PairedScreen.State.WAITING);
        assertThat(waiting.madeBy()).isEqualTo("a-admin");
        assertThat(waiting.lastSeen()).isNull();

        Paired paired = (Paired) progress(opened, NINE.plusSeconds(2));
        assertThat(paired.screen()).isEqualTo(id);
        assertThat(progress(opened, NINE.plusSeconds(3))).isEqualTo(new Gone());
        assertThat(answer(bench.screens.bySecret(paired.credential()))
                        .orElseThrow()
                        .id())
                .isEqualTo(id);
        assertThat(answer(bench.screens.find(id)).orElseThrow().lastSeen()).isEqualTo(NINE.plusSeconds(2));
    }

    @Test
    void ofManyWhoFetchAtOnceOneGetsIt() {
        Opened opened = answer(pairings.open(ADDRESS, NINE));
        assertThat(answer(pairings.claim(opened.code(), LUNGE, "a-admin", NINE)))
                .isNotNull();
        List<Future<Progress>> fetches = IntStream.range(0, 12)
                .mapToObj(i -> pairings.progress(opened.code(), opened.secret(), NINE))
                .toList();
        assertThat(fetches.stream().map(fetch -> answer(fetch)).filter(Paired.class::isInstance))
                .hasSize(1);
    }

    @Test
    void ofManyWhoClaimAtOnceOneGetsIt() {
        Opened opened = answer(pairings.open(ADDRESS, NINE));
        List<Future<String>> claims = IntStream.range(0, 12)
                .mapToObj(i -> pairings.claim(opened.code(), LUNGE, "a-" + i, NINE))
                .toList();
        assertThat(claims.stream().map(claim -> answer(claim) != null)).containsOnlyOnce(true);
        assertThat(bench.house.rows("SELECT id FROM screen")).hasSize(1);
    }

    @Test
    void killedBetweenClaimAndFetchTheScreenFetchesItFromTheNextProcess() {
        Opened opened = answer(pairings.open(ADDRESS, NINE));
        String id = answer(pairings.claim(opened.code(), LUNGE, "a-admin", NINE));
        Vertx other = Vertx.vertx();
        try {
            Database database = bench.house.open(other);
            Pairings next = new Pairings(database, bench);
            Paired paired = (Paired) answer(next.progress(opened.code(), opened.secret(), NINE.plusSeconds(90)));
            assertThat(paired.screen()).isEqualTo(id);
            answer(database.close());
        } finally {
            answer(other.close());
        }
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        Opened opened = answer(pairings.open(ADDRESS, NINE));
        assertThat(progress(opened, TEN_MINUTES_LATER.minusMillis(1))).isInstanceOf(Waiting.class);
        assertThat(progress(opened, TEN_MINUTES_LATER)).isEqualTo(new Gone());
        assertThat(answer(pairings.claim(opened.code(), LUNGE, "a-admin", TEN_MINUTES_LATER)))
                .isNull();
        assertThat(answer(pairings.claim(opened.code(), LUNGE, "a-admin", TEN_MINUTES_LATER.minusMillis(1))))
                .isNotNull();
        assertThat(progress(opened, TEN_MINUTES_LATER.plusSeconds(1)))
                .as("claimed at the last moment")
                .isInstanceOf(Paired.class);
    }

    @Test
    void onlyTheScreenThatOpenedItIsTold() {
        Opened opened = answer(pairings.open(ADDRESS, NINE));
        Opened other = answer(pairings.open(ADDRESS, NINE));
        assertThat(answer(pairings.claim(opened.code(), LUNGE, "a-admin", NINE)))
                .isNotNull();
        for (String secret : List.of(other.secret(), SecretToken.make(), "", "x' OR 1=1")) {
            assertThat(answer(pairings.progress(opened.code(), secret, NINE))).isEqualTo(new Gone());
        }
        assertThat(progress(opened, NINE)).isInstanceOf(Paired.class);
    }

    @Test
    void guessingIsLimitedForEachAdministrator() {
        Opened opened = answer(pairings.open(ADDRESS, NINE));
        String wrong = opened.code().startsWith("2")
                ? "3" + opened.code().substring(1)
                : "2" + opened.code().substring(1);
        for (int i = 0; i < 10; i++) {
            assertThat(answer(pairings.claim(i % 2 == 0 ? wrong : "nonsense", LUNGE, "a-guess", NINE)))
                    .isNull();
        }
        assertThatThrownBy(() -> answer(pairings.claim(opened.code(), LUNGE, "a-guess", NINE.plusSeconds(59))))
                .isInstanceOf(TooMany.class);
        assertThat(bench.wrong).hasValue(10);
        assertThat(bench.house.rows("SELECT id FROM screen")).isEmpty();
        assertThat(answer(pairings.claim(wrong, LUNGE, "a-other", NINE.plusSeconds(59))))
                .isNull();
        assertThat(answer(pairings.claim(opened.code(), LUNGE, "a-guess", NINE.plusSeconds(60))))
                .isNotNull();
    }

    @Test
    void oneAddressHasOnlySoManyCodesOpen() {
        for (int i = 0; i < Pairings.OPEN_MAX; i++) {
            assertThat(answer(pairings.open(ADDRESS, NINE))).isNotNull();
        }
        assertThatThrownBy(() -> answer(pairings.open(ADDRESS, NINE.plusSeconds(599))))
                .isInstanceOf(TooMany.class);
        assertThat(answer(pairings.open("10.0.4.18", NINE))).isNotNull();
        assertThat(answer(pairings.open(ADDRESS, TEN_MINUTES_LATER)))
                .as("when they have run out")
                .isNotNull();
        assertThat(bench.house.rows("SELECT code FROM pairing")).hasSize(1);
    }

    @Test
    void noSecretIsKept() {
        Opened opened = answer(pairings.open(ADDRESS, NINE));
        assertThat(answer(pairings.claim(opened.code(), LUNGE, "a-admin", NINE)))
                .isNotNull();
        String pairing =
                bench.house.rows("SELECT p::text FROM pairing p").get(0).getString(0);
        Paired paired = (Paired) progress(opened, NINE);
        String screen = bench.house.rows("SELECT s::text FROM screen s").get(0).getString(0);
        assertThat(pairing).contains(opened.code()).doesNotContain(opened.secret(), hex(opened.secret()));
        assertThat(screen).contains("Lunge vaktrom").doesNotContain(paired.credential(), hex(paired.credential()));
    }

    /** As PostgreSQL shows these bytes. */
    private static String hex(String secret) {
        return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    }

    private Progress progress(Opened opened, Instant now) {
        return answer(pairings.progress(opened.code(), opened.secret(), now));
    }
}
