package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first visit of a phone: one answer is enough to show the queue, whatever becomes of the network then. */
final class PhoneAheadTest extends OnPhone {

    /** A browser whose sockets never open. */
    private static final String NO_SOCKET = "window.WebSocket = class { send() {} close() {} };";

    private static final String REQUESTS =
            "() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)"
                    + ".filter((path) => path.startsWith('/api/') || path.startsWith('/static/lang/') || /page\\.(js|css)$/.test(path)).join(' ')";

    @AfterEach
    void sayNothing() {
        server.saysAhead("{}");
    }

    @Test
    void theQueueStandsWithoutAnotherRequest() {
        server.saysAhead(
                """
                {"/api/v1/access/me":%s,
                 "/api/v1/hospitals":{"hospitals":[{"id":"FJO","name":"Fjordvik","timeZone":"Europe/Oslo","synthetic":true,"wards":[]}]},
                 "/api/v1/hospitals/FJO/duty":%s,
                 "/api/v1/hospitals/FJO/rows?view=queue&scope=cleaning":{"stream":"FJO/queue/cleaning","seq":7,
                  "at":"2026-11-12T09:42:05Z","time":"2026-11-12T09:42:05Z","rows":[%s]},
                 "/static/lang/tasks.nb.json":%s}"""
                        .formatted(
                                PhoneQueue.CLEANER,
                                PhoneQueue.DUTY,
                                PhoneQueue.PULL,
                                Golden.text("/flyt/pages/lang/tasks.nb.json")));
        server.isAway(true);
        screen = new Screen(browser, 390, 844, "{}", "{}");
        screen.page().addInitScript(NO_SOCKET);
        screen.go(server, "/tasks?theme=light");
        find(".card[data-job=T-882]").waitFor();
        assertThat(find(".head h1").innerText()).contains("Leila");
        assertThat(screen.ask(REQUESTS)).isEqualTo("");
    }

    @Test
    void withoutItThePageAsks() {
        phone(PhoneQueue.PULL);
        assertThat(String.valueOf(screen.ask(REQUESTS)))
                .contains("/api/v1/access/me", "/api/v1/hospitals/FJO/duty", "/static/lang/tasks.nb.json")
                .doesNotContain("page.js", "page.css");
    }
}
