package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone that is woken while its page sleeps: only whoever asked for it, and without a word of what is offered. */
final class PhoneWakeTest extends OnPhone {
    private static final String WAKE = "/api/v1/access/wake";

    /** A browser whose push service agrees to everything, and which is asked for leave. */
    private static final String AGREES =
            """
            window.asked = 0;
            Notification.requestPermission = async () => { window.asked += 1; return '%s'; };
            PushManager.prototype.getSubscription = async () => null;
            PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) =>
              ({ endpoint: `https://push.example.org/${userVisibleOnly}/${applicationServerKey}` });
            """;

    @BeforeEach
    void wakes() {
        server.answers(WAKE, "{\"key\":\"BKey\",\"on\":false}");
    }

    private void shift(String answer) {
        open(PhoneQueue.PULL, 390, 844);
        screen.page().addInitScript(AGREES.formatted(answer));
        screen.go(server, "/tasks?theme=light#shift");
        find(".wake").waitFor();
    }

    @Test
    void whoeverAsksForItIsWokenUntilTheyDoNotWantIt() {
        shift("granted");
        assertThat(screen.ask("() => window.asked"))
                .as("nobody is asked unasked")
                .isEqualTo(0);
        assertThat(Axe.faults(screen.page())).isEmpty();
        find(".wake button:has-text('Varsle meg når telefonen sover')").click();
        assertThat(told(screen, "PUT " + WAKE, 1))
                .containsExactly("PUT " + WAKE + " {\"endpoint\":\"https://push.example.org/true/BKey\"}");
        find(".wake p:has-text('Telefonen varsler når du får en oppgave')").waitFor();
        Request end = screen.page()
                .waitForRequest("**" + WAKE, () -> find(".wake button:has-text('Ikke varsle lenger')")
                        .click());
        assertThat(end.method()).isEqualTo("DELETE");
        find(".wake button:has-text('Varsle meg')").waitFor();
        assertThat(screen.complaints()).isEmpty();
    }

    @Test
    void whoeverDoesNotAllowItIsToldWhere() {
        shift("denied");
        find(".wake button").click();
        find(".wake p:has-text('Varsler er slått av for Flyt i nettleseren')").waitFor();
        assertThat(find(".wake button").count()).isZero();
    }

    @Test
    void aBrowserThatCannotSaysSo() {
        phone(PhoneQueue.PULL, "/tasks?theme=light#shift", 390, 844);
        find(".wake p:has-text('Denne nettleseren kan ikke varsle')").waitFor();
        assertThat(find(".wake button").count()).isZero();
    }

    @Test
    void whereNobodyIsWokenNothingIsSaidOfIt() {
        server.answers(WAKE, "{\"key\":null,\"on\":false}");
        phone(PhoneQueue.PULL, "/tasks?theme=light#shift", 390, 844);
        screen.page()
                .waitForFunction(
                        "(path) => performance.getEntriesByName(new URL(path, location).href)[0]?.responseEnd > 0",
                        WAKE);
        assertThat(find(".wake").count()).isZero();
    }

    /* Headless browsers show no notifications: the worker's own script, with a stand-in for what the browser gives a worker. */
    private static final String WOKEN =
            """
            async ([script, language]) => {
              await (await caches.open('flyt-language')).put('/language', new Response(language));
              const [heard, told, events] = [{}, [], []];
              const waitUntil = (done) => events.push(done);
              new Function('self', script)({
                location,
                addEventListener: (kind, hears) => { heard[kind] = hears; },
                registration: { showNotification: async (title, { lang, body, ...rest }) => told.push(lang, title, body, Object.keys(rest).join()) },
                clients: { matchAll: async () => [{ url: location.href }], openWindow: async (path) => told.push(path) },
              });
              heard.push({ waitUntil });
              await Promise.all(events);
              heard.notificationclick({ waitUntil, notification: { close: () => told.push('closed') } });
              await Promise.all(events);
              return told.join(' | ');
            }""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nb | Flyt: ny oppgave | Trykk for å se oppgavene.",
                "pl | Flyt: nowe zadanie | Dotknij, aby zobaczyć zadania."
            })
    void theWorkerSaysThatThereIsSomethingInThePhonesLanguageAndOpensThePage(String told) {
        screen = Screen.ofModules(browser, server);
        List<String> given = List.of(Golden.text("/flyt/pages/tasks/worker.js"), told.substring(0, 2));
        assertThat(screen.page().evaluate(WOKEN, given))
                .isEqualTo(told + " | tag,renotify,icon,vibrate | closed | /tasks");
    }

    @Test
    void theWorkerIsToldTheLanguageOfThePage() {
        phone(PhoneQueue.PULL, "/tasks?theme=light&lang=lt", 390, 844);
        assertThat(
                        screen.ask(
                                """
                        async () => { for (;;) {
                          const told = await caches.match('/language', { cacheName: 'flyt-language' });
                          if (told !== undefined) { return told.text(); }
                          await new Promise((later) => setTimeout(later, 20)); } }"""))
                .isEqualTo("lt");
    }
}
