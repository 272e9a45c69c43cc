package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding a job by the square on its bed, or by its number where there is no camera. */
final class PhoneScanTest extends OnPhone {

    private static final String MINE =
            PhoneQueue.PULL + "," + PhoneQueue.OFFERED.replace("\"offered\"", "\"accepted\"");

    @Test
    void withoutACameraANumberFindsTheJobAndBeginsIt() {
        phone(PhoneQueue.PULL, "/tasks?theme=light#scan", 390, 844);
        assertThat(find("video").count()).isZero();
        assertThat(find(".scan-lead").innerText()).isEqualTo("Tast nummeret på sengen eller rommet.");
        for (String key : "52".split("")) {
            find(".keys button:has-text('" + key + "')").click();
        }
        find(".found button:has-text('521')").click();
        find(".under[data-job=T-882]").waitFor();
        assertThat(sent(2).stream().map(OnPhone::wish))
                .containsExactly("{'type':'TakeTask','task':'T-882'}", "{'type':'StartTask','task':'T-882'}");
    }

    @Test
    void aNumberWithoutAJobSaysSo() {
        phone(PhoneQueue.PULL, "/tasks?theme=light#scan", 390, 844);
        for (String key : "999".split("")) {
            find(".keys button:has-text('" + key + "')").click();
        }
        assertThat(find(".scan-trouble").innerText()).isEqualTo("Ingen oppgave på 999 nå");
        find(".keys button[aria-label='Slett siste tegn']").click();
        assertThat(find(".pad output").innerText()).isEqualTo("99");
    }

    @Test
    void theSquareOnOnesOwnBedStartsItsJob() {
        see("flyt:1:FJO:LUN-316", "#scan/T-881");
        find(".under[data-job=T-881]").waitFor();
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'StartTask','task':'T-881'}");
    }

    @Test
    void theSquareOnTheDoorFindsTheJobOfTheRoom() {
        open(MINE.replace("\"label\":\"316\"", "\"room\":\"LUN-R316\",\"label\":\"316\""), 390, 844);
        screen.page().addInitScript(CAMERA.formatted("flyt:1:FJO:room:LUN-R316"));
        screen.go(server, "/tasks?theme=light#scan");
        find(".under[data-job=T-881]").waitFor();
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'StartTask','task':'T-881'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flyt:1:KAL:LUN-316 | #scan | Denne koden hører til et annet sykehus",
                "flyt:1:FJO:hall:LUN-316 | #scan | Dette er ikke en kode fra Flyt",
                "https://example.org/316 | #scan | Dette er ikke en kode fra Flyt",
                "flyt:1:FJO:LUN-304 | #scan/T-881 | Dette er 304, ikke 316",
                "flyt:1:FJO:LUN-999 | #scan/T-881 | Dette er 999, ikke 316",
                "flyt:1:FJO:LUN-999 | #scan | Ingen oppgave på 999 nå"
            })
    void aSquareThatIsNotTheRightOneIsExplained(String text, String view, String told) {
        see(text, view);
        find(".scan-trouble:has-text('" + told + "')").waitFor();
        assertThat(commands()).isEmpty();
    }

    private void see(String square, String view) {
        open(MINE, 390, 844);
        screen.page().addInitScript(CAMERA.formatted(square));
        screen.go(server, "/tasks?theme=light" + view);
        find("flyt-scan-view, .under").first().waitFor();
    }
}
