package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bed manager's page around its map: the figures with their definitions, that nothing moves, and that anybody can use it. */
final class CapacityPageTest extends OnCapacity {

    @Test
    void aShareIsToldByWhatItIsOf() {
        open();
        assertThat(figure(0))
                .isEqualTo(
                        "Belegg nå 91 % 374 på 410 åpne senger har seng nå, delt på åpne senger · 4 til observasjon, telt for seg");
        assertThat(figure(1))
                .isEqualTo("Belegg om 4 timer 94 % 374 + 28 inn − 17 ut det som er avtalt, delt på åpne senger");
    }

    @Test
    void whatTheHouseHasNoRowForIsToldAndNothingMovesWhenItComes() {
        server.looks(whoSees("\"requests\",\"forecast\",\"figures\"", ""));
        server.answers(
                "/api/v1/hospitals/FJO/forecast/score",
                "{\"scores\":[%s,%s,%s]}".formatted(score(4, 300, 0.5), score(12, 9, 0.7), score(24, 300, 0.91)));
        cleansToday(
                "{\"count\":31,\"suppressed\":false,\"orderedToDone\":{\"count\":31,\"suppressed\":false,\"median\":22.4,\"p90\":55.1}}");
        open();
        screen.page().waitForCondition(() -> screen.asked().size() == 3);
        assertThat(figure(6)).isEqualTo("Kl. 18, mest sannsynlig –");
        Object before = screen.ask(PLACES);
        screen.send(FORECAST);
        screen.send(Golden.text("/flyt/pages/requests.json"));
        screen.page().locator(".figures .long").waitFor();
        screen.page().getByText("traff 9 av 10").waitFor();
        screen.page().getByText("i dag: median").waitFor();
        assertThat(figure(3))
                .isEqualTo("Til vask 7 i dag: median 22 min, 9 av 10 innen 55"
                        + " vaskes 6 · pauset 1 · 1 til etter luftskifte · 1 ikke oppredd");
        assertThat(figure(4)).isEqualTo("Venter på seng 4 5 i akuttmottaket lengst 3 t 10 min");
        assertThat(figure(5)).isEqualTo("Ut resten av dagen 80 17 klare til å reise 18 har reist siden kl. 08");
        assertThat(figure(6)).isEqualTo("Kl. 18, mest sannsynlig 86 % mellom 83 og 89 % traff 9 av 10 siste 30 døgn");
        assertThat(screen.ask(PLACES)).isEqualTo(before);
        assertThat(Axe.faults(screen.page())).isEmpty();
        server.looks(PageServer.SOMEBODY);
    }

    private static String score(int hours, int forecasts, double inNineTenths) {
        return "{\"ward\":null,\"figure\":\"patients\",\"hours\":%d,\"forecasts\":%d,\"inNineTenths\":%s}"
                .formatted(hours, forecasts, inNineTenths);
    }

    @Test
    void ofTooFewCleanersNoTimeIsShownAndWhoMayNotSeeAFigureIsNotAskedForIt() {
        server.looks(whoSees("\"figures\"", ""));
        cleansToday("{\"count\":31,\"suppressed\":true}");
        open();
        screen.page().getByText("for få til å vise tid").waitFor();
        assertThat(screen.page().locator(".figures li").count()).isEqualTo(7);
        assertThat(figure(4)).isEqualTo("Venter på seng 5 5 i akuttmottaket");
        assertThat(screen.requests()).noneMatch(address -> address.contains("/forecast/"));
        server.looks(PageServer.SOMEBODY);
    }

    @Test
    void occupancyIsToldByFiveDefinitionsAndWhatIsNotKnownIsNotGuessed() {
        server.looks(PageServer.SOMEBODY.replace("\"views\":[", "\"views\":[\"figures\","));
        days("2026-11-11", 1, "{\"definition\":\"oecd\",\"above\":374,\"below\":418}");
        days("2026-11-01", 3, "{\"definition\":\"oecd\",\"above\":1240,\"below\":1200}");
        days("2025-11-12", 0, "{\"definition\":\"oecd\",\"above\":0,\"below\":0}");
        open();
        screen.page().locator(".by-definition summary").click();
        screen.page().locator(".by-definition .wards").waitFor();
        assertThat(said(".definitions tbody"))
                .isEqualTo("Belegg nå har seng nå, delt på åpne senger Nå 91 % 374/410"
                        + " Belegg om 4 timer det som er avtalt, delt på åpne senger Nå 94 % 385/410"
                        + " Midnattsbelegg pasienter i huset kl. 24, delt på åpne senger. Pasienter på permisjon er ikke med"
                        + " I går 90 % 370/410 Måneden til og med i går 90 % 370/410 Siste 365 døgn – 0/0"
                        + " Statistisk belegg (SSB) liggedøgn, delt på senger ganger døgn de var åpne. Permisjon er med"
                        + " I går 91 % 374/410 Måneden til og med i går 91 % 374/410 Siste 365 døgn – 0/0"
                        + " Belegg etter OECD liggedøgn, delt på disponible senger ganger alle døgn, også når posten er stengt"
                        + " I går 89 % 374/418 Måneden til og med i går 103 % 1240/1200 Siste 365 døgn – 0/0");
        assertThat(screen.page().locator(".definitions .over").count()).isEqualTo(1);
        assertThat(said(".by-definition .nights li"))
                .startsWith("I går 1 av 1 døgn er talt Last ned CSV")
                .contains("Måneden til og med i går 3 av 11 døgn er talt, 2 av dem for sent")
                .contains("Siste 365 døgn 0 av 365 døgn er talt");
        assertThat(said(".wards tbody tr")).isEqualTo("Lunge For få For få For få");
        assertThat(said(".who li"))
                .isEqualTo(
                        "Telt for seg: pasienter til observasjon. Ikke med: nyfødte hos mor, dagpasienter. Sengen deres er likevel"
                                + " opptatt. Av dem som deler seng med vilje, telles én.");
        assertThat(said(".apart li"))
                .isEqualTo(
                        "Akuttmottak 24 Hjemmesykehus For få Til observasjon 11 Senger 1254 Stengt: bemanning 21 Fra andre poster 62");
        assertThat(screen.page().locator(".by-definition .csv").first().getAttribute("href"))
                .isEqualTo("/api/v1/hospitals/FJO/occupancy?from=2026-11-11&to=2026-11-11&format=csv");
        assertThat(Axe.faults(screen.page())).isEmpty();
        server.looks(PageServer.SOMEBODY);
    }

