package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** What a coordinator tells whoever holds the phone: it stays until it is said to be read, and others' messages are not there. */
final class PhoneMessageTest extends OnPhone {

    private static final String FOR_ME = message("m-1", "Heis 3 er ute av drift", "\"w-amina\",\"w-leila\"");

    @Test
    void aMessageStaysUntilItIsRead() {
        phone(PhoneQueue.PULL + "," + FOR_ME);
        assertThat(find(".message").innerText()).contains("Fra koordinatoren 10:40", "Heis 3 er ute av drift", "Lest");
        find(".tab.to-shift").click();
        find(".shift").waitFor();
        assertThat(find(".message").count()).isEqualTo(1);
        assertThat(Axe.faults(screen.page())).isEmpty();
        find(".message button").click();
        find(".message").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'ReadMessage','message':'m-1'}");
    }

    @Test
    void theWordsForOneAloneAreAskedForByThatOneOnly() {
        server.answers("/api/v1/hospitals/FJO/messages/m-7", "{\"text\":\"Ring vaktleder\"}");
        phone(PhoneQueue.PULL + "," + alone("m-7", "w-leila") + "," + alone("m-8", "w-amina"));
        find(".message:has-text('Ring vaktleder')").waitFor();
        assertThat(find(".message").count()).isEqualTo(1);
        assertThat(screen.ask("() => performance.getEntriesByType('resource').map(({ name }) => name).join(' ')"))
                .asString()
                .contains("/messages/m-7")
                .doesNotContain("/messages/m-8");
    }

    @Test
    void withoutANetworkItIsReadAllTheSame() {
        phone(PhoneQueue.PULL + "," + FOR_ME);
        screen.page().route("**" + COMMANDS, route -> route.abort());
        find(".message button").click();
        find(".message").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(find(".strip").innerText()).contains("lagret her");
    }

    @Test
    void whatIsForOthersIsNotShownAndWhatComesIs() {
        phone(PhoneQueue.PULL + "," + message("m-2", "Kom til lageret", "\"w-amina\""));
        assertThat(find(".message").count()).isZero();
        send(PhoneQueue.update(48214, FOR_ME, ""));
        find(".message[data-message=m-1]").waitFor();
        send(PhoneQueue.update(48215, "", "\"message/m-1\"").replace("48213", "48214"));
        find(".message").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(commands()).isEmpty();
    }

    @Test
    void noWordsAreKeptOnThePhone() {
        phone(PhoneQueue.PULL + "," + FOR_ME);
        find(".message").waitFor();
        assertThat(kept()).contains("HEM-521").doesNotContain("Heis 3");
    }

    /** What the phone has in its store once it has kept the queue. */
    private String kept() {
        return (String)
                screen.ask(
                        """
                async () => { for (let i = 0; i < 200; i += 1) {
                  const names = (await indexedDB.databases()).map(({ name }) => name);
                  let all = '';
                  for (const name of names) {
                    const db = await new Promise((done) => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result); });
                    for (const store of db.objectStoreNames) {
                      const rows = await new Promise((done) => { const asked = db.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(asked.result); });
                      all += JSON.stringify(rows);
                    }
                    db.close();
                  }
                  if (all.includes('queue-task')) { return all; }
                  await new Promise((waited) => setTimeout(waited, 50));
                } return ''; }""");
    }

    private static String alone(String id, String worker) {
        return message(id, "", "\"" + worker + "\"").replace("\"text\":\"\"", "\"text\":null,\"alone\":true");
    }

    private static String message(String id, String text, String unread) {
        return """
                {"key":"message/%s","kind":"message","message":"%s","text":"%s","sentAt":"2026-11-12T09:40:00Z",
                 "until":"2026-11-12T10:40:00Z","unread":[%s]}"""
                .formatted(id, id, text, unread);
    }
}
