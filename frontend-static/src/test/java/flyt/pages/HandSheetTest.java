package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The board as a tool, on somebody's own device: what no system tells is said by hand, and undone for ten seconds. */
final class HandSheetTest extends HandWritten {

    private static final String WARD = Golden.frame("snapshot-ward.3");

    private void sheet(String me) {
        ward(me, 1440, 900, WARD);
        find(".hand-open").click();
        find("dialog[open]").waitFor();
    }

    @ParameterizedTest
    @CsvSource({
        "301, 'left porter nurse doctor discharge isolation place clean fault'",
        "308, 'clean-done clean-done-made clean-pause fault close'",
        "316, 'clean-start fault close'",
        "317-2, 'clean fault close'",
        "K1, 'clean fault close'"
    })
    void whatCanBeSaidFollowsTheBed(String bed, String deeds) {
        sheet(People.NURSE);
        choose(bed);
        assertThat(screen.ask(
                        "() => [...document.querySelectorAll('[data-deed]')].map((e) => e.dataset.deed).join(' ')"))
                .isEqualTo(deeds);
    }

    @ParameterizedTest
    @CsvSource({
        "discharge, occupied, left",
        "death, occupied, 'released clean'",
    })
    void whereTheBoardAsksOnlyTheAnswerCanBeSaid(String why, String use, String deeds) {
        String asks = "\"askLeft\": {\"since\":\"2026-11-12T09:05:00Z\",\"why\":\"" + why + "\"}";
        ward(People.NURSE, 1440, 900, WARD.replaceFirst("\"askLeft\": null", asks));
        find(".hand-open").click();
        choose("301");
        assertThat((String) screen.ask(
                        "() => [...document.querySelectorAll('[data-deed]')].map((e) => e.dataset.deed).join(' ')"))
                .startsWith(deeds.split(" ")[0])
                .doesNotContain("nurse", "discharge", why.equals("death") ? "left" : "released");
    }

    @Test
    void whoeverMaySayLessIsOfferedLess() {
        ward(People.cleaner(), 1440, 900, Golden.frame("snapshot-ward.1"));
        find(".hand-open").click();
        choose("308");
        assertThat(screen.ask(
                        "() => [...document.querySelectorAll('[data-deed]')].map((e) => e.dataset.deed).join(' ')"))
                .isEqualTo("clean-done clean-done-made");
        choose("301");
        assertThat(find(".chosen").innerText()).contains("Det er ingenting du kan skrive");
        screen.close();
        ward(PageServer.SOMEBODY, 1440, 900, WARD);
        assertThat(find(".hand-open").count()).isZero();
    }

