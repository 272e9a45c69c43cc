package flyt.board;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row that changed, or one that is gone.
 *
 * @param stream where the row is
 * @param key the row's key, unique in its stream
 * @param json the whole row object as UTF-8 JSON, its {@code key} and {@code kind} included; null when the row was
 *     dropped. Shared, never written to.
 */
public record RowUpdate(Stream stream, String key, byte @Nullable [] json) {

    /** Whether the row is gone. */
    public boolean dropped() {
        return json == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowUpdate that
                && stream.equals(that.stream)
                && key.equals(that.key)
                && Arrays.equals(json, that.json);
    }

    @Override
    public int hashCode() {
        return Objects.hash(stream, key, Arrays.hashCode(json));
    }

    @Override
    public String toString() {
        return stream.name() + " " + key + (json == null ? " dropped" : " " + json.length + " bytes");
    }
}
