package flyt.domain.forecast;

/** How good forecasts of a number turned out to be, beside two that anybody can make. Used by one thread. */
public final class Score {
    private int forecasts;
    private double errors;
    private double errorsOfNow;
    private double errorsOfLastWeek;
    private int inHalf;
    private int inNineTenths;

    /**
     * One forecast, when its time has come.
     *
     * @param came what the number came to be
     * @param then what it was when the forecast was made: the first naive forecast is that it stays so
     * @param lastWeek what it was a week before its time: the second naive forecast is that it is so again
     */
    public void add(Spread said, int came, int then, int lastWeek) {
        forecasts++;
        errors += StrictMath.abs(came - said.mean());
        errorsOfNow += StrictMath.abs(came - then);
        errorsOfLastWeek += StrictMath.abs(came - lastWeek);
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

    /** The same of "as at this hour last week". */
    public double errorOfLastWeek() {
        return errorsOfLastWeek / forecasts;
    }

    /** How much smaller the error is than that of the better naive forecast, as a share of it. */
    public double better() {
        return 1 - error() / StrictMath.min(errorOfNow(), errorOfLastWeek());
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
