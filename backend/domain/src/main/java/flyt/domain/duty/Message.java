package flyt.domain.duty;

import flyt.domain.event.StaffKey;
import flyt.domain.priority.Team;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator tells people on duty. It is for whoever is addressed while it stands, also for those who come on duty later.
 *
 * @param zone of whom; null: of all zones
 * @param worker for whom alone, or null
 * @param text a key; the words are stored apart from the journal
 * @param by the key of the coordinator, or null
 * @param until so long it stands
 * @param read who of those on duty has read it; whoever goes off duty is forgotten
 */
public record Message(
        MessageId id,
        Team team,
        @Nullable String zone,
        @Nullable StaffKey worker,
        String text,
        @Nullable StaffKey by,
        Instant sentAt,
        Instant until,
        SortedSet<StaffKey> read) {

    public Message {
        read = Collections.unmodifiableSortedSet(new TreeSet<>(read));
    }

    /** Whether it is for somebody on duty. */
    public boolean isFor(Worker one) {
        return one.team() == team
                && (worker == null || worker.equals(one.key()))
                && (zone == null || one.zones().isEmpty() || one.zones().contains(zone));
    }

    Message readBy(StaffKey key) {
        SortedSet<StaffKey> more = new TreeSet<>(read);
        more.add(key);
        return withRead(more);
    }

    Message unreadBy(StaffKey key) {
        SortedSet<StaffKey> fewer = new TreeSet<>(read);
        fewer.remove(key);
        return withRead(fewer);
    }

    private Message withRead(SortedSet<StaffKey> those) {
        return new Message(id, team, zone, worker, text, by, sentAt, until, those);
    }
}
