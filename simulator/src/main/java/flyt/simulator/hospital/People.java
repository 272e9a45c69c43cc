package flyt.simulator.hospital;

import java.time.LocalDate;

/** Invents patients. Number and name are drawn, none of them exists; there is no birth number. */
final class People {

    private static final int[] AGE_FROM = {0, 16, 45, 67, 80, 97};

    private final Chance chance;
    private int serial = 100_000;

    People(Chance chance) {
        this.chance = chance;
    }

    /** Somebody of the age and sex that this ward sees. */
    Person forWard(WardProfile profile, LocalDate today) {
        int band = chance.weighted(profile.ages());
        boolean woman = profile.field() == WardProfile.Field.WOMEN || chance.happens(0.5);
        double years = chance.between(AGE_FROM[band], AGE_FROM[band + 1]);
        if (profile.field() == WardProfile.Field.NEWBORN) {
            years = 0;
        } else if (profile.births() > 0) {
            years = chance.normal(31, 5, 18);
        }
        serial++;
        return new Person(
                "P" + serial,
                chance.oneOf(woman ? Names.WOMEN : Names.MEN),
                Names.family(chance),
                today.minusDays((long) (years * 365.25)),
                woman,
                chance.happens(0.004));
    }

    /** A number for somebody whose name nobody knows yet. */
    Person unknown(LocalDate today, boolean woman) {
        serial++;
        return new Person(
                "P" + serial,
                "Ukjent",
                woman ? "Kvinne" : "Mann",
                LocalDate.of(today.getYear() - 50, 1, 1),
                woman,
                false);
    }
}
