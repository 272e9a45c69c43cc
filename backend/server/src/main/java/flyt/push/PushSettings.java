package flyt.push;

import java.time.Duration;

/**
 * How patient the gateway is.
 *
 * @param pingEvery how often each client is asked whether it is still there
 * @param stalledAfter a client that has not been heard, or has not taken what was written to it, for so long is closed
 *     with 1013
 * @param lookEvery how often it is found out whether a client may still be here
 * @param sharedFrames write frames that were encoded once past Vert.x's encoder; false takes its ordinary way, with the
 *     same bytes on the wire, slower
 */
public record PushSettings(Duration pingEvery, Duration stalledAfter, Duration lookEvery, boolean sharedFrames) {
    /** A ping every 20 s, closed after 60 s, a look every 10 s, shared frames. */
    public static final PushSettings USUAL =
            new PushSettings(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(10), true);
}
