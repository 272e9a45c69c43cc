package flyt.access.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import flyt.access.DeviceKind;
import flyt.access.Grant;
import flyt.access.Pace;
import flyt.access.SecretToken;
import flyt.journal.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This server towards the hospital's OpenID provider: sends people there to sign in, reads what they come back with, tells it
 * when they leave and believes it when they have left there.
 *
 * <p>Usable from any thread. Its futures fail with {@link InTrouble} and nothing else. While the provider is away nobody can
 * sign in by it; all else works, and the next try asks it again.
 */
public final class RelyingParty {
    private static final Logger LOG = LoggerFactory.getLogger(RelyingParty.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SIGN_IN_PAGE = "/sign-in";
    private static final int SUBJECT_MAX = 255;
    private static final Set<Trouble> WORTH_A_LINE =
            EnumSet.of(Trouble.PROVIDER_AWAY, Trouble.PROVIDER_REFUSED, Trouble.NOT_TRUSTED);

    /** Of attempts in a minute. Generous, since a hospital may look like one address at a change of shift. */
    private static final int FROM_ONE_MAX = 300;

    private static final int IN_ALL_MAX = 1200;

    private final Registration registration;
    private final RoleRules rules;
    private final Reception reception;
    private final Attempts attempts;
    private final Pace departures;
    private final Pace arrivals;
    private final ProviderWire wire;
    private final Provider provider;
    private final CodeExchange exchange;
    private final TokenCheck check;
    private final LogoutTokens spent;

    /** Asks the provider nothing before the first person wants to sign in. */
    public RelyingParty(
            Vertx vertx,
            Registration registration,
            RoleRules rules,
            Database database,
            Reception reception,
            InstantSource clock) {
        this.registration = registration;
        this.rules = rules;
        this.reception = reception;
        this.attempts = new Attempts(database, clock);
        this.departures = new Pace(clock, IN_ALL_MAX);
        this.arrivals = new Pace(clock, IN_ALL_MAX);
        this.wire = new ProviderWire(vertx, PATIENCE);
        this.provider = new Provider(registration, wire, clock);
        this.exchange = new CodeExchange(registration, wire, clock);
        this.check = new TokenCheck(registration, provider, clock);
        this.spent = new LogoutTokens(clock);
    }

    /**
     * Somebody on the way to the provider.
     *
     * @param provider where to send the browser
     * @param browser what the browser is to keep and to show when it comes back
     */
    public record Departure(URI provider, String browser) {}

    /**
     * Somebody signed in.
     *
     * @param session the cookie, whole
     * @param idToken to be shown to the provider when they leave
     */
    public record Arrival(String session, String idToken, LocalPath destination) {}

    /** The provider's name on the button. */
    public String name() {
        return registration.name();
    }

    /** This server as browsers reach it. */
    public URI publicUrl() {
        return registration.publicUrl();
    }

    /**
     * Sends somebody to the provider.
     *
     * @param device own or shared
     * @param browser what the browser keeps of an earlier departure
     */
    public Future<Departure> depart(
            LocalPath destination, DeviceKind device, @Nullable String browser, String address) {
        if (!departures.allows(address, FROM_ONE_MAX)) {
            return Future.failedFuture(new InTrouble(Trouble.TOO_MANY, "too many set out"));
        }
        String state = SecretToken.make();
        String kept = browser != null && SecretToken.hasForm(browser) ? browser : SecretToken.make();
        Attempt attempt = Attempt.begin(destination, device);
        return named(provider.metadata()
                        .compose(metadata -> exchange.address(metadata, state, attempt))
                        .compose(to -> attempts.setOut(state, kept, attempt).map(new Departure(to, kept))))
                .onFailure(this::tell);
    }

    /** Takes in somebody whom the provider has sent back. */
    public Future<Arrival> arrive(Answer answer, @Nullable String browser, String address, String agent) {
        String state = answer.state();
        if (!arrivals.allows(address, FROM_ONE_MAX)) {
            return Future.failedFuture(new InTrouble(Trouble.TOO_MANY, "too many come back"));
        } else if (state == null || browser == null || !SecretToken.hasForm(state) || !SecretToken.hasForm(browser)) {
            return stale();
        }
        return named(attempts.comeBack(state, browser)
                        .compose(attempt -> attempt.isEmpty() ? stale() : take(answer, attempt.get(), address, agent)))
                .onFailure(this::tell);
    }

    /**
     * Ends the sessions of somebody who has left at the provider, on all members (back-channel logout).
     *
     * @param logoutToken as the provider posted it
     */
    public Future<Void> signedOutThere(String logoutToken) {
        return named(check.logoutToken(logoutToken)
                .compose(claims -> spent.take(claims.getJWTID())
                        ? reception
                                .farewell(issuer(), claims.getSubject(), text(claims, "sid"))
                                .onFailure(failure -> spent.giveBack(claims.getJWTID()))
                        : Future.failedFuture(new InTrouble(Trouble.NOT_TRUSTED, "a logout told twice"))));
    }

    /**
     * Where to send the browser of somebody who has left here, so that they leave there too; our own page when the provider does
     * not offer that, or is away.
     *
     * @param idToken what {@link Arrival} gave
     */
    public Future<URI> leave(@Nullable String idToken) {
        URI home = registration.at(SIGN_IN_PAGE);
        return provider.metadata()
                .map(metadata -> metadata.getEndSessionEndpointURI() == null
                        ? home
                        : new LogoutRequest(
                                        metadata.getEndSessionEndpointURI(),
                                        parsed(idToken),
                                        null,
                                        new ClientID(registration.clientId()),
                                        home,
                                        null,
                                        null)
                                .toURI())
                .otherwise(home);
    }

    /** Ends requests under way. */
    public Future<Void> close() {
        return wire.close();
    }

    private Future<Arrival> take(Answer answer, Attempt attempt, String address, String agent) {
        String code = answer.code();
        if ("access_denied".equals(answer.error())) {
            return Future.failedFuture(new InTrouble(Trouble.CANCELLED, "the person went no further"));
        } else if (answer.error() != null || code == null) {
            return Future.failedFuture(
                    new InTrouble(Trouble.PROVIDER_REFUSED, "the provider sends back with " + answer.error()));
        }
        return provider.metadata()
                .compose(metadata -> speaksForItself(metadata, answer)
                        ? exchange.idToken(metadata, code, attempt)
                        : Future.failedFuture(new InTrouble(Trouble.NOT_TRUSTED, "another provider's answer")))
                .compose(token -> check.idToken(token, attempt.nonce())
                        .compose(claims -> open(claims, attempt.device(), address, agent))
                        .map(session -> new Arrival(session, token, attempt.destination())));
    }

    /** RFC 9207: a code of one provider is not to be shown to another. */
    private boolean speaksForItself(OIDCProviderMetadata metadata, Answer answer) {
        return answer.issuer() == null
                ? !metadata.supportsAuthorizationResponseIssuerParam()
                : issuer().equals(answer.issuer());
    }

    private Future<String> open(JWTClaimsSet claims, DeviceKind device, String address, String agent) {
        String subject = claims.getSubject();
        if (subject.isEmpty() || subject.length() > SUBJECT_MAX) {
            return Future.failedFuture(new InTrouble(Trouble.NOT_TRUSTED, "a subject without a name"));
        }
        List<Grant> grants = rules.grants(claims.getClaims());
        if (grants.isEmpty()) {
            // whoever had a role until now has lost it
            return reception
                    .farewell(issuer(), subject, null)
                    .compose(gone -> Future.failedFuture(new InTrouble(Trouble.NO_ROLE, "no rule gives a role")));
        }
        NameClaims names = NameClaims.of(claims);
        return reception.welcome(
                new SignedIn(issuer(), subject, text(claims, "sid"), names.name(), names.given(), grants, device),
                address,
                agent);
    }

    private String issuer() {
        return registration.issuer().toString();
    }

    private static <T> Future<T> stale() {
        return Future.failedFuture(new InTrouble(Trouble.STALE, "an unknown attempt"));
    }

    /** What has no name gets one. */
    private <T> Future<T> named(Future<T> step) {
        return step.recover(failure -> {
            if (failure instanceof InTrouble) {
                return Future.failedFuture(failure);
            }
            LOG.error("Signing in by {} failed", registration.name(), failure);
            return Future.failedFuture(new InTrouble(Trouble.FAILED, "something of ours failed"));
        });
    }

    /** What an operator can do something about gets a line. Not for what strangers may send without having set out. */
    private void tell(Throwable failure) {
        if (failure instanceof InTrouble known && WORTH_A_LINE.contains(known.trouble())) {
            LOG.warn("Signing in by {}: {}", registration.name(), known.getMessage());
        }
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }

    private static @Nullable JWT parsed(@Nullable String token) {
        try {
            return token == null ? null : JWTParser.parse(token);
        } catch (ParseException e) {
            return null;
        }
    }
}
