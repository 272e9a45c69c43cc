package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a wall weighs at first, and that it does not grow while it hangs there. */
final class WearTest extends OnPages {

    @Test
    void theFirstLoadOfAWallIsUnderTwoHundredKilobytes() {
        List<Integer> weights = new ArrayList<>();
        try (Screen screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-ward.3"), Golden.frame("beat"))) {
            screen.page().onResponse(response -> weights.add(compressed(response.body())));
            screen.go(server, "/ward/FJO/LUN?level=3&theme=light");
            screen.painted();
            screen.page().waitForTimeout(300);
        }
        assertThat(weights).hasSizeBetween(8, 30);
        assertThat(weights.stream().mapToInt(Integer::intValue).sum()).isLessThan(200_000);
    }

    @Test
    void tenThousandUpdatesLeaveNodesListenersAndHeapAsTheyWere() {
        long seed = 4711;
        try (Screen screen = Screen.ward(browser, server, 3)) {
            CDPSession devtools = screen.page().context().newCDPSession(screen.page());
            JsonObject enabled = devtools.send("Performance.enable");
            assertThat(enabled.size()).isZero();
            RandomRows rows = new RandomRows(seed);
            int seq = play(screen, rows, 48213, 1000);
            Map<String, Double> before = metrics(screen.page(), devtools);
            seq = play(screen, rows, seq, 10_000);
            Map<String, Double> after = metrics(screen.page(), devtools);
            assertThat(seq).isEqualTo(48213 + 11_000);
            assertThat(rows.notShown(screen))
                    .as("the last of each row, seed " + seed)
                    .isEmpty();
            assertThat(after.get("Nodes")).isLessThan(before.get("Nodes") * 1.1);
            assertThat(after.get("JSEventListeners")).isLessThanOrEqualTo(before.get("JSEventListeners"));
            // The engine's own tables grow in steps of some 0.3 MB; a kept row would be 2 kB for each update.
            assertThat(after.get("JSHeapUsedSize")).isLessThan(before.get("JSHeapUsedSize") + 50 * 10_000);
            assertThat(screen.complaints()).isEmpty();
        }
    }

    /** Sends updates of one row each, letting the page paint every hundred, and waits until cues have gone. */
    private static int play(Screen screen, RandomRows rows, int from, int count) {
        int seq = from;
        for (int i = 1; i <= count; i++) {
            screen.send(Golden.update(seq, seq + 1, rows.next()));
            seq++;
            if (i % 100 == 0) {
                // as a server does: a page that hears no beat gives its socket up
                screen.send(Golden.frame("beat"));
                screen.does("() => new Promise(requestAnimationFrame)");
            }
        }
        screen.page().waitForTimeout(3000);
        return seq;
    }

    private static Map<String, Double> metrics(Page page, CDPSession devtools) {
        for (int i = 0; i < 3; i++) {
            JsonObject collected = devtools.send("HeapProfiler.collectGarbage");
            assertThat(collected.size()).isZero();
            page.waitForTimeout(200);
        }
        Map<String, Double> values = new HashMap<>();
        devtools.send("Performance.getMetrics")
                .getAsJsonArray("metrics")
                .forEach(metric -> values.put(
                        metric.getAsJsonObject().get("name").getAsString(),
                        metric.getAsJsonObject().get("value").getAsDouble()));
        return values;
    }

    private static int compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
