package flyt.intake.http;

import flyt.domain.Command;
import flyt.domain.Command.AssignDoctor;
import flyt.domain.Command.AssignNurse;
import flyt.domain.Command.ConfirmPatient;
import flyt.domain.Command.OrderTask;
import flyt.domain.Command.SettleConflict;
import flyt.domain.Command.Undo;
import flyt.domain.Input;
import flyt.domain.event.MessageKey;
import flyt.domain.event.StaffKey;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayId;
import flyt.journal.IdentityRow;
import flyt.runtime.Subject;
import flyt.runtime.Submission;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A command that could be read, before it is known who gives it.
 *
 * @param type its name
 * @param hash of its content
 * @param command complete but for whoever it assigns
 * @param assignee the account of whoever it assigns, or null where it assigns nobody
 * @param spokenFor whose wish it is where a system tells it, or null
 */
public record ReadCommand(
        String type,
        MessageKey message,
        Instant at,
        byte[] hash,
        Command command,
        @Nullable String assignee,
        @Nullable Colleague spokenFor) {

    /**
     * Somebody as the system knows them that speaks for them.
     *
     * @param number the system's key of them, as in its reports
     * @param name as boards show it, or null
     */
    record Colleague(String number, @Nullable String name) {}

    /** What it is about; the bed, where it is about a patient's leaving it. */
    public Subject subject() {
        if (command instanceof Command.OfBed c) {
            return new Subject.OfBed(c.bed());
        } else if (command instanceof Command.OfTask c) {
            return new Subject.OfTask(c.task());
        } else if (command instanceof Command.OfRequest c) {
            return new Subject.OfRequest(c.request());
        } else if (command instanceof Command.OfStay c) {
            return new Subject.OfStay(c.stay());
        } else if (command instanceof OrderTask c && c.at() != null) {
            return new Subject.OfPoint(c.at());
        } else if (command instanceof OrderTask c && c.stay() != null) {
            return new Subject.OfStay(c.stay());
        } else if (command instanceof Command.OfHospital) {
            return new Subject.OfHospital();
        } else if (command instanceof SettleConflict c) {
            return new Subject.OfConflict(c.conflict());
        } else if (command instanceof Undo c) {
            return new Subject.OfCommand(c.command());
        }
        throw new IllegalArgumentException(type + " is about nothing");
    }

    /** The same with the ids that somebody scanned as the journal has them. */
    ReadCommand disguised(UnaryOperator<String> id) {
        return command instanceof ConfirmPatient c && c.scanned() != null
                ? new ReadCommand(
                        type,
                        message,
                        at,
                        hash,
                        new ConfirmPatient(
                                c.task(), new StayId(id.apply(c.scanned().value()))),
                        assignee,
                        spokenFor)
                : this;
    }

    /** Whether it is about a task or about being on duty: of whom the hospital knows under which key they came on duty. */
    public boolean isWork() {
        return command instanceof Command.OfTask || command instanceof Command.OfHospital;
    }

    /**
     * The command as a hospital is told it.
     *
     * @param actor who gives it; null only where nobody signs in
     * @param key of whoever it assigns
     * @param met who is behind these keys
     * @throws IllegalArgumentException when it assigns somebody and no key is given
     */
    public Submission submission(@Nullable StaffKey actor, @Nullable StaffKey key, List<IdentityRow> met) {
        Command complete = assignee == null ? command : assigning(key);
        return new Submission(new Input.Wish(message, at, actor, complete), hash, met, null);
    }

    private Command assigning(@Nullable StaffKey key) {
        if (key == null) {
            throw new IllegalArgumentException("whom it assigns is not known");
        } else if (command instanceof AssignNurse c) {
            return new AssignNurse(c.stay(), new Said<>(key));
        } else if (command instanceof AssignDoctor c) {
            return new AssignDoctor(c.stay(), new Said<>(key));
        }
        throw new IllegalArgumentException(type + " assigns nobody");
    }
}
