package flyt.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import flyt.access.SecretToken;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the provider asks of a client: its secret or a proof by its key, and proofs of possession with the word of the hour. */
public final class ClientAtTheDoor {
    private static final long SKEW_MS = 5_000;

    private final Supplier<String> issuer;
    private final InstantSource clock;
    private final Set<String> used = new HashSet<>();
    private String word = SecretToken.make();

    /** The client's public key; null: it has a secret. */
    public volatile @Nullable RSAKey clientKey;

    ClientAtTheDoor(Supplier<String> issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The word that a proof of possession must hold now. */
    String word() {
        return word;
    }

    /** From now on it is another one. */
    public void changeWord() {
        word = SecretToken.make();
    }

    /** Whether it is the registered client. */
    boolean knows(HttpServerRequest request, MultiMap form) {
        RSAKey known = clientKey;
        if (known == null) {
            String plain = OpenIdProvider.CLIENT + ":" + OpenIdProvider.SECRET;
            String basic = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
            return ("Basic " + basic).equals(request.getHeader("Authorization"));
        }
        try {
            SignedJWT proof = SignedJWT.parse(form.get("client_assertion"));
            JWTClaimsSet claims = proof.getJWTClaimsSet();
            long now = clock.millis();
            return "urn:ietf:params:oauth:client-assertion-type:jwt-bearer".equals(form.get("client_assertion_type"))
                    && "client-authentication+jwt"
                            .equals(proof.getHeader().getType().getType())
                    && proof.verify(new RSASSAVerifier(known.toRSAPublicKey()))
                    && OpenIdProvider.CLIENT.equals(claims.getIssuer())
                    && OpenIdProvider.CLIENT.equals(claims.getSubject())
                    && List.of(issuer.get()).equals(claims.getAudience())
                    && claims.getExpirationTime().getTime() > now
                    && claims.getExpirationTime().getTime() <= now + 60_000
                    && used.add(claims.getJWTID());
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    /** Null when the request proves that it holds a key (RFC 9449, 4.3), else the error's code. */
    @Nullable
    String possession(HttpServerRequest request) {
        try {
            SignedJWT proof = SignedJWT.parse(String.valueOf(request.getHeader("DPoP")));
            JWTClaimsSet claims = proof.getJWTClaimsSet();
            boolean sound = "dpop+jwt".equals(proof.getHeader().getType().getType())
                    && !proof.getHeader().getJWK().isPrivate()
                    && proof.verify(new ECDSAVerifier(proof.getHeader().getJWK().toECKey()))
                    && "POST".equals(claims.getStringClaim("htm"))
                    && (issuer.get() + "/token").equals(claims.getStringClaim("htu"))
                    && Math.abs(claims.getIssueTime().getTime() - clock.millis()) <= SKEW_MS
                    && used.add(claims.getJWTID());
            if (!sound) {
                return "invalid_dpop_proof";
            }
            return word.equals(claims.getStringClaim("nonce")) ? null : "use_dpop_nonce";
        } catch (ParseException | JOSEException e) {
            return "invalid_dpop_proof";
        }
    }
}
