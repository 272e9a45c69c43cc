package flyt.runtime;

import flyt.board.HouseCount;
import flyt.domain.Hospital;
import flyt.domain.event.Recorded;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.threshold.Level;
import flyt.runtime.PastDay.Point;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Days as they were, each by going through its events once with the product's own rules: from the snapshot before it, so that a day
 * costs what happened in it. One at a time on a member; days that are over are kept. Usable from any thread.
 */
final class PastDays {
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final int KEPT = 200;

    private final Past past;
    private final Map<String, PastDay> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PastDay> eldest) {
            return size() > KEPT;
        }
    };
    private Future<?> turn = Future.succeededFuture();

    PastDays(Past past) {
        this.past = past;
    }

    /**
     * The day of a moment.
     *
     * @param now hospital time
     */
    synchronized Future<PastDay> of(HospitalDefinition hospital, Instant at, Instant now) {
        ZoneId zone = hospital.timeZone();
        LocalDate day = LocalDate.ofInstant(at, zone);
        String key = hospital.id().value() + "/" + day + "/" + zone;
        PastDay known = kept.get(key);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        Future<PastDay> found = turn.transform(before -> gone(hospital, day, now))
                .onSuccess(one -> {
                    if (!one.to().isAfter(now)) {
                        keep(key, one);
                    }
                });
        turn = found;
        return found;
    }

    private synchronized void keep(String key, PastDay day) {
        kept.put(key, day);
    }

    private Future<PastDay> gone(HospitalDefinition hospital, LocalDate day, Instant now) {
        ZoneId zone = hospital.timeZone();
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        Instant end = now.isBefore(to) ? now : to.minusMillis(1);
        if (end.isBefore(from)) {
            return Future.succeededFuture(new PastDay(from, to, zone, hospital.synthetic(), List.of(), List.of()));
        }
        String id = hospital.id().value();
        return past.load(id, from.minusMillis(1)).compose(begin -> {
            Hospital before = begin.hospital();
            Level level = before == null ? Level.NORMAL : before.watching().level();
            DayMarks marks = new DayMarks(
                    day,
                    zone,
                    level,
                    before == null ? List.of() : before.requests().open());
            Walk walk = new Walk(before, from, marks);
            return past.goOn(id, begin, end, walk::see)
                    .compose(last -> past.worked(() -> {
                        walk.upTo(end.plusMillis(1));
                        return new PastDay(from, to, zone, hospital.synthetic(), walk.curve, marks.upTo(end));
                    }));
        });
    }

    /** One way through a day's events. By one thread at a time. */
    private static final class Walk {
        private final DayMarks marks;
        private final List<Point> curve = new ArrayList<>();
        private @Nullable Hospital hospital;
        private Instant next;

        Walk(@Nullable Hospital begin, Instant from, DayMarks marks) {
            this.hospital = begin;
            this.next = from;
            this.marks = marks;
        }

        void see(Recorded recorded, Hospital after) {
            upTo(recorded.header().recordedAt());
            marks.see(recorded);
            hospital = after;
        }

        /** Counts at the half hours before a moment. */
        void upTo(Instant end) {
            while (next.isBefore(end)) {
                if (hospital != null) {
                    HouseCount count = HouseCount.of(hospital);
                    curve.add(new Point(next, count));
                    marks.see(next, count);
                }
                next = next.plus(EVERY);
            }
        }
    }
}
