package flyt.access.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.vertx.core.Future;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the provider says of itself (OpenID Connect Discovery 1.0), and the keys that it signs with. */
final class Provider {
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private final Registration registration;
    private final ProviderWire wire;
    private final Kept<OIDCProviderMetadata> metadata;
    private final Kept<JWKSet> keys;

    Provider(Registration registration, ProviderWire wire, InstantSource clock) {
        this.registration = registration;
        this.wire = wire;
        this.metadata = new Kept<>(this::discover, clock);
        this.keys = new Kept<>(this::fetchKeys, clock);
    }

    /** Where its entrances are and what it demands. */
    Future<OIDCProviderMetadata> metadata() {
        return metadata.get();
    }

    /** Its keys with this one among them, as far as it has it: an unknown one may have come with a change of keys. */
    Future<JWKSet> keys(@Nullable String wanted) {
        return keys.get()
                .compose(known -> wanted == null || known.getKeyByKeyId(wanted) != null
                        ? Future.succeededFuture(known)
                        : keys.newerThan(known));
    }

    private Future<OIDCProviderMetadata> discover() {
        String issuer = registration.issuer().toString();
        String folder = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return read(URI.create(folder + WELL_KNOWN)).compose(answer -> {
            try {
                return checked(OIDCProviderMetadata.parse(answer.getBodyAsJSONObject()));
            } catch (ParseException e) {
                return faulty("what it says of itself cannot be read");
            }
        });
    }

    private Future<OIDCProviderMetadata> checked(OIDCProviderMetadata said) {
        if (!said.getIssuer().getValue().equals(registration.issuer().toString())) {
            return faulty("it calls itself by another name than FLYT_OIDC_ISSUER");
        } else if (said.getAuthorizationEndpointURI() == null || said.getTokenEndpointURI() == null) {
            return faulty("it does not say where to sign in");
        } else if (said.requiresPushedAuthorizationRequests()
                && said.getPushedAuthorizationRequestEndpointURI() == null) {
            return faulty("it demands pushed requests and does not say where");
        }
        boolean safe = Stream.of(
                        said.getAuthorizationEndpointURI(),
                        said.getTokenEndpointURI(),
                        said.getJWKSetURI(),
                        said.getPushedAuthorizationRequestEndpointURI(),
                        said.getEndSessionEndpointURI())
                .filter(Objects::nonNull)
                .allMatch(registration::isSafe);
        return safe ? Future.succeededFuture(said) : faulty("not all of its addresses are https");
    }

    private Future<JWKSet> fetchKeys() {
        return metadata().compose(said -> read(said.getJWKSetURI())).compose(answer -> {
            try {
                return Future.succeededFuture(JWKSet.parse(answer.getBody()).toPublicJWKSet());
            } catch (java.text.ParseException e) {
                return faulty("its keys cannot be read");
            }
        });
    }

    private Future<HTTPResponse> read(URI address) {
        HTTPRequest asked = new HTTPRequest(HTTPRequest.Method.GET, address);
        asked.setAccept("application/json");
        return wire.send(asked)
                .compose(answer -> answer.getStatusCode() == HTTPResponse.SC_OK
                        ? Future.succeededFuture(answer)
                        : faulty("it answers " + address.getPath() + " with " + answer.getStatusCode()));
    }

    private static <T> Future<T> faulty(String why) {
        return Future.failedFuture(new InTrouble(Trouble.PROVIDER_AWAY, why));
    }
}
