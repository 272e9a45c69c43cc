package flyt.runtime;

import static flyt.runtime.House.await;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Command;
import flyt.domain.Decision.Refusal;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.WardId;
import flyt.domain.priority.Team;
import flyt.domain.task.Point;
import flyt.domain.task.TaskId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two people who tap "take" on the same task at the same moment, a thousand times. */
class TakeRaceTest extends InAHouse {
    private static final int TASKS = 1_000;
    private static final Instant NOON = Instant.parse("2026-11-12T12:00:00Z");

    @Test
    void exactlyOneGetsEach() throws Exception {
        List<Submission> orders = new ArrayList<>();
        for (String worker : List.of("emil", "leila")) {
            orders.add(wish(worker, "on", new Command.StartDuty(Team.PORTERS, new TreeSet<>(), new TreeSet<>(), null)));
        }
        IntStream.rangeClosed(1, TASKS)
                .forEach(i -> orders.add(wish(
                        "ward",
                        "order" + i,
                        new Command.OrderTask(
                                "equipment",
                                Point.ward(new WardId("MED")),
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                new TreeSet<>(),
                                false,
                                true))));
        assertThat(await(house.desk.submit(House.ID, orders))).allMatch(answer -> answer instanceof Answer.Accepted);

        ExecutorService hands = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            var emil = hands.submit(() -> taps("emil", together));
            var leila = hands.submit(() -> taps("leila", together));
            List<Answer> first = emil.get();
            List<Answer> second = leila.get();
            for (int i = 0; i < TASKS; i++) {
                assertThat(List.of(first.get(i), second.get(i)))
                        .as("task %d", i + 1)
                        .filteredOn(answer -> answer instanceof Answer.Accepted)
                        .hasSize(1);
                assertThat(List.of(first.get(i), second.get(i))).contains(new Answer.Refused(Refusal.TAKEN_ALREADY));
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private List<Answer> taps(String worker, CyclicBarrier together) throws Exception {
        List<Future<List<Answer>>> answers = new ArrayList<>();
        for (int i = 1; i <= TASKS; i++) {
            int arrived = together.await();
            answers.add(house.desk.submit(
                    House.ID, List.of(wish(worker, "take" + i, new Command.TakeTask(new TaskId("T-" + i))))));
        }
        List<Answer> all = new ArrayList<>();
        for (Future<List<Answer>> answer : answers) {
            all.addAll(await(answer));
        }
        return all;
    }

    private static Submission wish(String by, String id, @Nullable Command command) {
        MessageKey message = new MessageKey(Source.FLYT, by + "-" + id);
        return new Submission(
                new Input.Wish(message, NOON, new StaffKey(by), command),
                ContentHash.of(message.id()),
                List.of(),
                null);
    }
}
