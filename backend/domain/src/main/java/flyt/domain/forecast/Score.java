package flyt.domain.forecast;

import org.jspecify.annotations.Nullable;

/** How good forecasts of a number turned out to be, beside two that anybody can make. Used by one thread. */
public final class Score {
    private int forecasts;
    private double errors;
    private double errorsOfNow;
    private double errorsOfLastWeek;
    private int lastWeeks;
    private int inHalf;
    private int inNineTenths;

    /**
     * One forecast, when its time has come.
     *
     * @param came what the number came to be
     * @param then what it was when the forecast was made: the first naive forecast is that it stays so
     * @param lastWeek what it was a week before its time: the second naive forecast is that it is so again; null:
     *     nobody knows
     */
    public void add(Spread said, int came, int then, @Nullable Integer lastWeek) {
        forecasts++;
        errors += StrictMath.abs(came - said.mean());
        errorsOfNow += StrictMath.abs(came - then);
        if (lastWeek != null) {
            lastWeeks++;
            errorsOfLastWeek += StrictMath.abs(came - lastWeek);
        }
        inHalf += said.half().holds(came) ? 1 : 0;
        inNineTenths += said.nineTenths().holds(came) ? 1 : 0;
    }

    public int forecasts() {
        return forecasts;
    }

    /** Mean absolute error. */
    public double error() {
        return errors / forecasts;
    }

    /** The same of "as it is now". */
    public double errorOfNow() {
        return errorsOfNow / forecasts;
    }

    /** The same of "as at this hour last week", of those of which that is known; NaN: of none. */
    public double errorOfLastWeek() {
        return errorsOfLastWeek / lastWeeks;
    }

    /** How much smaller the error is than that of the better naive forecast, as a share of it. */
    public double better() {
        double other = lastWeeks == 0 ? errorOfNow() : StrictMath.min(errorOfNow(), errorOfLastWeek());
        return 1 - error() / other;
    }

    /** The share that fell into the band that was to hold half of them. */
    public double inHalf() {
        return (double) inHalf / forecasts;
    }

    /** The share that fell into the band that was to hold nine tenths of them. */
    public double inNineTenths() {
        return (double) inNineTenths / forecasts;
    }
}
