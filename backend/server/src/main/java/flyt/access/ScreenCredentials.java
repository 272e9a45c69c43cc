package flyt.access;

import flyt.access.Principal.Screen;
import io.vertx.core.Future;
import java.util.Optional;

/** Where the {@link Doorkeeper} looks up paired screens. Answers on the caller's context. */
public interface ScreenCredentials {
    /**
     * The screen with this credential.
     *
     * @return empty when unknown, spent or revoked; at most 10 s old
     */
    Future<Optional<Screen>> bySecret(String secret);

    /** The screen of this id, unless it is revoked; at most 10 s old. */
    Future<Optional<Screen>> byId(String screen);
}
