package flyt.domain.forecast;

import flyt.domain.event.Event;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.place.WardId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What becomes known of the hours to come. */
public sealed interface ForecastEvent extends Event {

    /** The forecasts after this event. */
    Forecasts applyTo(Forecasts forecasts);

    /**
     * A forecast was made.
     *
     * @param forecast {@linkplain Forecast#rounded rounded}, since it is kept
     * @param now how the wards stood then, which is what earlier forecasts are held against
     * @param heard how many roll calls it was learned from; 0: none, it is made of national figures and of who is known
     */
    record ForecastMade(Forecast forecast, SortedMap<WardId, InWard> now, long heard) implements ForecastEvent {
        public ForecastMade {
            now = Collections.unmodifiableSortedMap(new TreeMap<>(now));
        }

        /** The newest forecast of a roll call. */
        public static ForecastMade of(Forecast forecast, RollCall call, long heard) {
            return new ForecastMade(forecast.rounded(), call.wards(), heard);
        }

        /** All of the wards together, then. */
        public InWard house() {
            return InWard.sum(now.values());
        }

        @Override
        public Forecasts applyTo(Forecasts forecasts) {
            return forecasts.with(this);
        }
    }
}
