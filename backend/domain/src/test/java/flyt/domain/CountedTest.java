package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.capacity.Count;
import flyt.domain.capacity.Counts;
import flyt.domain.capacity.Occupancy;
import flyt.domain.capacity.WardCount;
import flyt.domain.event.Event;
import flyt.domain.forecast.RollCall;
import flyt.domain.place.Counting;
import flyt.domain.place.Counting.Answer;
import flyt.domain.place.WardId;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayFact.StayUpdated;
import flyt.domain.stay.StayFact.TransferExpected;
import flyt.domain.stay.StayKind;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Newborns with their mother, day patients and patients under observation: who is in the occupancy (domain 3.1). */
class CountedTest {

    @Test
    void anOutpatientInABedIsADayPatient() {
        Event forTheDay =
                new PatientAdmitted(stay("anna"), new PatientKey("p-anna"), PatientClass.O, place("MED-1"), null);
        Hospital hospital = given(at("08:00", forTheDay)).hospital();
        assertThat(live(hospital, "MED")).isEqualTo("0/3");
        assertThat(count(hospital, "MED", Count.DAY_PATIENTS)).isEqualTo(1);
    }

    @Test
    void whoIsAdmittedForTheDayIsNotCountedEither() {
        Hospital hospital =
                given(at("08:00", admitted("anna", StayKind.DAY, "MED-1"))).hospital();
        assertThat(live(hospital, "MED")).isEqualTo("0/3");
        assertThat(count(hospital, "MED", Count.DAY_PATIENTS)).isEqualTo(1);
    }

    @Test
    void aPatientUnderObservationIsCountedApartUntilAdmitted() {
        Story story = given(at("08:00", admitted("anna", StayKind.OBSERVATION, "MED-1")));
        assertThat(live(story.hospital(), "MED")).isEqualTo("0/3");
        assertThat(count(story.hospital(), "MED", Count.OBSERVATION)).isEqualTo(1);
        assertThat(count(story.hospital(), "MED", Count.READY))
                .as("their bed is in use")
                .isEqualTo(2);
        story.when(at("09:00", new StayUpdated(stay("anna"), null, null, null)));
        assertThat(live(story.hospital(), "MED")).isEqualTo("0/3");
        story.when(at("10:00", new StayUpdated(stay("anna"), null, null, null, StayKind.ORDINARY)));
        assertThat(live(story.hospital(), "MED")).isEqualTo("1/3");
        assertThat(count(story.hospital(), "MED", Count.OBSERVATION)).isZero();
    }

    @Test
    void aNewbornIsCountedInABedOfItsOwnOnly() {
        Story story = given(
                at("08:00", admitted("mother", "MED-1")),
                at("08:01", admitted("child", StayKind.NEWBORN, "MED-1")),
                at("08:02", admitted("twin", StayKind.NEWBORN, "MED")),
                at("08:03", admitted("early", StayKind.NEWBORN, "MED-2")));
        assertThat(live(story.hospital(), "MED")).isEqualTo("2/3");
        assertThat(count(story.hospital(), "MED", Count.NEWBORNS)).isEqualTo(2);
        assertThat(count(story.hospital(), "MED", Count.WITHOUT_BED)).isZero();
        assertThat(Conflicts.all(story.hospital())).isEmpty();
        story.when(at("09:00", transferred("child", "MED-3")));
        assertThat(live(story.hospital(), "MED")).isEqualTo("3/3");
    }

    /** Newborns and their mother, day patients, observation: what a hospital says counts in the live and in the committed occupancy. */
    @ParameterizedTest
    @CsvSource({
        "NOT_COUNTED, NOT_COUNTED, NOT_COUNTED, 1 1, 1 1 1",
        "COUNTED, NOT_COUNTED, APART, 2 2, 0 1 1",
        "APART, COUNTED, NOT_COUNTED, 2 3, 1 0 1",
        "APART, APART, COUNTED, 2 2, 1 1 0",
        "COUNTED, COUNTED, COUNTED, 4 5, 0 0 0"
    })
    void theHospitalSaysWhoIsCounted(Answer newborns, Answer day, Answer observation, String occupancy, String apart) {
        Hospital hospital = given(
                        SmallHospital.asDefined().counting(new Counting(newborns, day, observation)),
                        at("08:00", admitted("mother", "MED-1")),
                        at("08:01", admitted("child", StayKind.NEWBORN, "MED-1")),
                        at("08:02", admitted("anna", StayKind.DAY, "MED-2")),
                        at("08:03", admitted("bo", StayKind.OBSERVATION, "MED-3")),
                        at("08:04", admitted("cid", StayKind.DAY, "SUR-1")),
                        at("08:05", new TransferExpected(stay("cid"), place("MED-K"), time("10:00"))))
                .hospital();
        Counts counts = counts(hospital, "MED");
        assertThat(Occupancy.live(counts).above() + " "
                        + Occupancy.committed(counts).above())
                .isEqualTo(occupancy);
        assertThat(counts.of(Count.NEWBORNS) + " " + counts.of(Count.DAY_PATIENTS) + " " + counts.of(Count.OBSERVATION))
                .isEqualTo(apart);
    }

    /** One measure of occupancy is not to say another number than the others. */
    @Test
    void theForecastCountsTheSame() {
        Hospital hospital = given(
                        at("08:00", admitted("mother", "MED-1")),
                        at("08:01", admitted("child", StayKind.NEWBORN, "MED-1")),
                        at("08:02", admitted("bo", StayKind.OBSERVATION, "MED-3")))
                .hospital();
        assertThat(live(hospital, "MED")).isEqualTo("1/3");
        assertThat(Objects.requireNonNull(
                                RollCalls.of(hospital, time("10:00")).wards().get(new WardId("MED")))
                        .patients())
                .isEqualTo(1);
    }

    @Test
    void whoIsInAWardWithoutABedIsForecastToComeThere() {
        Hospital hospital = given(at("08:00", admitted("anna", "MED-1")), at("08:01", admitted("bo", "MED")))
                .hospital();
        assertThat(live(hospital, "MED")).isEqualTo("1/3");
        RollCall call = RollCalls.of(hospital, time("10:00"));
        assertThat(call.ward(new WardId("MED")).patients()).isEqualTo(1);
        assertThat(call.people())
                .extracting(one -> one.stay() + " " + one.standing().phase() + " " + one.lies() + " " + one.home())
                .containsExactlyInAnyOrder("anna LYING MED MED", "bo COMING null MED");
    }

    private static Counts counts(Hospital hospital, String ward) {
        return WardCount.of(hospital, Objects.requireNonNull(hospital.places().ward(new WardId(ward))), time("10:00"))
                .counts();
    }

    private static int count(Hospital hospital, String ward, Count count) {
        return counts(hospital, ward).of(count);
    }

    private static String live(Hospital hospital, String ward) {
        Occupancy live = Occupancy.live(counts(hospital, ward));
        return live.above() + "/" + live.below();
    }
}
