package flyt.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the coordinator reads: the queue in its order and why, what is stuck, who is there, the figures of the head. */
final class WorkQueueTest extends OnWork {

    @Test
    void thePageAsksForTheQueueAndThePeopleOfOneTeam() {
        open("cleaning", "", 1920, 1080);
        assertThat(screen.asked())
                .containsExactly(
                        "{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"queue\",\"scope\":\"cleaning\"}",
                        "{\"type\":\"subscribe\",\"hospital\":\"FJO\",\"view\":\"crew\",\"scope\":\"cleaning\"}");
    }

    @Test
    void theQueueStandsInTheOrderOfRankWithItsReasons() {
        open("cleaning", "", 1920, 1080);
        assertThat(find(".queue .rank[data-cell]").allInnerTexts())
                .startsWith("1", "2", "3")
                .endsWith("12", "–");
        assertThat(find(".opens").allInnerTexts())
                .startsWith("LUN 316", "GNE 402-2", "INT 4", "INF 207", "HJE 331")
                .endsWith("Ortopedi", "AKM 12");
        assertThat(said(line("T-881")))
                .isEqualTo(
                        "1 LUN 316 Lunge, 3. etasje Utskrivningsvask Først fordi en pasient i akuttmottaket venter på"
                                + " denne sengen, siden 10:21 Venter 11:01 om 18 min 6 min fra 10:36");
        assertThat(said(line("T-866"))).contains("Bestilt 10:31").doesNotContain("Fordi");
    }

    @Test
    void everyStateHasTheWordsOfTheField() {
        open("cleaning", "", 1920, 1080);
        assertThat(said(line("T-879"))).contains("Tatt av Leila");
        assertThat(said(line("T-869"))).contains("Trenger hjelp");
        assertThat(said(line("T-870"))).contains("Planlagt 11:20");
        assertThat(said(line("T-876"))).contains("Pågår 12 min Amina");
        assertThat(said(line("T-877"))).contains("Pause Jonas");
        assertThat(said(line("T-882"))).containsPattern("Tilbudt Tomasz svarer innen \\d+ s");
        assertThat(said(line("T-868"))).contains("Kan ikke gjøres – pasienten ligger der ennå");
        assertThat(line("T-874").getByRole(AriaRole.IMG).getAttribute("aria-label"))
                .isEqualTo("Kontakt");
    }

    @Test
    void anOpenTaskSaysEveryReasonAndWhatCannotBeReached() {
        open("cleaning", "", 1920, 1080);
        line("T-874").locator(".opens").click();
        assertThat(more("T-874").locator(".why li").allInnerTexts())
                .containsExactly("En pasient kommer til denne sengen 11:30", "Bestilt 10:08");
        assertThat(said(more("T-874")))
                .contains(
                        "Kan ikke være klar før 11:33",
                        "Hast Snart",
                        "Må startes 10:03",
                        "Bestilt 10:08, for 34 min siden");
        assertThat(said(line("T-874"))).contains("ikke før 11:33");
        assertThat(said(line("T-876"))).doesNotContain("ikke før");
    }

    @Test
    void whatIsStuckStandsAboveWithTheLimitItPassedAndWhoCanDoSomething() {
        open("cleaning", "", 1920, 1080);
        assertThat(find(".stuck li").all().stream().map(OnWork::said))
                .containsExactly(
                        "AKM 12: Søl Kan ikke gjøres – pasienten ligger der ennå Meldt av Ewa · sett i køen igjen eller avlys",
                        "GER 604: Utskrivningsvask Maria trenger hjelp Ledig: Ewa, Petter · send hjelp",
                        "LUN 316: Utskrivningsvask Ikke tatt 5 min før start 10:47 Ledig: Ewa, Petter · løft den frem",
                        "GNE 402-2: Smittevask Ikke tatt, skulle vært startet 10:03 Ledig: Ewa, Petter · løft den frem",
                        "INF 203: Smittevask Pause i 28 min, over 20 min: mangler klor Jonas har den · ring og spør");
        find("[data-stuck=T-877]").click();
        more("T-877").waitFor();
        assertThat(focused()).isEqualTo("T-877");
    }

    @Test
    void whatEverybodyHasBeenAskedAboutIsStuckAndToldOnce() {
        open(
                rows("queue", "porters"),
                rows("crew", "porters").replaceAll("\n \\{\"key\": \"worker/p-(emil|siri)\".*", ""),
                "?team=porters",
                1920,
                1080);
        JsonObject wheelchair = task("porters", "T-899");
        wheelchair.addProperty("state", "offered");
        wheelchair.addProperty("worker", "p-ola");
        change(48213, "porters", wheelchair);
        wheelchair.addProperty("state", "pending");
        change(48214, "porters", wheelchair);
        assertThat(find("[data-stuck=T-899]")).containsText("Tilbudt alle 1 på vakt, ingen har tatt den");
        assertThat(find("main > p[role=status]").innerText())
                .contains("Står fast: ORT 514 → OBS 112, Pasient i rullestol. Tilbudt alle 1 på vakt")
                .doesNotContain("AKM 12");
    }

