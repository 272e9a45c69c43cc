package flyt.simulator.hospital;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The emergency department: arrivals by hour and weekday, triage, a bay when there is one, the decision, the wait
 * for a bed.
 */
final class EmergencyDepartment {

    private static final double ARRIVALS_A_DAY = 115;

    /** With the hand-over; the wait for a bed brings the mean to about 240 for all. */
    private static final double MEAN_MINUTES = 226;

    private static final double[] HOURS = {
        2.2, 1.8, 1.6, 1.4, 1.3, 1.4, 1.7, 2.4, 3.8, 5.5, 6.7, 7.3, 7.2, 6.9, 6.5, 6.2, 5.9, 5.6, 5.2, 4.8, 4.4, 3.9,
        3.4, 2.9
    };

    /** Monday first. */
    private static final double[] WEEKDAYS = {1.12, 1.04, 1.02, 1.01, 1.03, 0.88, 0.90};

    private static final List<String> COLOURS = List.of("red", "orange", "yellow", "green", "blue");
    private static final double[] COLOUR_SHARES = {3, 21, 41, 30, 5};
    private static final double[] ADMITTED = {0.90, 0.85, 0.67, 0.40, 0.10};
    private static final double[] TO_INTENSIVE = {0.40, 0.05, 0.013, 0.013, 0};
    private static final WardProfile SENT_HOME =
            new WardProfile(WardProfile.Field.MEDICAL, 1, 0, 0, 0, 0, 0, new double[] {14, 32, 28, 16, 10});

    private final House house;
    private final Chance arrivals;
    private final Chance chance;
    private final People people;
    private final Movements movements;
    private final BedDesk desk;
    private final Course course;
    private final Illness illness;
    private final Laboratory laboratory;
    private final List<Ward> wards;
    private final List<Stay> withoutBay = new ArrayList<>();

    EmergencyDepartment(
            House house,
            Chance arrivals,
            Chance chance,
            People people,
            Movements movements,
            BedDesk desk,
            Course course,
            Illness illness,
            Laboratory laboratory) {
        this.house = house;
        this.arrivals = arrivals;
        this.chance = chance;
        this.people = people;
        this.movements = movements;
        this.desk = desk;
        this.course = course;
        this.illness = illness;
        this.laboratory = laboratory;
        this.wards = house.inpatientWards().stream()
                .filter(ward -> ward.numbers().fromEmergency() > 0)
                .toList();
    }

    /** Patients come from now on. */
    void open() {
        house.every(House.HOUR, this::hour);
        house.every(5 * House.MINUTE, this::giveBays);
    }

    private void hour() {
        double mean = ARRIVALS_A_DAY
                * seasonal()
                * HOURS[house.wall.hour(house.now())]
                / 100
                * WEEKDAYS[house.wall.weekday(house.now()).getValue() - 1];
        int count = arrivals.poisson(mean);
        for (int i = 0; i < count; i++) {
            house.agenda.in(arrivals.between(0, House.HOUR - 1), this::arrive);
        }
    }

    /** How many more come than in an ordinary week: those whom the season brings to the wards, and the crowd after a holiday. */
    private double seasonal() {
        Season season = house.season();
        double ordinary = 0;
        double now = 0;
        for (Ward ward : wards) {
            ordinary += ward.numbers().fromEmergency();
            now += ward.numbers().fromEmergency(season);
        }
        return season.emergency * now / ordinary;
    }

    private void arrive() {
        int colour = arrivals.weighted(COLOUR_SHARES);
        Ward admittedTo = arrivals.happens(ADMITTED[colour]) ? ward(colour) : null;
        WardProfile profile = admittedTo == null ? SENT_HOME : admittedTo.numbers();
        Person person = people.forWard(profile, house.wall.date(house.now()));
        Stay stay = new Stay(house.nextVisit(), person, house.now());
        if (chance.happens(0.012)) {
            comeWithoutName(stay, person);
        }
        stay.emergency = true;
        stay.triage = COLOURS.get(colour);
        Bed bay = freeBay(colour == 0);
        movements.arrive(stay, bay);
        if (bay == null) {
            withoutBay.add(stay);
        }
        illness.atTheDoor(stay, profile);
        if (chance.happens(0.7)) {
            laboratory.draw(stay, chance.happens(0.8), 25);
        }
        double minutes = Math.max(25, chance.logNormal(MEAN_MINUTES, 0.6));
        if (admittedTo == null) {
            house.agenda.in(minutes * House.MINUTE, () -> movements.discharge(stay, "home"));
        } else {
            double handover = chance.logNormalAround(35, 0.5);
            double decision = Math.max(15, minutes - handover);
            house.agenda.in(decision * House.MINUTE, () -> decide(stay, admittedTo, handover));
        }
    }

    private void comeWithoutName(Stay stay, Person person) {
        Person unknown = people.unknown(house.wall.date(house.now()), person.woman());
        stay.become(unknown);
        house.agenda.in(chance.between(15, 90) * House.MINUTE, () -> {
            stay.become(person);
            house.witness.identified(house.now(), stay, unknown);
        });
    }

    private Ward ward(int colour) {
        if (arrivals.happens(TO_INTENSIVE[colour])) {
            return house.wards.get(arrivals.happens(0.33) ? "INT" : "OVE");
        }
        Season season = house.season();
        double[] weights = wards.stream()
                .mapToDouble(ward -> ward.numbers().fromEmergency(season))
                .toArray();
        return wards.get(arrivals.weighted(weights));
    }

    private void decide(Stay stay, Ward ward, double handover) {
        long ready = house.now() + StrictMath.round(handover * House.MINUTE);
        house.witness.admissionExpected(house.now(), stay, ward, null, ready, house.emergency);
        desk.ask(new BedRequest(stay, ward, BedRequest.Origin.EMERGENCY, house.now(), ready, () -> {
            withoutBay.remove(stay);
            movements.admit(stay, ward, course.promisedTo(stay, ward));
            course.begin(stay);
            giveBays();
        }));
    }

    /** Who has waited longest outside gets the bay that has become free. */
    private void giveBays() {
        withoutBay.removeIf(stay -> stay.gone || stay.admitted());
        for (Stay stay : List.copyOf(withoutBay)) {
            Bed bay = freeBay(false);
            if (bay == null) {
                return;
            }
            withoutBay.remove(stay);
            movements.transfer(stay, null, bay);
        }
    }

    /** The four resuscitation rooms are for red patients only. */
    private @Nullable Bed freeBay(boolean red) {
        return house.emergency.beds.stream()
                .filter(Bed::free)
                .min(Comparator.comparing(bed -> bed.cluster.equals("R") != red))
                .filter(bed -> red || !bed.cluster.equals("R"))
                .orElse(null);
    }
}
