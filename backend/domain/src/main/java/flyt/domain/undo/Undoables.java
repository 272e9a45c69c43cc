package flyt.domain.undo;

import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.StaffKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands of the last seconds, in the order in which they came. Immutable.
 *
 * @param commands none twice
 */
public record Undoables(List<Undoable> commands) {
    /** None. */
    public static final Undoables NONE = new Undoables(List.of());

    /**
     * For how long a command is kept, in hospital time. An undo in a journal finds here what it puts back: a shorter time in
     * which people may undo is a matter of rules, and this must not become shorter.
     */
    public static final Duration KEPT = Duration.ofSeconds(10);

    public Undoables {
        commands = List.copyOf(commands);
    }

    /** The command told by this message, or null: longer ago, undone, or never was. */
    public @Nullable Undoable of(MessageKey command) {
        return commands.stream()
                .filter(one -> one.command().equals(command))
                .findFirst()
                .orElse(null);
    }

    /** Whether there is none. */
    public boolean none() {
        return commands.isEmpty();
    }

    /** Those that can still be undone at that moment. */
    public Undoables at(Instant now) {
        Instant oldest = now.minus(KEPT);
        boolean allKept = commands.isEmpty() || !commands.get(0).at().isBefore(oldest);
        return allKept
                ? this
                : new Undoables(commands.stream()
                        .filter(one -> !one.at().isBefore(oldest))
                        .toList());
    }

    /** After an event changed something that others may have changed before. */
    public Undoables after(EventHeader header, Change change) {
        return new Undoables(commands.stream()
                .map(one -> one.toldBy(header) ? one : one.overtakenBy(change))
                .toList());
    }

    /** After an event that reaches everywhere: nothing before it can be undone. */
    public Undoables overtaken() {
        return new Undoables(commands.stream().map(Undoable::asOvertaken).toList());
    }

    /** With what one event of a person's command changed. */
    public Undoables with(EventHeader header, StaffKey by, Change change) {
        List<Undoable> all = new ArrayList<>(commands);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).toldBy(header)) {
                all.set(i, all.get(i).and(change));
                return new Undoables(all);
            }
        }
        all.add(new Undoable(header.message(), by, header.recordedAt(), change, false));
        return new Undoables(all);
    }

    /** Without this one: it has been undone. */
    public Undoables without(MessageKey command) {
        return new Undoables(
                commands.stream().filter(one -> !one.command().equals(command)).toList());
    }
}
