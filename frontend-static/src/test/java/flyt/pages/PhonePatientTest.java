package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a porter moves: on the phone from the bed to the hand-over, and not before, nor after. */
final class PhonePatientTest extends OnPhone {
    private static final String PATIENT = "/api/v1/hospitals/FJO/tasks/T-905/patient";

    private void job(String rows, String theme) {
        server.answers(
                PATIENT,
                "{\"given\":\"Kari Marie\",\"family\":\"Testesen\",\"birthDate\":\"1957-03-09\",\"protected\":false}");
        phone(rows, "/tasks?theme=" + theme + "#job/T-905", 390, 844);
    }

    /** How often this page has asked who it is. */
    private Object looks() {
        return screen.ask(
                "() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/patient')).length");
    }

    @Test
    void theNameComesAtTheBedAndGoesWithTheHandOver() {
        job(PhoneQueue.move(""), "light");
        assertThat(find(".patient").count()).isZero();
        assertThat(looks()).as("nobody has looked").isEqualTo(0);
        press("Jeg er ved sengen");
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'ArriveAtTask','task':'T-905'}");
        find(".patient .who b:has-text('Testesen, Kari Marie')").waitFor();
        assertThat(find(".patient .who").innerText()).contains("født 09.03.1957");
        // what comes under the thumb because of a press is not pressed by it too
        screen.page().waitForTimeout(450);
        press("Armbåndet stemmer");
        assertThat(wish(sent(2).get(1))).isEqualTo("{'type':'ConfirmPatient','task':'T-905'}");
        find(".patient.right .verdict:has-text('Armbånd bekreftet')").waitFor();
        assertThat(find(".patient .who b").innerText()).isEqualTo("Testesen, Kari Marie");
        screen.page().waitForTimeout(450);
        press("Start");
        find(".under").waitFor();
        assertThat(find(".patient .who b").innerText()).isEqualTo("Testesen, Kari Marie");
        screen.page().waitForTimeout(450);
        press("Ferdig");
        find(".card").waitFor();
        assertThat(screen.markup()).doesNotContain("Testesen", "1957");
        assertThat(looks()).as("one look").isEqualTo(1);
        assertThat(screen.complaints()).isEmpty();
    }

    @Test
    void whatIsCarriedAndHeldAndThatItIsThereAndBackStandsOnTheJob() {
        job(
                PhoneQueue.move("")
                        .replace(
                                "\"patient\":{}",
                                "\"patient\":{},\"items\":[{\"kind\":\"samples\",\"count\":2},{\"kind\":\"medicine\",\"count\":1}],"
                                        + "\"equipment\":[\"WC-12\"],\"roundTrip\":true"),
                "light");
        assertThat(find(".cargo li").allInnerTexts())
                .containsExactly("2 × Prøver, 1 × Medisin", "WC-12", "Hentes tilbake etterpå");
    }

    @Test
    void nothingOfTheNameIsKeptOnThePhone() {
        job(PhoneQueue.move("\"arrivedAt\":\"2026-11-12T09:40:00Z\""), "light");
        find(".patient .who b:has-text('Testesen')").waitFor();
        screen.page().waitForTimeout(1_200);
        assertThat(
                        (String)
                                screen.ask(
                                        """
                () => Promise.all([JSON.stringify(localStorage), JSON.stringify(sessionStorage),
                  indexedDB.databases().then((all) => Promise.all(all.map(({ name }) => new Promise((done) => {
                    const open = indexedDB.open(name);
                    open.onsuccess = () => Promise.all([...open.result.objectStoreNames].map((store) => new Promise((read) => {
                      const all = open.result.transaction(store).objectStore(store).getAll();
                      all.onsuccess = () => read(JSON.stringify(all.result));
                    }))).then((kept) => done(kept.join()));
                  })))).then((kept) => kept.join())]).then((kept) => kept.join())"""))
                .contains("T-905")
                .doesNotContain("Testesen", "1957");
    }

    @Test
    void theWristbandOfSomebodyElseIsLoudAndNothingCanBeStarted() {
        job(PhoneQueue.move("\"arrivedAt\":\"2026-11-12T09:40:00Z\",\"mismatchAt\":\"2026-11-12T09:41:00Z\""), "light");
        find(".patient.wrong [role=alert]:has-text('Feil armbånd')").waitFor();
        assertThat(find(".patient.wrong").innerText()).contains("Ikke flytt pasienten");
        assertThat(find(".dock button:has-text('Start')").count()).isZero();
    }

    /** The phone of a porter at the bed whose camera is so. */
    private void atTheBed(String camera) {
        server.answers(PATIENT, "{\"given\":\"Kari\",\"family\":\"Testesen\",\"birthDate\":null,\"protected\":false}");
        open(PhoneQueue.move("\"arrivedAt\":\"2026-11-12T09:40:00Z\""), 390, 844);
        screen.page().addInitScript(camera);
        screen.go(server, "/tasks?theme=light#job/T-905");
        find(".patient button.scan").click();
    }

    @Test
    void theWristbandThatTheCameraSeesIsSentOnceAndConfirmed() {
        atTheBed(CAMERA.formatted(" V2001 "));
        assertThat(sent(1).stream().map(OnPhone::wish))
                .containsExactly("{'type':'ConfirmPatient','task':'T-905','code':'V2001'}");
        assertThat(find(".patient video").count()).as("the camera is off").isZero();
        assertThat(find(".dock button:has-text('Start')").count())
                .as("the server says whose it is")
                .isZero();
        send(PhoneQueue.update(
                48214,
                PhoneQueue.move("\"arrivedAt\":\"2026-11-12T09:40:00Z\",\"confirmedAt\":\"2026-11-12T09:41:00Z\","
                        + "\"confirmedBy\":\"scanned\""),
                ""));
        find(".patient.right .verdict:has-text('Armbånd skannet')").waitFor();
        find(".dock button:has-text('Start')").first().waitFor();
    }

    @Test
    void theWristbandThatIsNotTheirsIsRefusedInWordsAndCanBeScannedAgain() {
        server.refuses(COMMANDS, 409, "refused", "wrong-patient");
        atTheBed(CAMERA.formatted("V2999"));
        find(".refused:has-text('Armbåndet tilhører en annen pasient')").waitFor();
        assertThat(find(".dock button:has-text('Start')").count()).isZero();
        find(".patient button.scan").waitFor();
    }

    @Test
    void whoeverMayNotUseTheCameraReadsTheWristband() {
        atTheBed(CAMERA.formatted("")
                + "navigator.mediaDevices.getUserMedia = async () => { throw new Error('denied'); };");
        find(".patient:has-text('Kameraet er ikke tilgjengelig. Les armbåndet.')")
                .waitFor();
        press("Armbåndet stemmer");
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'ConfirmPatient','task':'T-905'}");
    }

    @Test
    void aProtectedPatientHasNoName() {
        job(PhoneQueue.move("\"arrivedAt\":\"2026-11-12T09:40:00Z\""), "light");
        screen.close();
        server.answers(PATIENT, "{\"given\":null,\"family\":null,\"birthDate\":null,\"protected\":true}");
        phone(PhoneQueue.move("\"arrivedAt\":\"2026-11-12T09:40:00Z\""), "/tasks?theme=light#job/T-905", 390, 844);
        find(".patient .who:has-text('Bekreft sammen med posten.')").waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void noFaultForAxe(String theme) {
        job(PhoneQueue.move("\"arrivedAt\":\"2026-11-12T09:40:00Z\""), theme);
        find(".patient .who b:has-text('Testesen')").waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
        assertThat(screen.ask("() => document.documentElement.scrollWidth")).isEqualTo(390);
    }
}
