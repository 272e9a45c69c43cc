package flyt.pages;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What 100 changes a second among 1,200 beds cost the bed manager's page on a processor slowed down four times, beside a page that only
 * puts the same words into 1,200 boxes found by their key. Both in one browser, one after the other, with the same changes. Prints; asserts
 * nothing, since it leans on the speed of the machine: {@code java flyt.pages.CapacityBench [seconds]}.
 */
public final class CapacityBench {
    private static final int BEDS = 1200;
    private static final int SLOWER = 4;

    /** A socket that the page takes for the server's: gives a snapshot and a beat, then what {@code feed} sends. */
    private static final String SOCKET =
            """
            window.longTasks = [];
            new PerformanceObserver((list) => list.getEntries().forEach((task) => window.longTasks.push(task.duration))).observe({ type: 'longtask' });
            window.shift = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shift += entry.value; })).observe({ type: 'layout-shift' });
            window.WebSocket = class {
              constructor() { window.socket = this; setTimeout(() => this.onopen()); }
              send() { for (const frame of [window.snapshot, window.beat]) { this.onmessage({ data: JSON.stringify(frame) }); } }
              close() {}
            };
            """;

    /** A page of boxes, one for each row, and a socket's worth of work for each change: parse, find by key, write. */
    private static final String PLAIN =
            """
            () => {
              const boxes = new Map();
              document.body.innerHTML = '';
              document.body.style.cssText = 'display:flex;flex-wrap:wrap;gap:2px';
              for (const row of window.snapshot.rows) {
                const box = document.body.appendChild(document.createElement('i'));
                box.style.cssText = 'display:block;width:16px;height:24px;overflow:hidden';
                boxes.set(row.key, box);
              }
              window.socket = { onmessage: ({ data }) => {
                for (const row of JSON.parse(data).put) {
                  const box = boxes.get(row.key);
                  box.className = row.use || '';
                  box.textContent = row.use || row.ready;
                }
              } };
            }""";

    /** Each change is one frame of three rows: the bed, its ward, the house. Answers with what it cost. */
    private static final String FEED =
            """
            async ([seconds, rate]) => {
              const uses = ['occupied', 'waiting-cleaning', 'being-cleaned', 'ready'];
              const rows = new Map(window.snapshot.rows.map((row) => [row.key, row]));
              const beds = window.snapshot.rows.filter((row) => row.kind === 'bed');
              let [seq, random, sent, frames] = [window.snapshot.seq, 1, 0, 0];
              const change = () => {
                random = (random * 48271) % 2147483647;
                const bed = beds[random % beds.length];
                const next = { ...rows.get(bed.key), use: uses[(uses.indexOf(rows.get(bed.key).use) + 1) % 4] };
                const ward = { ...rows.get(`ward/${bed.ward}`) };
                ward.ready = (ward.ready + 1) % 9;
                const house = { ...rows.get('house') };
                house.ready = (house.ready + 1) % 90;
                const put = [next, ward, house];
                put.forEach((row) => rows.set(row.key, row));
                seq += 1;
                window.socket.onmessage({ data: JSON.stringify({ type: 'rows', stream: window.snapshot.stream, prev: seq - 1, seq, put, drop: [] }) });
              };
              window.longTasks.length = 0;
              window.shift = 0;
              const began = performance.now();
              let counting = true;
              const frame = () => { frames += 1; if (counting) requestAnimationFrame(frame); };
              requestAnimationFrame(frame);
              await new Promise((done) => {
                const timer = setInterval(() => {
                  const due = Math.min(seconds * rate, ((performance.now() - began) / 1000) * rate);
                  for (; sent < due; sent += 1) change();
                  if (sent >= seconds * rate) { clearInterval(timer); setTimeout(done, 3000); }
                }, 10);
              });
              counting = false;
              return [sent, frames / ((performance.now() - began) / 1000), window.longTasks.filter((ms) => ms > 50).length, Math.max(0, ...window.longTasks), window.shift];
            }""";

