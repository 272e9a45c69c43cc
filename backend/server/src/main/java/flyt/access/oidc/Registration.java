package flyt.access.oidc;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the hospital and its OpenID provider have agreed on, from the settings.
 *
 * @param name shown on the button: {@code HelseID}
 * @param issuer exactly as the provider writes it: {@code https://helseid-sts.nhn.no}
 * @param scopes to ask for; {@code openid} is among them
 * @param publicUrl of this server as browsers reach it: {@code https://flyt.example.no}
 * @param demo whether the provider may be one without TLS on this machine
 */
public record Registration(
        String name,
        URI issuer,
        String clientId,
        ClientProof proof,
        List<String> scopes,
        URI publicUrl,
        Dpop dpop,
        boolean demo) {
    /** Where the provider sends people back to. */
    public static final String BACK = "/api/v1/access/oidc/back";

    /** When token requests prove the possession of a key (RFC 9449). */
    public enum Dpop {
        /** When the provider's metadata says that it can check it. */
        WHEN_OFFERED,
        ALWAYS,
        NEVER
    }

    /** @throws IllegalArgumentException with all faults; the message is for the operator */
    public Registration {
        scopes = List.copyOf(scopes);
        List<String> faults = new ArrayList<>();
        if (name.isBlank()) {
            faults.add("the provider needs a name for its button");
        }
        if (clientId.isBlank()) {
            faults.add("the client id is empty");
        }
        if (!scopes.contains("openid")) {
            faults.add("the scopes must hold openid");
        }
        if (!isSafe(issuer, demo) || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
            faults.add("the issuer must be an https address without query");
        }
        if (!isSafe(publicUrl, true) || !List.of("", "/").contains(publicUrl.getRawPath())) {
            faults.add("the public address must be https and a host only");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** An address of this server as browsers reach it. */
    URI at(String path) {
        return publicUrl.resolve(path);
    }

    /** Whether nobody on the way can read or change what is sent there. */
    boolean isSafe(URI address) {
        return isSafe(address, demo);
    }

    private static boolean isSafe(URI address, boolean loopbackToo) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            return false;
        }
        return "https".equals(address.getScheme())
                || (loopbackToo && "http".equals(address.getScheme()) && isThisMachine(host));
    }

    /** Names are not looked up: {@code localhost} and plain addresses only. */
    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost")
                    || (host.matches("127\\.[0-9.]+|\\[::1]")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
