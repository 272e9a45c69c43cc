package flyt.domain.place;

import flyt.domain.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the hospital as a whole. */
public sealed interface PlaceEvent extends Event {

    /** The places after this event. */
    Places applyTo(Places places);

    /** The hospital was defined, or defined anew: the whole definition, never a difference. */
    record HospitalDefined(HospitalDefinition definition) implements PlaceEvent {
        @Override
        public Places applyTo(Places places) {
            return places.redefined(definition);
        }
    }

    /**
     * The clock of a driven hospital was set.
     *
     * @param rate seconds of hospital time per second, 0 stands still
     */
    record ClockSet(Instant time, double rate) implements PlaceEvent {
        @Override
        public Places applyTo(Places places) {
            return places.withClock(new Places.Clock(time, rate));
        }
    }

    /** A day began in the hospital's own time zone. */
    record DayStarted(LocalDate date) implements PlaceEvent {
        @Override
        public Places applyTo(Places places) {
            return places.onDay(date);
        }
    }

    /**
     * The house was counted at midnight, once: what is learned later changes nothing.
     *
     * @param day the hospital's own date that ended then
     * @param wards in the order of the definition
     * @param heardUntil when a fact that it was made from was told last; null: none ever was
     * @param madeAt when it was made where that was later, as after an outage; null: it was made at midnight
     */
    record NightCounted(LocalDate day, List<WardNight> wards, @Nullable Instant heardUntil, @Nullable Instant madeAt)
            implements PlaceEvent {
        public NightCounted {
            wards = List.copyOf(wards);
        }

        @Override
        public Places applyTo(Places places) {
            return places;
        }
    }

    /**
     * Names of people were erased from the identity store, which moves nothing here: boards are without them from now on.
     *
     * @param count of opaque keys that stand for nobody any more
     */
    record IdentitiesErased(int count) implements PlaceEvent {
        @Override
        public Places applyTo(Places places) {
            return places;
        }
    }
}
