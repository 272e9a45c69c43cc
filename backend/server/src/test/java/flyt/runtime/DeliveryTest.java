package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.admitted;
import static flyt.runtime.House.await;
import static flyt.runtime.House.report;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.Hospital;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.journal.Letter;
import flyt.journal.Outbox;
import flyt.journal.Outbox.Holder;
import flyt.outbound.Courier;
import flyt.outbound.Courier.Refusal;
import flyt.outbound.Courier.Reply;
import flyt.outbound.Courier.Unreached;
import flyt.outbound.Deliveries;
import flyt.outbound.Message;
import flyt.outbound.Receiver;
import flyt.outbound.Receiver.Terms;
import flyt.outbound.Teller;
import flyt.runtime.Follower.Step;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telling a receiver: nothing lost, nothing out of order, and what it refuses waits for somebody. */
class DeliveryTest extends InAHouse {
    private static final Reply TAKEN = new Reply(null);
    private static final Reply REFUSED = new Reply(new Refusal("AE 207", "no such bed"));
    private static final Duration SHORT = Duration.ofMillis(20);

    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private volatile Function<Message, Future<Reply>> answers = message -> Future.succeededFuture(TAKEN);
    private Outbox outbox;
    private String deployed;

    @BeforeEach
    void startHere() {
        outbox = new Outbox(house.database);
        claim("somebody before");
        begin(1);
    }

    @Test
    void whatHappensIsToldInItsOrder() {
        admit(1, 2, 3);
        assertArrived("MED-1", "MED-2", "MED-3");
        settled(head());
        // what is nothing to tell moves the position too
        Answer told = house.tell(report("no-such", NOON, admitted("V9", "KIR-1")));
        assertArrived("KIR-1");
        settled(head());
    }

    @Test
    void whatIsNotAnsweredComesAgainBeforeWhatFollows() {
        List<String> failing = new ArrayList<>(List.of("MED-2", "MED-2"));
        answers = message -> failing.remove(message.text())
                ? Future.failedFuture(new Unreached("not-answered"))
                : Future.succeededFuture(TAKEN);
        admit(1, 2, 3);
        assertArrived("MED-1", "MED-2", "MED-2", "MED-2", "MED-3");
    }

    @Test
    void whoCannotBeReachedIsShownWithHowManyWaitSinceWhen() {
        answers = message -> Future.failedFuture(new Unreached("not-connected"));
        admit(1, 2);
        Outbox.Progress shown = eventually(
                        () -> outbox.noted("KAL").map(all -> all.get("pas")),
                        noted -> noted.progress().waiting() == 2)
                .progress();
        assertThat(shown.trouble()).isEqualTo("not-connected");
        assertThat(shown.since()).isEqualTo(NOON.plusSeconds(1));
        answers = message -> Future.succeededFuture(TAKEN);
        var well = eventually(
                () -> outbox.noted("KAL").map(all -> all.get("pas").progress()), Outbox.Progress.NOTHING_WAITS::equals);
        assertThat(well.trouble()).isNull();
    }

    @Test
    void whatIsRefusedIsTriedThenWaitsForSomebodyWhileTheOthersGoOn() {
        answers = message -> Future.succeededFuture(message.text().equals("MED-1") ? REFUSED : TAKEN);
        admit(1, 2);
        assertArrived("MED-1", "MED-1", "MED-1", "MED-2");
        Letter letter = letters(1).get(0);
        assertThat(letter.subject()).isEqualTo("bed/MED-1");
        assertThat(letter.code() + ", " + letter.words()).isEqualTo("AE 207, no such bed");
        assertThat(letter.tries()).isEqualTo(3);

        assertThat(await(outbox.ask("KAL", "pas", List.of(letter)))).isEqualTo(1);
        assertArrived("MED-1", "MED-1", "MED-1");
        var seen = eventually(
                () -> outbox.letters("KAL", "pas", 10),
                all -> all.get(0).tries() == 4 && all.get(0).askedAt() == null);

        answers = message -> Future.succeededFuture(TAKEN);
        assertThat(await(outbox.ask("KAL", "pas", List.of(letter)))).isEqualTo(1);
        assertArrived("MED-1");
        assertThat(letters(0)).isEmpty();
        assertThat(await(outbox.ask("KAL", "pas", List.of(letter)))).isZero();
    }

    @Test
    void whatALaterMessageAboutTheSameHasOvertakenIsNotSentAgain() {
        List<Reply> said = new ArrayList<>(List.of(REFUSED, REFUSED, REFUSED));
        answers = message -> Future.succeededFuture(said.isEmpty() ? TAKEN : said.remove(0));
        admit(1);
        assertArrived("MED-1", "MED-1", "MED-1");
        Letter letter = letters(1).get(0);
        Answer told = house.tell(report("again", NOON.plusSeconds(99), admitted("V99", "MED-1")));
        assertArrived("MED-1");
        assertThat(letters(0)).isEmpty();
        assertThat(await(outbox.ask("KAL", "pas", List.of(letter)))).isZero();
    }

