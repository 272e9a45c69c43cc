package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk for messages shows who is told what changes, whom nobody reaches, and what was refused. */
final class ReceiversPageTest extends OnPages {
    private static final String HOUSE = "/api/v1/hospitals/FJO";
    private static final String SEND = HOUSE + "/receivers/capacity/letters/send";

    private Screen screen;

    @BeforeEach
    void open() {
        server.taken().clear();
        server.looks(OnWork.COORDINATOR);
        server.answers("/api/v1/hospitals", "{\"hospitals\":[" + Golden.text("/flyt/pages/hospital.json") + "]}");
        server.answers(HOUSE + "/inbox?waiting=true", "{\"feeds\":[],\"counts\":[],\"messages\":[]}");
        server.answers(HOUSE + "/profiles", "{\"profiles\":[]}");
        server.answers(HOUSE + "/unmapped-places", "{\"places\":[]}");
        server.answers(SEND, "{\"asked\":2}");
        server.answers(
                HOUSE + "/receivers",
                """
                {"receivers": [
                  {"id": "capacity", "address": "mllps://capacity.example.org:2575", "toldUpTo": 48213, "waiting": 3,
                   "waitingSince": "2026-11-12T09:42:00Z", "trouble": "not-answered", "notedAt": "2026-11-12T09:43:00Z",
                   "letters": [
                     {"id": "48201-1", "type": "ADT^A20", "subject": "bed/LUN-301", "recordedAt": "2026-11-12T09:30:00Z",
                      "message": "MSH", "code": "AE 204", "words": "unknown key", "tries": 3,
                      "refusedAt": "2026-11-12T09:30:05Z", "askedAt": null},
                     {"id": "48202-1", "type": "ADT^A20", "subject": "bed/LUN-302", "recordedAt": "2026-11-12T09:31:00Z",
                      "message": "MSH", "code": "AR 207", "words": "", "tries": 6,
                      "refusedAt": "2026-11-12T09:31:05Z", "askedAt": "2026-11-12T09:42:00Z"}]},
                  {"id": "kitchen", "address": "mllp://10.20.0.9:2575", "toldUpTo": 48216, "waiting": 0,
                   "waitingSince": null, "trouble": null, "notedAt": null, "letters": []},
                  {"id": "new", "address": "mllp://10.20.0.8:2575", "toldUpTo": null, "waiting": 0,
                   "waitingSince": null, "trouble": null, "notedAt": null, "letters": []}]}""");
        screen = new Screen(browser, 1280, 900, "{}", "{}");
        screen.go(server, "/integration");
        screen.page().locator("receivers-card h3").first().waitFor();
    }

    @AfterEach
    void close() {
        server.looks(null);
        screen.close();
    }

    @Test
    void whoIsNotReachedIsSeenWithWhatWaitsAndWhatWasRefused() {
        Locator card = screen.page().locator("receivers-card");
        assertThat(card.locator("p[role=status]").allInnerTexts())
                .containsExactly(
                        "Kvitterer ikke 3 meldinger venter siden 12.11.2026 10:42:00", "Alt er sendt", "Ikke begynt");
        assertThat(card.locator("tbody tr").allInnerTexts())
                .extracting(text -> text.replaceAll("\\s+", " ").strip())
                .containsExactly(
                        "ADT^A20 bed LUN-301 12.11.2026 10:30:05 3 forsøk AE 204 unknown key Send på nytt",
                        "ADT^A20 bed LUN-302 12.11.2026 10:31:05 6 forsøk AR 207 Sendes");
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @Test
    void whatWasRefusedIsSentAgainOneOrAll() {
        screen.page().locator("receivers-card td button").click();
        screen.page().getByText("2 meldinger sendes på nytt").waitFor();
        screen.page()
                .locator("receivers-card button")
                .filter(new Locator.FilterOptions().setHasText("Send alle på nytt"))
                .click();
        screen.page().waitForCondition(() -> server.taken().size() == 2);
        assertThat(server.taken())
                .containsExactly(
                        "POST " + SEND + " {\"letters\":[\"48201-1\"]}",
                        "POST " + SEND + " {\"letters\":[\"48201-1\",\"48202-1\"]}");
    }
}
