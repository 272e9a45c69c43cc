package flyt.domain.stay;

import flyt.domain.event.StaffKey;
import flyt.domain.place.Place;
import flyt.domain.stay.StayFact.DischargeDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words said by hand about a stay; null where there is none. Those on discharge, isolation and place are here only while
 * they show: a system's later word may have taken their place. Whether those on nurse and doctor show, the hospital knows, for
 * what systems say of them is told elsewhere.
 */
public record HandWords(
        @Nullable HandWord<StaffKey> nurse,
        @Nullable HandWord<StaffKey> doctor,
        @Nullable HandWord<DischargeDay> discharge,
        @Nullable HandWord<Isolation> isolation,
        @Nullable HandWord<Place> place) {
    /** Nothing was said by hand. */
    public static final HandWords NONE = new HandWords(null, null, null, null, null);

    static HandWords of(
            @Nullable HandWord<StaffKey> nurse,
            @Nullable HandWord<StaffKey> doctor,
            @Nullable HandWord<DischargeDay> discharge,
            @Nullable HandWord<Isolation> isolation,
            @Nullable HandWord<Place> place) {
        boolean silent = nurse == null && doctor == null && discharge == null && isolation == null && place == null;
        return silent ? NONE : new HandWords(nurse, doctor, discharge, isolation, place);
    }

    /** What there is a word on. */
    public List<Aspect> aspects() {
        List<Aspect> all = new ArrayList<>();
        add(all, Aspect.NURSE, nurse);
        add(all, Aspect.DOCTOR, doctor);
        add(all, Aspect.DISCHARGE, discharge);
        add(all, Aspect.ISOLATION, isolation);
        add(all, Aspect.PLACE, place);
        return all;
    }

    private static void add(List<Aspect> all, Aspect aspect, @Nullable HandWord<?> word) {
        if (word != null) {
            all.add(aspect);
        }
    }

    /** The same with these on nurse and doctor. */
    public HandWords withStaff(@Nullable HandWord<StaffKey> theNurse, @Nullable HandWord<StaffKey> theDoctor) {
        return of(theNurse, theDoctor, discharge, isolation, place);
    }
}
