package flyt.runtime;

import flyt.domain.Command;
import flyt.domain.Command.AnswerRelief;
import flyt.domain.Command.AnswerThreshold;
import flyt.domain.Command.CancelTask;
import flyt.domain.Command.DeclareLevel;
import flyt.domain.Command.DelayTask;
import flyt.domain.Command.HandBackTask;
import flyt.domain.Command.MarkAction;
import flyt.domain.Command.OrderTask;
import flyt.domain.Command.PauseTask;
import flyt.domain.Command.PinTask;
import flyt.domain.Command.RejectTask;
import flyt.domain.Command.ReserveBed;
import flyt.domain.Command.SendMessage;
import flyt.domain.Input;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.event.Event;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningPaused;
import flyt.journal.IdentityRow;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the words that somebody chose out of what a hospital is told, since they may name anybody: the journal gets a random key
 * in their place, the identity store the words. All doors lead through here.
 */
public final class FreeText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CHARACTERS = 26;

    private final Instant now;
    private final List<IdentityRow> texts = new ArrayList<>();

    private FreeText(Instant now) {
        this.now = now;
    }

    /** The submission with keys for its words; itself when it has none. {@code now}: hospital time. */
    public static Submission outOf(Submission submission, Instant now) {
        FreeText free = new FreeText(now);
        Input input = free.outOf(submission.input());
        if (free.texts.isEmpty()) {
            return submission;
        }
        free.texts.addAll(0, submission.identities());
        return new Submission(input, submission.hash(), free.texts, submission.sentAt());
    }

    private Input outOf(Input input) {
        if (input instanceof Input.Report report) {
            return new Input.Report(report.message(), report.occurredAt(), report.actor(), outOf(report.fact()));
        } else if (input instanceof Input.Wish wish) {
            return new Input.Wish(wish.message(), wish.at(), wish.actor(), outOf(wish.command()));
        }
        return input;
    }

    private Event outOf(Event fact) {
        if (fact instanceof DepartedTemporarily f) {
            return new DepartedTemporarily(f.stay(), key(f.destination()), f.expectedBackAt());
        } else if (fact instanceof BedReserved f) {
            return new BedReserved(f.bed(), f.until(), f.stay(), keyOrNull(f.purpose()));
        } else if (fact instanceof CleaningPaused f) {
            return new CleaningPaused(f.task(), f.bed(), keyOrNull(f.reason()));
        } else if (fact instanceof CleaningCancelled f) {
            return new CleaningCancelled(f.task(), f.bed(), keyOrNull(f.reason()));
        }
        return fact;
    }

    private Command outOf(Command command) {
        if (command instanceof PauseTask c) {
            return new PauseTask(c.task(), keyOrNull(c.reason()));
        } else if (command instanceof CancelTask c) {
            return new CancelTask(c.task(), keyOrNull(c.reason()));
        } else if (command instanceof HandBackTask c) {
            return new HandBackTask(c.task(), keyOrNull(c.reason()));
        } else if (command instanceof DelayTask c) {
            return new DelayTask(c.task(), key(c.reason()));
        } else if (command instanceof RejectTask c) {
            return new RejectTask(c.task(), key(c.reason()));
        } else if (command instanceof PinTask c) {
            return new PinTask(c.task(), c.until(), key(c.reason()));
        } else if (command instanceof OrderTask c) {
            return new OrderTask(
                    c.kind(),
                    c.at(),
                    c.to(),
                    c.stay(),
                    c.asked(),
                    c.dueAt(),
                    keyOrNull(c.note()),
                    c.items(),
                    c.equipment(),
                    c.roundTrip(),
                    c.another());
        } else if (command instanceof SendMessage c) {
            return new SendMessage(c.team(), c.zone(), c.worker(), key(c.text()));
        } else if (command instanceof AnswerThreshold c) {
            return new AnswerThreshold(c.rule(), c.ward(), keyOrNull(c.did()));
        } else if (command instanceof AnswerRelief c) {
            return new AnswerRelief(c.accepted(), keyOrNull(c.reason()));
        } else if (command instanceof DeclareLevel c) {
            return new DeclareLevel(c.level(), keyOrNull(c.reason()));
        } else if (command instanceof MarkAction c) {
            return new MarkAction(c.action(), c.done(), keyOrNull(c.reason()));
        } else if (command instanceof ReserveBed c) {
            return new ReserveBed(
                    c.bed(),
                    c.until(),
                    c.stay(),
                    c.request(),
                    keyOrNull(c.purpose()),
                    c.seen(),
                    c.insteadOf(),
                    c.sharing());
        }
        return command;
    }

    private @Nullable String keyOrNull(@Nullable String words) {
        return words == null ? null : key(words);
    }

    private String key(String words) {
        StringBuilder key = new StringBuilder(CHARACTERS);
        RANDOM.ints(CHARACTERS, 0, ALPHABET.length()).forEach(i -> key.append(ALPHABET.charAt(i)));
        texts.add(IdentityRow.text(key.toString(), words, now));
        return key.toString();
    }
}
