package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.admitted;
import static flyt.runtime.House.await;
import static flyt.runtime.House.report;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.domain.event.Event;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayEvent.PatientsMerged;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayId;
import flyt.journal.IdentityRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever treats a ward's patients of today has their names in what was, with those who looked after them, and nobody else's. */
class TreatedPastTest extends InAHouse {
    private static final WardId MED = new WardId("MED");
    private static final Stream BOARD = Stream.ward("KAL", "MED", 3);
    private static final Instant THEN = NOON.plusSeconds(600);
    private static final Instant LATER = NOON.plus(Duration.ofHours(5));

    /** At noon four lay on the ward: one is there still, one has left, one lies elsewhere, and one is protected and still there. */
    @BeforeEach
    void live() {
        admit("V1", "MED-1", "Aslaug", false);
        admit("V2", "MED-2", "Birger", false);
        admit("V3", "MED-3", "Cecilie", false);
        admit("V4", "MED-4", "Dagfinn", true);
        nurse("V1", "Ingrid");
        nurse("V2", "Tiril");
        say("left", LATER, new PatientDischarged(new StayId("V2"), Disposition.HOME));
        say(
                "moved",
                LATER,
                new PatientTransferred(new StayId("V3"), new Place(new WardId("KIR"), new BedId("KIR-1")), null));
    }

    @Test
    void whoIsTreatedTodayHasANameThenAndWhoIsNoLongerHasNone() {
        String shown = text(open(MED).rows(BOARD));
        assertThat(shown).contains("\"AQ\"", "Ingrid");
        assertThat(shown).as("has left").doesNotContain("\"BQ\"", "Tiril");
        assertThat(shown).as("lies elsewhere").doesNotContain("\"CQ\"");
        assertThat(shown)
                .as("protected is protected")
                .contains("\"protected\":true")
                .doesNotContain("\"DQ\"");

        assertThat(text(open(null).rows(BOARD))).doesNotContain("\"AQ\"", "Ingrid");
        assertThat(text(open(new WardId("KIR")).rows(BOARD))).contains("\"CQ\"").doesNotContain("\"AQ\"", "Ingrid");
    }

    @Test
    void asTimeGoesOnTheSameHaveNames() {
        Playback playback = await(house.desk.playback(House.ID, new LookBack(NOON.minusSeconds(1), false, MED)));
        assertThat(text(playback.rows(BOARD))).doesNotContain("\"AQ\"");
        assertThat(text(await(playback.goOn(THEN))))
                .contains("\"AQ\"", "Ingrid")
                .doesNotContain("\"BQ\"", "Tiril", "\"CQ\"");
    }

    @Test
    void whatWasToldUnderAnotherNumberIsOfTheSamePatient() {
        say("merged", LATER, new PatientsMerged(new PatientKey("p-other"), new PatientKey("p-V1")));
        assertThat(text(open(MED).rows(BOARD))).contains("\"AQ\"").doesNotContain("\"BQ\"");
    }

    @Test
    void aTreatmentThatEndsTakesItsNameAlong() {
        Playback playback = open(MED);
        assertThat(await(playback.stillTreated())).isTrue();
        admit("V9", "MED-2", "Eva", false);
        assertThat(await(playback.stillTreated())).as("one more is no reason").isTrue();
        say("left too", LATER, new PatientDischarged(new StayId("V1"), Disposition.HOME));
        assertThat(await(playback.stillTreated())).isFalse();
        assertThat(text(open(MED).rows(BOARD))).doesNotContain("\"AQ\"", "Ingrid");
    }

    private Playback open(WardId treats) {
        return await(house.desk.playback(House.ID, new LookBack(THEN, false, treats)));
    }

    private void admit(String visit, String bed, String given, boolean isProtected) {
        IdentityRow who = new IdentityRow(
                "p-" + visit,
                IdentityRow.PATIENT,
                "P-" + visit,
                given,
                "Quartzberg",
                LocalDate.parse("1931-07-19"),
                isProtected,
                NOON);
        accept(report("in " + visit, NOON, admitted(visit, bed)), who);
    }

    private void nurse(String visit, String given) {
        IdentityRow who = new IdentityRow("n-" + visit, IdentityRow.STAFF, "N-" + visit, given, null, null, null, NOON);
        Assigned nurse = new Assigned(new StaffKey("n-" + visit));
        accept(report("by " + visit, NOON, new ResponsibilityReported(new StayId(visit), nurse, null)), who);
    }

    private void say(String id, Instant at, Event fact) {
        assertThat(house.tell(report(id, at, fact))).isInstanceOf(Answer.Accepted.class);
    }

    private void accept(Submission plain, IdentityRow who) {
        assertThat(house.tell(new Submission(plain.input(), plain.hash(), List.of(who), plain.sentAt())))
                .isInstanceOf(Answer.Accepted.class);
    }

    private static String text(List<RowUpdate> rows) {
        return rows.stream()
                .filter(row -> row.stream().equals(BOARD) && row.json() != null)
                .map(row -> new String(row.json(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }
}