    @Test
    void oneTapSaysItAtTheHospitalsTimeUnderAnIdOfItsOwn() {
        sheet(People.NURSE);
        choose("301");
        press("left");
        said("301 · Pasienten har forlatt rommet");
        JsonObject command = commands().get(0);
        assertThat(command.get("commandId").getAsString())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(command.get("at").getAsString()).startsWith("2026-11-12T09:42:");
        assertThat(lastWish()).isEqualTo(json("{\"type\":\"MarkRoomLeft\",\"visit\":\"V101\",\"bed\":\"LUN-301\"}"));
        assertThat(screen.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "308 | clean-done-made | | {'type':'FinishTask','task':'T-881','made':true}",
                "316 | clean-start | | {'type':'StartTask','task':'T-884'}",
                "301 | nurse | Meg | {'type':'AssignNurse','visit':'V101','nurse':'a-1'}",
                "301 | nurse | Amina Yusuf | {'type':'AssignNurse','visit':'V101','nurse':'a-2'}",
                "301 | nurse | Ingen | {'type':'AssignNurse','visit':'V101','nurse':null}",
                "301 | doctor | Karin Aas | {'type':'AssignDoctor','visit':'V101','doctor':'a-4'}",
                "301 | discharge | I morgen | {'type':'ExpectDischarge','visit':'V101','expectedOn':'2026-11-13'}",
                "301 | discharge | 13:00 | {'type':'ExpectDischarge','visit':'V101','expectedOn':'2026-11-12','expectedAt':'2026-11-12T12:00:00.000Z'}",
                "301 | discharge | Ikke satt | {'type':'ExpectDischarge','visit':'V101','expectedOn':null}",
                "301 | isolation | Luft | {'type':'SetIsolation','visit':'V101','isolation':'airborne'}",
                "301 | isolation | Ingen isolering | {'type':'SetIsolation','visit':'V101','isolation':null}",
                "301 | place | K1 | {'type':'UseCorridorPlace','visit':'V101','bed':'LUN-K1'}",
                "301 | clean | Søl | {'type':'OrderCleaning','bed':'LUN-301','kind':'spill'}",
                "317-2 | clean | Luft | {'type':'OrderCleaning','bed':'LUN-317-2','kind':'airborne'}",
                "301 | porter | Radiologi | {'type':'OrderTask','kind':'patient-wheelchair','visit':'V101','to':{'stop':'XRAY'}}",
                "301 | porter | Overvåking | {'type':'OrderTask','kind':'patient-wheelchair','visit':'V101','to':{'ward':'OVE'}}",
                "316 | fault | Lyset virker ikke | {'type':'OrderTask','kind':'fault','from':{'bed':'LUN-316'},'note':'Lyset virker ikke'}",
                "317-2 | close | bemanning | {'type':'CloseBed','bed':'LUN-317-2','reason':'staffing'}"
            })
    void aChoiceIsOneMoreTap(String bed, String deed, String choice, String wish) {
        sheet(People.NURSE);
        choose(bed);
        press(deed);
        if (choice != null) {
            pick(choice);
        }
        find(".undo").waitFor();
        assertThat(lastWish()).isEqualTo(json(wish.replace('\'', '"')));
        assertThat(find(".choice").count()).as("the choice is done with").isZero();
    }

    @Test
    void aPorterIsThreeTapsFromTheBoard() {
        ward(People.NURSE, 1440, 900, WARD);
        find("flyt-bed-row[data-key='bed/LUN-301'] button.number").click();
        press("porter");
        pick("Radiologi");
        said("301 · Bestill portør: Radiologi");
        assertThat(lastWish())
                .isEqualTo(
                        json(
                                """
                {"type":"OrderTask","kind":"patient-wheelchair","visit":"V101","to":{"stop":"XRAY"}}"""));
        assertThat(screen.complaints()).isEmpty();
    }

    @Test
    void howAPatientIsMovedAndWhetherTheyComeBackIsChosenBeforeWhereTo() {
        sheet(People.NURSE);
        choose("301");
        press("porter");
        pick("Seng");
        pick("Hentes tilbake");
        assertThat(find(".choice[aria-pressed=true]").allInnerTexts()).containsExactly("Seng", "Hentes tilbake");
        pick("Radiologi");
        said("301 · Bestill portør: Radiologi");
        assertThat(lastWish())
                .isEqualTo(
                        json(
                                """
                {"type":"OrderTask","kind":"patient-bed","visit":"V101","to":{"stop":"XRAY"},"roundTrip":true}"""));
    }

    @Test
    void whatIsOrderedAlreadyIsSaidAndNotOrderedTwice() {
        server.refuses(COMMANDS, 409, "refused", "ordered-already");
        sheet(People.NURSE);
        choose("301");
        press("porter");
        pick("Radiologi");
        find(".refusal p:has-text('Det samme er allerede bestilt.')").waitFor();
        assertThat(find(".undo").count()).isZero();
    }

    @Test
    void aBedIsClosedUntilAnHourOfTheHospital() {
        sheet(People.NURSE);
        choose("317-2");
        press("close");
        pick("I morgen 07:00");
        pick("reparasjon");
        find(".undo").waitFor();
        assertThat(lastWish().get("until").getAsString()).isEqualTo("2026-11-13T06:00:00.000Z");
    }

