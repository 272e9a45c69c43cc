package flyt.push;

import flyt.domain.place.WardId;
import flyt.runtime.LookBack;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what a look back has names.
 *
 * @param reason why whoever looks needs to see everybody's; null: they do not
 * @param treats the ward whose patients of today they treat: these have names in any case; null: none
 */
record NamedBy(@Nullable String reason, @Nullable WardId treats) {

    LookBack at(Instant moment) {
        return new LookBack(moment, reason != null, treats);
    }

    /** Whether names end by themselves, when those who have them are treated no longer. */
    boolean isByTreatment() {
        return reason == null && treats != null;
    }
}
