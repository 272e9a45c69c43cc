package flyt.board;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.event.StaffKey;
import org.junit.jupiter.api.Test;

/** A nurse has another key in each shift, and is one nurse all the same. */
class NurseOfTwoShiftsTest {
    @Test
    void isOneRowAsLongAsTheMappingLives() {
        Scene scene = new Scene();
        scene.staff(new StaffKey("N-2"), "Ingrid Moe", "12");
        scene.admit("V1", "P1", null, "LUN-301");
        scene.responsible("V1", "N-2", null);
        scene.staff(new StaffKey("N-1"), "Ingrid Moe", "12");
        scene.admit("V2", "P2", null, "LUN-302");
        scene.responsible("V2", "N-1", null);
        scene.staff(new StaffKey("N-3"), "Ingrid Moe", "77");
        scene.admit("V3", "P3", null, "LUN-310");
        scene.responsible("V3", "N-3", null);

        assertThat(scene.row("ward.3/LUN", "nurse/N-1").at("/patients").asInt()).isEqualTo(2);
        assertThat(scene.row("ward.3/LUN", "nurse/N-2").isMissingNode()).isTrue();
        assertThat(scene.row("ward.3/LUN", "nurse/N-3").at("/patients").asInt()).isEqualTo(1);

        scene.forget(new StaffKey("N-1"));
        assertThat(scene.row("ward.3/LUN", "nurse/N-1").at("/name").isNull()).isTrue();
        assertThat(scene.row("ward.3/LUN", "nurse/N-2").at("/name").asText()).isEqualTo("Ingrid");
        assertThat(scene.screen()).isEqualTo(scene.fresh());
    }
}
