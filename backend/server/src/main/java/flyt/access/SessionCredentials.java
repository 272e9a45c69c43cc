package flyt.access;

import flyt.access.Principal.Person;
import io.vertx.core.Future;
import java.util.Optional;

/** Where the {@link Doorkeeper} looks up people who are signed in. Answers on the caller's context. */
public interface SessionCredentials {
    /**
     * Who is signed in with this secret; asking counts as a sign of life.
     *
     * @return empty when unknown, ended, idle for too long or disabled; at most 10 s old
     */
    Future<Optional<Person>> bySecret(String secret);

    /** The same by the session's id, without counting as a sign of life. */
    Future<Optional<Person>> bySession(String session);
}
