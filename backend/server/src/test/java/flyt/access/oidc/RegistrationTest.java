package flyt.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import flyt.access.oidc.Registration.Dpop;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may set, and what not. */
class RegistrationTest {
    @Test
    void allFaultsAreToldAtOnce() {
        assertThatThrownBy(() ->
                        registration(" ", "ftp://x.example", "", List.of("profile"), "https://f.example/flyt", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the provider needs a name for its button; the client id is empty; the scopes must hold openid; "
                                + "the issuer must be an https address without query; the public address must be https and a host only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "http://127.0.0.1@evil.example",
                "https://user@id.example",
                "https://id.example?x=y",
                "//id.example"
            })
    void anIssuerThatSomebodyCouldStandBeforeIsRefused(String issuer) {
        assertThatThrownBy(() -> registration("HelseID", issuer, "flyt", List.of("openid"), "https://f.example", true))
                .hasMessageContaining("issuer");
    }

    @Test
    void oneOnThisMachineNeedsNoTlsInTheDemoOnly() {
        Registration demo = registration(
                "HelseID", "http://127.0.0.1:9000", "flyt", List.of("openid"), "http://localhost:8080", true);
        assertThat(demo.at(Registration.BACK)).hasToString("http://localhost:8080/api/v1/access/oidc/back");
        assertThatThrownBy(() -> registration(
                        "HelseID", "http://127.0.0.1:9000", "flyt", List.of("openid"), "https://f.example", false))
                .hasMessageContaining("issuer");
    }

    @Test
    void aClientKeyIsPrivateAndStrongAndItsFaultsDoNotShowIt() throws JOSEException {
        RSAKey weak = new RSAKeyGenerator(1024, true).generate();
        RSAKey strong = new RSAKeyGenerator(2048).generate();
        ClientProof sound = ClientProof.key(strong.toJSONString());
        ClientProof curve =
                ClientProof.key(new ECKeyGenerator(Curve.P_256).generate().toJSONString());
        assertThat(List.of(sound, curve))
                .allSatisfy(one -> assertThat(one.toString()).doesNotContain("\"d\""));
        for (String bad : List.of(
                weak.toJSONString(),
                strong.toPublicJWK().toJSONString(),
                "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}",
                "secret")) {
            assertThatThrownBy(() -> ClientProof.key(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .message()
                    .startsWith("the client key ")
                    .doesNotContain("secret");
        }
        assertThatThrownBy(() -> ClientProof.secret(" \n")).hasMessage("the client secret is empty");
    }

    private static Registration registration(
            String name, String issuer, String clientId, List<String> scopes, String publicUrl, boolean demo) {
        return new Registration(
                name,
                URI.create(issuer),
                clientId,
                ClientProof.secret("s"),
                scopes,
                URI.create(publicUrl),
                Dpop.WHEN_OFFERED,
                demo);
    }
}
