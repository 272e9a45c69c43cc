package flyt.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import flyt.access.DeviceKind;
import flyt.access.Grant;
import flyt.access.Principal.Person;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.oidc.Browser;
import flyt.access.oidc.ClientProof;
import flyt.ops.ExpectLog;
import flyt.ops.Watch;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** To the provider and back, as a browser sees it. */
@ExtendWith(Watch.class)
@Timeout(120)
class OidcSignInTest {
    static final Map<String, Object> INGRID = Map.of(
            "sub", "ingrid",
            "name", "Ingrid Solheim",
            "given_name", "Ingrid",
            "realm_access", Map.of("roles", List.of("offline_access", "lunge-sykepleier")),
            "helseid://claims/identity/assurance_level", "high",
            "helseid://claims/hpr/hpr_number", "9144897");

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
    void ingridComes() {
        house.provider.person = INGRID;
    }

    @Test
    void aNurseSignsInAndComesToWhereSheWasGoing() {
        HttpResponse<String> answer = house.signIn(browser);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("content=\"0;url=/ward/FJO/LUN?level=2\"");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(
                        one -> one.startsWith("flyt=") && one.contains("HttpOnly") && one.contains("SameSite=Strict"));
        Person person = house.who(browser).orElseThrow();
        assertThat(person.name()).isEqualTo("Ingrid Solheim");
        assertThat(person.given()).isEqualTo("Ingrid");
        assertThat(person.device()).isEqualTo(DeviceKind.OWN);
        assertThat(person.grants())
                .containsExactlyInAnyOrder(
                        new Grant(Role.NURSE, Reach.wards("FJO", "LUN")),
                        new Grant(Role.DOCTOR, Reach.hospital("FJO")));
    }

    @Test
    void sheIsTheSamePersonEachTimeAndHasOnlyWhatTheProviderSaysNow() {
        HttpResponse<String> first = house.signIn(browser);
        String account = house.who(browser).orElseThrow().account();
        house.provider.person = Map.of(
                "sub", "ingrid",
                "name", "Ingrid Berg",
                "realm_access", Map.of("roles", List.of("lunge-sykepleier")),
                "helseid://claims/identity/assurance_level", "high");
        HttpResponse<String> again = house.signIn(browser);
        Person person = house.who(browser).orElseThrow();
        assertThat(person.account()).isEqualTo(account);
        assertThat(person.name()).isEqualTo("Ingrid Berg");
        assertThat(person.grants()).containsExactly(new Grant(Role.NURSE, Reach.wards("FJO", "LUN")));
    }

    @Test
    void onASharedPhoneTheProviderAsksWhoItIs() {
        HttpResponse<String> start = browser.open(OidcHouse.FOLDER + "/start?device=shared");
        assertThat(location(start)).contains("prompt=login").contains("code_challenge_method=S256");
        HttpResponse<String> arrived = browser.follow(browser.follow(start));
        assertThat(house.who(browser).orElseThrow().device()).isEqualTo(DeviceKind.SHARED);
    }

    @Test
    void whoHasNoRoleIsToldSoAndLosesWhatWasOpen() {
        Browser before = house.browser();
        HttpResponse<String> arrived = house.signIn(before);
        assertThat(house.who(before)).isPresent();
        house.provider.person = Map.of("sub", "ingrid", "helseid://claims/identity/assurance_level", "high");
        assertThat(location(house.signIn(browser))).startsWith("/sign-in?trouble=no-role");
        assertThat(house.who(browser)).isEmpty();
        assertThat(house.who(before)).isEmpty();
        assertThat(house.metrics()).contains("reason=\"provider-sign-in-no-role\"");
    }

    @Test
    void aWeakProofOfIdentityGivesNoRole() {
        house.provider.person = Map.of(
                "sub", "ingrid",
                "realm_access", Map.of("roles", List.of("lunge-sykepleier")),
                "helseid://claims/identity/assurance_level", "substantial");
        assertThat(location(house.signIn(browser))).startsWith("/sign-in?trouble=no-role");
    }