    @Test
    void severalAtOnceAreSettledInOrderAndAllComeAgainWhenOneIsNotAnswered() throws Exception {
        stop();
        BlockingQueue<Promise<Reply>> open = new LinkedBlockingQueue<>();
        answers = message -> {
            Promise<Reply> promise = Promise.promise();
            open.add(promise);
            return promise.future();
        };
        long before = head();
        begin(3);
        admit(1, 2, 3, 4);
        assertArrived("MED-1", "MED-2", "MED-3");
        Promise<Reply> first = open.take();
        open.take().complete(TAKEN);
        open.take().complete(TAKEN);
        assertThat(await(outbox.noted("KAL")).get("pas").seq()).isLessThanOrEqualTo(before);
        answers = message -> Future.succeededFuture(TAKEN);
        first.fail(new Unreached("connection-lost"));
        assertArrived("MED-1", "MED-2", "MED-3", "MED-4");
        settled(head());
    }

    @Test
    void whoStopsGoesOnWhereItWasAndNothingIsLost() {
        admit(1);
        assertArrived("MED-1");
        settled(head());
        stop();
        admit(2, 3);
        begin(1);
        assertArrived("MED-2", "MED-3");
    }

    @Test
    void onlyWhereTheHospitalIsWrittenIsAnybodyTold() {
        admit(1);
        assertArrived("MED-1");
        settled(head());
        answers = message -> Future.failedFuture(new Unreached("not-connected"));
        admit(2);
        assertArrived("MED-2");
        house.handOverAndBack();
        answers = message -> Future.succeededFuture(TAKEN);
        var seen =
                eventually(() -> outbox.noted("KAL").map(all -> all.get("pas").seq()), seq -> seq == head());
        assertThat(arrived).containsOnly("MED-2");
    }

    @Test
    void ofTwoWhoTellTheEarlierOneStops() {
        admit(1);
        assertArrived("MED-1");
        settled(head());
        claim("another member");
        admit(2);
        // it learns at its settling that it is over, begins anew and so tells it once more
        assertArrived("MED-2", "MED-2");
        settled(head());
    }

    // --- what happens ---------------------------------------------------------------------------------------------

    private void claim(String token) {
        Outbox.Position here = await(outbox.claim(new Holder("KAL", "pas", token), head()));
        assertThat(here.seq()).isPositive();
    }

    private void begin(int atOnce) {
        Terms terms = new Terms(atOnce, 3, SHORT, SHORT);
        Receiver receiver = new Receiver(House.ID, "pas", "nowhere", terms, new Beds(), Carrier::new);
        deployed = await(
                house.grid.vertx().deployVerticle(new Deliveries(house.desk, house.work, outbox, List.of(receiver))));
    }

    private void stop() {
        await(house.grid.vertx().undeploy(deployed));
    }

    private void admit(int... beds) {
        for (int bed : beds) {
            Answer told = house.tell(report("in-" + bed, NOON.plusSeconds(bed), admitted("V" + bed, "MED-" + bed)));
        }
    }

    private void assertArrived(String... beds) {
        List<String> came = new ArrayList<>();
        try {
            while (came.size() < beds.length) {
                String next = arrived.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("behind " + came).isNotNull();
                came.add(next);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(came).containsExactly(beds);
    }

    private void settled(long seq) {
        long there =
                eventually(() -> outbox.noted("KAL").map(all -> all.get("pas").seq()), at -> at == seq);
        assertThat(there).isEqualTo(seq);
    }

    private List<Letter> letters(int count) {
        return eventually(() -> outbox.letters("KAL", "pas", 10), all -> all.size() == count);
    }

    /** Asks until it is so. */
    private <T> T eventually(Supplier<Future<T>> question, Predicate<T> so) {
        T answer = await(question.get());
        while (!so.test(answer)) {
            await(house.grid.vertx().timer(20, TimeUnit.MILLISECONDS));
            answer = await(question.get());
        }
        return answer;
    }

    /** Tells of admissions, by the name of the bed. */
    private static final class Beds implements Teller {
        @Override
        public List<Message> of(Step step) {
            if (!(step.recorded().event() instanceof PatientAdmitted admitted)) {
                return List.of();
            }
            String bed = String.valueOf(admitted.place().bed());
            return List.of(new Message(
                    step.seq(),
                    1,
                    true,
                    "bed/" + bed,
                    "ADT^A20",
                    step.recorded().header().recordedAt(),
                    bed));
        }

        @Override
        public List<Message> all(Hospital hospital, long seq) {
            return List.of();
        }
    }

    private final class Carrier implements Courier {
        Carrier(Vertx vertx) {
            assertThat(vertx).isNotNull();
        }

        @Override
        public Future<Reply> carry(Message message) {
            arrived.add(message.text());
            return answers.apply(message);
        }

        @Override
        public void rest() {
            // it holds nothing
        }
    }
}
