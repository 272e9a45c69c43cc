package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.admitted;
import static flyt.runtime.House.await;
import static flyt.runtime.House.report;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command;
import flyt.domain.Input;
import flyt.domain.duty.MessageId;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.priority.Team;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A coordinator's message on its way to the phones: its words are on the rows and not in the journal, and go with its time. */
class MessageRowsTest extends InAHouse {
    private static final String WORDS = "Heis 3 er ute av drift";

    @Test
    void theWordsAreOnTheRowsUntilItsTimeIsOverAndNeverInTheJournal() {
        onDuty("k-emil");
        onDuty("k-leila");
        assertThat(say("m1", "k-tone", new Command.SendMessage(Team.CLEANING, null, null, WORDS)))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(messages("queue"))
                .singleElement()
                .asString()
                .contains(WORDS, "\"unread\":[\"k-emil\",\"k-leila\"]")
                .doesNotContain("k-tone");
        assertThat(messages("crew")).singleElement().asString().contains(WORDS, "\"read\":0,\"of\":2");

        assertThat(say("m2", "k-emil", new Command.ReadMessage(new MessageId("m1"))))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(messages("queue")).singleElement().asString().contains("\"unread\":[\"k-leila\"]");
        assertThat(messages("crew"))
                .singleElement()
                .asString()
                .contains("\"read\":1,\"of\":2")
                .doesNotContain("k-emil");
        assertThat(journal()).contains("MessageSent", "MessageRead").doesNotContain("Heis");

        List<String> shown = house.rows("crew", "cleaning");
        house.handOverAndBack();
        assertThat(house.rows("crew", "cleaning")).isEqualTo(shown);

        Answer later = house.tell(report("r1", NOON.plus(Duration.ofMinutes(61)), admitted("V1", "MED-1")));
        assertThat(later).isInstanceOf(Answer.Accepted.class);
        assertThat(messages("queue")).isEmpty();
        assertThat(messages("crew")).isEmpty();
    }

    @Test
    void theWordsForOneAloneAreOnNoRowThatTheTeamShares() {
        onDuty("k-emil");
        onDuty("k-leila");
        assertThat(say("m1", "k-tone", new Command.SendMessage(Team.CLEANING, null, new StaffKey("k-emil"), WORDS)))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(messages("queue"))
                .singleElement()
                .asString()
                .contains("\"text\":null", "\"alone\":true", "\"unread\":[\"k-emil\"]");
        assertThat(messages("crew")).singleElement().asString().contains(WORDS);
        assertThat(await(house.desk.named(House.ID, Set.of(new StaffKey("k-leila"))))
                        .messages())
                .isEmpty();
        String key = await(house.desk.named(House.ID, Set.of(new StaffKey("k-emil"))))
                .messages()
                .get("m1");
        assertThat(await(house.desk.words(House.ID, key))).isEqualTo(WORDS);
    }

    private List<String> messages(String view) {
        return house.rows(view, "cleaning").stream()
                .filter(row -> row.contains("\"kind\":\"message\""))
                .toList();
    }

    private void onDuty(String who) {
        Command start = new Command.StartDuty(Team.CLEANING, new TreeSet<>(), new TreeSet<>(), null);
        assertThat(say("duty-" + who, who, start)).isInstanceOf(Answer.Accepted.class);
    }

    private Answer say(String id, String who, Command command) {
        Input wish = new Input.Wish(new MessageKey(Source.FLYT, id), NOON, new StaffKey(who), command);
        return house.tell(new Submission(wish, ContentHash.of(id + command), List.of(), NOON));
    }

    private String journal() {
        return await(house.database.query(
                        "SELECT string_agg(type || ' ' || body::text, E'\\n') FROM event WHERE hospital = $1",
                        Tuple.of("KAL")))
                .iterator()
                .next()
                .getString(0);
    }
}