    @Test
    void aWrongWristbandStandsAboveAllElse() {
        open("porters", "", 1920, 1080);
        JsonObject move = task("porters", "T-899");
        move.addProperty("state", "accepted");
        move.addProperty("by", "Ola");
        JsonObject check = new JsonObject();
        check.addProperty("arrivedAt", "2026-11-12T09:40:00Z");
        check.addProperty("mismatchAt", "2026-11-12T09:41:00Z");
        move.add("patient", check);
        change(48213, "porters", move);
        assertThat(find("[data-stuck=T-899]")).containsText("Feil armbånd skannet 10:41");
        assertThat(said(find(".stuck li").first())).endsWith("Ring Ola og posten");
    }

    @Test
    void whoWorksWithoutHavingComeOnDutyStandsBelowThoseWhoHave() {
        open("porters", "?team=porters", 1920, 1080);
        JsonObject move = task("porters", "T-899");
        move.addProperty("state", "in-progress");
        move.addProperty("startedAt", "2026-11-12T09:30:00Z");
        move.addProperty("worker", "p-9");
        move.addProperty("by", "Anders");
        change(48213, "porters", move);
        Locator other = find(".person").last();
        assertThat(other).containsText("Anders");
        assertThat(other).containsText("ikke meldt på vakt");
        assertThat(other.locator("button")).hasCount(0);
    }

    @Test
    void whatNobodyWasToldOfStandsBelowWhatIsStuckAsOne() {
        open("porters", "", 1920, 1080);
        assertThat(find("[data-untold]")).hasCount(0);
        change(48213, "porters", untold("T-899", "2026-11-12T09:21:00Z", 0));
        change(48214, "porters", untold("T-903", "2026-11-12T09:24:00Z", 0));
        assertThat(find("[data-untold=T-899]")).containsText("Ingen har fått beskjed: 2");
        assertThat(said(find(".stuck li").last()))
                .contains("bestilt 10:21")
                .endsWith("Tilbys den første som blir ledig");

        change(48215, "porters", untold("T-899", "2026-11-12T09:21:00Z", 1));
        assertThat(find("[data-untold=T-903]")).containsText("Ingen har fått beskjed: 1");
    }

    /** A task that waits longer than anybody may be left without a word of it; so many have been asked and did not take it. */
    private static JsonObject untold(String id, String orderedAt, int passedBy) {
        JsonObject task = task("porters", id);
        task.addProperty("state", "pending");
        task.addProperty("orderedAt", orderedAt);
        task.addProperty("passedBy", passedBy);
        JsonObject stuck = new JsonObject();
        stuck.addProperty("stage", "untold");
        stuck.addProperty("since", "2026-11-12T09:40:00Z");
        stuck.addProperty("minutes", 15);
        task.add("stuck", stuck);
        return task;
    }

    @Test
    void nothingStuckIsSaidToo() {
        open(
                rows("queue", "porters").replaceAll("\n \\{\"key\": \"task/T-905\".*", ""),
                rows("crew", "porters"),
                "?team=porters",
                1920,
                1080);
        assertThat(said(find(".stuck"))).isEqualTo("Ingen står fast");
    }

    @Test
    void thePeopleStandFreeFirstWithWhatTheyDoAndWhere() {
        open("cleaning", "", 1920, 1080);
        assertThat(find(".person .name b").allInnerTexts())
                .containsExactly("Ewa", "Petter", "Tomasz", "Amina", "Jonas", "Leila", "Maria", "Olga");
        assertThat(said(find("[data-worker=w-petter]").first()))
                .isEqualTo("Petter til 15:00 Ledig LUN 309 Hele sykehuset smitte, løft Flytt");
        assertThat(said(find("[data-worker=w-tomasz]").first()))
                .contains("Blir spurt, ORT 514 Utskrivningsvask Renhold 2");
        assertThat(said(find("[data-worker=w-leila]").first())).contains("Utskrivningsvask, INT 4 Tatt, ikke startet");
        assertThat(said(find("[data-worker=w-olga]").first())).contains("Har pause 8 min Renhold 1, Renhold 2");
    }

