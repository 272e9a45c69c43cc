package flyt.runtime;

import flyt.board.HouseCount;
import flyt.domain.event.Recorded;
import flyt.domain.placement.EndReason;
import flyt.domain.placement.PlacementEvent.BedRequested;
import flyt.domain.placement.PlacementEvent.RequestEnded;
import flyt.domain.placement.Request;
import flyt.domain.placement.RequestId;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.ThresholdEvent.LevelDeclared;
import flyt.runtime.PastDay.Kind;
import flyt.runtime.PastDay.Mark;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The marks of a day, found while its events go by. A new kind of mark is one more of its {@link Source}s. */
final class DayMarks {

    /** Looks for moments of one kind in one day. */
    interface Source {
        /** One of the day's events, in order. */
        default void see(Recorded recorded) {}

        /** How full the hospital is, every half hour. */
        default void see(Instant at, HouseCount count) {}

        /** What it has found, when the day is over or as far as it has come. */
        List<Mark> marks();
    }

    private final List<Source> sources;

    /** {@code level}: which was in force when the day began; {@code waiting}: who waited for a bed then. */
    DayMarks(LocalDate day, ZoneId zone, Level level, Collection<Request> waiting) {
        this.sources = List.of(new Morning(day, zone), new Peak(), new LevelRaised(level), new LongestWait(waiting));
    }

    void see(Recorded recorded) {
        sources.forEach(source -> source.see(recorded));
    }

    void see(Instant at, HouseCount count) {
        sources.forEach(source -> source.see(at, count));
    }

    /** All of them up to a moment, by time. */
    List<Mark> upTo(Instant end) {
        List<Mark> marks = new ArrayList<>();
        sources.forEach(source -> marks.addAll(source.marks()));
        marks.removeIf(mark -> mark.at().isAfter(end));
        marks.sort(Comparator.comparing(Mark::at).thenComparing(Mark::kind));
        return marks;
    }

    private record Morning(LocalDate day, ZoneId zone) implements Source {
        private static final LocalTime COUNTED = LocalTime.of(7, 0);

        @Override
        public List<Mark> marks() {
            return List.of(new Mark(day.atTime(COUNTED).atZone(zone).toInstant(), Kind.MORNING));
        }
    }

    private static final class Peak implements Source {
        private double highest;
        private @Nullable Instant when;

        @Override
        public void see(Instant at, HouseCount count) {
            if (count.occupancy() > highest) {
                highest = count.occupancy();
                when = at;
            }
        }

        @Override
        public List<Mark> marks() {
            return when == null ? List.of() : List.of(new Mark(when, Kind.PEAK));
        }
    }

    private static final class LevelRaised implements Source {
        private final List<Mark> marks = new ArrayList<>();
        private Level level;

        LevelRaised(Level level) {
            this.level = level;
        }

        @Override
        public void see(Recorded recorded) {
            if (recorded.event() instanceof LevelDeclared declared) {
                if (declared.level().compareTo(level) > 0) {
                    marks.add(new Mark(recorded.header().recordedAt(), Kind.LEVEL_RAISED));
                }
                level = declared.level();
            }
        }

        @Override
        public List<Mark> marks() {
            return marks;
        }
    }

    /** From when a bed was asked for, on this day or before, until the patient had come to it. */
    private static final class LongestWait implements Source {
        private final Map<RequestId, Instant> since = new HashMap<>();
        private Duration longest = Duration.ZERO;
        private @Nullable Instant when;

        LongestWait(Collection<Request> waiting) {
            waiting.forEach(request -> since.put(request.id(), request.since()));
        }

        @Override
        public void see(Recorded recorded) {
            if (recorded.event() instanceof BedRequested asked) {
                var unused =
                        since.putIfAbsent(asked.request(), recorded.header().effectiveAt());
            } else if (recorded.event() instanceof RequestEnded ended) {
                Instant began = since.remove(ended.request());
                if (began != null && ended.reason() == EndReason.ARRIVED) {
                    arrived(began, recorded.header().recordedAt());
                }
            }
        }

        private void arrived(Instant began, Instant at) {
            if (Duration.between(began, at).compareTo(longest) > 0) {
                longest = Duration.between(began, at);
                when = at;
            }
        }

        @Override
        public List<Mark> marks() {
            return when == null ? List.of() : List.of(new Mark(when, Kind.LONGEST_WAIT));
        }
    }
}
