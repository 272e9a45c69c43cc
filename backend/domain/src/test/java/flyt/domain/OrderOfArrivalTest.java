package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Story.Line;
import flyt.domain.bed.BedEvent.RoomReleased;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.Places;
import flyt.domain.stay.Course;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayFact.LeaveEnded;
import flyt.domain.stay.StayFact.LeaveStarted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever order facts arrive in, the same stays, placements and occupants come of them as in good order. */
class OrderOfArrivalTest {

    private static final int SHUFFLES_OF_EACH_DAY = 120;
    private static final int RANDOM_DAYS = 400;
    private static final int SHUFFLES_OF_EACH_RANDOM_DAY = 12;

    static Stream<List<Line>> days() {
        return Stream.of(
                day(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", transferred("anna", "MED-2")),
                        at("10:00", transferred("anna", "MED-1")),
                        at("11:00", discharged("anna"))),
                day(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", transferred("anna", "MED-2")),
                        at("09:10", cancelled("anna", FactKind.PATIENT_TRANSFERRED)),
                        at("10:00", transferred("anna", "SUR-1")),
                        at("11:00", discharged("anna")),
                        at("11:05", cancelled("anna", FactKind.PATIENT_DISCHARGED)),
                        at("12:00", discharged("anna"))),
                day(
                        at("08:00", admitted("anna", "MED-1")).as("a"),
                        at("08:30", admitted("anna", "SUR-2")).as("b"),
                        at("09:00", cancelled("anna", FactKind.PATIENT_ADMITTED, "a")),
                        at("09:00", cancelled("anna", FactKind.PATIENT_ADMITTED)),
                        at("09:30", admitted("anna", "ER"))),
                day(
                        at("08:00", admitted("anna", "SUR-1")),
                        at("08:00", admitted("bo", "MED-1")),
                        at("09:00", swapped("anna", "MED-1", "bo", "SUR-1")),
                        at("09:30", cancelled("bo", FactKind.BEDS_SWAPPED)),
                        at("10:00", swapped("anna", "MED-1", "bo", "SUR-1")),
                        at("12:00", discharged("bo"))),
                day(
                        at("08:00", admitted("anna", "SUR-1")),
                        at("09:00", roomLeft("anna", null)),
                        at("09:30", new LeaveStarted(stay("anna"), null)),
                        at("12:00", new LeaveEnded(stay("anna"), place("SUR-2"))),
                        at("13:00", discharged("anna")),
                        at("13:30", roomLeft("anna", "SUR-2"))),
                day(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", transferred("anna", "MED-2")),
                        at("10:00", died("anna")),
                        at("11:00", new RoomReleased(bed("MED-2"))),
                        at("12:00", admitted("bo", "MED-2"))),
                day(
                        at("08:00", admitted("anna", "MED-1")),
                        at("08:10", admitted("bo", "MED-2")),
                        at("08:20", merged("anna", "bo")),
                        at("09:00", transferred("bo", "MED-3")),
                        at("09:10", cancelled("bo", FactKind.STAYS_MERGED)),
                        at("10:00", discharged("anna"))),
                day(
                        at("07:00", registered("anna", "ER-1")),
                        at("07:30", admissionExpected("anna", "MED-1", "09:00")),
                        at("08:30", transferExpected("anna", "SUR-1")),
                        at("09:00", admitted("anna", "MED-2")),
                        at("10:00", transferred("anna", "SUR-2")),
                        at("10:00", cancelled("anna", FactKind.TRANSFER_EXPECTED))),
                day(
                        at("10:00", cancelled("anna", FactKind.PATIENT_TRANSFERRED)),
                        at("11:00", transferred("anna", "MED-1")),
                        at("12:00", transferred("anna", "MED-2")),
                        at("08:00", admitted("anna", "ER-1"))),
                day(
                        at("08:00", admitted("anna", "MED-1")),
                        at("09:00", discharged("anna")).as("x"),
                        at("09:00", transferred("anna", "MED-2")).as("y"),
                        at("09:00", cancelled("anna", FactKind.PATIENT_DISCHARGED))
                                .as("z"),
                        at("09:00", transferred("anna", "MED-3")).as("w")));
    }

    private static List<Line> day(Line... lines) {
        List<Line> day = new ArrayList<>();
        for (Line line : lines) {
            day.add(line.message() == null ? line.as("d" + day.size()) : line);
        }
        return day;
    }

    @ParameterizedTest
    @MethodSource("days")
    void anyOrderEndsAsTheGoodOne(List<Line> day) {
        List<String> orderly = told(inOrder(day));
        for (int seed = 0; seed < SHUFFLES_OF_EACH_DAY; seed++) {
            List<Line> shuffled = shuffledWithRepeats(day, new Random(seed));
            assertThat(told(shuffled)).as("seed %d: %s", seed, shuffled).isEqualTo(orderly);
        }
    }

    @Test
    void anyOrderOfARandomDayEndsAsTheGoodOne() {
        for (long seed = 0; seed < RANDOM_DAYS; seed++) {
            RandomFacts facts = new RandomFacts(seed, 2 + (int) (seed % 3));
            List<Line> day = Stream.generate(facts::aboutStays)
                    .limit(4 + facts.random().nextInt(9))
                    .toList();
            HospitalDefinition hospital = seed % 2 == 0 ? SmallHospital.asDefined() : SmallHospital.whereHandsHold();
            List<String> orderly = told(hospital, inOrder(day));
            for (int shuffle = 0; shuffle < SHUFFLES_OF_EACH_RANDOM_DAY; shuffle++) {
                List<Line> shuffled = shuffledWithRepeats(day, facts.random());
                assertThat(told(hospital, shuffled))
                        .as("seed %d: %s", seed, shuffled)
                        .isEqualTo(orderly);
            }
        }
    }

    private static List<Line> inOrder(List<Line> day) {
        return day.stream().sorted(Comparator.comparing(Line::at)).toList();
    }

    private static List<Line> shuffledWithRepeats(List<Line> day, Random random) {
        List<Line> shuffled = new ArrayList<>(day);
        shuffled.add(day.get(random.nextInt(day.size())));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<String> told(List<Line> lines) {
        return told(SmallHospital.asDefined(), lines);
    }

    /** What this order of arrival comes to. All of it is told in the evening, so that no time lies in the future. */
    private static List<String> told(HospitalDefinition definition, List<Line> lines) {
        Story story = given(definition);
        lines.forEach(line -> story.when(line.toldAt("20:00")));
        Hospital hospital = story.hospital();
        List<String> said = new ArrayList<>();
        for (Course course : hospital.stays().courses()) {
            said.add(String.join(
                    " | ",
                    course.stay().value(),
                    "" + course.status() + course.known() + course.patient(),
                    "responsible " + course.responsibleWard(),
                    "from " + course.admittedAt() + " to " + course.endedAt() + " " + course.disposition(),
                    "placements " + course.placements(),
                    "holdings " + course.holdings(),
                    "incoming " + course.incoming(),
                    "away " + course.away(),
                    "nothing " + course.cancelledNothing(),
                    "moved after the end " + course.movedAfterEnd(),
                    "isolation " + course.isolation() + ", discharge " + course.expectedOn(),
                    "nurse " + hospital.nurseOf(course),
                    "by hand " + hospital.wordsOf(course)));
        }
        for (Places.BedPlace place : hospital.places().beds()) {
            said.add(place.bed() + ": " + hospital.stays().occupants(place.bed()));
        }
        return said;
    }
}
