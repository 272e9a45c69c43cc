package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** Handing what one has to a colleague, and taking over what a colleague hands. */
final class PhoneHandOverTest extends OnPhone {

    private static final String COLLEAGUES = String.join(
            ",",
            PhoneQueue.OF_ANOTHER,
            colleague("w-amina", "Amina", ""),
            colleague("w-emil", "Emil", ""),
            colleague("w-omar", "Omar", ",\"breakSince\":\"2026-11-12T09:30:00Z\""));

    private static final String FROM_EMIL = PhoneQueue.UNDER_WAY
            .replace("\"worker\":\"w-leila\",\"by\":\"Leila\"", "\"worker\":\"w-emil\",\"by\":\"Emil\"")
            .replace("\"score\"", "\"handOver\":{\"worker\":\"w-leila\",\"name\":\"Leila\"},\"score\"");

    @Test
    void aJobIsHandedToAColleagueWhoIsThereAndStaysOnesOwnUntilTheyTakeIt() {
        phone(String.join(",", PhoneQueue.SELF, PhoneQueue.UNDER_WAY, COLLEAGUES), "/tasks#job/T-883", 390, 844);
        find(".more").click();
        find("[data-deed=HandOverTask]").click();
        Locator choices = find("dialog[open] .choices button");
        assertThat(choices.allInnerTexts().stream()
                        .map(text -> text.replaceAll("\\s+", " ").strip())
                        .toList())
                .as("who has least first; nobody who rests")
                .containsExactly("Emil ledig", "Amina har 1 oppgave");
        assertThat(choices.first().boundingBox().height).isGreaterThanOrEqualTo(48);
        choices.first().click();
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'HandOverTask','task':'T-883','worker':'w-emil'}");
        find(".card .chip.handed, .under .chip.handed, .tile .chip.handed")
                .first()
                .waitFor();
        assertThat(find(".chip.handed").first().innerText()).isEqualTo("Tilbudt Emil");
    }

    @Test
    void whatOneWouldHandOverCanBeKept() {
        phone(
                PhoneQueue.SELF + ","
                        + PhoneQueue.UNDER_WAY.replace(
                                "\"score\"", "\"handOver\":{\"worker\":\"w-emil\",\"name\":\"Emil\"},\"score\""),
                "/tasks#job/T-883",
                390,
                844);
        find(".more").click();
        assertThat(find("[data-deed=HandOverTask]").count()).isZero();
        find("[data-deed=KeepTask]").click();
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'HandOverTask','task':'T-883'}");
        assertThat(find(".message.back").count())
                .as("one's own word is no news")
                .isZero();
    }

    @Test
    void whatAColleagueHandsComesBeforeWhatIsOffered() {
        phone(String.join(",", PhoneQueue.DAY, FROM_EMIL));
        assertThat(find(".card.offered").innerText()).contains("Fra Emil", "128", "Smittevask");
        press("Ta 128");
        assertThat(sent(2).stream().map(OnPhone::wish))
                .as("the other offer is on the screen now")
                .containsExactlyInAnyOrder(
                        "{'type':'TakeTask','task':'T-883'}", "{'type':'ReceiveOffer','task':'T-881'}");
    }

    @Test
    void whatAColleagueHandsIsDeclinedWithOneTap() {
        phone(PhoneQueue.SELF + "," + FROM_EMIL);
        press("Ikke nå");
        find(".card.offered").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'DeclineTask','task':'T-883'}");
        assertThat(find(".others").innerText()).contains("128");
    }

    @Test
    void whatTheColleagueDoesNotTakeIsSaidToWhoStillHasIt() {
        String handed = PhoneQueue.UNDER_WAY.replace(
                "\"score\"", "\"handOver\":{\"worker\":\"w-emil\",\"name\":\"Emil\"},\"score\"");
        phone(PhoneQueue.SELF + "," + handed);
        find(".chip.handed").waitFor();
        assertThat(find(".message.back").count()).isZero();
        send(PhoneQueue.update(48214, PhoneQueue.UNDER_WAY, ""));
        find(".message.back:has-text('Emil tar den ikke')").waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
        find(".message.back button").click();
        find(".message.back").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(commands()).isEmpty();
    }

    private static String colleague(String key, String name, String more) {
        return """
                {"key":"worker/%s","kind":"worker","worker":"%s","zones":[],"skills":[],"since":"2026-11-12T06:30:00Z","name":"%s"%s}"""
                .formatted(key, key, name, more);
    }
}
