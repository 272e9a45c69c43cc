package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.admitted;
import static flyt.runtime.House.await;
import static flyt.runtime.House.report;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Decision.Warning;
import flyt.domain.place.HospitalDefinition.ClockKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told twice counts once, also across writers; the same id with other content is not the same. */
class RepeatsTest extends InAHouse {
    @Test
    void aRepeatIsAnsweredWithTheFirstNumberAndChangesNothing() {
        Answer first = house.tell(report("m1", NOON, admitted("V1", "MED-1")));
        long before = head();

        Answer again = house.tell(report("m1", NOON, admitted("V1", "MED-1")));

        assertThat(again).isEqualTo(new Answer.Repeated(((Answer.Accepted) first).seq()));
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void aRepeatIsFoundInTheJournalByAWriterThatHasJustTakenOver() {
        Answer first = house.tell(report("m1", NOON, admitted("V1", "MED-1")));
        house.handOverAndBack();

        Answer again = house.tell(report("m1", NOON, admitted("V1", "MED-1")));

        assertThat(again).isEqualTo(new Answer.Repeated(((Answer.Accepted) first).seq()));
    }

    @Test
    void aRepeatWithinOneRequestCountsOnce() {
        List<Answer> answers = await(house.desk.submit(
                House.ID,
                List.of(report("m1", NOON, admitted("V1", "MED-1")), report("m1", NOON, admitted("V1", "MED-1")))));

        assertThat(answers.get(0)).isInstanceOf(Answer.Accepted.class);
        assertThat(answers.get(1)).isInstanceOf(Answer.Repeated.class);
    }

    @Test
    void theSameIdWithOtherContentIsTakenWithAWarning() {
        Answer unused = house.tell(report("m1", NOON, admitted("V1", "MED-1")));

        Answer other = house.tell(report("m1", NOON, admitted("V2", "MED-2")));

        assertThat(((Answer.Accepted) other).warnings()).contains(Warning.SAME_ID_OTHER_CONTENT);
    }

    @Test
    void soItIsByAWriterThatHasJustTakenOver() {
        Answer unused = house.tell(report("m1", NOON, admitted("V1", "MED-1")));
        house.handOverAndBack();

        Answer other = house.tell(report("m1", NOON, admitted("V2", "MED-2")));

        assertThat(((Answer.Accepted) other).warnings()).containsOnlyOnce(Warning.SAME_ID_OTHER_CONTENT);
    }

    @Test
    void andWithinOneRequest() {
        List<Answer> answers = await(house.desk.submit(
                House.ID,
                List.of(report("m1", NOON, admitted("V1", "MED-1")), report("m1", NOON, admitted("V2", "MED-2")))));

        assertThat(((Answer.Accepted) answers.get(0)).warnings()).doesNotContain(Warning.SAME_ID_OTHER_CONTENT);
        assertThat(((Answer.Accepted) answers.get(1)).warnings()).containsOnlyOnce(Warning.SAME_ID_OTHER_CONTENT);
    }

    @Test
    void goingBackToAnOlderDefinitionIsNoRepeatButTellingTheSameOneTwiceIs() {
        Answer renamed = await(house.desk.define(House.ID, House.definition(ClockKind.DRIVEN, "Kalnes nye")));
        Answer twice = await(house.desk.define(House.ID, House.definition(ClockKind.DRIVEN, "Kalnes nye")));
        Answer back = await(house.desk.define(House.ID, House.driven()));

        assertThat(renamed).isInstanceOf(Answer.Accepted.class);
        assertThat(twice).isEqualTo(new Answer.Repeated(((Answer.Accepted) renamed).seq()));
        assertThat(back).isInstanceOf(Answer.Accepted.class);
        assertThat(await(house.desk.definition(House.ID)).name()).isEqualTo("Kalnes");
        assertThat(house.state().places().definition().name()).isEqualTo("Kalnes");
    }
}
