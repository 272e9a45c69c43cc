package flyt.access.screen;

import static flyt.access.log.Soon.answer;
import static flyt.access.screen.ScreenBench.ADDRESS;
import static flyt.access.screen.ScreenBench.LUNGE;
import static flyt.access.screen.ScreenBench.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Gone;
import flyt.access.Naming;
import flyt.access.SecretToken;
import flyt.access.View;
import flyt.access.screen.Pairings.Opened;
import flyt.access.screen.Pairings.Progress.Paired;
import flyt.access.screen.Screens.Connected;
import flyt.ops.ExpectLog;
import flyt.ops.Watch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Watch.class)
@Timeout(120)
class ScreensTest {
    private final List<Gone.Note> notes = new CopyOnWriteArrayList<>();
    private ScreenBench bench;
    private Screens screens;
    private String id;
    private String first;

    @BeforeEach
    void open() {
        bench = new ScreenBench();
        screens = bench.screens;
        Paired paired = pair();
        id = paired.screen();
        first = paired.credential();
        bench.gone.listen(notes::add);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Paired pair() {
        Opened opened = answer(bench.pairings.open(ADDRESS, NINE));
        assertThat(answer(bench.pairings.claim(opened.code(), LUNGE, "a-admin", NINE)))
                .isNotNull();
        return (Paired) answer(bench.pairings.progress(opened.code(), opened.secret(), NINE));
    }

    @Test
    void aScreenIsKnownByItsCredentialAndById() {
        assertThat(answer(screens.bySecret(first))).isEqualTo(answer(screens.byId(id)));
        assertThat(answer(screens.byId(id)).orElseThrow().level()).isEqualTo(3);
        for (String forged : List.of(SecretToken.make(), "", "x", first + "x", first.toLowerCase())) {
            assertThat(answer(screens.bySecret(forged))).isEmpty();
            assertThat(answer(screens.connect(forged, "1"))).isEmpty();
        }
        assertThat(bench.stolen).hasValue(0);
    }

    @Test
    void eachConnectGivesTheNextCredential() {
        String second = connect(first);
        assertThat(second).isNotEqualTo(first);
        assertThat(SecretToken.hasForm(second)).isTrue();
        assertThat(isKnown(second)).isTrue();
        String third = connect(second);
        assertThat(List.of(first, second)).doesNotContain(third);
        assertThat(isKnown(third)).isTrue();
        assertThat(bench.stolen).hasValue(0);
        assertThat(notes).isEmpty();
    }

    @Test
    void whereTheAnswerWasLostTheOldOneStillWorks() {
        String lost = connect(first);
        assertThat(isKnown(first)).isTrue();
        String again = connect(first);
        assertThat(again).isEqualTo(lost);
        assertThat(isKnown(again)).isTrue();
        assertThat(bench.stolen).hasValue(0);
    }

    @Test
    void twoPagesThatConnectAtOnceGoOnTogether() {
        var here = screens.connect(first, "1");
        var there = screens.connect(first, "1");
        assertThat(answer(here).orElseThrow().credential())
                .isEqualTo(answer(there).orElseThrow().credential());
    }

    @Test
    @ExpectLog("A spent credential of screen")
    void aStolenCredentialUsedTwiceKillsBothWhenTheScreenWasFirst() {
        String second = connect(first);
        assertThat(isKnown(second)).isTrue();
        assertThat(isKnown(first)).as("the thief").isFalse();
        assertThat(isKnown(second)).as("the screen, which shows a new code").isFalse();
        assertThat(answer(screens.connect(second, "1"))).isEmpty();
        assertThat(notes).containsOnly(new Gone.Note(Gone.Kind.SCREEN, id));
        assertThat(bench.stolen).hasValue(1);
        assertThat(answer(screens.byId(id))).isEmpty();
        assertThat(answer(screens.list())).extracting(PairedScreen::state).containsExactly(PairedScreen.State.STOLEN);
        answer(bench.house.log.settled());
        assertThat(bench.house.count("deed = 'screen-credential' AND outcome = 'refused' AND hospital = 'FJO'"
                        + " AND who_kind = 'screen' AND name = 'Lunge vaktrom'"))
                .isOne();
    }

    @Test
    @ExpectLog("A spent credential of screen")
    void itKillsBothWhenTheThiefWasFirst() {
        String ofTheThief = connect(connect(first));
        assertThat(isKnown(ofTheThief)).isTrue();
        assertThat(isKnown(first)).as("the screen comes back").isFalse();
        assertThat(isKnown(ofTheThief)).as("the thief").isFalse();
        assertThat(bench.stolen).hasValue(1);
    }

    @Test
    void aChangedScreenHasItsNewSettingsAtOnceAndTheSameCredential() {
        assertThat(isKnown(first)).isTrue();
        ScreenSettings moved = new ScreenSettings(
                "Geriatri tun B", "Gang", "FJO", View.WARD, "GER", List.of(), 1, Naming.NAME_ON_SIGN_IN, null, null);
        assertThat(answer(screens.change(id, moved)).orElseThrow().settings()).isEqualTo(moved);
        assertThat(answer(screens.bySecret(first)).orElseThrow().scope()).isEqualTo("GER");
        assertThat(answer(screens.bySecret(first)).orElseThrow().level()).isEqualTo(1);
        assertThat(notes).containsOnly(new Gone.Note(Gone.Kind.SCREEN, id));
        assertThat(answer(screens.change("nobody", moved))).isEmpty();
    }

    @Test
    void aRevokedScreenIsGone() {
        assertThat(isKnown(first)).isTrue();
        assertThat(answer(screens.revoke(id))).isTrue();
        assertThat(isKnown(first)).isFalse();
        assertThat(answer(screens.byId(id))).isEmpty();
        assertThat(answer(screens.list())).isEmpty();
        assertThat(notes).containsOnly(new Gone.Note(Gone.Kind.SCREEN, id));
        assertThat(answer(screens.revoke(id))).isFalse();
        assertThat(answer(screens.change(id, LUNGE))).isEmpty();
        assertThat(bench.stolen).as("it is no theft to come back").hasValue(0);
    }

    @Test
    void theListTellsWhenAScreenWasSeenAndWhatItRuns() {
        bench.time.set(NINE.plusSeconds(60));
        assertThat(connect(first)).isNotNull();
        PairedScreen one = answer(screens.list()).get(0);
        assertThat(one.lastSeen()).isEqualTo(NINE.plusSeconds(60));
        assertThat(one.version()).isEqualTo("0.3.1");
        assertThat(one.state()).isEqualTo(PairedScreen.State.PAIRED);
        bench.time.set(NINE.plusSeconds(120));
        answer(screens.seen(List.of(id, "nobody")));
        assertThat(answer(screens.list()).get(0).lastSeen()).isEqualTo(NINE.plusSeconds(120));
        assertThat(answer(screens.list()).get(0).settings()).isEqualTo(LUNGE);
    }

    private String connect(String credential) {
        return answer(screens.connect(credential, "0.3.1"))
                .map(Connected::credential)
                .orElseThrow();
    }

    private boolean isKnown(String credential) {
        return answer(screens.bySecret(credential)).isPresent();
    }
}