    @Test
    void whoIsCountedApartStandsBesideTheOccupancyAndEachPartSaysHowItsBedsAre() {
        open();
        assertThat(said("flyt-ward-beds[data-key='ward/LUN'] .name"))
                .isEqualTo("Lunge 1 fra andre poster her · 2 av våre ligger andre steder");
        assertThat(
                        screen.ask(
                                """
                () => [...document.querySelectorAll('flyt-ward-beds:not(.outside)')].filter((line) =>
                  [...line.querySelectorAll('.name, .name a')].some((part) => part.scrollHeight > line.clientHeight)).length"""))
                .as("lines that do not hold what they say")
                .isEqualTo(0);
        screen.page().locator(".departments summary").click();
        screen.page().locator(".parts .cluster").first().waitFor();
        assertThat(said(".parts dt.house")).isEqualTo("Fjordvik sykehus 91 % nå · 94 % om 4 timer");
        assertThat(said(".parts dd.house")).startsWith("418 senger, 410 åpne · 8 stengt (bemanning 7, smitte 1)");
        assertThat(screen.page().locator(".parts dt.department").count()).isEqualTo(rowsOfHouse("departments"));
        assertThat(screen.page().locator(".parts dt.ward").count()).isEqualTo(18);
        assertThat(plain(screen.page().locator(".parts dd.ward").nth(2).innerText()))
                .isEqualTo("27 senger, 27 åpne · 2 reservert · 1 til vask · 3 isolert · 1 fra andre poster her"
                        + " · 2 av våre ligger andre steder · ansvar for 24");
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    private static int rowsOfHouse(String list) {
        return Golden.frameObject("snapshot-capacity")
                .getAsJsonArray("rows")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray(list)
                .size();
    }

    /** The answer for the days from this one up to 11 November, of which two nights were counted late where there are as many. */
    private static void days(String from, int counted, String oecd) {
        long days = ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse("2026-11-12"));
        server.answers(
                "/api/v1/hospitals/FJO/occupancy?from=" + from + "&to=2026-11-11",
                """
                {"from":"%s","to":"2026-11-11","days":%d,"counted":%d,"detailed":%d,"late":%d,"lines":[
                  {"part":"hospital","id":"FJO","name":"Fjordvik sykehus","figures":{"beds":1254,"closed-staffing":21,"outliers-in":62},"shares":[{"definition":"midnight","above":370,"below":410},
                    {"definition":"statistical","above":374,"below":410},%s]},
                  {"part":"ward","id":"LUN","name":"Lunge","figures":{},"shares":null}],
                 "apart":[{"what":"outside","ward":"AKM","name":"Akuttmottak","nights":24},{"what":"at-home","ward":null,"name":null,"nights":null},
                         {"what":"day-patients","ward":null,"name":null,"nights":7},{"what":"observation","ward":null,"name":null,"nights":11}]}"""
                        .formatted(from, days, counted, counted, counted == 3 ? 2 : 0, oecd));
    }

    @ParameterizedTest
    @CsvSource({"theme=light, 1920, beat", "theme=dark, 1920, beat-feed-silent", "theme=light&lang=en, 390, beat"})
    void axeFindsNoFault(String query, int width, String beat) {
        open(query, width, beat);
        screen.page().keyboard().press("?");
        screen.page().locator(".keys").waitFor();
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @Test
    void thePageDoesNotScrollSideways() {
        open("theme=light", 1920, "beat");
        for (int width : new int[] {1920, 1440, 1280, 390, 320}) {
            screen.page().setViewportSize(width, 900);
            assertThat(screen.ask("() => document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    @Test
    void aLostLinkIsSaidAndNothingMoves() {
        screen = new Screen(browser, 1920, 1080, Golden.frame("snapshot-capacity"), Golden.frame("beat"));
        screen.page().clock().install();
        screen.go(server, "/capacity/FJO?theme=light");
        screen.page().locator(".tile").first().waitFor();
        Object before = screen.ask(PLACES);
        screen.cut();
        screen.page().clock().fastForward(40_000);
        screen.page().locator(".capacity.stale .status.warn").waitFor();
        screen.page().clock().resume();
        assertThat(plain(screen.page().locator(".status.warn").innerText()))
                .isEqualToIgnoringCase("Ikke oppdatert siden 10:42");
        assertThat(screen.ask(PLACES)).isEqualTo(before);
        assertThat(Axe.faults(screen.page())).isEmpty();
    }
}