    @Test
    void theFiguresOfTheHeadEqualTheRowsAndAgeByTheHospitalsClock() {
        open("cleaning", "", 1920, 1080);
        assertThat(find(".tiles li").all().stream().map(OnWork::said))
                .containsExactly(
                        "Venter 7 1 etter plan · 1 planlagt",
                        "Eldste har ventet 34 min GNE 402-2 · Smittevask",
                        "Pågår 2 1 ikke startet · 1 pause",
                        "Forsinket 0 fristen er passert",
                        "På vakt 8 1 har pause",
                        "Ledige nå 2 Ewa, Petter");
        assertThat(find("#summary").textContent())
                .isEqualTo(
                        "Renhold: 7 venter. Eldste har ventet: 34 min. 8 på vakt, 2 ledige. Står fast: 5. Først i køen: LUN 316,"
                                + " Utskrivningsvask. Først fordi en pasient i akuttmottaket venter på denne sengen, siden 10:21");
        screen.send(Golden.frame("beat").replace("09:42:07", "10:02:07"));
        assertThat(find("[data-count=oldest] b")).hasText("54 min");
        assertThat(find("[data-count=late] b")).hasText("5");
        assertThat(said(line("T-881"))).contains("Forsinket 11:01 1 min over");
    }

    @Test
    void anotherTeamIsOneKeyAwayAndCountsWhatIsBegun() {
        open("cleaning", "", 1920, 1080);
        screen.nowServes(rows("queue", "porters"), Golden.frame("beat"));
        key("2");
        line("T-905").waitFor();
        assertThat(screen.asked().get(2)).contains("\"queue\",\"scope\":\"porters\"");
        assertThat(screen.page().url()).endsWith("?team=porters");
        assertThat(find(".teams [aria-current=page]").innerText()).isEqualTo("Portører");
        assertThat(find(".queue .heads .due").innerText()).isEqualTo("Startet innen");
        assertThat(said(line("T-901")))
                .contains("Akutteam Først fordi den ble bestilt som akutt 10:37 Pågår 4 min Emil 10:42 startet");
        assertThat(said(line("T-905"))).contains("AKM 12 → LUN 316", "Forsinket", "3 min over");
    }

    @Test
    void aSearchLeavesWhatHasEveryWord() {
        open("cleaning", "", 1920, 1080);
        key("/");
        assertThat(focused()).isEqualTo("search");
        screen.page().keyboard().type("smitte inf");
        assertThat(find("flyt-queue-row")).hasCount(2);
        assertThat(find("#queue-title").innerText()).contains("2 av 13 funnet");
        screen.page().keyboard().type("xx");
        assertThat(find(".queue .nothing")).hasText("Ingen oppdrag funnet. Esc viser alle.");
        key("Escape");
        assertThat(find("flyt-queue-row")).hasCount(13);
    }

    @Test
    void aLostLinkLooksOldAndNothingCanBeDone() {
        open("cleaning", "", 1920, 1080);
        line("T-876").locator(".opens").click();
        screen.cut();
        screen.page().clock().fastForward(40_000);
        assertThat(find(".status.warn")).containsText("ikke oppdatert siden 10:42");
        assertThat(find(".work.stale")).hasCount(1);
        assertThat(said(line("T-876"))).contains("Startet 10:30").doesNotContain("Pågår", "om 14 min");
        assertThat(find("[data-deed=pin]")).isDisabled();
        assertThat(said(more("T-876"))).contains("Ingen kontakt med serveren. Ingenting kan endres nå.");
        find(".opens[data-task=T-876]").focus();
        key("p");
        assertThat(find(".asks").count()).isZero();
    }

    @Test
    void aTeamThatIsNotOnesOwnIsRefusedInWords() {
        String refused =
                "{\"type\":\"refused\",\"stream\":\"FJO/queue/cleaning\",\"reason\":\"not-your-role\",\"title\":\"\"}";
        screen = new Screen(browser, 1280, 800, refused, Golden.frame("beat"));
        screen.go(server, "/work/FJO");
        assertThat(find("main [role=alert]")).hasText("Rollen din har ikke tilgang til denne tavlen");
        assertThat(find(".teams a")).hasCount(3);
    }

    @Test
    void onlyWhatChangedIsTinted() {
        open("cleaning", "", 1920, 1080);
        JsonObject task = task("cleaning", "T-881");
        task.addProperty("state", "accepted");
        task.addProperty("by", "Ewa");
        task.addProperty("worker", "w-ewa");
        change(48213, "cleaning", task);
        find(".changed").first().waitFor();
        assertThat(
                        screen.ask(
                                "() => [...document.querySelectorAll('.changed')].map(c => c.closest('[data-key]').dataset.key + ' ' + c.dataset.cell)"))
                .isEqualTo(List.of("task/T-881 state"));
        assertThat(said(find("[data-worker=w-ewa]").first())).contains("Utskrivningsvask, LUN 316 Tatt, ikke startet");
    }
}
