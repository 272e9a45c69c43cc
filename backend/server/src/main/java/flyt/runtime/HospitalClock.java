package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.event.Recorded;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.PlaceEvent.ClockSet;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.Places;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Hospital time: the system's, or driven by a simulator or a training session. Whole milliseconds. It never goes back. Used by
 * the hospital's writer only.
 */
final class HospitalClock {
    private final InstantSource system;
    private final LongSupplier nanos;
    private boolean driven;
    private double rate = 1;
    private Instant anchor;
    private long anchorNanos;
    private Instant latest = Instant.MIN;

    HospitalClock(InstantSource system, LongSupplier nanos) {
        this.system = system;
        this.nanos = nanos;
        this.anchor = system.instant();
        this.anchorNanos = nanos.getAsLong();
    }

    /** Hospital time now. */
    Instant now() {
        Instant time = driven ? drivenNow() : system.instant();
        latest = time.isAfter(latest) ? time.truncatedTo(ChronoUnit.MILLIS) : latest;
        return latest;
    }

    /** Seconds of hospital time per second: 1 for the system's clock. */
    double rate() {
        return driven ? rate : 1;
    }

    /** Goes on from a time at a rate; a time before now counts as now. */
    void drive(Instant time, double newRate) {
        Instant from = time.isAfter(latest) ? time : latest;
        driven = true;
        rate = newRate;
        anchor = from;
        anchorNanos = nanos.getAsLong();
    }

    /** Moves a driven clock on to a time; does nothing to one that is later already, or is the system's. */
    void reach(Instant time) {
        if (driven && time.isAfter(now())) {
            drive(time, rate);
        }
    }

    /** What it shows and how it goes, to come back to. */
    record Mark(boolean driven, double rate, Instant anchor, long anchorNanos, Instant latest) {}

    Mark mark() {
        return new Mark(driven, rate, anchor, anchorNanos, latest);
    }

    /** Goes on as it did then: what it has reached since was for nothing, and comes again. */
    void backTo(Mark mark) {
        driven = mark.driven();
        rate = mark.rate();
        anchor = mark.anchor();
        anchorNanos = mark.anchorNanos();
        latest = mark.latest();
    }

    /** Takes up the time of a hospital as it was loaded. */
    void takeUp(Hospital hospital) {
        if (hospital.places().definition().clock() == ClockKind.DRIVEN) {
            Places.Clock set = hospital.places().clock();
            drive(hospital.recordedAt(), set == null ? 0 : set.rate());
        }
        notBefore(hospital.recordedAt());
    }

    /** Goes by what was recorded: a clock that was set, a hospital that was put on another kind of clock. */
    void follow(List<Recorded> events) {
        for (Recorded recorded : events) {
            if (recorded.event() instanceof ClockSet set) {
                drive(set.time(), set.rate());
            } else if (recorded.event() instanceof HospitalDefined defined) {
                if (defined.definition().clock() == ClockKind.SYSTEM) {
                    driven = false;
                } else if (!driven) {
                    drive(recorded.header().recordedAt(), 0);
                }
            }
            notBefore(recorded.header().recordedAt());
        }
    }

    /** Says that events up to this time are recorded: the clock starts no earlier. */
    void notBefore(Instant recorded) {
        latest = recorded.isAfter(latest) ? recorded : latest;
        if (driven && anchor.isBefore(latest)) {
            drive(latest, rate);
        }
    }

    /** System milliseconds until hospital time reaches a moment; at least 1, and at most a minute. */
    long millisUntil(Instant moment) {
        long hospitalMillis = Duration.between(now(), moment).toMillis();
        if (hospitalMillis <= 0) {
            return 1;
        }
        double systemMillis = rate() == 0 ? Double.MAX_VALUE : hospitalMillis / rate();
        return Math.max(1, (long) Math.min(60_000, systemMillis));
    }

    private Instant drivenNow() {
        double passed = (nanos.getAsLong() - anchorNanos) * rate;
        return anchor.plusNanos((long) passed);
    }
}
