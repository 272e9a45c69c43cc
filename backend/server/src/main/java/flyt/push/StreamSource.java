package flyt.push;

import flyt.board.Stream;
import flyt.board.StreamRows;
import flyt.runtime.LookBack;
import flyt.runtime.Playback;
import io.vertx.core.Future;
import java.util.Optional;

/** Where streams come from. Asked when a stream gets its first viewer on this member, and after a gap. */
public interface StreamSource {
    /**
     * Why nobody can have this stream, or empty when they can. Called on event loops, from memory.
     *
     * @param stream well-formed, but its hospital, view and scope may not exist
     */
    Optional<Refusal> refusal(Stream stream);

    /**
     * All rows of a stream as of one moment. Called on one context of this member, never with a lock held. A failure, or
     * rows older than a batch already seen, are asked for again soon.
     */
    Future<StreamRows> snapshot(Stream stream);

    /** A hospital as it was at a moment, to go on from there; fails when the journal or the hospital's clock is away. */
    Future<Playback> past(String hospital, LookBack back);

    /**
     * The hospital's beat as of now, for a client that has just come: UTF-8 JSON, a whole {@code beat} frame. When empty
     * the client gets the last one heard. Called on event loops, from memory.
     */
    Optional<byte[]> beat(String hospital);
}
