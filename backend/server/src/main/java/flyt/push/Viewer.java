package flyt.push;

import flyt.access.Gone;
import flyt.board.Stream;
import flyt.domain.place.WardId;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client of the gateway as access control knows it. Called on the client's event loop alone. */
public interface Viewer {
    /** Why they may not have this stream, or empty when they may; from memory. It does not tell whether the stream exists. */
    Optional<Refusal> refusal(Stream stream);

    /**
     * They begin to watch a stream they may have. Done when that is remembered where it must be, and only then may anything of it
     * be shown.
     *
     * @return what to call when they no longer watch it
     */
    Future<Runnable> watch(Stream stream);

    /** The same for a stream as it was. */
    Optional<Refusal> refusalOfPast(Stream stream);

    /** The ward whose patients of today they treat, of a stream that tells of these; null: they treat nobody there. From memory. */
    @Nullable
    WardId treats(Stream stream);

    /**
     * They begin to look back on a stream. As {@link #watch}; only who treats patients there or gives a reason sees who it was, and only
     * that is remembered.
     *
     * @param reason in their own words; null: they want no other names than those of whom they treat
     */
    Future<Runnable> lookBack(Stream stream, @Nullable String reason);

    /** Finds out who they are by now: false when they may no longer be here. Fails when that cannot be found out just now. */
    Future<Boolean> look();

    /** Whether a note that somebody is gone is about them. */
    boolean isMeant(Gone.Note note);

    /** The connection is gone. */
    void leave();
}
