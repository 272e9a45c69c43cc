package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cleaner's queue: what comes first and why, and what a tap tells the server. */
final class PhoneQueueTest extends OnPhone {

    private static final String WORKING = PhoneQueue.SELF + "," + PhoneQueue.UNDER_WAY;

    @Test
    void theQueueIsSortedByNeedAndSaysWhy() {
        phone(PhoneQueue.PULL);
        assertThat(find(".card").innerText())
                .contains(
                        "521",
                        "Hematologi",
                        "5. etasje vest",
                        "Utskrivningsvask · ferdig innen 11:25",
                        "Beskyttende – ikke smittsom",
                        "Vask dette rommet først i runden",
                        "Først fordi pasienten kommer 12:15. Bestilt 10:20.");
        assertThat(lines())
                .containsExactly(
                        "rest K 128 Gastrokirurgi Smittevask · Kontakt Pasienten kommer 15:00 12:11 frist Ta",
                        "later 131 Ortopedi Utskrivningsvask Planlagt 11:30 11:30 tidligst",
                        "others 304 Lunge, tun A Utskrivningsvask Tatt av Amina 11:30 frist");
    }

    @Test
    void anOfferSaysItsReasonCountsDownAndIsReceivedOnce() {
        phone(PhoneQueue.DAY);
        assertThat(find(".card.offered").innerText())
                .contains(
                        "Tilbudt deg nå",
                        "316",
                        "Utskrivningsvask · ferdig innen 11:01",
                        "Ingen isolering",
                        "Først fordi en pasient i akuttmottaket venter på denne sengen. Bestilt 10:36.");
        int before = seconds();
        assertThat(before).isBetween(10, 28);
        assertThat(sent(1).stream().map(OnPhone::wish)).containsExactly("{'type':'ReceiveOffer','task':'T-881'}");
        screen.page()
                .waitForFunction(
                        "(before) => parseInt(document.querySelector('.chip.left').textContent) < before", before);
        assertThat(commands()).hasSize(1);
        assertThat(find("[role=status]:has-text('Tilbudt deg nå: 316')").count())
                .isEqualTo(1);
    }

    @Test
    void anOfferIsDeclinedWithOneTap() {
        phone(PhoneQueue.DAY);
        press("Ikke nå");
        find(".card.offered").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(wish(sent(2).get(1))).isEqualTo("{'type':'DeclineTask','task':'T-881'}");
    }

    @Test
    void takeStartAndFinishAreOneTapEach() {
        phone(PhoneQueue.DAY);
        press("Ta 316");
        find(".card.accepted").waitFor();
        screen.page().waitForTimeout(450);
        press("Start 316");
        find(".under").waitFor();
        find(".made input").uncheck();
        screen.page().waitForTimeout(450);
        press("Ferdig 316");
        List<JsonObject> sent = sent(4);
        assertThat(sent.stream().skip(1).map(OnPhone::wish))
                .containsExactly(
                        "{'type':'TakeTask','task':'T-881'}",
                        "{'type':'StartTask','task':'T-881'}",
                        "{'type':'FinishTask','task':'T-881'}");
        assertThat(sent.stream()
                        .map(command -> command.get("commandId").getAsString())
                        .distinct())
                .hasSize(4)
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(sent).allMatch(command -> command.get("at").getAsString().startsWith("2026-11-12T09:42:"));
    }

    @Test
    void oneTapDoesNotAlsoPressWhatComesUnderTheThumb() {
        phone(PhoneQueue.PULL);
        screen.does(
                """
                async () => { const press = () => document.querySelector('.dock .main').click();
                  press(); await new Promise((painted) => setTimeout(painted, 150)); press(); }""");
        find(".card.accepted").waitFor();
        screen.page().waitForTimeout(200);
        assertThat(sent(1).stream().map(OnPhone::wish)).containsExactly("{'type':'TakeTask','task':'T-882'}");
    }

