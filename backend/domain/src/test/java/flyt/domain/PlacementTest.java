package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.AcceptRequest;
import flyt.domain.Command.CloseBed;
import flyt.domain.Command.DeclineRequest;
import flyt.domain.Command.EndReservation;
import flyt.domain.Command.RequestBed;
import flyt.domain.Command.ReserveBed;
import flyt.domain.Command.SwapReservations;
import flyt.domain.Command.WithdrawRequest;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.BedShared;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReservationEnded;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.WardId;
import flyt.domain.placement.BedNeed;
import flyt.domain.placement.DeclineReason;
import flyt.domain.placement.EndReason;
import flyt.domain.placement.PlacementEvent.AnswerOverdue;
import flyt.domain.placement.PlacementEvent.BedRequested;
import flyt.domain.placement.PlacementEvent.RequestAccepted;
import flyt.domain.placement.PlacementEvent.RequestDeclined;
import flyt.domain.placement.PlacementEvent.RequestEnded;
import flyt.domain.placement.PlacementEvent.WardAsked;
import flyt.domain.placement.Request;
import flyt.domain.placement.RequestId;
import flyt.domain.placement.WithdrawReason;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.StayFact.TransferExpected;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From the need of a bed to the patient in it. Anna and Bo wait in the emergency department for wards MED and SUR. */
class PlacementTest {

    private static final RequestId FIRST = new RequestId("R-1");

    @Test
    void whoIsToBeAdmittedFromTheEmergencyDepartmentWaitsWithoutAnybodyAsking() {
        inEmergency("anna")
                .when(at("10:00", expected("anna", "MED")))
                .then(expected("anna", "MED"), waits("anna", "MED"));
    }

    @Test
    void whoIsExpectedElsewhereWaitsForThatAndTheNewWardIsAsked() {
        waiting()
                .when(at("10:20", expected("anna", "SUR")))
                .then(
                        expected("anna", "SUR"),
                        new BedRequested(
                                FIRST, stay("anna"), new WardId("SUR"), needs(), null, null, true, time("10:50")));
    }

    @Test
    void whoIsExpectedNoLongerWaitsNoLonger() {
        waiting()
                .when(at("10:20", cancelled("anna", FactKind.TRANSFER_EXPECTED)))
                .thenAlso(new RequestEnded(FIRST, EndReason.NOT_EXPECTED));
    }

    @Test
    void whoLeavesTheHouseLetsGoOfTheBed() {
        promised()
                .when(at("10:20", discharged("anna")))
                .thenAlso(new ReservationEnded(bed("MED-1")), new RequestEnded(FIRST, EndReason.LEFT));
    }

    @Test
    void whoComesToTheWardHasArrivedAndInItsCorridorStillWaits() {
        Story inCorridor = promised().when(at("10:20", transferred("anna", "MED-K")));
        assertThat(bedOf(inCorridor)).isEqualTo(bed("MED-1"));
        inCorridor
                .when(at("11:20", transferred("anna", "MED-1")))
                .thenAlso(new ReservationEnded(bed("MED-1")), new RequestEnded(FIRST, EndReason.ARRIVED));
        promised()
                .when(at("10:20", transferred("anna", "MED-1")))
                .thenAlso(new ReservationEnded(bed("MED-1")), new RequestEnded(FIRST, EndReason.ARRIVED));
        promised()
                .when(at("10:20", transferred("anna", "MED-2")))
                .thenAlso(new ReservationEnded(bed("MED-1")), new RequestEnded(FIRST, EndReason.ARRIVED));
    }

    @Test
    void whatAPersonTookBackDoesNotComeBackByItself() {
        waiting()
                .when(at("10:20", new WithdrawRequest(stay("anna"), WithdrawReason.STAYS_PUT)))
                .then(new RequestEnded(FIRST, EndReason.WITHDRAWN, WithdrawReason.STAYS_PUT))
                .when(at("10:30", isolated("anna", Isolation.DROPLET)))
                .then(isolated("anna", Isolation.DROPLET))
                .when(at("10:40", new WithdrawRequest(stay("anna"), null)))
                .thenRefused(Refusal.REQUEST_GONE);
    }

