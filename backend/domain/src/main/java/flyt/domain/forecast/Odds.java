package flyt.domain.forecast;

/**
 * What is said of everybody who stands alike, of one hour at a time: asked once, however many they are. Used by one thread.
 */
final class Odds {
    /** What is asked. */
    enum Of {
        ANY_WARD,
        THEIR_OWN,
        ANOTHER
    }

    private final Fates alike;
    private final Of of;
    private double chance;
    private double variance;
    private double misjudged;
    private double onSuchADay;

    Odds(Fates alike, Of of) {
        this.alike = alike;
        this.of = of;
    }

    /**
     * From here on what is said is said of so many hours later.
     *
     * @param looked as far ahead as somebody has looked; after that, who lies anywhere leaves as people do
     */
    void look(int hours, int looked) {
        double inHouse = alike.inHouse(looked);
        double atHome = StrictMath.min(inHouse, alike.atHome(looked));
        chance = Standing.Phase.stays(hours - looked)
                * switch (of) {
                    case ANY_WARD -> inHouse;
                    case THEIR_OWN -> atHome;
                    case ANOTHER -> inHouse - atHome;
                };
        variance = chance * (1 - chance);
        misjudged = StrictMath.sqrt(variance / (alike.known(looked) + 1));
        onSuchADay = variance * alike.ofOtherDays(looked);
    }

    Fates alike() {
        return alike;
    }

    /** That one of them will lie there. */
    double chance() {
        return chance;
    }

    /** Of whether one does. */
    double variance() {
        return variance;
    }

    /** By how much the chance is wrong for all of them at once, as a standard deviation. */
    double misjudged() {
        return misjudged;
    }

    /** As much of {@link #variance} as is known from other days only. */
    double onSuchADay() {
        return onSuchADay;
    }
}
