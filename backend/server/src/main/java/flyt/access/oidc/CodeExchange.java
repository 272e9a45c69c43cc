package flyt.access.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ErrorResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import flyt.access.DeviceKind;
import flyt.access.oidc.Registration.Dpop;
import io.vertx.core.Future;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The authorization code flow with PKCE: the address to send somebody to, and the ID token for the code that they bring back.
 *
 * <p>Fails with {@link InTrouble}: {@code PROVIDER_AWAY}, {@code PROVIDER_REFUSED} or {@code TOO_MANY}.
 */
final class CodeExchange {
    private static final int SERVER_ERROR = 500;

    private final Registration registration;
    private final ProviderWire wire;
    private final Possession possession;
    private final InstantSource clock;

    CodeExchange(Registration registration, ProviderWire wire, InstantSource clock) {
        this.registration = registration;
        this.wire = wire;
        this.possession = new Possession(wire, clock);
        this.clock = clock;
    }

    /** Where to send the browser. What is asked for goes straight to the provider (RFC 9126) when it can take it. */
    Future<URI> address(OIDCProviderMetadata provider, String state, Attempt attempt) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse(registration.scopes()),
                        client(),
                        registration.at(Registration.BACK))
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
        if (attempt.device() == DeviceKind.SHARED) {
            // the one before may still be signed in at the provider
            request = request.prompt(Prompt.Type.LOGIN);
        }
        AuthenticationRequest asked = request.build();
        URI push = provider.getPushedAuthorizationRequestEndpointURI();
        return push == null ? Future.succeededFuture(asked.toURI()) : pushed(provider, push, asked);
    }

    /** The ID token for a code. */
    Future<String> idToken(OIDCProviderMetadata provider, String code, Attempt attempt) {
        boolean possessed = registration.dpop() == Dpop.ALWAYS
                || (registration.dpop() == Dpop.WHEN_OFFERED && provider.getDPoPJWSAlgs() != null);
        Future<HTTPResponse> answer = possessed
                ? possession.send(() -> tokenRequest(provider, code, attempt))
                : wire.send(tokenRequest(provider, code, attempt));
        return answer.compose(CodeExchange::readTokens);
    }

    private Future<URI> pushed(OIDCProviderMetadata provider, URI push, AuthenticationRequest asked) {
        HTTPRequest request = new PushedAuthorizationRequest(push, proof(provider), asked).toHTTPRequest();
        return wire.send(request).compose(answer -> {
            PushedAuthorizationResponse said;
            try {
                said = PushedAuthorizationResponse.parse(answer);
            } catch (ParseException e) {
                return unreadable(answer);
            }
            return said.indicatesSuccess()
                    ? Future.succeededFuture(new AuthenticationRequest.Builder(
                                    said.toSuccessResponse().getRequestURI(), client())
                            .endpointURI(provider.getAuthorizationEndpointURI())
                            .build()
                            .toURI())
                    : refused(answer, said.toErrorResponse());
        });
    }

    private HTTPRequest tokenRequest(OIDCProviderMetadata provider, String code, Attempt attempt) {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), registration.at(Registration.BACK), new CodeVerifier(attempt.verifier()));
        return new TokenRequest.Builder(provider.getTokenEndpointURI(), proof(provider), grant)
                .build()
                .toHTTPRequest();
    }

    private static Future<String> readTokens(HTTPResponse answer) {
        TokenResponse said;
        try {
            said = OIDCTokenResponseParser.parse(answer);
        } catch (ParseException e) {
            return unreadable(answer);
        }
        return said.indicatesSuccess() && said instanceof OIDCTokenResponse tokens
                ? Future.succeededFuture(tokens.getOIDCTokens().getIDTokenString())
                : refused(answer, said.toErrorResponse());
    }

    private ClientAuthentication proof(OIDCProviderMetadata provider) {
        return registration.proof().make(client(), provider, clock.instant());
    }

    private ClientID client() {
        return new ClientID(registration.clientId());
    }

    private static <T> Future<T> unreadable(HTTPResponse answer) {
        return Future.failedFuture(new InTrouble(
                answer.getStatusCode() >= SERVER_ERROR ? Trouble.PROVIDER_AWAY : Trouble.PROVIDER_REFUSED,
                "an answer with status " + answer.getStatusCode() + " that cannot be read"));
    }

    private static <T> Future<T> refused(HTTPResponse answer, ErrorResponse said) {
        @Nullable ErrorObject error = said.getErrorObject();
        return error == null || error.getCode() == null
                ? unreadable(answer)
                : Future.failedFuture(new InTrouble(
                        answer.getStatusCode() >= SERVER_ERROR ? Trouble.PROVIDER_AWAY : Trouble.PROVIDER_REFUSED,
                        "the provider says " + error.getCode()));
    }
}
