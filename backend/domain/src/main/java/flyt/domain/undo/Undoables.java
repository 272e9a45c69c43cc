package flyt.domain.undo;

import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.undo.Change.Before;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What can be put back as it was. Immutable.
 *
 * @param commands those of the last seconds, in the order in which they came; none twice
 * @param statuses the latest status of each bed that another system reported
 */
public record Undoables(List<Undoable> commands, SortedMap<BedId, StatusReport> statuses) {
    /** Nothing. */
    public static final Undoables NONE = new Undoables(List.of(), TreePMap.empty());

    /**
     * For how long a command is kept, in hospital time. An undo in a journal finds here what it puts back: a shorter time in
     * which people may undo is a matter of rules, and this must not become shorter.
     */
    public static final Duration KEPT = Duration.ofSeconds(10);

    public Undoables {
        commands = List.copyOf(commands);
        statuses = persistent(statuses);
    }

    /** The command told by this message, or null: longer ago, undone, or never was. */
    public @Nullable Undoable of(MessageKey command) {
        return commands.stream()
                .filter(one -> one.command().equals(command))
                .findFirst()
                .orElse(null);
    }

    /** Whether there is no command. */
    public boolean none() {
        return commands.isEmpty();
    }

    /** Those that can still be undone at that moment. */
    public Undoables at(Instant now) {
        Instant oldest = now.minus(KEPT);
        boolean allKept = commands.isEmpty() || !commands.get(0).at().isBefore(oldest);
        return allKept
                ? this
                : with(commands.stream()
                        .filter(one -> !one.at().isBefore(oldest))
                        .toList());
    }

    /** After an event changed something that others may have changed before. */
    public Undoables after(EventHeader header, Change change) {
        return with(commands.stream()
                .map(one -> one.toldBy(header) ? one : one.overtakenBy(change))
                .toList());
    }

    /** After an event that reaches everywhere: nothing before it can be undone. */
    public Undoables overtaken() {
        return with(commands.stream().map(Undoable::asOvertaken).toList());
    }

    /** With what one event of a person's command changed. */
    public Undoables with(EventHeader header, StaffKey by, Change change) {
        List<Undoable> all = new ArrayList<>(commands);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).toldBy(header)) {
                all.set(i, all.get(i).and(change));
                return with(all);
            }
        }
        all.add(new Undoable(header.message(), by, header.recordedAt(), change, false));
        return with(all);
    }

    /** Without this one: it has been undone. */
    public Undoables without(MessageKey command) {
        return with(
                commands.stream().filter(one -> !one.command().equals(command)).toList());
    }

    /** The latest status that another system reported of this bed, or null: none, or it was taken back. */
    public @Nullable StatusReport status(BedId bed) {
        return statuses.get(bed);
    }

    /** After a system reported a status of a bed, which was so before; an earlier one than the latest changes nothing. */
    public Undoables reported(BedStatusReported told, EventHeader header, Before before) {
        BedId bed = told.bed();
        StatusReport latest = statuses.get(bed);
        return latest != null && latest.at().isAfter(header.effectiveAt())
                ? this
                : with(bed, new StatusReport(header.message(), header.effectiveAt(), told.status(), before));
    }

    /** After something happened to this bed: what others had reported of it before is not put back any more. */
    public Undoables overtaken(BedId bed, EventHeader header) {
        StatusReport latest = statuses.get(bed);
        return latest == null || latest.before() == null || latest.message().equals(header.message())
                ? this
                : with(bed, latest.overtaken());
    }

    /** After the report of this message was taken back. */
    public Undoables withoutStatus(BedId bed, MessageKey message) {
        StatusReport latest = statuses.get(bed);
        return latest == null || !latest.message().equals(message)
                ? this
                : new Undoables(commands, persistent(statuses).minus(bed));
    }

    private Undoables with(BedId bed, StatusReport latest) {
        return new Undoables(commands, persistent(statuses).plus(bed, latest));
    }

    private Undoables with(List<Undoable> others) {
        return new Undoables(others, statuses);
    }

    private static TreePMap<BedId, StatusReport> persistent(SortedMap<BedId, StatusReport> map) {
        return map instanceof TreePMap<BedId, StatusReport> already
                ? already
                : TreePMap.from((Map<BedId, StatusReport>) map);
    }
}
