package flyt.access.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.stream.Stream;

/**
 * What to call a person, from the claims of the scope {@code profile}; each provider leaves out another one.
 *
 * @param name {@code Ingrid Solheim}
 * @param given {@code Ingrid}
 */
record NameClaims(String name, String given) {
    private static final int MAX = 100;

    static NameClaims of(JWTClaimsSet claims) {
        String given = text(claims, "given_name");
        String both = (given + " " + text(claims, "family_name")).strip();
        String name = Stream.of(
                        text(claims, "name"), both, text(claims, "preferred_username"), text(claims, "email"), "?")
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElseThrow();
        return new NameClaims(name, given.isEmpty() ? name.split(" ", 2)[0] : given);
    }

    private static String text(JWTClaimsSet claims, String name) {
        if (!(claims.getClaim(name) instanceof String text)) {
            return "";
        }
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
        return clean.substring(0, clean.offsetByCodePoints(0, Math.min(MAX, clean.codePointCount(0, clean.length()))));
    }
}
