package flyt.simulator.hospital;

import org.jspecify.annotations.Nullable;

/**
 * How ill a patient is as the chart shows it: the early-warning score, measured again when due, and isolation.
 *
 * <p>The score is read from a latent normal that keeps 0.8 of its deviation over four and a half hours, so it moves
 * slowly; its shares on a ward are 0: 30 %, 1–2: 36 %, 3–4: 20 %, 5–6: 9 %, 7 and more: 5 %.
 */
final class Illness {

    private static final double MEMORY_HOURS = 20;

    /** Upper ends of the scores 0, 1, 2, ... in the standard normal, for the shares above. */
    private static final double[] WARD = {-0.524, -0.05, 0.412, 0.75, 1.08, 1.34, 1.645, 1.88, 2.17, 2.46};

    /** A patient at the door of the emergency department is scored lower: 80 % 0–2, 8 % five or more. */
    private static final double AT_THE_DOOR = -0.43;

    private static final double INTENSIVE = 0.8;

    private static final double[] KINDS = {50, 10, 28, 4, 8};
    private static final double[] KINDS_OF_FRAGILE = {25, 5, 15, 1, 54};

    /** So long after isolation the room is clean around the patient: the ward's daily cleaners do it, who are not those on call. */
    private static final long CLEANED_AROUND_MINUTES = 90;

    private final House house;
    private final Chance chance;
    private final Chance isolations;

    Illness(House house, Chance chance, Chance isolations) {
        this.house = house;
        this.chance = chance;
        this.isolations = isolations;
    }

    /** In the emergency department: the first score a few minutes after arrival. */
    void atTheDoor(Stay stay, WardProfile profile) {
        stay.illness = chance.gaussian();
        follow(stay, profile, 8);
        isolate(stay, profile);
    }

    /** On a ward without having come by the emergency department. */
    void onArrival(Stay stay, WardProfile profile) {
        stay.illness = chance.gaussian();
        follow(stay, profile, 45);
        isolate(stay, profile);
    }

    private void follow(Stay stay, WardProfile profile, double minutes) {
        stay.illnessAt = house.now();
        int age = stay.person().age(house.wall.date(house.now()));
        String otherScale = age < 16 ? "PEVS" : profile.births() > 0 ? "MEOWS" : null;
        house.agenda.in(chance.normal(minutes, minutes / 4, 2) * House.MINUTE, () -> {
            if (otherScale != null) {
                house.witness.notScored(house.now(), stay, otherScale);
            } else {
                measure(stay);
            }
        });
    }

    private void measure(Stay stay) {
        if (stay.gone) {
            return;
        }
        if (stay.away) {
            house.agenda.in(20 * House.MINUTE, () -> measure(stay));
            return;
        }
        move(stay);
        int score = score(stay);
        stay.score = score;
        boolean singleThree = chance.happens(score >= 7 ? 0.8 : score >= 5 ? 0.4 : score >= 3 ? 0.12 : 0);
        long due = house.now() + again(score, singleThree);
        house.witness.scored(house.now(), stay, score, singleThree, due, -1);
        if (score >= 7 && chance.happens(0.85)) {
            house.agenda.in(chance.between(3, 15) * House.MINUTE, () -> {
                if (!stay.gone) {
                    house.witness.scored(house.now(), stay, score, singleThree, due, house.now());
                }
            });
        }
        house.agenda.at(
                Math.max(house.now() + 30 * House.MINUTE, due + StrictMath.round(chance.gaussian() * 8 * House.MINUTE)),
                () -> measure(stay));
    }

    private static long again(int score, boolean singleThree) {
        if (score >= 5 || singleThree) {
            return House.HOUR;
        }
        return score == 0 ? 12 * House.HOUR : 5 * House.HOUR;
    }

    private void move(Stay stay) {
        double hours = (house.now() - stay.illnessAt) / (double) House.HOUR;
        double kept = StrictMath.exp(-hours / MEMORY_HOURS);
        stay.illness = kept * stay.illness + StrictMath.sqrt(1 - kept * kept) * chance.gaussian();
        stay.illnessAt = house.now();
    }

    private static int score(Stay stay) {
        Ward ward = stay.place;
        double shift = ward == null || ward.profile == null
                ? AT_THE_DOOR
                : ward.numbers().field() == WardProfile.Field.INTENSIVE ? INTENSIVE : 0;
        double level = stay.illness + shift;
        int score = 0;
        while (score < WARD.length && level > WARD[score]) {
            score++;
        }
        return score;
    }

    /** Suspicion on arrival or in the first hours; three of ten are cleared by a test within 3 to 24 hours. */
    private void isolate(Stay stay, WardProfile profile) {
        if (!isolations.happens(Math.min(0.9, profile.isolated() * house.season().infection))) {
            return;
        }
        Isolation isolation = Isolation.values()[isolations.weighted(profile.fragile() ? KINDS_OF_FRAGILE : KINDS)];
        boolean known = isolations.happens(0.7);
        double wait = known ? isolations.between(2, 20) : isolations.between(60, 900);
        boolean cleared = isolation != Isolation.PROTECTIVE && isolations.happens(0.3);
        double hours = isolations.between(3, 24);
        house.agenda.in(wait * House.MINUTE, () -> {
            if (!stay.gone) {
                set(stay, isolation);
                if (cleared) {
                    house.agenda.in(hours * House.HOUR, () -> set(stay, null));
                }
            }
        });
    }

    private void set(Stay stay, @Nullable Isolation isolation) {
        if (!stay.gone) {
            boolean ends = stay.isolation != null && isolation == null;
            stay.isolation = isolation;
            house.witness.isolationChanged(house.now(), stay);
            Bed bed = stay.bed;
            if (ends && bed != null) {
                house.agenda.in(CLEANED_AROUND_MINUTES * House.MINUTE, () -> cleanedAround(stay, bed));
            }
        }
    }

    private void cleanedAround(Stay stay, Bed bed) {
        if (!stay.gone && stay.isolation == null && bed.equals(stay.bed)) {
            house.witness.roomCleaned(house.now(), bed);
        }
    }
}
