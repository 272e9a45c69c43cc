package flyt.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.vertx.core.Future;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token of the provider must be to be believed: signed with one of its keys, by it, for us, now.
 *
 * <p>Fails with {@code NOT_TRUSTED}; the reason goes no further than the log. Or with what fetching keys fails with.
 */
final class TokenCheck {
    /** How far the provider's clock may be from ours. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** A logout token is sent at once; an older one was kept by somebody. */
    static final Duration LOGOUT_AGE_MAX = Duration.ofMinutes(5);

    /** Signatures that only the provider can make. Neither {@code none} nor a secret that two know. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** What a header's {@code typ} may say; null: nothing. */
    private static final @Nullable JOSEObjectType[] ID_TYPES = {JOSEObjectType.JWT, null};

    private static final @Nullable JOSEObjectType[] LOGOUT_TYPES = {
        new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null
    };

    private final Registration registration;
    private final Provider provider;
    private final InstantSource clock;

    TokenCheck(Registration registration, Provider provider, InstantSource clock) {
        this.registration = registration;
        this.provider = provider;
        this.clock = clock;
    }

    /** The claims of an ID token (OpenID Connect Core 1.0, 3.1.3.7) that answers the attempt with this nonce. */
    Future<JWTClaimsSet> idToken(String token, String nonce) {
        return verified(token, ID_TYPES, new Claims(Set.of("sub", "iat", "exp", "nonce"), Set.of()) {
            @Override
            void verifyMore(JWTClaimsSet claims) throws BadJWTException, ParseException {
                demand(nonce.equals(claims.getStringClaim("nonce")), "another attempt's nonce");
                String party = claims.getStringClaim("azp");
                demand(party != null || claims.getAudience().size() == 1, "several audiences and no azp");
                demand(party == null || party.equals(registration.clientId()), "another client's azp");
            }
        });
    }

    /** The claims of a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6); {@code sub} or {@code sid} is there. */
    Future<JWTClaimsSet> logoutToken(String token) {
        return verified(token, LOGOUT_TYPES, new Claims(Set.of("iat", "exp", "jti", "events"), Set.of("nonce")) {
            @Override
            void verifyMore(JWTClaimsSet claims) throws BadJWTException, ParseException {
                Map<String, Object> events = claims.getJSONObjectClaim("events");
                demand(events.get(LOGOUT_EVENT) instanceof Map, "no logout");
                demand(claims.getSubject() != null || claims.getStringClaim("sid") != null, "nobody's logout");
                demand(!claims.getIssueTime().before(currentTime(LOGOUT_AGE_MAX.negated())), "an old logout");
            }
        });
    }

    private Future<JWTClaimsSet> verified(String token, @Nullable JOSEObjectType[] types, Claims claims) {
        SignedJWT signed;
        try {
            signed = SignedJWT.parse(token);
        } catch (ParseException e) {
            return notTrusted("it is not a signed token");
        }
        // who sends what no key may have signed does not make us ask for keys
        if (!SIGNATURES.contains(signed.getHeader().getAlgorithm())) {
            return notTrusted("signed by " + signed.getHeader().getAlgorithm().getName());
        }
        return provider.keys(signed.getHeader().getKeyID()).compose(keys -> {
            DefaultJWTProcessor<SecurityContext> check = new DefaultJWTProcessor<>();
            check.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types));
            check.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, new ImmutableJWKSet<>(keys)));
            check.setJWTClaimsSetVerifier(claims);
            try {
                return Future.succeededFuture(check.process(signed, null));
            } catch (BadJOSEException | JOSEException e) {
                return notTrusted(e.getMessage());
            }
        });
    }

    private static <T> Future<T> notTrusted(String why) {
        return Future.failedFuture(new InTrouble(Trouble.NOT_TRUSTED, "a token is not to be trusted: " + why));
    }

    /** What holds for both kinds: issuer, audience, times. */
    private abstract class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        Claims(Set<String> required, Set<String> prohibited) {
            super(
                    Set.of(registration.clientId()),
                    new JWTClaimsSet.Builder()
                            .issuer(registration.issuer().toString())
                            .build(),
                    required,
                    prohibited);
            setMaxClockSkew((int) SKEW.toSeconds());
        }

        abstract void verifyMore(JWTClaimsSet claims) throws BadJWTException, ParseException;

        @Override
        public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            demand(!claims.getIssueTime().after(currentTime(SKEW)), "made in the future");
            try {
                verifyMore(claims);
            } catch (ParseException e) {
                throw new BadJWTException("a claim of the wrong kind");
            }
        }

        @Override
        protected Date currentTime() {
            return currentTime(Duration.ZERO);
        }

        final Date currentTime(Duration further) {
            return Date.from(clock.instant().plus(further));
        }

        final void demand(boolean holds, String otherwise) throws BadJWTException {
            if (!holds) {
                throw new BadJWTException(otherwise);
            }
        }
    }
}
