package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the coordinator does: exactly the right commands, by keys and by pointer, with the keyboard kept; refusals in words. */
final class WorkDeedsTest extends OnWork {

    @Test
    void aTaskIsPinnedWithTwoKeysAReasonAndAnEnd() {
        open("cleaning", "", 1920, 1080);
        find(".opens[data-task=T-874]").focus();
        key("p");
        assertThat(find(".asks [data-first]")).isFocused();
        key("Enter");
        assertThat(find(".news .done")).hasText("GNE 402-2, Smittevask er løftet frem, til 11:12.");
        assertThat(sent(1).get(0))
                .containsPattern("\"commandId\":\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\"")
                .contains("\"at\":\"2026-11-12T09:42:");
        String until = wishes(1).get(0).remove("until").getAsString();
        assertThat(until).startsWith("2026-11-12T10:12:");
        assertThat(wishesWithoutUntil())
                .isEqualTo("{\"type\":\"PinTask\",\"task\":\"T-874\",\"reason\":\"Avtalt med posten\"}");
        assertThat(find(".opens[data-task=T-874]")).isFocused();
        assertThat(find(".asks").count()).isZero();
    }

    @Test
    void onesOwnWordsWinAndTheEndIsChosen() {
        open("cleaning", "", 1920, 1080);
        line("T-874").locator(".opens").click();
        find("[data-deed=pin]").click();
        find(".own input").fill("  overlege har ringt ");
        find(".sends .main").nth(2).click();
        find(".news .done").waitFor();
        assertThat(wishes(1).get(0).get("reason").getAsString()).isEqualTo("overlege har ringt");
        assertThat(wishes(1).get(0).get("until").getAsString()).startsWith("2026-11-12T11:42:");
    }

    @Test
    void whatIsPinnedIsUnpinnedWithOneKey() {
        open(
                rows("queue", "cleaning")
                        .replace("\"score\": 110", "\"score\": 1, \"pinnedUntil\": \"2026-11-12T10:30:00Z\""),
                rows("crew", "cleaning"),
                "",
                1920,
                1080);
        assertThat(find(".opens").first().innerText()).isEqualTo("GNE 402-2");
        assertThat(find(".opens[data-task=T-874]").locator("xpath=../..").innerText())
                .contains("løftet frem");
        find(".opens[data-task=T-874]").focus();
        key("p");
        assertThat(find(".news .done")).hasText("GNE 402-2, Smittevask står på vanlig plass igjen.");
        assertThat(wishes(1)).containsExactly(json("{\"type\":\"UnpinTask\",\"task\":\"T-874\"}"));
    }

    @Test
    void whatIsPlannedIsCalledWhenThePatientIsReady() {
        open("porters", "?team=porters", 1920, 1080);
        line("T-899").locator(".opens").click();
        find("[data-deed=call]").click();
        assertThat(find(".news .done")).hasText("ORT 514 → OBS 112, Pasient i rullestol er klar nå.");
        assertThat(wishes(1)).containsExactly(json("{\"type\":\"CallTask\",\"task\":\"T-899\"}"));
    }

    @Test
    void aTaskIsTakenBackFromWhoeverHasNotBegunAndFromNobodyElse() {
        open("cleaning", "", 1920, 1080);
        line("T-879").locator(".opens").click();
        assertThat(find("[data-deed=reopen]")).containsText("Ta tilbake fra Leila");
        key("b");
        assertThat(find(".news .done")).hasText("INT 4, Utskrivningsvask er i køen igjen.");
        assertThat(wishes(1)).containsExactly(json("{\"type\":\"ReopenTask\",\"task\":\"T-879\"}"));
        line("T-876").locator(".opens").click();
        assertThat(find("[data-deed=reopen]").count()).isZero();
        key("b");
        assertThat(find(".news .trouble")).containsText("Den er startet allerede.");
        assertThat(wishes(1)).hasSize(1);
    }

    @Test
    void aTaskIsCancelledWithAReason() {
        open("cleaning", "", 1920, 1080);
        find(".opens[data-task=T-868]").focus();
        key("x");
        key("Enter");
        assertThat(find(".news .done")).hasText("AKM 12, Søl er avlyst.");
        assertThat(wishes(1))
                .containsExactly(
                        json("{\"type\":\"CancelTask\",\"task\":\"T-868\",\"reason\":\"Trengs ikke lenger\"}"));
    }

    @Test
    void somebodyIsMovedToOtherZones() {
        open("cleaning", "", 1920, 1080);
        find(".moves[data-worker=w-ewa]").focus();
        key("m");
        assertThat(find(".zones-form input").first()).isFocused();
        assertThat(find(".zones-form input").first()).isChecked();
        key("Space");
        find(".zones-form input[value=R2]").check();
        find(".zones-form .main").click();
        assertThat(find(".news .done")).hasText("Ewa har fått nye soner.");
        assertThat(wishes(1))
                .containsExactly(json("{\"type\":\"MoveWorker\",\"worker\":\"w-ewa\",\"zones\":[\"R2\"]}"));
        assertThat(find(".moves[data-worker=w-ewa]")).isFocused();
    }

