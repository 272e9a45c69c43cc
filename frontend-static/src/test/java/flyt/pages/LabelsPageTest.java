package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels on paper: one for each bed with a code of 50 mm, three in a row on A4, and nothing else. */
final class LabelsPageTest extends OnPages {

    private static final double MM = 96 / 25.4;
    private static final String SQUARE = String.join("\",\"", Collections.nCopies(25, "1".repeat(25)));
    private static final String LABELS = "/api/v1/hospitals/FJO/labels";

    private Screen screen;

    @BeforeEach
    void open() {
        server.taken().clear();
        server.looks(OnWork.COORDINATOR);
        server.answers("/api/v1/hospitals/FJO", Golden.text("/flyt/pages/hospital.json"));
        server.answers(
                LABELS + "?ward=ORT",
                "{\"ward\":\"ORT\",\"name\":\"Ortopedi\",\"labels\":[" + label("bed", "402-1", "flyt:1:FJO:ORT-514")
                        + "]}");
        server.answers(
                LABELS + "?ward=LUN",
                "{\"ward\":\"LUN\",\"name\":\"Lunge\",\"labels\":["
                        + String.join(
                                ",",
                                label("room", "316", "flyt:1:FJO:room:LUN-R316"),
                                label("bed", "316", "flyt:1:FJO:LUN-316"),
                                label("bed", "317-1", "flyt:1:FJO:LUN-317-1"),
                                label("bed", "317-2", "flyt:1:FJO:LUN-317-2"),
                                label("bed", "318", "flyt:1:FJO:LUN-318"),
                                label("ward", "Lunge", "flyt:1:FJO:ward:LUN"),
                                label("place", "Korridor 1", "flyt:1:FJO:LUN-K1"))
                        + "]}");
        screen = new Screen(browser, 1280, 900, "{}", "{}");
        screen.go(server, "/labels/FJO?ward=LUN");
        screen.page().locator(".sheet li").first().waitFor();
    }

    @AfterEach
    void close() {
        server.looks(null);
        screen.close();
    }

    @Test
    void eachBedAndPlaceHasItsNameUnderTheCodeAndRoomsAreThereWhenAskedFor() {
        assertThat(screen.page().locator(".sheet b").allInnerTexts())
                .containsExactly("316", "317-1", "317-2", "318", "Korridor 1");
        screen.page().locator("[name=kind][value=room]").check();
        screen.page().locator("[name=kind][value=bed]").uncheck();
        assertThat(screen.page().locator(".sheet li").allInnerTexts())
                .extracting(text -> text.replaceAll("\\s+", " "))
                .containsExactly("Lunge · rom 316", "Lunge · ekstraplass Korridor 1");
        assertThat(Axe.faults(screen.page())).isEmpty();
    }

    @Test
    void anotherWardIsAskedFor() {
        screen.page().locator("[name=ward]").selectOption("ORT");
        screen.page().locator("[data-code='flyt:1:FJO:ORT-514']").waitFor();
        assertThat(screen.page().url()).endsWith("ward=ORT");
    }

    @Test
    void onPaperThereAreLabelsOnlyThreeInARowWithCodesOfFiftyMillimetres() {
        Page page = screen.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize((int) (194 * MM), 1000);
        BoundingBox code = page.locator(".sheet .square").first().boundingBox();
        assertThat(code.width).isCloseTo(50 * MM, org.assertj.core.data.Offset.offset(1.0));
        assertThat(code.height).isCloseTo(50 * MM, org.assertj.core.data.Offset.offset(1.0));
        assertThat(page.locator(".sheet li").all().stream()
                        .map(label -> Math.round(label.boundingBox().y))
                        .distinct())
                .as("rows of three and of two")
                .hasSize(2);
        assertThat(page.locator("h1").isVisible()).isFalse();
        assertThat(page.locator(".choosing").isVisible()).isFalse();
        assertThat((Integer) screen.ask("() => document.documentElement.scrollWidth - innerWidth"))
                .isLessThanOrEqualTo(0);
    }

    private static String label(String what, String name, String code) {
        return "{\"what\":\"%s\",\"name\":\"%s\",\"code\":\"%s\",\"square\":[\"%s\"]}"
                .formatted(what, name, code, SQUARE);
    }
}