    @Test
    void anyOtherDayCanBeSaid() {
        sheet(People.NURSE);
        choose("302");
        press("discharge");
        find("input[type=date]").fill("2026-11-30");
        find(".other-day button").click();
        said("302 · Forventet utskrivning: 30.11.2026");
        assertThat(lastWish().get("expectedOn").getAsString()).isEqualTo("2026-11-30");
    }

    @Test
    void whatWasSaidByHandIsMarkedAndCanBeTakenBack() {
        ward(
                People.NURSE,
                1920,
                1080,
                withPatient("302", "{\"byHand\":[\"nurse\",\"doctor\",\"discharge\",\"isolation\",\"place\"]}"));
        assertThat(screen.row("302").locator(".by-hand").count()).isEqualTo(5);
        assertThat(screen.row("302").locator(".cell.staff").innerText().replaceAll("\\s+", " "))
                .isEqualTo("Ingrid skrevet for hånd Aas skrevet for hånd");
        assertThat(screen.row("301").locator(".by-hand").count()).isZero();
        find(".hand-open").click();
        choose("302");
        press("nurse");
        pick("Slett det som er skrevet for hånd");
        find(".undo").waitFor();
        assertThat(lastWish()).isEqualTo(json("{\"type\":\"AssignNurse\",\"visit\":\"V102\"}"));
    }

    @Test
    void tenSecondsItCanBeUndoneAlsoAfterTheSheetIsShut() {
        sheet(People.NURSE);
        choose("301");
        press("left");
        find(".undo").waitFor();
        screen.page().clock().fastForward(6_000);
        screen.page().keyboard().press("Escape");
        find(".said-outside .undo").waitFor();
        assertThat(Integer.parseInt(find(".undo .left").innerText())).isLessThanOrEqualTo(4);
        find(".undo").click();
        find(".said-outside p:has-text('Angret: 301 · Pasienten har forlatt rommet')")
                .waitFor(attached());
        assertThat(lastWish().get("type").getAsString()).isEqualTo("Undo");
        assertThat(lastWish().get("of")).isEqualTo(commands().get(0).get("commandId"));
        assertThat(find(".undo").count()).isZero();
    }

    @Test
    void afterTenSecondsItStands() {
        sheet(People.NURSE);
        choose("301");
        press("left");
        find(".undo").waitFor();
        screen.page().clock().fastForward(10_500);
        find(".said.settled").waitFor();
        assertThat(find(".undo").count()).isZero();
        assertThat(find("undo-bar p").innerText()).contains("301 · Pasienten har forlatt rommet");
    }

    @Test
    void aRefusalIsSaidInPlainWordsAndNothingElseMoves() {
        server.refuses(COMMANDS, 409, "refused", "clean-ordered-already");
        sheet(People.NURSE);
        choose("301");
        press("clean");
        pick("Søl");
        find(".refusal p:has-text('Det er bedt om renhold her allerede.')").waitFor();
        assertThat(find(".undo").count()).isZero();
        assertThat(find(".choice").count()).as("the choice stands").isEqualTo(2);
        assertThat(find(".refusal button").count())
                .as("trying again would not help")
                .isZero();
    }

    @Test
    void aRoleThatMayNotIsNotToldOfUndoing() {
        server.refuses(COMMANDS, 403, "not-yours", "");
        sheet(People.NURSE);
        choose("301");
        press("left");
        find(".refusal p:has-text('Dette ligger utenfor')").waitFor();
    }

    @Test
    void withoutAnAnswerTheSameCommandIsSentAgain() {
        sheet(People.NURSE);
        choose("301");
        List<String> lost = new java.util.ArrayList<>();
        screen.page().route("**/commands", route -> {
            lost.add(route.request().postData());
            route.abort();
        });
        press("left");
        find(".refusal p:has-text('Ingen kontakt. Ingenting er sendt ennå.')").waitFor();
        screen.page().unroute("**/commands");
        find(".refusal button").click();
        find(".undo").waitFor();
        assertThat(commands()).containsExactly(json(lost.get(0)));
    }

