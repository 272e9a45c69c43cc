package flyt.domain.forecast;

/**
 * What a number will probably be: normal around a mean.
 *
 * @param variance of what is forecast, never below 0
 */
public record Spread(double mean, double variance) {
    static final Spread NONE = new Spread(0, 0);

    private static final double HALF = 0.6745;
    private static final double NINE_TENTHS = 1.6449;

    /** Two numbers between which it will lie with some chance; never below 0, as nothing is that is counted. */
    public record Band(double low, double high) {
        /** Whether a count fell inside. */
        public boolean holds(int count) {
            return low <= count && count <= high;
        }
    }

    /** Where it will lie with a chance of a half. */
    public Band half() {
        return band(HALF);
    }

    /** Where it will lie nine times out of ten. */
    public Band nineTenths() {
        return band(NINE_TENTHS);
    }

    /** To the tenth, its variance to the hundredth: as it is written down. */
    Spread rounded() {
        return new Spread(StrictMath.rint(mean * 10) / 10, StrictMath.rint(variance * 100) / 100);
    }

    private Band band(double deviations) {
        double wide = deviations * StrictMath.sqrt(variance);
        return new Band(StrictMath.max(0, mean - wide), StrictMath.max(0, mean + wide));
    }

    Spread plus(Spread other) {
        return new Spread(mean + other.mean, variance + other.variance);
    }

    /** As far from here as the one is from the other, and as much wider. */
    Spread movedAs(Spread one, Spread other) {
        double wider = one.variance == 0 ? 1 : other.variance / one.variance;
        return new Spread(mean + (other.mean - one.mean), variance * wider);
    }

    Spread times(double factor) {
        return new Spread(mean * factor, variance * factor);
    }

    /** The same with so much more variance. */
    Spread lessSure(double more) {
        return new Spread(mean, variance + more);
    }

    /** That share of it, where all of it is wrong at once. */
    Spread share(double share) {
        return new Spread(mean * share, variance * share * share);
    }

    /** What is left of so many when that has been taken away. */
    Spread from(int whole) {
        return new Spread(whole - mean, variance);
    }

    /** Of something that happens or not. */
    static Spread chance(double chance) {
        return new Spread(chance, chance * (1 - chance));
    }

    /** Of things that come independently of each other: as many as the mean, as often more as Poisson says. */
    static Spread poisson(double mean) {
        return new Spread(mean, mean);
    }

    /** The same, when it is not sure how many as a mean: of a rate with a Gamma distribution, the negative binomial one. */
    static Spread poisson(Spread rate) {
        return poisson(rate.mean).lessSure(rate.variance);
    }
}
