package flyt.outbound;

import flyt.domain.Hospital;
import flyt.journal.Letter;
import flyt.journal.Outbox;
import flyt.journal.Outbox.Holder;
import flyt.journal.Outbox.Position;
import flyt.journal.Outbox.Progress;
import flyt.ops.Metrics;
import flyt.outbound.Courier.Refusal;
import flyt.outbound.Courier.Reply;
import flyt.outbound.Courier.Unreached;
import flyt.runtime.Follower;
import flyt.runtime.Workplace;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver what happened, from where it was left, as long as this member writes the hospital. Lives on one context, and
 * begins anew when it is over.
 */
final class Delivery {
    /*
     *   journal ──follower──> waiting ──> under way ──────> settled: position in the database
     *                            ^            │ no answer        (and what was refused, as a letter)
     *                            └────────────┘ all of them, in order, after a pause that grows
     *
     * A message is under way until its position is in the database. So with one at a time no more than one message comes twice
     * after a stop, and a second member that believes to be the owner ends the first one at its next settling.
     */
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** Messages read ahead, and events at a time. */
    private static final int AHEAD = 1_000;

    private static final int EVENTS = 2_000;
    private static final int LETTERS = 100;
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    private final Vertx vertx;
    private final Receiver receiver;
    private final Outbox outbox;
    private final Metrics metrics;
    private final Holder holder;
    private final Follower follower;
    private final Courier courier;

    private final Context context;
    /** That of the context; couriers answer on any. */
    private final Thread thread = Thread.currentThread();

    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private final Deque<Parcel> underWay = new ArrayDeque<>();
    private Position settled;
    private Duration pause;
    private @Nullable String trouble;
    private Progress noted = Progress.NOTHING_WAITS;
    private long lookedNanos;
    private boolean reading;
    private boolean settling;
    private boolean pausing;
    private boolean over;

    /** A message on its way. {@code letter}: it was refused before and is sent again between the others, or null. */
    private static final class Parcel {
        final Message message;
        final @Nullable Letter letter;
        int tries;
        /** Counted up whenever it is sent, so that an answer to an earlier sending is not taken for one to this. */
        int sending;

        @Nullable
        Reply reply;

        Parcel(Message message, @Nullable Letter letter) {
            this.message = message;
            this.letter = letter;
        }
    }

    private Delivery(Work work, Receiver receiver, Holder holder, Position from, Follower follower) {
        this.vertx = work.vertx();
        this.context = vertx.getOrCreateContext();
        this.outbox = work.outbox();
        this.metrics = work.place().metrics();
        this.receiver = receiver;
        this.holder = holder;
        this.settled = from;
        this.follower = follower;
        this.courier = receiver.courier().apply(vertx);
        this.pause = receiver.terms().pause();
        this.lookedNanos = System.nanoTime() - SECOND_NANOS;
    }

    /** What deliveries work with. */
    record Work(Vertx vertx, Workplace place, Outbox outbox) {}

    /** Takes over from whoever told this receiver before; {@code head}: where a new one begins. */
    static Future<Delivery> begin(Work work, Receiver receiver, String token, long head) {
        String hospital = receiver.hospital().value();
        Holder holder = new Holder(hospital, receiver.id(), token);
        return work.outbox().claim(holder, head).compose(from -> Follower.behind(work.place(), hospital, from.seq())
                .map(follower -> new Delivery(work, receiver, holder, from, follower).withBeginning()));
    }

    private Delivery withBeginning() {
        Hospital hospital = follower.hospital();
        if (!settled.begun() && hospital != null) {
            receiver.teller().all(hospital, settled.seq()).forEach(one -> waiting.add(new Parcel(one, null)));
        }
        return this;
    }

    boolean isOver() {
        return over;
    }

    /** Tells nothing more. What is under way may arrive; it will be told again by whoever goes on. */
    void end() {
        over = true;
        courier.rest();
    }

    /** Looks what there is to do. {@code head}: number of the hospital's last event. */
    void look(long head) {
        read(head);
        long now = System.nanoTime();
        if (now - lookedNanos >= SECOND_NANOS) {
            lookedNanos = now;
            note();
            askForLetters();
            passOn();
        }
        send();
    }

    private void read(long head) {
        if (over || reading || waiting.size() >= AHEAD || follower.seq() >= head) {
            return;
        }
        reading = true;
        List<Parcel> found = new ArrayList<>();
        var unused = follower.goOn(
                        Math.min(head, follower.seq() + EVENTS),
                        step -> receiver.teller().of(step).forEach(one -> found.add(new Parcel(one, null))))
                .onComplete(done -> {
                    reading = false;
                    if (done.succeeded()) {
                        waiting.addAll(found);
                        read(head);
                        send();
                    }
                });
    }

    private void send() {
        assert Thread.currentThread() == thread : "not on its event loop";
        while (!over
                && !pausing
                && !waiting.isEmpty()
                && underWay.size() < receiver.terms().atOnce()) {
            Parcel parcel = waiting.remove();
            underWay.add(parcel);
            send(parcel);
        }
    }

    private void send(Parcel parcel) {
        int sending = ++parcel.sending;
        var unused = courier.carry(parcel.message)
                .onComplete(answer -> context.runOnContext(here -> {
                    if (!over && sending == parcel.sending) {
                        answered(parcel, answer);
                    }
                }));
    }

