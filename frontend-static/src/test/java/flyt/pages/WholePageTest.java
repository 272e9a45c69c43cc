package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A page with all its parts inside, none of which can get out of its place. */
final class WholePageTest {

    private static final String HTML =
            """
            <head><link rel="stylesheet" href="/static/x/x-page.css" />
            <script type="application/json" id="known">{}</script>
            <script type="module" src="/static/x/x-page.js"></script></head>""";

    @Test
    void theHashesAreThoseOfWhatStandsInside() {
        WholePage page = WholePage.of(HTML, address -> address.endsWith(".css") ? "b{}" : "a()");
        assertThat(page.html())
                .contains("<style>b{}</style>", "<script type=\"module\">a()</script>")
                .doesNotContain("/static/");
        // as openssl dgst -sha256 -binary | base64 has them
        assertThat(page.scripts()).isEqualTo("'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='");
        assertThat(page.styles()).isEqualTo("'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='");
    }

    @Test
    void whatWouldEndItsPlaceIsRefused() {
        assertThatThrownBy(() -> WholePage.of(HTML, address -> "'</script>'"))
                .hasMessageContaining("/static/x/x-page.js would end the script");
        assertThatThrownBy(() -> WholePage.of(HTML, address -> address.endsWith(".css") ? "</style>" : ""))
                .hasMessageContaining("/static/x/x-page.css would end the style");
    }

    @Test
    void aNameThatLooksLikeMarkupStaysAName() {
        String told = WholePage.knowing(HTML, "{\"/me\":{\"given\":\"</script><script>alert(1)</script>\"}}");
        assertThat(told)
                .contains("{\"/me\":{\"given\":\"\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\"}}</script>");
    }

    @Test
    void aPageWithoutSuchPartsStaysAsItIs() {
        WholePage page = WholePage.of("<p>x</p>", address -> "");
        assertThat(page).isEqualTo(new WholePage("<p>x</p>", "'self'", "'self'"));
    }
}
