package flyt.board;

import flyt.domain.forecast.Forecast.Outcome;
import flyt.domain.forecast.ForecastEvent.ForecastMade;
import flyt.domain.forecast.Forecasts;
import flyt.domain.forecast.Forecasts.Headcount;
import flyt.domain.forecast.RollCall.InWard;
import flyt.domain.forecast.Spread;
import flyt.domain.forecast.Spread.Band;
import flyt.domain.place.WardId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of the forecast that stands: the house, and each ward that counts in its occupancy. Counts only, no patient. */
final class ForecastRows {
    private static final String HOUSE = "forecast";

    private ForecastRows() {}

    /** What a row is about: how it stood, and what is expected of it; {@code hours} null: nothing was forecast yet. */
    private record Curve(
            String key,
            @Nullable WardId ward,
            String name,
            int order,
            @Nullable InWard now,
            @Nullable List<Outcome> hours,
            List<Point> past) {}

    private record Point(Instant at, InWard there) {}

    static void write(Moment moment, Sink sink) {
        Forecasts forecasts = moment.hospital().forecasts();
        ForecastMade newest = forecasts.newest();
        write(
                moment,
                newest,
                new Curve(
                        HOUSE,
                        null,
                        moment.plan().definition().name(),
                        0,
                        newest == null ? null : newest.house(),
                        newest == null ? null : newest.forecast().house(),
                        past(forecasts, Headcount::house)),
                sink);
        for (Plan.WardPlan plan : moment.plan().wards()) {
            if (plan.ward().inOccupancy()) {
                WardId ward = plan.ward().id();
                write(
                        moment,
                        newest,
                        new Curve(
                                HOUSE + "/" + ward.value(),
                                ward,
                                plan.ward().name(),
                                plan.order(),
                                newest == null ? null : newest.now().get(ward),
                                newest == null
                                        ? null
                                        : newest.forecast().wards().get(ward),
                                past(forecasts, hour -> hour.wards().get(ward))),
                        sink);
            }
        }
    }

    private static List<Point> past(Forecasts forecasts, Function<Headcount, @Nullable InWard> of) {
        List<Point> past = new ArrayList<>();
        for (Headcount hour : forecasts.past()) {
            InWard there = of.apply(hour);
            if (there != null) {
                past.add(new Point(hour.at(), there));
            }
        }
        return past;
    }

    private static void write(Moment moment, @Nullable ForecastMade newest, Curve curve, Sink sink) {
        boolean known = newest != null && curve.hours() != null && curve.now() != null;
        sink.row(moment.plan().forecast(), curve.key(), RowJson.row(curve.key(), "forecast", row -> {
            row.text("ward", curve.ward() == null ? null : curve.ward().value());
            row.text("name", curve.name());
            row.number("order", curve.order());
            row.flag("synthetic", moment.plan().definition().synthetic());
            row.text("timeZone", moment.plan().definition().timeZone().getId());
            row.instant(
                    "madeAt", known ? Objects.requireNonNull(newest).forecast().madeAt() : null);
            row.whole("learnedHours", known ? Objects.requireNonNull(newest).heard() : null);
            row.object("now", known ? curve.now() : null, ForecastRows::count);
            row.objects("past", curve.past(), (object, point) -> {
                object.instant("at", point.at());
                count(object, point.there());
            });
            row.object("expected", known ? curve.hours() : null, (object, hours) -> {
                spread(object, "patients", hours, Outcome::patients);
                spread(object, "leaving", hours, Outcome::leaving);
                spread(object, "coming", hours, Outcome::coming);
                spread(object, "ready", hours, Outcome::ready);
            });
        }));
    }

    private static void count(RowJson object, InWard there) {
        object.number("patients", there.patients());
        object.number("open", there.open());
        object.number("ready", there.ready());
    }

    private static void spread(RowJson object, String name, List<Outcome> hours, Function<Outcome, Spread> of) {
        List<Spread> spreads = hours.stream().map(of).toList();
        List<Band> halves = spreads.stream().map(Spread::half).toList();
        List<Band> most = spreads.stream().map(Spread::nineTenths).toList();
        object.object(name, spreads, (numbers, all) -> {
            numbers.tenths("mean", all, spread -> Math.max(0, spread.mean()));
            numbers.tenths("low50", halves, Band::low);
            numbers.tenths("high50", halves, Band::high);
            numbers.tenths("low90", most, Band::low);
            numbers.tenths("high90", most, Band::high);
        });
    }
}