    @Test
    void anyOfTheRestCanBeTakenFromItsLine() {
        phone(PhoneQueue.PULL);
        find(".line[data-job=T-883] .take").click();
        find(".card.accepted[data-job=T-883]").waitFor();
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'TakeTask','task':'T-883'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DelayTask | Venter på heis | 'type':'DelayTask','task':'T-883','reason':'Venter på heis'",
                "RejectTask | Pasienten er fortsatt i rommet | 'type':'RejectTask','task':'T-883','reason':'Pasienten er fortsatt i rommet'",
                "PauseTask | Tilkalt et annet sted | 'type':'PauseTask','task':'T-883','reason':'Tilkalt et annet sted'"
            })
    void whatIsInTheWayIsAReadyChoice(String deed, String choice, String told) {
        phone(WORKING, "/tasks#job/T-883", 390, 844);
        find(".more").click();
        find("[data-deed=" + deed + "]").click();
        find("dialog[open] .choices button:has-text('" + choice + "')").click();
        assertThat(wish(sent(1).get(0))).isEqualTo("{" + told + "}");
        assertThat(find("dialog[open]").count()).isZero();
    }

    @Test
    void whatIsInTheWayCanBeSaidInOwnWords() {
        phone(WORKING, "/tasks#job/T-883", 390, 844);
        find(".more").click();
        find("[data-deed=DelayTask]").click();
        find("#own-words").fill("Vann på gulvet");
        find("#own-words").press("Enter");
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'DelayTask','task':'T-883','reason':'Vann på gulvet'}");
        find(".chip.late:has-text('Forsinket – Vann på gulvet')").waitFor();
    }

    @Test
    void helpIsAskedForAndATaskIsPausedWithOneTap() {
        phone(WORKING, "/tasks#job/T-883", 390, 844);
        press("Pause");
        find("h2:has-text('Pause')").waitFor();
        find(".more").click();
        find("dialog[open] .choices button:has-text('Trenger hjelp')").click();
        find(".chip.help").waitFor();
        assertThat(sent(2).stream().map(OnPhone::wish))
                .containsExactly(
                        "{'type':'PauseTask','task':'T-883'}", "{'type':'AskForHelp','task':'T-883','wanted':true}");
    }

    @Test
    void aTaskIsHandedBackAndIsThenForAnybody() {
        phone(PhoneQueue.SELF + "," + PhoneQueue.ACCEPTED);
        find(".more").click();
        find("[data-deed=HandBackTask]").click();
        find("dialog[open] .choices button:has-text('Uten årsak')").click();
        find(".card.pending").waitFor();
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'HandBackTask','task':'T-883'}");
    }

    @Test
    void aRefusedTapIsExplainedInOneLineAndWhatLeantOnItFallsWithIt() {
        phone(PhoneQueue.PULL);
        server.refuses(COMMANDS, 503, "journal-away", "");
        press("Ta 521");
        screen.page().waitForTimeout(450);
        press("Start 521");
        find(".under").waitFor();
        server.refuses(COMMANDS, 409, "taken-already", "");
        send(PhoneQueue.update(
                48_215,
                PhoneQueue.PROTECTIVE.replace(
                        "\"state\":\"pending\"", "\"state\":\"accepted\",\"worker\":\"w-emil\",\"by\":\"Emil\""),
                ""));
        screen.does("() => dispatchEvent(new Event('online'))");
        find(".refused").waitFor();
        assertThat(find(".refused").innerText().replaceAll("\\s+", " ")).isEqualTo("521 Emil var først Greit");
        find(".refused button").click();
        find(".refused").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(commands().stream()
                        .map(command -> command.get("type").getAsString())
                        .distinct())
                .containsExactly("TakeTask");
    }

    @Test
    void doneCanBeUndoneForTenSeconds() {
        phone(WORKING, "/tasks#job/T-883", 390, 844);
        press("Ferdig 128");
        String finished = sent(1).get(0).get("commandId").getAsString();
        find("undo-bar button").click();
        find(".under[data-job=T-883]").waitFor();
        assertThat(wish(sent(2).get(1))).isEqualTo("{'type':'Undo','of':'" + finished + "'}");
    }

    @Test
    void nobodyEntersBeforeTheAirIsChanged() {
        phone(PhoneQueue.SELF
                + ","
                + PhoneQueue.ACCEPTED
                        .replace("clean-contact", "clean-airborne")
                        .replace("\"score\"", "\"airChangeUntil\":\"2026-11-12T10:20:00Z\",\"score\""));
        assertThat(find(".card").innerText())
                .contains("Luft", "Frakk, hansker og åndedrettsvern FFP3", "Vent – luftskifte til 11:20");
        assertThat(find(".dock .main").isDisabled()).isTrue();
    }

    @Test
    void whoeverComesSignsOnWithZonesTrainingAndShiftEnd() {
        phone(PhoneQueue.PROTECTIVE);
        find("label:has-text('Vest')").click();
        find("label:has-text('Smittevask')").click();
        find("label:has-text('15:30')").click();
        press("Start vakten");
        find(".card").waitFor();
        assertThat(wish(sent(1).get(0)))
                .isEqualTo(
                        "{'type':'StartDuty','team':'cleaning','zones':['R2'],'skills':['infection'],'until':'2026-11-12T14:30:00.000Z'}");
    }

    @Test
    void aBreakBeginsAndEndsAndTheShiftIsSeen() {
        phone(PhoneQueue.PULL, "/tasks?theme=light", 390, 844);
        find(".to-shift").click();
        assertThat(find(".facts").innerText()).contains("Renhold · dagvakt", "07:30–15:30", "Øst", "Alt er sendt");
        press("Ta pause");
        press("Avslutt pausen");
        find("ask-once button").click();
        find("ask-once .yes").click();
        find("flyt-duty-form").waitFor();
        assertThat(sent(3).stream().map(OnPhone::wish))
                .containsExactly("{'type':'StartBreak'}", "{'type':'EndBreak'}", "{'type':'EndDuty'}");
    }

    @Test
    void aPorterSeesFromWhereToWhereAndWhatToFetch() {
        phone(PhoneQueue.PORTERS);
        assertThat(find(".card").innerText())
                .contains(
                        "302",
                        "Lunge, tun A",
                        "Radiologi",
                        "1. etasje",
                        "Pasient i rullestol · start innen 10:40",
                        "Hent rullestol først",
                        "Forsinket",
                        "Først fordi pasienten har time 10:50. Bestilt 10:30.");
        assertThat(lines()).containsExactly("rest Vestibylen Blomster Den er bestilt 10:38 Ta");
    }

    @Test
    void theScreenStaysAwakeOnDutyAndAJobIsReadAloud() {
        open(PhoneQueue.PULL, 390, 844);
        screen.page()
                .addInitScript(
                        """
                        window.awake = []; window.told = [];
                        Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => { window.awake.push('on');
                          return { released: false, release: async () => window.awake.push('off') }; } } });
                        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
                        Object.defineProperty(window, 'speechSynthesis', { value: { speaking: false, cancel: () => undefined,
                          speak: (utterance) => window.told.push(`${utterance.lang}: ${utterance.text}`) } });""");
        screen.go(server, "/tasks?theme=light");
        find(".card .round").click();
        assertThat((String) screen.ask("() => window.told.join()"))
                .startsWith("nb-NO: 521. Hematologi, 5. etasje vest. Utskrivningsvask. ferdig innen 11:25")
                .contains("Rene klær", "Først fordi pasienten kommer 12:15");
        assertThat(screen.ask("() => window.awake.join()")).isEqualTo("on");
        send(PhoneQueue.update(48_214, "", "\"worker/w-leila\""));
        find("flyt-duty-form").waitFor();
        assertThat(screen.ask("() => window.awake.join()")).isEqualTo("on,off");
    }

    @Test
    void anOfferSoundsAndShakesThePhoneOnceAfterItHasBeenTouched() {
        open(PhoneQueue.PULL, 390, 844);
        screen.page()
                .addInitScript(
                        """
                        window.rung = [];
                        Object.defineProperty(navigator, 'vibrate', { value: (shakes) => window.rung.push(shakes.join()) });
                        window.AudioContext = class { state = 'running'; currentTime = 0;
                          createGain() { return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (to) => to }; }
                          createOscillator() { return { frequency: { set value(pitch) { window.rung.push(pitch); } }, connect: (to) => to,
                            start() {}, stop() {} }; } };""");
        screen.go(server, "/tasks?theme=light");
        find(".card").click();
        send(PhoneQueue.update(48_214, PhoneQueue.OFFERED, ""));
        find(".card.offered").waitFor();
        assertThat(screen.ask("() => window.rung.join(' ')")).isEqualTo("180,90,180 659 880");
        send(PhoneQueue.update(48_215, PhoneQueue.OFFERED, "").replace("48213", "48214"));
        assertThat(sent(1).stream().map(OnPhone::wish)).containsExactly("{'type':'ReceiveOffer','task':'T-881'}");
        assertThat(screen.ask("() => window.rung.length"))
                .as("once for each offer")
                .isEqualTo(3);
    }

    @Test
    void onlyTheZonesOfOnesOwnTeamAreOffered() {
        phone("");
        assertThat(find("input[name=zone]").evaluateAll("(all) => all.map(({ value }) => value).join(' ')"))
                .isEqualTo("R1 R2 R3");
    }

    @Test
    void whoeverHasNoWorkHereIsToldSo() {
        server.answers("/api/v1/hospitals/FJO/duty", "{\"keys\":[],\"teams\":[],\"zones\":[]}");
        phone("");
        assertThat(find(".empty").innerText()).isEqualTo("Rollen din har ingen oppgaver her.");
    }

    private int seconds() {
        return Integer.parseInt(find(".chip.left").innerText().replaceAll("[^0-9]", ""));
    }

    /** Each line with the list that it stands in. */
    private List<String> lines() {
        return find(".line").all().stream()
                .map(line -> line.evaluate("(one) => one.closest('section').classList[1]") + " "
                        + line.innerText().replaceAll("\\s+", " "))
                .toList();
    }
}