    private void answered(Parcel parcel, AsyncResult<Reply> answer) {
        if (answer.failed()) {
            lost(answer.cause() instanceof Unreached unreached ? unreached.code() : "not-sent");
            return;
        }
        Refusal refusal = answer.result().refusal();
        metrics.outbound(receiver.id(), refusal == null ? "taken" : "refused");
        parcel.tries++;
        if (refusal != null
                && receiver.terms().atOnce() == 1
                && parcel.tries < receiver.terms().tries()) {
            later(() -> send(parcel));
            return;
        }
        reached();
        parcel.reply = answer.result();
        settle();
    }

    /** Nobody knows what became of what is under way: all of it goes again, in its order. */
    private void lost(String code) {
        courier.rest();
        while (!underWay.isEmpty()) {
            Parcel parcel = underWay.removeLast();
            parcel.sending++;
            parcel.reply = null;
            waiting.addFirst(parcel);
        }
        metrics.outbound(receiver.id(), "unanswered");
        if (trouble == null) {
            LOG.info("The receiver {} of {} is not reached: {}", receiver.id(), holder.hospital(), code);
        }
        trouble = code;
        later(this::send);
    }

    private void reached() {
        if (trouble != null) {
            LOG.info("The receiver {} of {} is reached again", receiver.id(), holder.hospital());
        }
        trouble = null;
        pause = receiver.terms().pause();
    }

    private void later(Runnable then) {
        pausing = true;
        long timer = vertx.setTimer(pause.toMillis(), tick -> {
            pausing = false;
            if (!over) {
                then.run();
            }
        });
        Duration twice = pause.multipliedBy(2);
        Duration longest = receiver.terms().longestPause();
        pause = twice.compareTo(longest) < 0 ? twice : longest;
    }

    /** Writes down what became of the first one under way, then of the next: positions follow each other. */
    private void settle() {
        assert Thread.currentThread() == thread : "not on its event loop";
        Parcel first = underWay.peek();
        if (settling || over || first == null || first.reply == null) {
            return;
        }
        settling = true;
        Refusal refusal = first.reply.refusal();
        var unused = settled(first, refusal).onComplete(done -> {
            settling = false;
            if (over) {
                return;
            }
            if (done.failed()) {
                long timer = vertx.setTimer(pause.toMillis(), tick -> settle());
            } else if (!done.result()) {
                LOG.info("The receiver {} of {} is told by another member", receiver.id(), holder.hospital());
                end();
            } else {
                // it may have gone back to the waiting ones meanwhile; then it comes once more
                if (underWay.remove(first) || waiting.remove(first)) {
                    send();
                    settle();
                }
            }
        });
    }

    private Future<Boolean> settled(Parcel parcel, @Nullable Refusal refusal) {
        Message message = parcel.message;
        if (parcel.letter != null) {
            return (refusal == null
                            ? outbox.sent(holder, parcel.letter)
                            : outbox.refusedAgain(holder, parcel.letter, refusal.code(), refusal.words()))
                    .map(done -> true);
        }
        Position to = message.last() ? new Position(message.seq(), true) : new Position(settled.seq(), settled.begun());
        Future<Boolean> written;
        if (refusal == null) {
            written = outbox.taken(holder, to, letter(parcel, "", ""));
        } else {
            LOG.info("The receiver {} of {} refused {}", receiver.id(), holder.hospital(), message.id());
            written = outbox.refused(holder, to, letter(parcel, refusal.code(), refusal.words()));
        }
        return written.onSuccess(mine -> settled = to);
    }

    private static Letter letter(Parcel parcel, String code, String words) {
        Message message = parcel.message;
        return new Letter(
                message.seq(),
                message.part(),
                message.subject(),
                message.type(),
                message.recordedAt(),
                message.text(),
                code,
                words,
                parcel.tries,
                message.recordedAt(),
                null);
    }

    /** Where nothing waits, the position follows the journal: most events are nothing to tell. */
    private void passOn() {
        if (over || settling || reading || !waiting.isEmpty() || !underWay.isEmpty()) {
            return;
        }
        Position to = new Position(follower.seq(), true);
        if (to.equals(settled)) {
            return;
        }
        settling = true;
        var unused = outbox.passed(holder, to).onComplete(done -> {
            settling = false;
            if (done.succeeded() && done.result()) {
                settled = to;
                settle();
            } else if (done.succeeded()) {
                end();
            }
        });
    }

    private void note() {
        Parcel first = underWay.isEmpty() ? waiting.peek() : underWay.peek();
        Instant since = first == null ? null : first.message.recordedAt();
        Progress now = new Progress(waiting.size() + underWay.size(), since, trouble);
        if (over || now.equals(noted)) {
            return;
        }
        noted = now;
        var unused = outbox.note(holder, now)
                .onFailure(failure -> LOG.debug("How {} does is noted the next time", receiver.id()));
    }

    private void askForLetters() {
        if (over || trouble != null) {
            return;
        }
        var unused = outbox.asked(holder.hospital(), receiver.id(), LETTERS).onSuccess(letters -> {
            for (int i = letters.size() - 1; i >= 0; i--) {
                Letter letter = letters.get(i);
                if (!over && !isOnItsWay(letter)) {
                    waiting.addFirst(new Parcel(message(letter), letter));
                }
            }
            send();
        });
    }

    private boolean isOnItsWay(Letter letter) {
        String id = message(letter).id();
        return waiting.stream().anyMatch(one -> one.message.id().equals(id))
                || underWay.stream().anyMatch(one -> one.message.id().equals(id));
    }

    private static Message message(Letter letter) {
        return new Message(
                letter.seq(),
                letter.part(),
                false,
                letter.subject(),
                letter.type(),
                letter.recordedAt(),
                letter.message());
    }
}
