package flyt.intake.http;

import static flyt.intake.http.OidcSignInTest.INGRID;
import static flyt.intake.http.OidcSignInTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import flyt.access.oidc.Browser;
import flyt.access.oidc.OpenIdProvider;
import flyt.ops.ExpectLog;
import flyt.ops.Watch;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** ID tokens that are not what they seem. Each comes on the provider's own wire, so that nothing else is wrong with it. */
@ExtendWith(Watch.class)
@Timeout(120)
class OidcTokensTest {
    private static final String LINE = "RelyingParty Signing in by HelseID: a token is not to be trusted: ";
    private static OidcHouse house;
    private final OpenIdProvider provider = house.provider;
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
        provider.person = INGRID;
        provider.claims = UnaryOperator.identity();
        provider.forged = UnaryOperator.identity();
    }

    @Test
    @ExpectLog(LINE + "Signed JWT rejected: Invalid signature")
    void signedWithAnotherKeyUnderTheSameName() throws Exception {
        RSAKey stranger =
                new RSAKeyGenerator(2048).keyID(provider.key().getKeyID()).generate();
        provider.forged = token -> signedBy(stranger, token);
        refused();
    }

    @Test
    @ExpectLog(LINE + "Signed JWT rejected: Invalid signature")
    void changedOnTheWay() {
        provider.forged = token -> {
            String[] parts = token.split("\\.");
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            String other = claims.replace("\"ingrid\"", "\"leader\"");
            return parts[0] + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8))
                    + "." + parts[2];
        };
        refused();
    }

    @Test
    @ExpectLog(LINE + "Expired JWT")
    void tooOld() {
        provider.claims = claims -> claims.expirationTime(ago(Duration.ofSeconds(61)));
        refused();
    }

    @Test
    void justWithinWhatClocksMayDiffer() {
        provider.claims = claims -> claims.expirationTime(ago(Duration.ofSeconds(55)));
        assertThat(house.signIn(browser).statusCode()).isEqualTo(200);
    }

    @Test
    @ExpectLog(LINE + "made in the future")
    void fromTheFuture() {
        provider.claims = claims -> claims.issueTime(ago(Duration.ofSeconds(-90)));
        refused();
    }

    @Test
    @ExpectLog(LINE + "JWT aud claim rejected")
    void forAnotherClient() {
        provider.claims = claims -> claims.audience("another");
        refused();
    }

    @Test
    @ExpectLog(LINE + "several audiences and no azp")
    void forSeveralWithoutSayingWhoAsked() {
        provider.claims = claims -> claims.audience(List.of(OpenIdProvider.CLIENT, "another"));
        refused();
    }

    @Test
    @ExpectLog(LINE + "another client's azp")
    void askedForByAnother() {
        provider.claims = claims -> claims.claim("azp", "another");
        refused();
    }

    @Test
    @ExpectLog(LINE + "JWT iss claim value rejected")
    void ofAnotherProvider() {
        provider.claims = claims -> claims.issuer("https://evil.example");
        refused();
    }

    @Test
    @ExpectLog(LINE + "another attempt's nonce")
    void ofAnotherAttempt() {
        provider.claims = claims -> claims.claim("nonce", "another");
        refused();
    }

    @Test
    @ExpectLog(LINE + "JWT missing required claims")
    void ofNoAttempt() {
        provider.claims = claims -> claims.claim("nonce", null);
        refused();
    }

    @Test
    @ExpectLog(LINE + "it is not a signed token")
    void signedByNobody() {
        provider.forged = token -> new PlainJWT(claims(token)).serialize();
        refused();
    }

    @Test
    @ExpectLog(LINE + "signed by HS256")
    void signedWithThePublicKeyAsIfItWereASecret() {
        provider.forged = token -> {
            try {
                SignedJWT forged = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(provider.key().getKeyID())
                                .build(),
                        claims(token));
                forged.sign(new MACSigner(provider.key().toRSAPublicKey().getEncoded()));
                return forged.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        };
        refused();
    }

    @Test
    @ExpectLog(LINE + "Signed JWT rejected: Another algorithm expected, or no matching key(s) found")
    void changedKeysAreFetchedButNotForEverybodyWhoNamesOne() throws Exception {
        assertThat(house.signIn(browser).statusCode()).isEqualTo(200);
        house.pass(Duration.ofSeconds(11));
        int before = provider.keysFetched.get();
        provider.rotate();
        assertThat(house.signIn(browser).statusCode()).isEqualTo(200);
        assertThat(provider.keysFetched.get()).isEqualTo(before + 1);

        RSAKey stranger = new RSAKeyGenerator(2048).keyID("unheard-of").generate();
        provider.forged = token -> signedBy(stranger, token);
        refused();
        refused();
        assertThat(provider.keysFetched.get()).isEqualTo(before + 1);
    }

    private void refused() {
        HttpResponse<String> answer = house.signIn(browser);
        assertThat(location(answer)).startsWith("/sign-in?trouble=not-trusted");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(one -> one.startsWith("flyt="));
    }

    private static Date ago(Duration time) {
        return Date.from(house.now().minus(time));
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signedBy(RSAKey key, String token) {
        try {
            SignedJWT forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims(token));
            forged.sign(new RSASSASigner(key));
            return forged.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
