package flyt.intake.http;

import static flyt.intake.http.OidcSignInTest.INGRID;
import static flyt.intake.http.OidcSignInTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import flyt.access.oidc.Browser;
import flyt.ops.Watch;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leaving: from here there, and from there here. */
@ExtendWith(Watch.class)
@Timeout(120)
class OidcLogoutTest {
    private static OidcHouse house;
    private final Browser browser = house.browser();

    @BeforeAll
    static void open() {
        house = new OidcHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void ingridIsHere() {
        house.provider.person = INGRID;
        HttpResponse<String> arrived = house.signIn(browser);
        assertThat(house.who(browser)).isPresent();
    }

    @Test
    void whoLeavesHereLeavesThereAndComesToTheSignInPage() {
        HttpResponse<String> leaving = browser.open(OidcHouse.FOLDER + "/leave");
        String to = location(leaving);
        assertThat(to).startsWith(house.provider.issuer() + "/end?").contains("client_id=flyt");
        String hint = to.replaceAll(".*id_token_hint=([^&]*).*", "$1");
        assertThat(house.provider.hasSigned(hint)).isTrue();
        assertThat(URI.create(location(browser.follow(leaving))).getPath()).isEqualTo("/sign-in");
        assertThat(location(browser.open(OidcHouse.FOLDER + "/leave"))).doesNotContain("id_token_hint");
    }

    @Test
    void whoLeavesThereIsNoLongerHere() {
        assertThat(tell(claims -> claims).statusCode()).isEqualTo(200);
        assertThat(house.who(browser)).isEmpty();
    }

    @Test
    void theProvidersSessionAloneIsEndedWhereItNamesOne() {
        assertThat(tell(claims -> claims.claim("sid", "sid-of-another-device")).statusCode())
                .isEqualTo(200);
        assertThat(house.who(browser)).isPresent();
        assertThat(tell(claims -> claims.subject(null)).statusCode()).isEqualTo(200);
        assertThat(house.who(browser)).isEmpty();
    }

    @Test
    void allOfThePersonWhereItNamesNone() {
        assertThat(tell(claims -> claims.claim("sid", null)).statusCode()).isEqualTo(200);
        assertThat(house.who(browser)).isEmpty();
    }

    @Test
    void aLogoutIsToldOnce() {
        String token = house.provider.logoutToken(claims -> claims);
        assertThat(post(token).statusCode()).isEqualTo(200);
        HttpResponse<String> again = house.signIn(browser);
        assertThat(post(token).statusCode()).isEqualTo(400);
        assertThat(house.who(browser)).isPresent();
    }

    @Test
    void whatIsNoLogoutEndsNothing() {
        String good = house.provider.logoutToken(claims -> claims);
        String[] bad = {
            good.substring(0, good.length() - 8) + "AAAAAAAA",
            "nonsense",
            house.provider.logoutToken(claims -> claims.claim("nonce", "n")),
            house.provider.logoutToken(claims -> claims.claim("events", null)),
            house.provider.logoutToken(claims -> claims.claim("events", Map.of("another", Map.of()))),
            house.provider.logoutToken(claims -> claims.claim("sid", null).subject(null)),
            house.provider.logoutToken(claims -> claims.audience("another")),
            house.provider.logoutToken(claims -> claims.issuer("https://evil.example")),
            house.provider.logoutToken(claims -> claims.jwtID(null)),
            house.provider.logoutToken(
                    claims -> claims.issueTime(Date.from(house.now().minus(Duration.ofMinutes(6))))),
            browser.cookie("flyt-id-token")
        };
        for (String token : bad) {
            HttpResponse<String> answer = post(token);
            assertThat(answer.statusCode()).as(token).isEqualTo(400);
            assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
        }
        assertThat(browser.post(OidcHouse.FOLDER + "/backchannel-logout", "x=y").statusCode())
                .isEqualTo(400);
        assertThat(post("a".repeat(20_000)).statusCode()).isEqualTo(400);
        assertThat(house.who(browser)).isPresent();
        assertThat(house.metrics()).contains("reason=\"logout-not-trusted\"");
    }

    private HttpResponse<String> tell(UnaryOperator<JWTClaimsSet.Builder> changed) {
        return post(house.provider.logoutToken(changed));
    }

    private HttpResponse<String> post(String token) {
        return browser.post(OidcHouse.FOLDER + "/backchannel-logout", "logout_token=" + token);
    }
}
