package flyt.domain;

import static flyt.domain.Facts.*;
import static flyt.domain.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command.EndDuty;
import flyt.domain.Command.EndMessage;
import flyt.domain.Command.MoveWorker;
import flyt.domain.Command.ReadMessage;
import flyt.domain.Command.SendMessage;
import flyt.domain.Command.StartDuty;
import flyt.domain.Decision.Refusal;
import flyt.domain.duty.Duties;
import flyt.domain.duty.Message;
import flyt.domain.duty.MessageEvent.MessageEnded;
import flyt.domain.duty.MessageEvent.MessageRead;
import flyt.domain.duty.MessageEvent.MessageSent;
import flyt.domain.duty.MessageId;
import flyt.domain.duty.Worker;
import flyt.domain.priority.Team;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a coordinator tells people on duty: who gets it, who has read it, and when it is over. */
class MessageTest {

    @Test
    void aTeamIsToldAndAnotherIsNot() {
        Story story = onDuty().when(at("10:00", to(Team.CLEANING, null, null)).by("kari"));
        Message message = message(story);
        assertThat(addressed(story)).containsExactly("emil", "leila");
        assertThat(message.by()).isEqualTo(staff("kari"));
        assertThat(message.until()).isEqualTo(time("11:00"));
        story.then(new MessageSent(message.id(), Team.CLEANING, null, null, "words", time("11:00")));
    }

    @Test
    void aZoneIsToldWithWhoeverWorksEverywhere() {
        Story story = onDuty().when(at("10:00", to(Team.CLEANING, "R2", null)));
        assertThat(addressed(story)).as("leila has no zone").containsExactly("leila");
        story.when(at("10:01", new MoveWorker(staff("emil"), new TreeSet<>(Set.of("R2")))));
        assertThat(addressed(story)).containsExactly("emil", "leila");
    }

    @Test
    void oneAloneIsTold() {
        Story story = onDuty().when(at("10:00", to(Team.PORTERS, null, "ali")));
        assertThat(addressed(story)).containsExactly("ali");
    }

    @Test
    void whereNobodyIsNobodyIsTold() {
        onDuty().when(at("10:00", to(Team.TECHNICAL, null, null)))
                .thenRefused(Refusal.NOBODY_ADDRESSED)
                .when(at("10:00", to(Team.PORTERS, "R9", null)))
                .thenRefused(Refusal.NOBODY_ADDRESSED)
                .when(at("10:00", to(Team.PORTERS, null, "emil")))
                .thenRefused(Refusal.NOBODY_ADDRESSED);
    }

    @Test
    void itIsReadOnceByEach() {
        Story story = onDuty().when(at("10:00", to(Team.CLEANING, null, null)));
        MessageId id = message(story).id();
        story.when(at("10:01", new ReadMessage(id)).by("emil"))
                .then(new MessageRead(id, staff("emil")))
                .when(at("10:01", new ReadMessage(id)).by("emil"))
                .then()
                .when(at("10:02", new ReadMessage(id)).by("ali"))
                .then()
                .when(at("10:02", new ReadMessage(id)).by("kari"))
                .thenRefused(Refusal.NOT_ON_DUTY);
        assertThat(message(story).read()).containsExactly(staff("emil"));
    }

    @Test
    void whoGoesOffDutyIsForgottenAndWhoComesIsTold() {
        Story story = onDuty().when(at("10:00", to(Team.CLEANING, null, null)));
        MessageId id = message(story).id();
        story.when(at("10:01", new ReadMessage(id)).by("emil"))
                .when(at("10:02", new EndDuty()).by("emil"));
        assertThat(message(story).read()).isEmpty();
        assertThat(addressed(story)).containsExactly("leila");
        story.when(duty("olga", Team.CLEANING));
        assertThat(addressed(story)).containsExactly("leila", "olga");
    }

    @Test
    void itEndsWithItsTimeOrWhenItIsTakenAway() {
        Story story = onDuty().when(at("10:00", to(Team.CLEANING, null, null)));
        MessageId first = message(story).id();
        story.when(until("10:59:59"))
                .then()
                .when(until("11:00"))
                .then(new MessageEnded(first))
                .when(at("11:01", new ReadMessage(first)).by("emil"))
                .then()
                .when(at("11:02", to(Team.CLEANING, null, null)));
        MessageId second = message(story).id();
        story.when(at("11:03", new EndMessage(second)))
                .then(new MessageEnded(second))
                .when(at("11:03", new EndMessage(second)))
                .thenRefused(Refusal.MESSAGE_GONE);
        assertThat(story.hospital().duties().messages()).isEmpty();
    }

    private static Story onDuty() {
        return given(
                at("08:30", new StartDuty(Team.CLEANING, new TreeSet<>(Set.of("R1")), new TreeSet<>(), null))
                        .by("emil"),
                duty("leila", Team.CLEANING),
                at("08:30", new StartDuty(Team.PORTERS, new TreeSet<>(Set.of("R1")), new TreeSet<>(), null))
                        .by("ali"));
    }

    private static Line duty(String person, Team team) {
        return at("08:30", new StartDuty(team, new TreeSet<>(), new TreeSet<>(), null))
                .by(person);
    }

    private static SendMessage to(Team team, @Nullable String zone, @Nullable String worker) {
        return new SendMessage(team, zone, worker == null ? null : staff(worker), "words");
    }

    private static Message message(Story story) {
        Duties duties = story.hospital().duties();
        assertThat(duties.messages()).hasSize(1);
        return duties.messages().values().iterator().next();
    }

    private static List<String> addressed(Story story) {
        return story.hospital().duties().addressed(message(story)).stream()
                .map(Worker::key)
                .map(key -> key.value())
                .toList();
    }
}
