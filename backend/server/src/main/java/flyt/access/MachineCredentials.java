package flyt.access;

import flyt.access.Principal.Machine;
import io.vertx.core.Future;
import java.util.Optional;

/** Where the {@link Doorkeeper} looks up systems. Answers on the caller's context. */
public interface MachineCredentials {
    /**
     * The system with this access token.
     *
     * @param address where it comes from
     * @return empty when unknown, expired, revoked or from elsewhere; at most 10 s old
     */
    Future<Optional<Machine>> byToken(String token, String address);

    /**
     * The system with this id and secret.
     *
     * @return empty as above; fails with {@link TooMany} when it has been wrong too often
     */
    Future<Optional<Machine>> byCredentials(String id, String secret, String address);

    /** The system of this id, unless it is revoked; at most 10 s old. */
    Future<Optional<Machine>> byId(String id);
}
