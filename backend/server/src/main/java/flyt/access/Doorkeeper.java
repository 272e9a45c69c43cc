package flyt.access;

import flyt.access.Principal.Nobody;
import flyt.access.Principal.Person;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the doors who stands before them. What is known is at most 10 s old and in memory; everything else about credentials is
 * behind the three look-ups. Usable from any thread; answers on the caller's context.
 */
public final class Doorkeeper {
    private static final int HEADER_MAX = 4096;

    private final Cookies cookies;
    private final SessionCredentials people;
    private final ScreenCredentials screens;
    private final MachineCredentials machines;

    public Doorkeeper(
            Cookies cookies, SessionCredentials people, ScreenCredentials screens, MachineCredentials machines) {
        this.cookies = cookies;
        this.people = people;
        this.screens = screens;
        this.machines = machines;
    }

    /**
     * Who asks. A person's cookie goes before a screen's, so that whoever signs in at a wall is themselves.
     *
     * @param headers of the request, also of a WebSocket's handshake
     * @param address where it comes from
     * @return {@link Nobody} for what is forged, expired or revoked; fails when the database is away
     */
    public Future<Principal> who(MultiMap headers, String address) {
        return who(headers, address, false);
    }

    /**
     * The same at a door where simple systems may come with HTTP Basic.
     *
     * @return fails with {@link TooMany} besides
     */
    public Future<Principal> whoSends(MultiMap headers, String address) {
        return who(headers, address, true);
    }

    /** The paired screen that a request comes from, whoever is signed in at it. */
    public Future<Optional<Principal.Screen>> wall(MultiMap headers) {
        String screen = cookies.screenIn(headers);
        return screen == null ? Future.succeededFuture(Optional.empty()) : screens.bySecret(screen);
    }

    /**
     * The same principal as it is now, without counting as a sign of life; for sockets that stay open.
     *
     * @return {@link Nobody} when they may no longer be here
     */
    public Future<Principal> still(Principal who) {
        if (who instanceof Person person) {
            return people.bySession(person.session()).compose(this::atItsWall);
        } else if (who instanceof Principal.Screen screen) {
            return screens.byId(screen.id()).map(Doorkeeper::known);
        } else if (who instanceof Principal.Machine machine) {
            return machines.byId(machine.id()).map(Doorkeeper::known);
        }
        return Future.succeededFuture(who);
    }

    private Future<Principal> who(MultiMap headers, String address, boolean basic) {
        String authorization = headers.get("Authorization");
        if (authorization != null && authorization.length() <= HEADER_MAX) {
            String bearer = after("Bearer ", authorization);
            if (bearer != null) {
                return machines.byToken(bearer, address).map(Doorkeeper::known);
            }
            String pair = basic ? after("Basic ", authorization) : null;
            if (pair != null) {
                return byPair(pair, address);
            }
        }
        String person = cookies.personIn(headers);
        if (person == null) {
            return bySecretOfScreen(headers, false);
        }
        // whose sign-in at a wall has lapsed is the wall again
        return people.bySecret(person)
                .compose(found -> found.isPresent() ? atItsWall(found) : bySecretOfScreen(headers, true));
    }

    private Future<Principal> bySecretOfScreen(MultiMap headers, boolean presented) {
        String screen = cookies.screenIn(headers);
        return screen == null
                ? Future.succeededFuture(new Nobody(presented))
                : screens.bySecret(screen).map(Doorkeeper::known);
    }

    private Future<Principal> byPair(String pair, String address) {
        String[] idAndSecret = basicPair(pair);
        return idAndSecret == null
                ? Future.succeededFuture(new Nobody(true))
                : machines.byCredentials(idAndSecret[0], idAndSecret[1], address)
                        .map(Doorkeeper::known);
    }

    /** A sign-in at a wall lives no longer than the wall. */
    private Future<Principal> atItsWall(Optional<Person> found) {
        Person person = found.orElse(null);
        if (person == null || person.wall() == null) {
            return Future.succeededFuture(known(found));
        }
        return screens.byId(person.wall())
                .map(screen -> screen.<Principal>map(person::at).orElse(new Nobody(true)));
    }

    private static Principal known(Optional<? extends Principal> found) {
        return found.isPresent() ? found.get() : new Nobody(true);
    }

    /** Id and secret of HTTP Basic (RFC 7617), or null for what is not two. */
    public static String @Nullable [] basicPair(String base64) {
        try {
            String both = new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon < 0 ? null : new String[] {both.substring(0, colon), both.substring(colon + 1)};
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String after(String scheme, String authorization) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                ? authorization.substring(scheme.length()).strip()
                : null;
    }
}