    @Test
    void whatWasAskedForCanBeAnotherButIsOneRequest() {
        Story story = waiting()
                .when(at(
                        "10:20",
                        new RequestBed(
                                stay("anna"), new WardId("MED"), needs(BedNeed.TELEMETRY), null, time("12:00"))));
        assertThat(story.hospital().requests().open())
                .extracting(Request::needs)
                .containsExactly(needs(BedNeed.TELEMETRY));
        story.when(at("10:30", new RequestBed(stay("nobody"), new WardId("MED"), needs(), null, null)))
                .thenRefused(Refusal.UNKNOWN_STAY);
        story.when(at("10:30", new RequestBed(stay("anna"), new WardId("EMR"), needs(), null, null)))
                .thenRefused(Refusal.UNKNOWN_PLACE);
    }

    @Test
    void whoseNeedsAPersonSaysStillWaitsNoLongerThanTheyAreExpected() {
        waiting()
                .when(at("10:10", new RequestBed(stay("anna"), new WardId("MED"), needs(BedNeed.DIALYSIS), null, null)))
                .when(at("10:20", cancelled("anna", FactKind.TRANSFER_EXPECTED)))
                .thenAlso(new RequestEnded(FIRST, EndReason.NOT_EXPECTED));
    }

    @Test
    void theWardSaysYesOnce() {
        promised()
                .when(at("10:10", new AcceptRequest(FIRST)))
                .then(new RequestAccepted(FIRST))
                .when(at("10:11", new DeclineRequest(FIRST, DeclineReason.STAFFING)))
                .thenRefused(Refusal.ANSWERED_ALREADY)
                .when(at("10:12", new AcceptRequest(new RequestId("R-7"))))
                .thenRefused(Refusal.REQUEST_GONE);
    }

    @Test
    void aNoLetsGoOfTheBedAndTheNextWardIsAskedAnew() {
        promised()
                .when(at("10:10", new DeclineRequest(FIRST, DeclineReason.STAFFING)))
                .then(new ReservationEnded(bed("MED-1")), new RequestDeclined(FIRST, DeclineReason.STAFFING))
                .when(at("10:12", placed(FIRST, "SUR-1", null)))
                .then(
                        new BedReserved(bed("SUR-1"), time("14:00"), stay("anna"), null),
                        new WardAsked(FIRST, new WardId("SUR"), time("10:42")));
    }

    @Test
    void whomTheWardDoesNotTakeHasNoBedThereWhateverASystemExpects() {
        Story story = inEmergency("anna").when(at("10:00", new TransferExpected(stay("anna"), place("MED-2"), null)));
        assertThat(bedOf(story)).isEqualTo(bed("MED-2"));
        story.when(at("10:10", new DeclineRequest(FIRST, DeclineReason.OUTBREAK)));
        assertThat(bedOf(story)).isNull();
        Request request = story.hospital().requests().request(FIRST);
        assertThat(Placements.wish(story.hospital(), request).about().declinedBy())
                .isEqualTo(new WardId("MED"));
    }

    @Test
    void silenceIsOverdueAtItsMomentAndOnlyOnce() {
        promised()
                .when(until("10:40"))
                .then(new AnswerOverdue(FIRST))
                .when(until("10:50"))
                .then();
        Story answered = promised().when(at("10:10", new AcceptRequest(FIRST)));
        answered.when(until("10:50")).then();
    }

    @Test
    void aBedIsPromisedToOneAndTheOtherIsToldWhoWasFirst() {
        Story story = bothWait()
                .when(at("10:10", placed(FIRST, "MED-1", null)).by("emil"))
                .then(new BedReserved(bed("MED-1"), time("14:00"), stay("anna"), null));
        story.when(at("10:10", placed(new RequestId("R-2"), "MED-1", null)).by("leila"))
                .thenRefused(Refusal.RESERVED_ALREADY);
        assertThat(story.first()).isEqualTo(staff("emil"));
    }

