package flyt.runtime;

import flyt.domain.Input;
import flyt.journal.IdentityRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing told to a hospital, as an adapter has understood it.
 *
 * @param hash of its content, 32 bytes; with the message's source and id it tells a repeat from something new. Null only for
 *     what this system tells itself
 * @param identities who is behind the opaque keys in it, as far as it says
 * @param sentAt when the sender made the message; moves the clock of a driven hospital
 */
public record Submission(Input input, byte @Nullable [] hash, List<IdentityRow> identities, @Nullable Instant sentAt) {
    public Submission {
        identities = List.copyOf(identities);
    }

    /** Something this system tells the hospital by itself; it is never repeated. */
    static Submission internal(Input input) {
        return new Submission(input, null, List.of(), null);
    }
}