    @Test
    void anAnswerIsTakenOnceInTheBrowserThatSetOutAndInTime() {
        String back = location(house.atTheProvider(browser));
        assertThat(location(house.browser().open(back))).startsWith("/sign-in?trouble=stale");
        Browser another = house.browser();
        HttpResponse<String> begun = another.open(OidcHouse.FOLDER + "/start");
        assertThat(location(another.open(back))).startsWith("/sign-in?trouble=stale");
        assertThat(browser.open(back).statusCode()).isEqualTo(200);
        assertThat(location(browser.open(back))).startsWith("/sign-in?trouble=stale");

        String late = location(house.atTheProvider(browser));
        house.pass(Duration.ofMinutes(10));
        assertThat(location(browser.open(late))).startsWith("/sign-in?trouble=stale");
        assertThat(location(browser.open(late.replaceAll("state=[^&]*", "state=x"))))
                .startsWith("/sign-in?trouble=stale");
    }

    @Test
    @ExpectLog("RelyingParty Signing in by HelseID: the provider says invalid_grant")
    void aCodeIsGoodOnce() {
        String used = location(house.atTheProvider(browser));
        assertThat(browser.open(used).statusCode()).isEqualTo(200);
        String code = used.replaceAll(".*code=", "");
        String fresh = location(house.atTheProvider(browser)).replaceAll("code=.*", "code=" + code);
        assertThat(location(browser.open(fresh))).startsWith("/sign-in?trouble=provider-refused");
    }

    @Test
    @ExpectLog("RelyingParty Signing in by HelseID: another provider's answer")
    void anotherProvidersAnswerIsNotShownToThisOne() {
        String back = location(house.atTheProvider(browser)).replaceAll("iss=[^&]*", "iss=https://evil.example");
        int before = house.provider.tokenRequests.get();
        assertThat(location(browser.open(back))).startsWith("/sign-in?trouble=not-trusted");
        assertThat(house.provider.tokenRequests.get()).isEqualTo(before);
    }

    @Test
    void whoTurnsBackAtTheProviderIsBackAtTheSignInPage() {
        house.provider.refusal = "access_denied";
        HttpResponse<String> answer = house.signIn(browser);
        house.provider.refusal = null;
        assertThat(location(answer)).startsWith("/sign-in?trouble=cancelled");
    }

    @Test
    @ExpectLog("does not answer")
    void whileTheProviderIsAwayThatIsSaidAndItComesBackByItself() {
        int port = house.provider.goAway();
        house.pass(Duration.ofDays(2));
        assertThat(location(browser.open(OidcHouse.FOLDER + "/start"))).startsWith("/sign-in?trouble=provider-away");
        house.provider.comeBack(port);
        assertThat(house.signIn(browser).statusCode()).isEqualTo(200);
    }

    @Test
    void noAddressButOursIsGoneTo() {
        HttpResponse<String> start = browser.open(OidcHouse.FOLDER + "/start?to=//evil.example/");
        assertThat(browser.follow(browser.follow(start)).body()).contains("content=\"0;url=/\"");
    }

    @Test
    void manyFromOneAddressAreSlowedDownAndOthersAreNot() {
        for (int i = 0; i < 300; i++) {
            HttpResponse<String> one = browser.open(OidcHouse.FOLDER + "/start");
        }
        assertThat(location(browser.open(OidcHouse.FOLDER + "/start"))).startsWith("/sign-in?trouble=too-many");
        house.pass(Duration.ofMinutes(1));
        assertThat(house.signIn(browser).statusCode()).isEqualTo(200);
    }

    @Test
    void aStrictProviderGetsPushedRequestsAndProofsWithItsOwnWord() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("flyt-1").generate();
        try (OidcHouse strict = new OidcHouse(ClientProof.key(key.toJSONString()))) {
            strict.provider.person = INGRID;
            strict.provider.strict = true;
            strict.provider.door().clientKey = key.toPublicJWK();
            Browser first = strict.browser();
            HttpResponse<String> start = first.open(OidcHouse.FOLDER + "/start");
            assertThat(URI.create(location(start)).getQuery())
                    .contains("request_uri=")
                    .doesNotContain("state=");
            assertThat(first.follow(first.follow(start)).statusCode()).isEqualTo(200);
            assertThat(strict.provider.tokenRequests.get()).isEqualTo(2);

            // its word is known now
            assertThat(strict.signIn(strict.browser()).statusCode()).isEqualTo(200);
            assertThat(strict.provider.tokenRequests.get()).isEqualTo(3);

            strict.provider.door().changeWord();
            assertThat(strict.signIn(strict.browser()).statusCode()).isEqualTo(200);
            assertThat(strict.provider.tokenRequests.get()).isEqualTo(5);
        }
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
