package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.RollCalls;
import flyt.domain.forecast.Experience;
import flyt.domain.forecast.Forecast;
import flyt.domain.forecast.Memory;
import flyt.domain.forecast.RollCall;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Teaches a forecast what is in a hospital's journal: a roll call at each full hour, held by the last event before it. An hour
 * before which nothing was told for an hour is left out, since nobody was there to tell. Used on worker threads, one at a time.
 */
final class Schooling {
    /*
     *   journal   ──────────────┬───────────────┬──────────────── head
     *                           │ 48 h          │
     *   kept memory             recalled ───────┤ upTo   heard ──> Experience
     *   nothing kept   heard, from half a year back ───────────>
     */

    /** What is older says little of how a hospital is run now, and would make the first start as long as its history. */
    private static final Duration FARTHEST_BACK = Duration.ofDays(182);

    private static final Duration HOUR = Duration.ofHours(1);

    private final Experience experience;
    private final Instant known;
    private final BooleanSupplier ended;

    private Schooling(Experience experience, Instant known, BooleanSupplier ended) {
        this.experience = experience;
        this.known = known;
        this.ended = ended;
    }

    /**
     * All that can be learned by now.
     *
     * @param now hospital time
     * @param ended whether nobody wants to know any more
     * @return fails with {@link flyt.journal.JournalAway}, and with {@link CancellationException} once it has ended
     */
    static Future<Experience> of(Workplace work, String hospital, Instant now, BooleanSupplier ended) {
        return work.experiences().load(hospital).compose(kept -> {
            Instant known = kept.map(Memory::upTo).orElse(Instant.MIN);
            Instant from = kept.isPresent() ? known.minus(Duration.ofHours(Forecast.HOURS)) : now.minus(FARTHEST_BACK);
            return new Schooling(experience(kept), known, ended).from(work, hospital, from);
        });
    }

    /** What was told after the last roll call that an experience has heard; fails as {@link #of}. */
    static Future<Experience> goOn(Workplace work, String hospital, Experience experience, BooleanSupplier ended) {
        Instant known = Objects.requireNonNull(experience.upTo());
        return new Schooling(experience, known, ended).from(work, hospital, known);
    }

    private Future<Experience> from(Workplace work, String hospital, Instant from) {
        return work.journal()
                .seqAt(hospital, from)
                .compose(seq -> Follower.behind(work, hospital, seq.orElse(0)))
                .compose(follower -> follower.goOn(Long.MAX_VALUE, this::see))
                .map(seen -> experience);
    }

    private static Experience experience(Optional<Memory> kept) {
        return kept.map(Experience::new).orElseGet(Experience::new);
    }

    private void see(Follower.Step step) {
        if (ended.getAsBoolean()) {
            throw new CancellationException("The hospital has moved to another member");
        }
        Hospital before = step.before();
        Instant hour = step.recorded().header().recordedAt().truncatedTo(ChronoUnit.HOURS);
        if (before != null
                && before.recordedAt().isBefore(hour)
                && !before.recordedAt().isBefore(hour.minus(HOUR))) {
            hold(RollCalls.of(before, hour));
        }
    }

    private void hold(RollCall call) {
        if (call.people().isEmpty()) {
            return;
        }
        if (call.at().isAfter(known)) {
            Forecast unused = experience.hear(call);
        } else if (experience.upTo() == null || call.at().isAfter(experience.upTo())) {
            experience.recall(call);
        }
    }
}
