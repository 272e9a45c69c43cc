package flyt.runtime;

import java.time.Instant;

/**
 * How to look at what was.
 *
 * @param at hospital time; what was told later is not in what is shown
 * @param named whether people have their initials and names; else who lay where is not told
 */
public record LookBack(Instant at, boolean named) {
    /** The same, or as it is now where it asks for what is yet to come. */
    LookBack until(Instant now) {
        return at.isBefore(now) ? this : new LookBack(now, named);
    }
}
