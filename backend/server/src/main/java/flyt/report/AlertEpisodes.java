package flyt.report;

import flyt.domain.event.Event;
import flyt.domain.place.WardId;
import flyt.domain.sampling.SamplingEvent.ReliefAnswered;
import flyt.domain.sampling.SamplingEvent.ReliefEnded;
import flyt.domain.sampling.SamplingEvent.ReliefProposed;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.ThresholdEvent.ActionMarked;
import flyt.domain.threshold.ThresholdEvent.LevelDeclared;
import flyt.domain.threshold.ThresholdEvent.ThresholdAnswered;
import flyt.domain.threshold.ThresholdEvent.ThresholdMoved;
import flyt.domain.threshold.ThresholdEvent.ThresholdsAdopted;
import flyt.domain.threshold.Watch.Step;
import flyt.journal.WireNames;
import flyt.report.AlertEntry.Help;
import flyt.report.AlertEntry.Kind;
import flyt.report.AlertEntry.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what was told of alerts one by one: what fired, what was answered and when it was over are one entry. */
final class AlertEpisodes {
    private static final Set<String> OF_LEVELS =
            Stream.of(Level.values()).map(Level::rule).collect(Collectors.toUnmodifiableSet());
    private static final String DECLARED = "level";
    private static final String RELIEF = "relief";

    private final List<AlertEntry> entries = new ArrayList<>();

    /** Where what is not over stands in the list, by what it is. */
    private final Map<String, Integer> open = new HashMap<>();

    /** One event. {@code by} and the words in it are keys, as the journal has them. */
    void take(Event event, Instant at, @Nullable String by) {
        if (event instanceof ThresholdMoved moved) {
            moved(moved, at);
        } else if (event instanceof ThresholdAnswered answered) {
            say(key(answered.rule(), id(answered.ward())), Said.of(at, by, null, answered.did()));
        } else if (event instanceof LevelDeclared declared) {
            end(DECLARED, at);
            begin(
                    DECLARED,
                    at(Kind.LEVEL, WireNames.of(declared.level()), at, Said.of(at, by, null, declared.reason())));
        } else if (event instanceof ActionMarked marked) {
            entries.add(at(
                    Kind.ACTION, marked.action(), at, Said.of(at, by, WireNames.of(marked.done()), marked.reason())));
        } else if (event instanceof ThresholdsAdopted adopted) {
            String set = adopted.rules().name() + "/" + adopted.rules().version();
            entries.add(at(Kind.RULES, set, at, Said.of(at, by, null, null)));
        } else if (event instanceof ReliefProposed relief) {
            Help help =
                    new Help(relief.staff(), relief.from().value(), relief.to().value());
            String what = help.staff() + " " + help.from() + " > " + help.to();
            begin(RELIEF, new AlertEntry(Kind.RELIEF, what, null, at, null, null, help, 0, List.of()));
        } else if (event instanceof ReliefAnswered answered) {
            say(RELIEF, Said.of(at, by, answered.accepted() ? "accepted" : "declined", answered.reason()));
        } else if (event instanceof ReliefEnded) {
            end(RELIEF, at);
        }
    }

    private void moved(ThresholdMoved moved, Instant at) {
        String key = key(moved.rule(), id(moved.ward()));
        if (moved.step() == Step.FIRED) {
            Kind kind = OF_LEVELS.contains(moved.rule()) ? Kind.PROPOSED : Kind.ALERT;
            begin(
                    key,
                    new AlertEntry(kind, moved.rule(), id(moved.ward()), at, null, moved.value(), null, 0, List.of()));
        } else if (moved.step() == Step.REPEATED) {
            change(key, AlertEntry::toldAgain);
        } else if (moved.step() == Step.ENDED) {
            end(key, at);
        }
    }

    /** All that was, or was not over yet, between these two moments, the newest first. */
    List<AlertEntry> between(Instant from, Instant to) {
        List<AlertEntry> shown = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            AlertEntry entry = entries.get(i);
            boolean lasts = open.containsValue(i)
                    || (entry.until() != null && entry.until().isAfter(from));
            if (entry.at().isBefore(to) && (lasts || !entry.at().isBefore(from))) {
                shown.add(entry);
            }
        }
        return shown;
    }

    private static AlertEntry at(Kind kind, String what, Instant at, Said said) {
        return new AlertEntry(kind, what, null, at, null, null, null, 0, List.of(said));
    }

    private void begin(String key, AlertEntry entry) {
        entries.add(entry);
        Integer unused = open.put(key, entries.size() - 1);
    }

    private void say(String key, Said said) {
        change(
                key,
                old -> old.with(
                        Stream.concat(old.said().stream(), Stream.of(said)).toList()));
    }

    private void end(String key, Instant at) {
        change(key, old -> old.over(at));
        Integer unused = open.remove(key);
    }

    /** What began before the first event that was read is not known, and changes nothing. */
    private void change(String key, UnaryOperator<AlertEntry> how) {
        Integer where = open.get(key);
        if (where != null) {
            AlertEntry before = entries.set(where, how.apply(entries.get(where)));
            assert before != null;
        }
    }

    private static String key(String rule, @Nullable String ward) {
        return rule + "/" + (ward == null ? "" : ward);
    }

    private static @Nullable String id(@Nullable WardId ward) {
        return ward == null ? null : ward.value();
    }
}
