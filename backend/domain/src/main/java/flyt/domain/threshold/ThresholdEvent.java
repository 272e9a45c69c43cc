package flyt.domain.threshold;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.place.WardId;
import flyt.domain.threshold.Watch.Response;
import flyt.domain.threshold.Watch.Step;
import flyt.domain.threshold.Watching.Declaration;
import flyt.domain.threshold.Watching.Done;
import flyt.domain.threshold.Watching.Mark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the figures that are watched, and what people answer. */
public sealed interface ThresholdEvent extends Event {

    /** What is watched after this event. */
    Watching applyTo(Watching watching, EventHeader header);

    /** Rules were put into force, with their whole content. */
    record ThresholdsAdopted(ThresholdSet rules) implements ThresholdEvent {
        @Override
        public Watching applyTo(Watching watching, EventHeader header) {
            return watching.adopting(rules);
        }
    }

    /**
     * The figures were measured.
     *
     * @param changed those that are others than before
     * @param upTo when the clock got round to it where that was later: until then nothing is measured any more; or null
     */
    record FiguresMeasured(List<Reading> changed, @Nullable Instant upTo) implements ThresholdEvent {
        public FiguresMeasured {
            changed = List.copyOf(changed);
        }

        @Override
        public Watching applyTo(Watching watching, EventHeader header) {
            return watching.measured(changed, upTo == null ? header.recordedAt() : upTo);
        }
    }

    /** A system told a figure that this one cannot measure. Fields as in {@link Told}. */
    record FigureReported(Figure figure, @Nullable WardId ward, @Nullable Double value) implements ThresholdEvent {
        @Override
        public Watching applyTo(Watching watching, EventHeader header) {
            return watching.hearing(new Told(figure, ward, value, header.effectiveAt()));
        }
    }

    /**
     * A rule stands otherwise than before.
     *
     * @param ward null: of the whole hospital
     * @param value the figure then; null: it is watched no longer
     */
    record ThresholdMoved(String rule, @Nullable WardId ward, Step step, @Nullable Double value)
            implements ThresholdEvent {
        @Override
        public Watching applyTo(Watching watching, EventHeader header) {
            Watch known = watching.watch(rule, ward);
            if (step == Step.ENDED) {
                return watching.without(rule, ward);
            }
            Watch watch = known == null ? Watch.passed(rule, ward, header.recordedAt()) : known;
            return watching.with(watch.after(step, header.recordedAt()));
        }
    }

    /** Somebody has taken an alert on. {@code did}: what they have done; a key, the words are stored apart from the journal. */
    record ThresholdAnswered(String rule, @Nullable WardId ward, @Nullable String did) implements ThresholdEvent {
        @Override
        public Watching applyTo(Watching watching, EventHeader header) {
            Watch known = watching.watch(rule, ward);
            return known == null
                    ? watching
                    : watching.with(known.answered(new Response(header.effectiveAt(), header.actor(), did)));
        }
    }

    /** Somebody declared a level of preparedness. {@code reason}: a key, the words are stored apart from the journal. */
    record LevelDeclared(Level level, @Nullable String reason) implements ThresholdEvent {
        @Override
        public Watching applyTo(Watching watching, EventHeader header) {
            return watching.declaring(new Declaration(level, header.effectiveAt(), header.actor(), reason));
        }
    }

    /** Somebody said whether an action of the level in force is done. {@code reason}: as above. */
    record ActionMarked(String action, Done done, @Nullable String reason) implements ThresholdEvent {
        @Override
        public Watching applyTo(Watching watching, EventHeader header) {
            return watching.marking(action, new Mark(done, header.effectiveAt(), header.actor(), reason));
        }
    }

    /** The corridor patients of 07:00 were counted. */
    record CorridorCounted(CorridorCount count) implements ThresholdEvent {
        @Override
        public Watching applyTo(Watching watching, EventHeader header) {
            return watching.counting(count);
        }
    }
}
