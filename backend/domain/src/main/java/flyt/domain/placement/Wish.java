package flyt.domain.placement;

import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.WardId;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who waits needs of a bed.
 *
 * @param to the ward whose patient it is to be
 * @param home whether that ward alone will do: who is very ill is no outlier (domain 3.10)
 * @param about what is weighed besides
 */
public record Wish(
        StayId stay,
        Ward to,
        SortedSet<BedNeed> needs,
        @Nullable Isolation isolation,
        @Nullable Sex sex,
        boolean home,
        About about) {
    public Wish {
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
    }

    /** The wish of somebody about whom nothing is known that is only weighed. */
    public Wish(
            StayId stay,
            Ward to,
            SortedSet<BedNeed> needs,
            @Nullable Isolation isolation,
            @Nullable Sex sex,
            boolean home) {
        this(stay, to, needs, isolation, sex, home, About.NOTHING);
    }

    /** Whether the bed is one of the ward whose patient it is to be. */
    boolean isAtHomeIn(Offer offer) {
        return offer.ward().equals(to.id());
    }

    /** The same, where it is known with whom a room may be shared. */
    public Wish of(@Nullable Sex said) {
        return new Wish(stay, to, needs, isolation, said, home, about);
    }

    /** The same, where it is known with whom the patient may be mixed up. */
    public Wish alikeTo(SortedSet<StayId> others) {
        return others.isEmpty() ? this : new Wish(stay, to, needs, isolation, sex, home, about.alikeTo(others));
    }

    /**
     * What is weighed and never demanded.
     *
     * @param careWeight how heavy the care is, 1 to 5; null: not told
     * @param frail whether another move should be spared
     * @param leavesSoon whether the patient is expected to leave tomorrow at the latest
     * @param readyAt from when the patient can be moved; null: at once
     * @param declinedBy the ward that has said no to this patient; null: none
     * @param alike with whom the patient may be mixed up by name (domain 3.13), as far as whoever asks knows names
     */
    public record About(
            @Nullable Integer careWeight,
            boolean frail,
            boolean leavesSoon,
            @Nullable Instant readyAt,
            @Nullable WardId declinedBy,
            SortedSet<StayId> alike) {
        /** What a patient's care weighs where nobody told it (domain 2.15: mean 2.9). */
        public static final int TYPICAL_CARE_WEIGHT = 3;

        /** Nothing known. */
        public static final About NOTHING = new About(null, false, false, null, null, new TreeSet<>());

        public About {
            alike = Collections.unmodifiableSortedSet(new TreeSet<>(alike));
        }

        About alikeTo(SortedSet<StayId> others) {
            return new About(careWeight, frail, leavesSoon, readyAt, declinedBy, others);
        }
    }
}
