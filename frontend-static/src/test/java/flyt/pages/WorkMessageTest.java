package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a coordinator tells people on duty: written with the keyboard, and how many have read it. */
final class WorkMessageTest extends OnWork {

    private static final String SENT =
            """
            {"key":"message/m-1","kind":"message","message":"m-1","text":"Heis 3 er ute av drift","sentAt":"2026-11-12T09:30:00Z",
             "until":"2026-11-12T10:30:00Z","zone":"R1","worker":null,"name":null,"read":3,"of":5}""";

    @Test
    void aMessageIsWrittenWithOneKeyToTheWholeTeam() {
        open("cleaning", "", 1920, 1080);
        key("s");
        assertThat(find("dialog[open] textarea")).isFocused();
        key("Tab");
        find("dialog[open] .main").click();
        assertThat(find("dialog[open] .trouble")).hasText("Skriv en melding først.");
        find("dialog[open] textarea").fill("  Heis 3 er ute av drift ");
        assertThat(find("#message-hint")).containsText("255 tegn igjen.");
        find("dialog[open] .main").click();
        assertThat(find(".news .done")).hasText("Meldingen er sendt: Alle på vakt, Renhold.");
        assertThat(wishes(1))
                .containsExactly(json(
                        "{'type':'SendMessage','team':'cleaning','text':'Heis 3 er ute av drift'}".replace('\'', '"')));
        assertThat(find("dialog[open]").count()).isZero();
    }

    @Test
    void aZoneOrOneAloneIsChosen() {
        open("cleaning", "", 1920, 1080);
        find(".tell").click();
        find("#message-to").selectOption("worker w-ewa");
        find("dialog[open] textarea").fill("Kom til lageret");
        find("dialog[open] .main").click();
        assertThat(find(".news .done")).hasText("Meldingen er sendt: Ewa.");
        find(".tell").click();
        find("#message-to").selectOption("zone R1");
        find("dialog[open] textarea").fill("Heis 3");
        find("dialog[open] .main").click();
        assertThat(find(".news .done")).hasText("Meldingen er sendt: Renhold 1.");
        assertThat(wishes(2))
                .extracting(wish -> wish.has("worker") ? wish.get("worker") : wish.get("zone"))
                .extracting(one -> one.getAsString())
                .containsExactly("w-ewa", "R1");
    }

    @Test
    void theCoordinatorSeesHowManyHaveReadItAndTakesItAway() {
        String crew = rows("crew", "cleaning");
        open(
                rows("queue", "cleaning"),
                crew.substring(0, crew.lastIndexOf(']')) + "," + SENT + crew.substring(crew.lastIndexOf(']')),
                "",
                1920,
                1080);
        assertThat(said(find("[data-message=m-1]")))
                .isEqualTo("Renhold 1 Heis 3 er ute av drift Sendt 10:30, gjelder til 11:30 Lest av 3 av 5");
        find("[data-message=m-1] button").click();
        assertThat(find(".news .done")).hasText("Meldingen til Renhold 1 er tatt bort.");
        assertThat(wishes(1)).containsExactly(json("{\"type\":\"EndMessage\",\"message\":\"m-1\"}"));
        assertThat(Axe.faults(screen.page())).isEmpty();
    }
}