    @Test
    void aPatientIsPromisedOneBedUnlessTheOtherIsGivenUpKnowingly() {
        Story story = promised();
        story.when(at("10:10", placed(FIRST, "MED-2", null)).by("leila")).thenRefused(Refusal.PLACED_ALREADY);
        assertThat(story.first()).isEqualTo(staff("emil"));
        story.when(at("10:11", placed(FIRST, "MED-2", bed("MED-1"))))
                .then(
                        new ReservationEnded(bed("MED-1")),
                        new BedReserved(bed("MED-2"), time("14:00"), stay("anna"), null));
    }

    @Test
    void aBedThatIsAnotherThanItWasSeenIsNotPromised() {
        Story story = bothWait();
        String seen = Placements.version(story.hospital(), bed("MED-1"));
        story.when(at("10:05", admitted("cleo", "MED-1")))
                .when(at("10:10", seeing(seen, false)))
                .thenRefused(Refusal.BED_OCCUPIED);
        story.when(at("10:20", discharged("cleo")))
                .when(at("10:21", seeing(seen, false)))
                .thenRefused(Refusal.BED_CHANGED);
        Story closed = bothWait().when(at("10:05", new CloseBed(bed("MED-1"), CloseReason.REPAIR, null)));
        closed.when(at("10:10", seeing(seen, false))).thenRefused(Refusal.BED_CLOSED);
    }

    @Test
    void aBedThatDoesNotSuitIsGivenForAReasonOnly() {
        Story story = bothWait().when(at("10:05", isolated("anna", Isolation.AIRBORNE)));
        story.when(at("10:10", placed(FIRST, "MED-1", null))).thenRefused(Refusal.NOT_SUITABLE);
        story.when(at(
                        "10:11",
                        new ReserveBed(bed("MED-1"), time("14:00"), null, FIRST, "no other room", null, null, false)))
                .then(new BedReserved(bed("MED-1"), time("14:00"), stay("anna"), "no other room"));
    }

    @Test
    void sharingIsSaidOnPurpose() {
        Story story = bothWait().when(at("10:05", admitted("cleo", "MED-1")));
        String seen = Placements.version(story.hospital(), bed("MED-1"));
        story.when(at("10:10", seeing(seen, false))).thenRefused(Refusal.NOT_SUITABLE);
        story.when(at("10:11", seeing(seen, true)))
                .then(
                        new BedShared(bed("MED-1"), List.of(stay("cleo"), stay("anna"))),
                        new BedReserved(bed("MED-1"), time("14:00"), stay("anna"), null))
                .when(at("10:30", transferred("anna", "MED-1")))
                .thenAlso(new RequestEnded(FIRST, EndReason.ARRIVED))
                .thenIn("MED-1", "anna", "cleo")
                .thenConflicts();
    }

    @Test
    void anEndedPromiseLeavesThePatientWaiting() {
        promised()
                .when(at("10:20", new EndReservation(bed("MED-1"))))
                .then(new ReservationEnded(bed("MED-1")))
                .when(at("10:21", new EndReservation(bed("MED-1"))))
                .thenRefused(Refusal.NOT_RESERVED);
        Story lapsed = promised().when(at("10:05", new AcceptRequest(FIRST))).when(until("14:00"));
        lapsed.then(new ReservationEnded(bed("MED-1")));
        assertThat(lapsed.hospital().requests().open()).hasSize(1);
        assertThat(bedOf(lapsed)).isNull();
    }

