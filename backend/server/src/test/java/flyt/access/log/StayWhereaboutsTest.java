package flyt.access.log;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.log.Whereabouts.Shown;
import flyt.access.log.Whereabouts.Stretch;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.StayFact.LeaveEnded;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayStatus;
import flyt.runtime.StayHistory;
import flyt.runtime.StayHistory.Fact;
import flyt.runtime.StayHistory.Placement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StayWhereaboutsTest {
    private static final MessageKey ADMISSION = new MessageKey(new Source("pas"), "m1");
    private static final MessageKey TRANSFER = new MessageKey(new Source("pas"), "m2");
    private static final MessageKey DISCHARGE = new MessageKey(new Source("pas"), "m3");
    private static final MessageKey LEFT = new MessageKey(new Source("pas"), "m4");

    private static Instant at(String clock) {
        return Instant.parse("2026-11-12T" + clock + ":00Z");
    }

    private static Placement placed(String ward, String from, @Nullable String to, MessageKey by) {
        return new Placement(
                new WardId(ward), null, new BedId(ward + "-1"), at(from), to == null ? null : at(to), "Placed", by);
    }

    private static Fact told(String type, String occurred, String recorded, MessageKey by) {
        return new Fact(type, at(occurred), at(recorded), by, 1, null, new LeaveEnded(new StayId("V1"), null));
    }

    private static Shown shown(@Nullable String responsible, List<Placement> placements, List<Fact> facts) {
        return StayWhereabouts.shown(
                "V0",
                new StayHistory(
                        new StayId("V1"),
                        null,
                        StayStatus.IN_PROGRESS,
                        PatientClass.I,
                        responsible == null ? null : new WardId(responsible),
                        placements,
                        facts));
    }

    @Test
    void aBoardShowsAPatientFromWhenItIsToldUntilItIsToldOtherwise() {
        Shown shown = shown(
                null,
                List.of(placed("MED", "09:00", "10:00", ADMISSION), placed("KIR", "10:00", null, TRANSFER)),
                List.of(
                        told("PatientAdmitted", "09:00", "09:07", ADMISSION),
                        told("PatientTransferred", "10:00", "10:04", TRANSFER)));
        assertThat(shown.stretches())
                .containsExactly(new Stretch("MED", at("09:07"), at("10:04")), new Stretch("KIR", at("10:04"), null));
        assertThat(shown.visits()).containsExactlyInAnyOrder("V0", "V1");
    }

    @Test
    void whoLingersInTheRoomIsShownUntilItIsLeft() {
        Shown shown = shown(
                null,
                List.of(placed("MED", "09:00", "12:00", ADMISSION)),
                List.of(
                        told("PatientAdmitted", "09:00", "09:00", ADMISSION),
                        told("PatientDischarged", "12:00", "12:01", DISCHARGE),
                        told("RoomLeft", "12:40", "12:41", LEFT)));
        assertThat(shown.stretches()).containsExactly(new Stretch("MED", at("09:00"), at("12:41")));
    }

    @Test
    void theResponsibleWardShowsItsOutlierAllTheWhile() {
        Shown shown = shown(
                "MED",
                List.of(placed("KIR", "09:00", "10:00", ADMISSION), placed("ORT", "10:00", null, TRANSFER)),
                List.of(
                        told("PatientAdmitted", "09:00", "09:00", ADMISSION),
                        told("PatientTransferred", "10:00", "10:00", TRANSFER)));
        assertThat(shown.stretches())
                .contains(new Stretch("MED", at("09:00"), null))
                .hasSize(3);
    }
}
