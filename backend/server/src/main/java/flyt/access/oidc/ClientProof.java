package flyt.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import flyt.access.SecretToken;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** How this server proves to the provider that it is the client that was registered there. */
public abstract class ClientProof {
    private static final int RSA_BITS_MIN = 2048;

    private ClientProof() {}

    /**
     * A secret that both sides know.
     *
     * @throws IllegalArgumentException when it is blank; the message is for the operator
     */
    public static ClientProof secret(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the client secret is empty");
        }
        return new Shared(text.strip());
    }

    /**
     * A private key of which the provider knows the public half ({@code private_key_jwt}).
     *
     * @param jwk RFC 7517, RSA of 2048 bits or more, or EC; {@code alg} says how it signs, else RS256 or what the curve has
     * @throws IllegalArgumentException when it is no such key; the message is for the operator and holds nothing of the key
     */
    public static ClientProof key(String jwk) {
        JWK key = parsed(jwk);
        boolean strong = key instanceof ECKey || (key instanceof RSAKey && key.size() >= RSA_BITS_MIN);
        if (!strong || !key.isPrivate()) {
            throw new IllegalArgumentException("the client key must be a private RSA key of 2048 bits or more, or EC");
        }
        return new Signing(key);
    }

    private static JWK parsed(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalArgumentException("the client key is not a JWK (RFC 7517)");
        }
    }

    /** A proof for one request; never used twice. */
    abstract ClientAuthentication make(ClientID client, OIDCProviderMetadata provider, Instant now);

    private static final class Shared extends ClientProof {
        private final String secret;

        Shared(String secret) {
            this.secret = secret;
        }

        @Override
        ClientAuthentication make(ClientID client, OIDCProviderMetadata provider, Instant now) {
            List<ClientAuthenticationMethod> methods = provider.getTokenEndpointAuthMethods();
            return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    ? new ClientSecretBasic(client, new Secret(secret))
                    : new ClientSecretPost(client, new Secret(secret));
        }
    }

    private static final class Signing extends ClientProof {
        /** Tells a client's proof from every other token, so that none is taken for the other. */
        private static final JOSEObjectType TYPE = new JOSEObjectType("client-authentication+jwt");

        /** HelseID asks for seconds, not minutes. */
        private static final Duration LIFE = Duration.ofSeconds(10);

        private final JWSHeader header;
        private final JWSSigner signer;

        Signing(JWK key) {
            try {
                this.signer = new DefaultJWSSignerFactory().createJWSSigner(key);
            } catch (JOSEException e) {
                throw new IllegalArgumentException("the client key cannot sign");
            }
            this.header = new JWSHeader.Builder(algorithm(key))
                    .type(TYPE)
                    .keyID(key.getKeyID())
                    .build();
        }

        private JWSAlgorithm algorithm(JWK key) {
            JWSAlgorithm byDefault = key instanceof RSAKey
                    ? JWSAlgorithm.RS256
                    : signer.supportedJWSAlgorithms().iterator().next();
            JWSAlgorithm algorithm = key.getAlgorithm() == null
                    ? byDefault
                    : JWSAlgorithm.parse(key.getAlgorithm().getName());
            if (!signer.supportedJWSAlgorithms().contains(algorithm)) {
                throw new IllegalArgumentException("the client key cannot sign as its alg says");
            }
            return algorithm;
        }

        @Override
        ClientAuthentication make(ClientID client, OIDCProviderMetadata provider, Instant now) {
            SignedJWT proof = new SignedJWT(
                    header,
                    new JWTClaimsSet.Builder()
                            .issuer(client.getValue())
                            .subject(client.getValue())
                            .audience(provider.getIssuer().getValue())
                            .jwtID(SecretToken.make())
                            .issueTime(Date.from(now))
                            .notBeforeTime(Date.from(now))
                            .expirationTime(Date.from(now.plus(LIFE)))
                            .build());
            try {
                proof.sign(signer);
            } catch (JOSEException e) {
                throw new IllegalStateException("the client key does not sign", e);
            }
            return new PrivateKeyJWT(proof);
        }
    }
}