    @Test
    void aCleanIsOrderedByTypingTheBed() {
        open("cleaning", "", 1920, 1080);
        key("n");
        assertThat(find("[name=at]")).isFocused();
        screen.page().keyboard().type("lun 317 2");
        key("Enter");
        assertThat(find(".news .done")).hasText("Bestilt: Renhold, LUN 317-2.");
        assertThat(wishes(1)).containsExactly(json("{\"type\":\"OrderCleaning\",\"bed\":\"LUN-317-2\"}"));
        assertThat(find("dialog[open]").count()).isZero();
        key("n");
        assertThat(find("[name=at]")).hasValue("");
        find("[name=at]").fill("Lunge");
        find("[name=kind]").selectOption("clean-spill");
        key("Enter");
        assertThat(find("dialog[open] .trouble")).hasText("Fant ikke stedet Lunge.");
        assertThat(find("[name=at]")).isFocused();
        find("[name=at]").fill("AKM-12");
        key("Enter");
        assertThat(find("dialog[open]")).hasCount(0);
        assertThat(wishes(2).get(1))
                .isEqualTo(json("{\"type\":\"OrderCleaning\",\"bed\":\"AKM-12\",\"kind\":\"spill\"}"));
    }

    @Test
    void aPortersJobIsOrderedFromOnePlaceToAnother() {
        open("porters", "", 1920, 1080);
        find(".order").click();
        find("[name=at]").fill("AKM 12");
        find("[name=to]").fill("lunge");
        find("[name=kind]").selectOption("patient-wheelchair");
        find("input[name=urgency][value=now]").check();
        find("[name=note]").fill("oksygen");
        find("[name=clock]").fill("11:30");
        find("dialog[open] .main").click();
        assertThat(find(".news .done")).hasText("Bestilt: Pasient i rullestol, AKM 12.");
        assertThat(wishes(1))
                .containsExactly(
                        json(
                                """
                                {"type":"OrderTask","kind":"patient-wheelchair","from":{"bed":"AKM-12"},"to":{"ward":"LUN"},
                                 "urgency":"now","note":"oksygen","dueAt":"2026-11-12T10:30:00.000Z"}"""));
    }

    @Test
    void aRefusalIsToldInWordsAndWhatWasWrittenStays() {
        server.refuses(COMMANDS, 409, "task-gone", "");
        open("cleaning", "", 1920, 1080);
        line("T-874").locator(".opens").click();
        find("[data-deed=cancel]").click();
        find(".own input").fill("feil rom");
        find(".sends .yes").click();
        assertThat(find(".news .trouble")).hasText("Oppgaven er ferdig eller avlyst.");
        assertThat(find(".own input")).hasValue("feil rom");
        assertThat(find(".sends .yes")).isFocused();
        key("Escape");
        assertThat(find(".news .trouble")).hasText("");
        assertThat(find(".own input")).hasValue("feil rom");
    }

    @Test
    void whatCannotBeTakenNowIsSentAgainAsItIs() {
        server.refuses(COMMANDS, 503, "try-later", "");
        open("cleaning", "", 1920, 1080);
        find(".opens[data-task=T-879]").focus();
        key("b");
        assertThat(find(".news .trouble")).containsText("Det kan ikke tas imot nå. Prøv igjen om litt.");
        server.answers(COMMANDS, "{\"outcome\":\"repeated\",\"seq\":48214}");
        find(".news .trouble button:not(.away)").click();
        assertThat(find(".news .done")).hasText("INT 4, Utskrivningsvask er i køen igjen.");
        assertThat(sent(2)).hasSize(2);
        assertThat(sent(2).get(1)).isEqualTo(sent(2).get(0));
    }

    @Test
    void aBedWashIsATaskOfItsKind() {
        open("cleaning", "", 1920, 1080);
        key("n");
        find("[name=at]").fill("ORT 514");
        find("[name=kind]").selectOption("bed-wash");
        find("dialog[open] .main").click();
        assertThat(find(".news .done")).hasText("Bestilt: Sengevask, ORT 514.");
        assertThat(wishes(1))
                .containsExactly(json("{\"type\":\"OrderTask\",\"kind\":\"bed-wash\",\"from\":{\"bed\":\"ORT-514\"}}"));
    }

    @Test
    void whoeverMayOnlyLookHasNothingToPress() {
        server.looks(COORDINATOR.replaceAll("\"deeds\":\\[[^]]*]", "\"deeds\":[]"));
        open("cleaning", "", 1920, 1080);
        line("T-879").locator(".opens").click();
        more("T-879").waitFor();
        assertThat(find(".doing button, .moves, .order").count()).isZero();
        key("p");
        key("n");
        assertThat(find(".asks, dialog[open]").count()).isZero();
    }

    private String wishesWithoutUntil() {
        var wish = wishes(1).get(0).deepCopy();
        wish.remove("until");
        return wish.toString();
    }
}
