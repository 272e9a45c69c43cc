package flyt.board;

import org.jspecify.annotations.Nullable;

/** Where rows go that were made anew. */
@FunctionalInterface
interface Sink {

    /** A row as it is now; null: there is no such row now. */
    void row(Stream stream, String key, byte @Nullable [] json);
}
