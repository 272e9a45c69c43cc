package flyt.outbound.wake;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * Who this server is to push services (RFC 8292): an ES256 key of this installation, the same for ever, since a browser takes
 * messages only from the key for which it subscribed.
 */
public final class Vapid {
    /** A day is the most that is allowed. */
    private static final Duration GOOD_FOR = Duration.ofHours(12);

    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");

    private final ECKey pair;
    private final String publicKey;
    private final ECDSASigner signer;
    private final String subject;

    /**
     * The key that an installation's secret makes.
     *
     * @param secret 32 random bytes, the same on all members
     * @param subject whom a push service may turn to: an https address
     */
    public Vapid(byte[] secret, String subject) {
        BigInteger one = BigInteger.ONE;
        BigInteger d = new BigInteger(1, secret).mod(P256.getN().subtract(one)).add(one);
        ECPoint point = new FixedPointCombMultiplier().multiply(P256.getG(), d).normalize();
        this.pair = new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(point.getAffineXCoord().getEncoded()),
                        Base64URL.encode(point.getAffineYCoord().getEncoded()))
                .d(ECKey.encodeCoordinate(
                        Curve.P_256.toECParameterSpec().getCurve().getField().getFieldSize(), d))
                .build();
        this.publicKey = Base64URL.encode(point.getEncoded(false)).toString();
        this.subject = subject;
        try {
            this.signer = new ECDSASigner(pair);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /** The public half as browsers take it: an uncompressed point, Base64 for addresses. */
    public String publicKey() {
        return publicKey;
    }

    /** The value of {@code Authorization} for a message to this address. */
    String authorization(URI endpoint, Instant now) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                new JWTClaimsSet.Builder()
                        .audience(endpoint.getScheme() + "://" + endpoint.getRawAuthority())
                        .expirationTime(Date.from(now.plus(GOOD_FOR)))
                        .subject(subject)
                        .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
        return "vapid t=" + token.serialize() + ", k=" + publicKey;
    }
}
