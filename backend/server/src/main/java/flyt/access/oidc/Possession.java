package flyt.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.openid.connect.sdk.Nonce;
import flyt.access.SecretToken;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Proofs that this member holds the key that a token is given to (DPoP, RFC 9449). The key lives and dies with the member: the
 * tokens are not used for anything after they were read.
 */
final class Possession {
    private static final String USE_NONCE = "use_dpop_nonce";

    private final DPoPProofFactory proofs;
    private final ProviderWire wire;
    private final InstantSource clock;

    /** The provider's last word on what the next proof must hold. */
    private volatile @Nullable Nonce nonce;

    Possession(ProviderWire wire, InstantSource clock) {
        this.wire = wire;
        this.clock = clock;
        try {
            this.proofs = new DefaultDPoPProofFactory(new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sends a request with a proof, and once more when the provider wants its own word in it.
     *
     * @param request makes it anew each time, since what else is in it may be good for one time only
     */
    Future<HTTPResponse> send(Supplier<HTTPRequest> request) {
        return once(request.get())
                .compose(answer -> wantsItsWord(answer) ? once(request.get()) : Future.succeededFuture(answer));
    }

    private Future<HTTPResponse> once(HTTPRequest request) {
        try {
            request.setDPoP(proofs.createDPoPJWT(
                    new JWTID(SecretToken.make()),
                    request.getMethod().name(),
                    request.getURI(),
                    Date.from(clock.instant()),
                    null,
                    nonce));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return wire.send(request).onSuccess(this::remember);
    }

    private void remember(HTTPResponse answer) {
        Nonce said = answer.getDPoPNonce();
        if (said != null) {
            nonce = said;
        }
    }

    private static boolean wantsItsWord(HTTPResponse answer) {
        if (answer.indicatesSuccess() || answer.getDPoPNonce() == null) {
            return false;
        }
        try {
            return USE_NONCE.equals(answer.getBodyAsJSONObject().getAsString("error"));
        } catch (ParseException e) {
            return false;
        }
    }
}
