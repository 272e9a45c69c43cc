package flyt.domain.forecast;

import flyt.domain.forecast.ClosedForm.Assumed;
import flyt.domain.place.WardId;
import flyt.domain.stay.StayId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital's past says of its next two days. It hears a roll call every full hour, sees in it what became of those of the
 * hours before, and forecasts from it. An hour that is left out is not learned from and harms nothing. Used by one thread.
 */
public final class Experience {
    /*
     *    roll call ──┬── compared with each of the last 48 hours' ──> what became of people, and of forecasts
     *                └── closed form ──> corrected ──> forecast, which is remembered
     */
    private final ClosedForm closedForm = new ClosedForm();
    private final Corrections corrections = new Corrections();
    private final Deque<Past> pasts = new ArrayDeque<>();
    private long heard;
    private @Nullable Instant upTo;

    /** A roll call of before, those who stood alike, and what was forecast from it. */
    private record Past(RollCall call, List<Fates> alike, Forecast closedForm, Forecast said) {}

    /** Nothing learned yet. */
    public Experience() {}

    /** As a {@link Memory} told it; the roll calls of its last days are to be {@linkplain #recall recalled}. */
    public Experience(Memory kept) {
        closedForm.take(kept);
        corrections.take(kept.corrections());
        heard = kept.heard();
    }

    /**
     * Learns from a roll call and forecasts from it.
     *
     * @throws IllegalArgumentException when it is not later than the one before
     */
    public Forecast hear(RollCall now) {
        forget(now);
        Map<StayId, WardId> lying = now.lying();
        for (Past past : pasts) {
            int hours = (int) hours(past, now);
            if (hours >= 1) {
                closedForm.learn(past.call(), past.alike(), lying, hours);
                corrections.learn(past.closedForm(), past.said(), past.call(), now, hours);
            }
        }
        closedForm.learn(now);
        heard++;
        return remember(now);
    }

    /**
     * Hears once more a roll call of the last {@value Forecast#HOURS} hours before {@link #memory} was taken. It has been learned from
     * already, but those to come will be compared with it.
     *
     * @throws IllegalArgumentException when it is not later than the one before
     */
    public void recall(RollCall then) {
        forget(then);
        Forecast unused = remember(then);
    }

    private void forget(RollCall now) {
        Past last = pasts.peekLast();
        if (last != null && !now.at().isAfter(last.call().at())) {
            throw new IllegalArgumentException("The roll call of " + now.at() + " comes after that of "
                    + last.call().at());
        }
        pasts.removeIf(past -> hours(past, now) > Forecast.HOURS);
    }

    private Forecast remember(RollCall now) {
        Forecast sums = closedForm.of(now, Assumed.NOTHING);
        Forecast said = corrections.correct(sums, now);
        pasts.addLast(new Past(now, closedForm.fates(now), sums, said));
        upTo = now.at();
        return said;
    }

    /** Forecasts from a roll call without learning from it: one that did not take place, or one of another time. */
    public Forecast forecast(RollCall imagined) {
        return corrections.correct(closedForm.of(imagined, Assumed.NOTHING), imagined);
    }

    /** What will come as it is, and what would. */
    public record Beside(Forecast asItIs, Forecast imagined) {}

    /**
     * Forecasts what would come if that were so, beside what will come as it is, without learning from it.
     *
     * @param whatIf nothing that contradicts itself
     * @param cleaners how many are on duty now
     */
    public Beside imagine(RollCall now, WhatIf whatIf, int cleaners) {
        Assumed assumed = new Assumed(
                1 + whatIf.arrivalsPercent() / 100.0, whatIf.shut(), hours -> whatIf.unready(now, hours, cleaners));
        RollCall before = whatIf.withBeds(now);
        Forecast early = closedForm.of(before, assumed);
        Forecast late =
                whatIf.discharged().isEmpty() ? early : closedForm.of(whatIf.withoutDischarged(before), assumed);
        Forecast sums = closedForm.of(now, Assumed.NOTHING);
        Forecast asItIs = corrections.correct(sums, now);
        return new Beside(
                asItIs,
                asItIs.movedAs(sums, early.until(whatIf.hoursToNoon(now), late)).withNoneReady(whatIf.shut()));
    }

    /** How many roll calls it has learned from; with none, forecasts are made of national figures and of who is known. */
    public long heard() {
        return heard;
    }

    /** When the last roll call was held that it has heard; null before the first. */
    public @Nullable Instant upTo() {
        return upTo;
    }

    /** All that was learned. */
    public Memory memory() {
        return new Memory(
                upTo,
                heard,
                closedForm.fates(),
                closedForm.newcomers(),
                closedForm.moves(),
                closedForm.unready(),
                closedForm.season(),
                corrections.memory());
    }

    private static long hours(Past past, RollCall now) {
        return Duration.between(past.call().at(), now.at()).toHours();
    }
}
