package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ward answers whoever waits for one of its beds: yes in one tap, no with a reason, another bed of its own. */
final class WardAnswersTest extends HandWritten {

    private static final String ASKED = "/api/v1/hospitals/FJO/requests/%s/beds";

    /** The board of Lunge with those who wait for it: EB has waited longest, NF has bed 316, the ward has said no to a third. */
    private void asked(String me, int width, int height) {
        ward(me, width, height, Golden.frame("snapshot-ward.3"));
        server.answers(ASKED.formatted("R-1"), Golden.text("/flyt/pages/request-beds.json"));
        server.answers(ASKED.formatted("R-3"), Golden.text("/flyt/pages/request-beds.json"));
        screen.send(ofTheWard("R-1", "R-3", "R-4"));
        line("R-1").waitFor();
    }

    private static String ofTheWard(String... requests) {
        JsonObject all =
                JsonParser.parseString(Golden.text("/flyt/pages/requests.json")).getAsJsonObject();
        var rows = all.getAsJsonArray("rows").asList();
        rows.removeIf(row ->
                !List.of(requests).contains(row.getAsJsonObject().get("request").getAsString()));
        all.addProperty("stream", "FJO/requests/LUN");
        return all.toString();
    }

    @Test
    void aYesIsOneTapAboveTheBoard() {
        asked(People.ASKED_NURSE, 1920, 1080);
        assertThat(find(".asks .who")).hasText(new String[] {"EB 1946", "NF 1980"});
        assertThat(line("R-1")).containsText("svar innen 11:30, 48 min igjen");
        line("R-1").locator(".yes").click();
        assertThat(find("flyt-ward-asks > .news .done")).hasText("EB 1946 er tatt imot.");
        assertThat(lastWish()).isEqualTo(json("{\"type\":\"AcceptRequest\",\"request\":\"R-1\"}"));
        assertThat(faults()).isEmpty();
        assertThat(screen.complaints()).isEmpty();
    }

    @Test
    void anAnswerThatIsOwedSaysSinceWhen() {
        asked(People.ASKED_NURSE, 1440, 900);
        String late = ofTheWard("R-1")
                .replace("2026-11-12T10:30:00Z\",\"overdue\":false", "2026-11-12T09:20:00Z\",\"overdue\":true");
        screen.send(late);
        assertThat(line("R-1")).containsText("skulle vært besvart 10:20, 22 min siden");
        assertThat(find(".asks .overdue")).hasCount(1);
    }

    @Test
    void aNoNeedsAReasonAndIsSaidByKeysAlone() {
        asked(People.ASKED_NURSE, 1440, 900);
        line("R-1").locator(".more").focus();
        screen.page().keyboard().press("Enter");
        assertThat(find("#answer-title")).isFocused();
        assertThat(find("[data-decline]")).hasCount(6);
        assertThat(find("flyt-bed-choice")).hasCount(0);
        find("[data-decline=swap-wanted]").focus();
        screen.page().keyboard().press("Enter");
        assertThat(find("flyt-ward-asks > .news .done")).hasText("Svaret er sendt: EB 1946 tas ikke imot.");
        assertThat(find("dialog[open]")).hasCount(0);
        assertThat(line("R-1").locator(".more")).isFocused();
        assertThat(lastWish())
                .isEqualTo(json("{\"type\":\"DeclineRequest\",\"request\":\"R-1\",\"reason\":\"swap-wanted\"}"));
    }

    @Test
    void whoGivesTheWardsBedsGivesNoOthersAndSharesOnPurpose() {
        asked(People.COORDINATOR, 1440, 900);
        line("R-1").locator(".more").click();
        assertThat(find(".bed-choice .beds [data-bed]")).hasCount(2);
        find(".bed-choice summary").click();
        assertThat(deed("LUN-304")).hasAttribute("data-deed", "earmark");
        find(".share").click();
        assertThat(deed("LUN-304")).hasAttribute("data-deed", "share");
        assertThat(faults()).isEmpty();
        deed("LUN-304").click();
        assertThat(find("dialog[open]")).hasCount(0);
        assertThat(reserved())
                .isEqualTo(
                        json(
                                "{\"type\":\"ReserveBed\",\"bed\":\"LUN-304\",\"request\":\"R-1\",\"seen\":\"v4\",\"sharing\":true}"));
    }

    @Test
    void aBedThatDoesNotSuitIsGivenForAReasonAndAClosedOneIsOpened() {
        asked(People.COORDINATOR, 390, 844);
        line("R-1").locator(".more").click();
        find(".bed-choice summary").click();
        deed("LUN-303").click();
        assertThat(find(".on-purpose .fault")).hasText("Skriv hvorfor sengen gis likevel. Det blir stående.");
        deed("LUN-306").click();
        assertThat(find(".answer .done")).hasText("LUN · 306 er åpen.");
        assertThat(lastWish()).isEqualTo(json("{\"type\":\"OpenBed\",\"bed\":\"LUN-306\"}"));
        find("[name=purpose]").fill("ingen andre rom");
        assertThat(screen.ask("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        deed("LUN-303").click();
        assertThat(find("dialog[open]")).hasCount(0);
        assertThat(reserved())
                .isEqualTo(
                        json(
                                "{\"type\":\"ReserveBed\",\"bed\":\"LUN-303\",\"request\":\"R-1\",\"seen\":\"v3\",\"purpose\":\"ingen andre rom\"}"));
    }

    @Test
    void whomSomebodyElseAnsweredMeanwhileIsGoneFromTheDialogToo() {
        asked(People.ASKED_NURSE, 1440, 900);
        line("R-1").locator(".more").click();
        find("dialog[open]").waitFor();
        screen.send(ofTheWard("R-3"));
        assertThat(find("dialog[open]")).hasCount(0);
        assertThat(find(".asks .who")).hasText("NF 1980");
    }

    private static JsonObject reserved() {
        JsonObject wish = lastWish();
        assertThat(wish.remove("until").getAsString()).startsWith("2026-11-12T13:42:");
        return wish;
    }

    private Locator line(String request) {
        return find(".asks [data-request=%s]".formatted(request));
    }

    private Locator deed(String bed) {
        return find(".others [data-bed=%s] button".formatted(bed));
    }
}