    @Test
    void twoWhoWaitChangeBedsOrNeitherDoes() {
        Story story = bothWait()
                .when(
                        at("10:10", placed(FIRST, "MED-1", null)),
                        at("10:11", placed(new RequestId("R-2"), "SUR-1", null)));
        story.when(at("10:20", new SwapReservations(bed("MED-1"), bed("SUR-1"))))
                .then(
                        new ReservationEnded(bed("MED-1")),
                        new ReservationEnded(bed("SUR-1")),
                        new BedReserved(bed("MED-1"), time("14:00"), stay("bo"), null),
                        new BedReserved(bed("SUR-1"), time("14:00"), stay("anna"), null),
                        new WardAsked(new RequestId("R-2"), new WardId("MED"), time("10:50")),
                        new WardAsked(FIRST, new WardId("SUR"), time("10:50")));
        story.when(at("10:30", isolated("anna", Isolation.AIRBORNE)))
                .when(at("10:31", new SwapReservations(bed("MED-1"), bed("SUR-1"))))
                .thenRefused(Refusal.NOT_SUITABLE);
        assertThat(bedOf(story)).isEqualTo(bed("SUR-1"));
        story.when(at("10:32", new SwapReservations(bed("MED-1"), bed("MED-2"))))
                .thenRefused(Refusal.NOT_RESERVED);
    }

    @Test
    void whoseVisitNumbersAreMergedWaitsOnce() {
        Story story = bothWait().when(at("10:20", merged("anna", "bo")));
        assertThat(story.hospital().requests().open()).extracting(Request::id).containsExactly(FIRST);
    }

    @Test
    void aRequestOutlastsNoStayThatIsForgotten() {
        Story story = given(HOUSE, at("08:00", admissionExpected("eva", "MED", "19:00")))
                .when(at("08:10", new RequestBed(stay("eva"), new WardId("MED"), needs(), null, null)));
        assertThat(story.hospital().requests().open()).hasSize(1);
        story.when(until("30 09:00"));
        assertThat(story.hospital().requests().open()).isEmpty();
    }

    private static @Nullable BedId bedOf(Story story) {
        Request request = story.hospital().requests().request(FIRST);
        return Placements.bedOf(story.hospital(), request);
    }

    private static final HospitalDefinition HOUSE =
            SmallHospital.with(SmallHospital.ward("MED", true, 3), SmallHospital.ward("SUR", false, 3), emergency());

    private static Ward emergency() {
        Ward ward = SmallHospital.ward("EMR", true, 4);
        return new Ward(
                ward.id(),
                ward.name(),
                WardKind.EMERGENCY,
                null,
                null,
                null,
                null,
                false,
                ward.leaving(),
                ward.clusters(),
                List.of());
    }

    private static Story inEmergency(String... stays) {
        Story story = given(HOUSE);
        for (int i = 0; i < stays.length; i++) {
            story.when(at("09:00", registered(stays[i], "EMR-" + (i + 1))));
        }
        return story;
    }

    private static Story waiting() {
        return inEmergency("anna").when(at("10:00", expected("anna", "MED")));
    }

    private static Story bothWait() {
        return inEmergency("anna", "bo").when(at("10:00", expected("anna", "MED")), at("10:00", expected("bo", "SUR")));
    }

    private static Story promised() {
        return waiting().when(at("10:05", placed(FIRST, "MED-1", null)).by("emil"));
    }

    private static TransferExpected expected(String stay, String ward) {
        return new TransferExpected(stay(stay), place(ward), null);
    }

    private static BedRequested waits(String stay, String ward) {
        return new BedRequested(FIRST, stay(stay), new WardId(ward), needs(), null, null, true, time("10:30"));
    }

    private static TreeSet<BedNeed> needs(BedNeed... needs) {
        return new TreeSet<>(Set.of(needs));
    }

    private static ReserveBed placed(RequestId request, String bed, @Nullable BedId insteadOf) {
        Instant until = time("14:00");
        return new ReserveBed(bed(bed), until, null, request, null, null, insteadOf, false);
    }

    private static ReserveBed seeing(String version, boolean sharing) {
        return new ReserveBed(bed("MED-1"), time("14:00"), null, FIRST, null, version, null, sharing);
    }
}
