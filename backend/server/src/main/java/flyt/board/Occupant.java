package flyt.board;

import flyt.domain.Hospital;
import flyt.domain.alert.Scores;
import flyt.domain.lab.LabOrder;
import flyt.domain.lab.LabSign;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.stay.Aspect;
import flyt.domain.stay.Course;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Milestone;
import flyt.domain.stay.Outlook;
import flyt.domain.stay.Outlook.Sign;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a board shows of one who holds a bed: a record per level, so that nothing else can reach the row. */
sealed interface Occupant {

    /** A protected patient: at level 1 like anybody else without a nurse, above it a sign that nothing is shown. */
    record Hidden() implements Occupant {}

    /** Level 1: who to ask. */
    record AtBare(@Nullable String nurse, List<Aspect> byHand) implements Occupant {
        /** Nobody to ask. */
        static final AtBare NOBODY = new AtBare(null, List.of());
    }

    /** Level 2. */
    record AtHalfClosed(Named who, @Nullable Isolation isolation, Leaving leaving) implements Occupant {}

    /**
     * Level 3.
     *
     * @param why what the discharge waits for, or null
     */
    record AtClosedRoom(
            Named who,
            @Nullable Integer careWeight,
            Scores.@Nullable Series scores,
            @Nullable Isolation isolation,
            @Nullable LabSign lab,
            Leaving leaving,
            @Nullable Why why)
            implements Occupant {

        /** As level 2 sees it: a discharge that waits for something is an expected one. */
        AtHalfClosed halfClosed() {
            Sign sign =
                    switch (leaving.sign()) {
                        case WAITING, ANSWER_READY, CORRECTED -> leaving.on() == null ? Sign.NONE : Sign.EXPECTED;
                        case NONE, EXPECTED, READY_TO_LEAVE, READY_FOR_MUNICIPALITY -> leaving.sign();
                    };
            return new AtHalfClosed(who, isolation, new Leaving(leaving.on(), leaving.at(), sign));
        }

        /** As level 1 sees it. */
        AtBare bare() {
            return new AtBare(
                    who.nurse(),
                    who.byHand().stream().filter(Aspect.NURSE::equals).toList());
        }
    }

    /**
     * Who it is and who has the responsibility.
     *
     * @param stay the visit number that counts
     * @param from the name of the responsible ward when it is another one
     * @param nurseMissing whether a nurse should be responsible and none is
     * @param byHand what of it a person has said, and no system since
     */
    record Named(
            StayId stay,
            Person person,
            boolean alike,
            @Nullable Instant admittedAt,
            Course.@Nullable Away away,
            @Nullable String from,
            @Nullable String nurse,
            @Nullable String doctor,
            boolean nurseMissing,
            boolean doctorMissing,
            List<Aspect> byHand) {}

    /** When the patient is expected to leave, and how that stands. */
    record Leaving(@Nullable LocalDate on, @Nullable Instant at, Sign sign) {}

    /** What a discharge waits for. {@code at}: when that is due or was answered. */
    record Why(Milestone.Kind milestone, Milestone.State state, @Nullable Instant at) {}

    /** All that any board may show of who holds the bed: {@link Hidden} or {@link AtClosedRoom}. */
    static Occupant of(Moment moment, BedPlace bed, Course course, boolean alike) {
        Person person = moment.person(course);
        if (person.isProtected()) {
            return new Hidden();
        }
        Hospital hospital = moment.hospital();
        List<LabOrder> orders = hospital.labsOf(course.stay());
        Outlook outlook = Outlook.of(course, orders);
        return new AtClosedRoom(
                named(moment, bed, course, person, alike),
                hospital.careWeightOf(course.stay()),
                hospital.scoresOf(course.stay()),
                course.isolation(),
                LabSign.of(orders),
                new Leaving(course.expectedOn(), course.expectedAt(), outlook.sign()),
                outlook.waitsFor() == null
                        ? null
                        : new Why(
                                outlook.waitsFor(),
                                outlook.sign() == Sign.WAITING ? Milestone.State.WAITING : Milestone.State.ANSWER_READY,
                                outlook.at()));
    }

    private static Named named(Moment moment, BedPlace bed, Course course, Person person, boolean alike) {
        Hospital hospital = moment.hospital();
        var nurse = hospital.nurseOf(course);
        var doctor = hospital.doctorOf(course);
        boolean here = Moment.liesIn(course, bed);
        boolean expectsStaff = here && !moment.plan().carriers(Carried.STAFF).isEmpty();
        return new Named(
                course.stay(),
                person,
                alike,
                course.admittedAt(),
                here ? moment.away(course) : null,
                moment.wardName(moment.homeOfOutlier(course)),
                moment.identities().firstName(nurse),
                moment.identities().name(doctor),
                expectsStaff && nurse == null,
                expectsStaff && doctor == null,
                hospital.wordsOf(course).aspects());
    }

    /** Writes the fields, and nothing else, into an object that is begun. */
    default void write(RowJson json) {
        if (this instanceof Hidden) {
            json.flag("protected", true);
        } else if (this instanceof AtBare bare) {
            json.text("nurse", bare.nurse());
            json.words("byHand", bare.byHand());
        } else if (this instanceof AtHalfClosed half) {
            OccupantJson.write(json, half);
        } else if (this instanceof AtClosedRoom full) {
            OccupantJson.write(json, full);
        }
    }
}
