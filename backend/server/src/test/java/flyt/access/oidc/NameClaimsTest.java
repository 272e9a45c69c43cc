package flyt.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are called, whatever their provider leaves out. */
class NameClaimsTest {
    @Test
    void theFullNameAndTheGivenOne() {
        assertThat(names(Map.of("name", "Ingrid Solheim", "given_name", "Ingrid")))
                .isEqualTo(new NameClaims("Ingrid Solheim", "Ingrid"));
        assertThat(names(Map.of("given_name", "Ingrid Marie", "family_name", "Solheim")))
                .isEqualTo(new NameClaims("Ingrid Marie Solheim", "Ingrid Marie"));
        assertThat(names(Map.of("name", "Ingrid Solheim"))).isEqualTo(new NameClaims("Ingrid Solheim", "Ingrid"));
        assertThat(names(Map.of("preferred_username", "inso"))).isEqualTo(new NameClaims("inso", "inso"));
        assertThat(names(Map.of("name", 7))).isEqualTo(new NameClaims("?", "?"));
    }

    @Test
    void whatCannotBeStoredOrShownIsLeftOut() {
        assertThat(names(Map.of("name", "In\u0000grid\n\ud83d"))).isEqualTo(new NameClaims("In grid", "In"));
        assertThat(names(Map.of("name", "\ud83d\ude00".repeat(200))).name()).isEqualTo("\ud83d\ude00".repeat(100));
    }

    private static NameClaims names(Map<String, Object> claims) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        claims.forEach(builder::claim);
        return NameClaims.of(builder.build());
    }
}
