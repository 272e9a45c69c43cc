package flyt.report;

import flyt.domain.place.WardNight;
import flyt.domain.place.WardNight.More;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What was counted of a ward at midnight beside what its shares are made of: beds, places and patients, each a sum of nights. */
public enum NightFigure {
    /** Bed places in the plan. */
    BEDS(false, WardNight::beds),
    /** Of those the staffed ones. */
    OPEN(false, WardNight::open),
    CLOSED_STAFFING(More::closedStaffing, false),
    CLOSED_INFECTION(More::closedInfection, false),
    CLOSED_REPAIR(More::closedRepair, false),
    CLOSED_OTHER(More::closedOther, false),
    RESERVED(More::reserved, false),
    WAITING_CLEANING(More::waitingCleaning, false),
    CORRIDOR(More::corridor, true),
    /** Extra places in use that are not in a corridor. */
    SURGE(
            true,
            night -> night.more() == null ? null : night.extra() - night.more().corridor()),
    OUTLIERS_IN(More::outliersIn, true),
    OUTLIERS_OUT(More::outliersOut, true),
    /** Whose ward it is by medical responsibility, wherever they lay. */
    RESPONSIBLE(More::responsible, true),
    ISOLATED(More::isolated, true),
    ON_LEAVE(true, WardNight::onLeave),
    WITHOUT_BED(true, WardNight::withoutBed),
    NEWBORNS(More::newborns, true),
    DAY_PATIENTS(true, WardNight::dayPatients),
    OBSERVATION(More::observation, true);

    private final boolean ofPeople;
    private final Function<WardNight, @Nullable Integer> number;

    NightFigure(boolean ofPeople, Function<WardNight, @Nullable Integer> number) {
        this.ofPeople = ofPeople;
        this.number = number;
    }

    NightFigure(ToIntFunction<More> number, boolean ofPeople) {
        this(ofPeople, night -> night.more() == null ? null : number.applyAsInt(night.more()));
    }

    /**
     * The sum of these nights, of those that have it; null where none has, or fewer people stand behind it than may be shown.
     *
     * @param leastPeople how many different people must stand behind a figure that is shown
     */
    @Nullable
    Long sum(Collection<WardNight> nights, int leastPeople) {
        List<Integer> known =
                nights.stream().map(number).filter(Objects::nonNull).toList();
        int most = known.stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean tooFew = ofPeople && 0 < most && most < leastPeople;
        return known.isEmpty() || tooFew
                ? null
                : (Long) known.stream().mapToLong(Integer::longValue).sum();
    }
}
