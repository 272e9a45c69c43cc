package flyt.runtime;

import flyt.domain.place.WardId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How to look at what was.
 *
 * @param at hospital time; what was told later is not in what is shown
 * @param named whether people have their initials and names; else who lay where is not told
 * @param treats the ward whose patients of today whoever looks treats: these have theirs in any case, and who looked after them then;
 *     null: none
 */
public record LookBack(Instant at, boolean named, @Nullable WardId treats) {

    /** With everybody's names, or with nobody's. */
    public LookBack(Instant at, boolean named) {
        this(at, named, null);
    }

    /** The same, or as it is now where it asks for what is yet to come. */
    LookBack until(Instant now) {
        return at.isBefore(now) ? this : new LookBack(now, named, treats);
    }
}