    private CapacityBench() {}

    /** {@code arguments}: for how many seconds each side is fed; 20 where nothing is said. */
    public static void main(String[] arguments) {
        int seconds = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        try (Browser browser = Browser.open();
                PageServer server = PageServer.open()) {
            server.looks(PageServer.SOMEBODY);
            for (boolean plain : new boolean[] {true, false, true, false}) {
                System.out.println(measure(browser, server, seconds, plain));
            }
        }
    }

    private static String measure(Browser browser, PageServer server, int seconds, boolean plain) {
        try (BrowserContext context = browser.context(1920, 1080)) {
            Page page = context.newPage();
            page.addInitScript(
                    "window.snapshot = " + manyBeds() + "; window.beat = " + Golden.frame("beat") + ";" + SOCKET);
            page.navigate(server.address("/capacity/FJO?theme=light"));
            page.locator(".tile").nth(BEDS - 1).waitFor();
            if (plain) {
                page.evaluate(PLAIN);
            }
            CDPSession session = context.newCDPSession(page);
            JsonObject slow = new JsonObject();
            slow.addProperty("rate", SLOWER);
            session.send("Emulation.setCPUThrottlingRate", slow);
            session.send("Performance.enable");
            Map<String, Double> before = metrics(session);
            List<?> cost = (List<?>) page.evaluate(FEED, List.of(seconds, 100));
            Map<String, Double> after = metrics(session);
            ToDoubleFunction<String> spent = what -> after.get(what) - before.get(what);
            return String.format(
                    Locale.ROOT,
                    "%-14s %s changes, %.0f frames/s, %s tasks above 50 ms, longest %.0f ms, layout shift %s; main thread %.0f %% busy, ms of"
                            + " script %.0f, style %.0f, layout %.0f",
                    plain ? "plain boxes" : "bed manager",
                    cost.get(0),
                    ((Number) cost.get(1)).doubleValue(),
                    cost.get(2),
                    ((Number) cost.get(3)).doubleValue(),
                    cost.get(4),
                    100 * spent.applyAsDouble("TaskDuration") / (seconds + 3),
                    1000 * spent.applyAsDouble("ScriptDuration"),
                    1000 * spent.applyAsDouble("RecalcStyleDuration"),
                    1000 * spent.applyAsDouble("LayoutDuration"));
        }
    }

    /** What the browser has counted of the page by now; durations of the main thread in seconds. */
    private static Map<String, Double> metrics(CDPSession session) {
        Map<String, Double> metrics = new HashMap<>();
        for (JsonElement each : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject metric = each.getAsJsonObject();
            metrics.put(metric.get("name").getAsString(), metric.get("value").getAsDouble());
        }
        return metrics;
    }

    /** The golden hospital three times over, cut off at {@value #BEDS} beds. */
    static JsonObject manyBeds() {
        JsonObject snapshot = Golden.frameObject("snapshot-capacity");
        JsonArray rows = new JsonArray();
        int beds = 0;
        for (int house = 0; house < 3; house++) {
            for (JsonElement each : snapshot.getAsJsonArray("rows")) {
                JsonObject row = each.getAsJsonObject().deepCopy();
                String kind = row.get("kind").getAsString();
                boolean bed = kind.equals("bed");
                if ((bed && beds == BEDS) || (kind.equals("house") && house > 0)) {
                    continue;
                }
                beds += bed ? 1 : 0;
                rows.add(kind.equals("house") ? row : renamed(row, house, bed));
            }
        }
        snapshot.add("rows", rows);
        return snapshot;
    }

    private static JsonObject renamed(JsonObject row, int house, boolean bed) {
        for (String field : bed ? List.of("key", "bed", "ward") : List.of("key", "ward")) {
            row.addProperty(field, row.get(field).getAsString() + "-" + house);
        }
        if (!bed) {
            row.addProperty("order", row.get("order").getAsInt() + 100 * house);
        }
        return row;
    }
}