    @Test
    void aProtectedPatientIsNamedForWhoAsksUntilTheSheetIsShut() {
        ward(People.NURSE, 1440, 900, withPatient("301", "{\"protected\":true}"));
        names(
                "[{\"key\":\"V199\",\"kind\":\"name\",\"stay\":\"V199\",\"beds\":[\"LUN-301\"],\"protected\":true,\"given\":null,\"family\":null,\"birthDate\":null}]");
        server.answers(
                "/api/v1/hospitals/FJO/stays/V199/patient",
                "{\"given\":\"Per\",\"family\":\"Hemmelig\",\"birthDate\":\"1971-02-03\"}");
        find(".hand-open").click();
        choose("301");
        assertThat(find(".patient-on-sheet h3").innerText()).isEqualTo("Opptatt");
        find(".reveal").click();
        find(".revealed:has-text('Hemmelig, Per 03.02.1971')").waitFor();
        press("left");
        find(".undo").waitFor();
        assertThat(lastWish().get("visit").getAsString()).isEqualTo("V199");
        find(".away").click();
        find(".revealed").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(screen.markup()).doesNotContain("Hemmelig");
        find(".hand-open").click();
        choose("301");
        assertThat(screen.markup()).doesNotContain("Hemmelig");
    }

    @Test
    void whoHasNoBedIsOnThePad() {
        ward(People.NURSE, 1440, 900, WARD);
        names(
                "[{\"key\":\"V300\",\"kind\":\"name\",\"stay\":\"V300\",\"beds\":[],\"protected\":false,\"given\":\"Tor\",\"family\":\"Lund\",\"birthDate\":\"1950-01-02\"}]");
        find(".hand-open").click();
        find(".key.person:has-text('Lund, Tor')").click();
        assertThat(find("[data-deed='left']").count()).isZero();
        press("place");
        pick("K1");
        find(".undo").waitFor();
        assertThat(lastWish()).isEqualTo(json("{\"type\":\"UseCorridorPlace\",\"visit\":\"V300\",\"bed\":\"LUN-K1\"}"));
    }

    @Test
    void allOfItGoesByKeysAlone() {
        ward(People.NURSE, 1440, 900, WARD);
        find(".hand-open").focus();
        screen.page().keyboard().press("Enter");
        find("dialog[open]").waitFor();
        find(".key[data-key='bed/LUN-301']").focus();
        screen.page().keyboard().press("Enter");
        assertThat(screen.ask("() => document.activeElement.id")).isEqualTo("hand-bed");
        screen.page().keyboard().press("Tab");
        screen.page().keyboard().press("Tab");
        screen.page().keyboard().press("Tab");
        screen.page().keyboard().press("Enter");
        assertThat(find("#hand-bed").innerText()).contains("Ansvarlig sykepleier");
        screen.page().keyboard().press("Escape");
        assertThat(find("#hand-bed").innerText()).isEqualTo("Seng 301");
        for (int i = 0; i < 60; i++) {
            screen.page().keyboard().press("Tab");
            assertThat(
                            screen.ask(
                                    "() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"))
                    .isEqualTo(true);
        }
        screen.page().keyboard().press("Escape");
        assertThat(find("dialog[open]").count()).isZero();
        assertThat(screen.ask("() => document.activeElement.className")).isEqualTo("hand-open");
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1440, 900"})
    void aThumbFindsEveryTargetAndAReaderEveryName(int width, int height) {
        ward(People.NURSE, width, height, WARD);
        find(".hand-open").click();
        assertThat(misplaced(48)).isEqualTo(List.of());
        choose("301");
        assertThat(misplaced(48)).isEqualTo(List.of());
        assertThat(faults()).isEqualTo(List.of());
        press("isolation");
        assertThat(misplaced(48)).isEqualTo(List.of());
        pick("Luft");
        find(".undo").waitFor();
        assertThat(misplaced(48)).isEqualTo(List.of());
        assertThat(faults()).isEqualTo(List.of());
        assertThat(screen.ask("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private static com.microsoft.playwright.Locator.WaitForOptions attached() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }
}
