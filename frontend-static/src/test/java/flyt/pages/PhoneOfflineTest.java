package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The phone without a network: what is tapped is kept, seen, and sent when the network is back; the page opens all the same. */
final class PhoneOfflineTest extends OnPhone {

    private static final List<String> SHELL = Pattern.compile("(?m)^ {2}'(/[^']+)',$")
            .matcher(Golden.text("/flyt/pages/tasks/worker.js"))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();

    /** A phone whose browser keeps the page's files, and has kept them. */
    private void installed(String rows) {
        open(rows, 390, 844);
        screen.go(server, "/tasks?theme=light");
        find(".card:not(.outline), .under").first().waitFor();
        screen.does("() => navigator.serviceWorker.ready");
        screen.page().waitForFunction("() => navigator.serviceWorker.controller !== null");
        screen.page().waitForTimeout(1200);
    }

    private void cut() {
        // both, for Chromium is on the network again for a moment after a reload
        server.isAway(true);
        screen.page().context().setOffline(true);
        cutLink();
        find(".strip.cut").waitFor();
    }

    private void mend() {
        mendLink();
        server.isAway(false);
        screen.page().context().setOffline(false);
    }

    @Test
    void aTaskIsTakenStartedAndFinishedWithoutANetworkAndSentOnceInOrderWhenItIsBack() {
        installed(PhoneQueue.PULL);
        cut();
        press("Ta 521");
        screen.page().waitForTimeout(450);
        press("Start 521");
        find(".under[data-job=T-882]").waitFor();
        assertThat(find(".under").innerText()).contains("Pågår 0 min", "lagret her");
        screen.page().reload();
        find(".under[data-job=T-882]").waitFor();
        assertThat(find(".strip.cut").innerText()).contains("2 handlinger lagret her, sendes automatisk");
        press("Ferdig 521");
        find(".line[data-job=T-883], .card[data-job=T-883]").first().waitFor();
        assertThat(find("[data-job=T-882]").count()).isZero();
        screen.page().reload();
        find(".card[data-job=T-883]").waitFor();
        assertThat(find("[data-job=T-882]").count()).isZero();
        assertThat(find(".strip.cut").innerText()).contains("Uten dekning", "3 handlinger lagret her");
        assertThat(commands()).isEmpty();
        mend();
        List<JsonObject> sent = sent(3);
        screen.page().waitForTimeout(400);
        assertThat(commands()).hasSize(3);
        assertThat(sent.stream().map(OnPhone::wish))
                .containsExactly(
                        "{'type':'TakeTask','task':'T-882'}",
                        "{'type':'StartTask','task':'T-882'}",
                        "{'type':'FinishTask','task':'T-882','made':true}");
        assertThat(sent.stream().map(command -> command.get("at").getAsString()))
                .isSorted()
                .allMatch(at -> at.startsWith("2026-11-12T09:4"));
        find(".strip.cut")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    @Test
    void aTapWhoseAnswerWasLostIsSentAgainUnderTheSameIdBeforeWhatCameAfter() {
        phone(PhoneQueue.PULL);
        AtomicInteger tries = new AtomicInteger();
        screen.page().route("**" + COMMANDS, route -> {
            if (tries.incrementAndGet() == 1) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        press("Ta 521");
        assertThat(sent(1)).hasSize(1);
        server.answers(COMMANDS, "{\"outcome\":\"repeated\",\"seq\":48214}");
        screen.page().waitForTimeout(450);
        press("Start 521");
        List<JsonObject> sent = sent(3);
        assertThat(sent).hasSize(3);
        assertThat(sent.get(1)).isEqualTo(sent.get(0));
        assertThat(wish(sent.get(2))).isEqualTo("{'type':'StartTask','task':'T-882'}");
        screen.page().waitForTimeout(300);
        assertThat(commands()).hasSize(3);
        assertThat(find(".refused").count()).isZero();
    }

    @Test
    void theWorkerKeepsEveryFileOfThePageAndNoAnswerOfTheApi() {
        installed(PhoneQueue.UNDER_WAY + "," + PhoneQueue.SELF);
        List<String> asked = screen.requests().stream()
                .map(address -> URI.create(address).getPath())
                .filter(path -> !path.startsWith("/api/") && !path.equals("/tasks-worker.js"))
                .distinct()
                .toList();
        assertThat(SHELL).containsAll(asked);
        assertThat(
                        screen.ask(
                                """
                        async () => { const kept = [];
                          for (const name of await caches.keys()) {
                            kept.push(...(await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)); }
                          return kept.sort(); }"""))
                .isEqualTo(Stream.concat(SHELL.stream(), Stream.of("/language"))
                        .sorted()
                        .toList());
    }

    @Test
    void aNewServerIsNotShownWithOldPages() {
        installed(PhoneQueue.DAY);
        try {
            server.becomes("second");
            List<String> loads = new java.util.ArrayList<>();
            screen.page().onFrameNavigated(frame -> loads.add(frame.url()));
            screen.does("async () => (await navigator.serviceWorker.ready).update()");
            screen.page()
                    .waitForCondition(
                            () -> !loads.isEmpty(),
                            new com.microsoft.playwright.Page.WaitForConditionOptions().setTimeout(20_000));
            find(".card:not(.outline)").first().waitFor();
            assertThat(screen.ask("async () => (await caches.keys()).sort().join()"))
                    .isEqualTo("flyt-language,flyt-tasks-second");
        } finally {
            server.becomes("first");
        }
    }

    @Test
    void theWholeFirstLoadIsLightAndAsksNobodyElse() throws Exception {
        phone(PhoneQueue.DAY);
        long bytes = 0;
        for (String path : SHELL) {
            String file = path.startsWith("/static/")
                    ? "/flyt/pages" + path.substring("/static".length())
                    : "/flyt/pages" + path + ".html";
            try (var found = PhoneOfflineTest.class.getResourceAsStream(file)) {
                byte[] plain = java.util.Objects.requireNonNull(found, file).readAllBytes();
                var zipped = new java.io.ByteArrayOutputStream();
                try (var zip = new GZIPOutputStream(zipped)) {
                    zip.write(plain);
                }
                bytes += Math.min(plain.length, zipped.size());
            }
        }
        System.getLogger("phone")
                .log(System.Logger.Level.INFO, "the phone''s page with all languages: {0} bytes", bytes);
        assertThat(bytes).isLessThan(150_000);
        assertThat(screen.requests())
                .allMatch(address -> address.startsWith(server.address("/")))
                .filteredOn(address -> !address.contains("/icons/"))
                .as("each is a journey to the server before the page stands")
                .hasSizeBetween(5, 10);
    }

    @Test
    void anotherPersonOnTheSamePhoneNeitherSeesNorSendsWhatIsNotTheirs() {
        phone(PhoneQueue.PULL);
        server.refuses(COMMANDS, 503, "journal-away", "");
        press("Ta 521");
        assertThat(sent(1)).hasSize(1);
        screen.page().navigate("about:blank");
        server.taken().clear();
        PhoneQueue.answer(server);
        server.looks(PhoneQueue.CLEANER.replace("\"a-7\"", "\"a-8\"").replace("Leila", "Emil"));
        server.answers("/api/v1/hospitals/FJO/duty", PhoneQueue.DUTY.replace("w-leila", "w-emil"));
        screen.go(server, "/tasks?theme=light");
        find("flyt-duty-form").waitFor();
        assertThat(find(".phone").innerText()).contains("Hei, Emil").doesNotContain("lagret her");
        assertThat(commands()).isEmpty();
        server.looks(PhoneQueue.CLEANER);
        server.answers("/api/v1/hospitals/FJO/duty", PhoneQueue.DUTY);
        screen.page().reload();
        assertThat(sent(1).stream().map(OnPhone::wish)).containsExactly("{'type':'TakeTask','task':'T-882'}");
    }

    @Test
    void aColleaguesNameIsNotKeptOnThePhone() {
        phone(PhoneQueue.DAY);
        screen.page().waitForTimeout(1500);
        String kept = (String)
                screen.ask(
                        """
                () => new Promise((read) => { const opening = indexedDB.open('flyt-tasks-a-7');
                  opening.onsuccess = () => { const all = opening.result.transaction('kept').objectStore('kept').getAll();
                    all.onsuccess = () => read(JSON.stringify(all.result)); }; })""");
        assertThat(JsonParser.parseString(kept).isJsonArray()).isTrue();
        assertThat(kept).contains("T-885").doesNotContain("Amina");
    }
}
