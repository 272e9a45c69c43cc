package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pure parts of the pages, run in the browser that will run them. */
@NeedsBrowser
final class RowsTest {

    private static Browser browser;
    private static PageServer server;
    private static Screen screen;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        server = PageServer.open();
        screen = Screen.ofModules(browser, server);
    }

    @AfterAll
    static void stop() {
        screen.close();
        server.close();
        browser.close();
    }

    @Test
    void aSnapshotAndItsUpdatesAreTheSnapshotAtTheEnd() {
        Object wrong = screen.ask(
                """
            async () => {
              const { fromSnapshot, withUpdate } = await import('/static/core/rows.js');
              const wrong = [];
              for (let seed = 1; seed <= 50; seed += 1) {
                let state = seed;
                const random = (n) => { state = (state * 1103515245 + 12345) % 2147483648; return state % n; };
                const truth = new Map();
                const row = () => ({ key: `k${random(30)}`, kind: 'bed', value: random(5) });
                for (let i = 0; i < 20; i += 1) { const r = row(); truth.set(r.key, r); }
                let seq = 100;
                let rows = fromSnapshot({ type: 'snapshot', stream: 's', seq, rows: [...truth.values()] });
                for (let i = 0; i < 200; i += 1) {
                  const put = [row(), row()].filter((r, at, all) => all.findIndex((o) => o.key === r.key) === at);
                  const drop = [`k${random(30)}`].filter((key) => !put.some((r) => r.key === key));
                  drop.forEach((key) => truth.delete(key));
                  put.forEach((r) => truth.set(r.key, r));
                  rows = withUpdate(rows, { type: 'rows', stream: 's', prev: seq, seq: seq + 3, put, drop });
                  seq += 3;
                }
                const flat = (map) => JSON.stringify([...map.values()].sort((a, b) => (a.key < b.key ? -1 : 1)));
                if (flat(rows.byKey) !== flat(truth) || rows.seq !== seq) { wrong.push(seed); }
              }
              return wrong;
            }""");
        assertThat(wrong).as("seeds that went wrong").isEqualTo(List.of());
    }

    @Test
    void anUpdateThatDoesNotFollowIsRefused() {
        assertThat(
                        screen.ask(
                                """
            async () => {
              const { fromSnapshot, withUpdate } = await import('/static/core/rows.js');
              const rows = fromSnapshot({ stream: 's', seq: 5, rows: [] });
              const update = { stream: 's', prev: 5, seq: 6, put: [], drop: [] };
              return [withUpdate(rows, update) !== null, withUpdate(rows, { ...update, prev: 4 }),
                withUpdate(rows, { ...update, stream: 't' })];
            }"""))
                .isEqualTo(Arrays.asList(true, null, null));
    }

    @Test
    void aRowThatReadsTheSameStaysTheSameObject() {
        assertThat(
                        screen.ask(
                                """
            async () => {
              const { fromSnapshot, withUpdate } = await import('/static/core/rows.js');
              const first = fromSnapshot({ stream: 's', seq: 5, rows: [{ key: 'a', v: 1 }, { key: 'b', v: 1 }] });
              const second = fromSnapshot({ stream: 's', seq: 9, rows: [{ key: 'a', v: 1 }, { key: 'b', v: 2 }] }, first);
              const third = withUpdate(second, { stream: 's', prev: 9, seq: 10, put: [{ key: 'b', v: 2 }], drop: [] });
              return [first.byKey.get('a') === second.byKey.get('a'), first.byKey.get('b') === second.byKey.get('b'),
                second.byKey.get('b') === third.byKey.get('b')];
            }"""))
                .isEqualTo(List.of(true, false, true));
    }

    @Test
    void theAgeOfALinkHasItsStates() {
        assertThat(
                        screen.ask(
                                """
            async () => {
              const { linkState } = await import('/static/core/staleness.js');
              return [null, 0, 9999, 10000, 29999, 30000, 599999, 600000, 1800000]
                .map((ms) => [linkState(ms, 3), linkState(ms, 2)].join('/'));
            }"""))
                .isEqualTo(List.of(
                        "connecting/connecting",
                        "live/live",
                        "live/live",
                        "quiet/quiet",
                        "quiet/quiet",
                        "lost/lost",
                        "lost/lost",
                        "distrust/lost",
                        "distrust/blank"));
    }

    @Test
    void attemptsToConnectGrowApartAndAreSpread() {
        assertThat(
                        screen.ask(
                                """
            async () => {
              const { backoffMs } = await import('/static/core/staleness.js');
              return [backoffMs(0, 0), backoffMs(0, 1), backoffMs(3, 0.5), backoffMs(50, 0), backoffMs(50, 1)];
            }"""))
                .isEqualTo(List.of(250, 500, 3000, 10000, 20000));
    }

    @Test
    void hospitalTimeIsTheHospitalsEvenOverTheChangeOfTheClock() {
        assertThat(
                        screen.ask(
                                """
            async () => {
              const { HospitalTime } = await import('/static/core/hospital-time.js');
              const oslo = new HospitalTime('Europe/Oslo', 'nb');
              return [oslo.clock('2026-11-12T09:42:00Z'), oslo.clock('2026-10-25T00:30:00Z'), oslo.clock('2026-10-25T01:30:00Z'),
                oslo.weekday('2026-11-13'), oslo.shortDate('2026-11-12T09:42:00Z'), oslo.day('2026-11-12T23:30:00Z'),
                new HospitalTime('Europe/Oslo', 'en').weekday('2026-11-13'), oslo.clock('2026-11-11T23:05:00Z'),
                oslo.weekdayFrom('2026-11-13', '2026-11-12'), oslo.weekdayFrom('2026-12-22', '2026-11-30'), oslo.weekdayFrom('2027-11-13', '2026-11-12'),
                new HospitalTime('Europe/Oslo', 'en').weekdayFrom('2026-12-22', '2026-11-30')];
            }"""))
                .isEqualTo(List.of(
                        "10:42",
                        "02:30",
                        "02:30",
                        "Fre 13.",
                        "tor. 12. nov.",
                        "2026-11-13",
                        "Fri 13.",
                        "00:05",
                        "Fre 13.",
                        "22.12.",
                        "13.11.",
                        "22/12"));
    }

    @Test
    void theWallIsLightByTheHospitalsDayUnlessToldOtherwise() {
        assertThat(
                        screen.ask(
                                """
            async () => {
              const { themeFor } = await import('/static/core/theme.js');
              return [themeFor(null, 389), themeFor(null, 390), themeFor(null, 1289), themeFor(null, 1290),
                themeFor('dark', 600), themeFor(null, 600, { lightFrom: '10:01', lightTo: '12:00' })];
            }"""))
                .isEqualTo(List.of("dark", "light", "light", "dark", "dark", "dark"));
    }

    @Test
    void aScreenTakesAsManyOfTheFirstClustersAsFit() {
        assertThat(
                        screen.ask(
                                """
            async () => {
              const { shownClusters, screensOf, namesTogether } = await import('/static/ward/clusters.js');
              const clusters = ['A', 'B', 'C', 'D'].map((id) => ({ id, name: `Tun ${id}`, beds: 9 }));
              const beds = clusters.flatMap(({ id }) => [...Array(9)].map((_, i) => ({ bed: id + i, cluster: id, class: 'open', extra: null })));
              const ids = (list) => list.map((cluster) => cluster.id).join('');
              return [ids(shownClusters(clusters, beds, [])), ids(shownClusters(clusters, beds, ['C', 'D'])),
                ids(shownClusters(clusters, beds, ['A', 'B', 'C'])), ids(shownClusters(clusters, beds, ['Z'])),
                screensOf(clusters).map(ids).join(' '), namesTogether(clusters.slice(0, 3), 'og')];
            }"""))
                .isEqualTo(List.of("AB", "CD", "AB", "AB", "AB CD", "Tun A, B og C"));
    }
}
