package flyt.domain.placement;

import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who waits needs of a bed.
 *
 * @param to the ward whose patient it is to be
 * @param home whether that ward alone will do: who is very ill is no outlier (domain 3.10)
 */
public record Wish(
        StayId stay,
        Ward to,
        SortedSet<BedNeed> needs,
        @Nullable Isolation isolation,
        @Nullable Sex sex,
        boolean home) {
    public Wish {
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
    }
}
