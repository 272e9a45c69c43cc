package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.admitted;
import static flyt.runtime.House.await;
import static flyt.runtime.House.report;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.journal.IdentityRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is behind a key: a later word replaces and fills in, in memory as in the journal. */
class NamesTest extends InAHouse {
    @Test
    void aSenderWhoseClockIsAheadHasNotTheLastWordOnAName() {
        Answer ahead = house.tell(named("m1", "Kari", NOON.plus(Duration.ofDays(365))));
        Answer later = house.tell(named("m2", "Karin", NOON.plusSeconds(60)));

        assertThat(List.of(ahead, later)).allMatch(answer -> answer instanceof Answer.Accepted);
        assertThat(await(house.work.identities().all("KAL")).get("P1").given()).isEqualTo("Karin");
    }

    @Test
    void aWordThatLeavesProtectionOutDoesNotTakeItBackNorDoesAnEarlierOne() {
        Answer hidden = house.tell(known("m1", "Kari", "Moe", true, NOON));
        Answer silent = house.tell(known("m2", null, null, null, NOON.plusSeconds(60)));
        Answer early = house.tell(known("m3", "Kari", "Moe", false, NOON.minusSeconds(60)));

        assertThat(List.of(hidden, silent, early)).allMatch(answer -> answer instanceof Answer.Accepted);
        List<String> shown = house.rows("ward.3", "MED");
        assertThat(shown).anyMatch(row -> row.contains("\"protected\":true"));
        assertThat(shown).noneMatch(row -> row.contains("KM"));
        house.handOverAndBack();
        assertThat(house.rows("ward.3", "MED")).isEqualTo(shown);
    }

    @Test
    void aWordWithoutANameLeavesTheNameThatIsKnown() {
        Answer named = house.tell(known("m1", "Kari", "Moe", null, NOON));
        Answer silent = house.tell(known("m2", null, null, null, NOON.plusSeconds(60)));

        assertThat(List.of(named, silent)).allMatch(answer -> answer instanceof Answer.Accepted);
        assertThat(house.rows("ward.3", "MED")).anyMatch(row -> row.contains("\"initials\":\"KM\""));
    }

    private static Submission known(
            String messageId, String given, String family, Boolean isProtected, Instant saidAt) {
        Submission said = report(messageId, saidAt, admitted("V1", "MED-1"));
        IdentityRow person = new IdentityRow("p-V1", "patient", "1", given, family, null, isProtected, saidAt);
        return new Submission(said.input(), said.hash(), List.of(person), said.sentAt());
    }

    private static Submission named(String messageId, String given, Instant saidAt) {
        Submission said =
                report(messageId, saidAt.isAfter(NOON.plusSeconds(60)) ? NOON : saidAt, admitted("V1", "MED-1"));
        IdentityRow name = new IdentityRow("P1", "patient", "P1", given, "Moe", null, null, saidAt);
        return new Submission(said.input(), said.hash(), List.of(name), said.sentAt());
    }
}
