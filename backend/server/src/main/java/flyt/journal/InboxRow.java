package flyt.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of another system's standard, and what became of it. Nothing here is about a person but opaque keys; the bytes are
 * asked for apart.
 *
 * @param receivedAt system time
 * @param source as which the sender reports, {@value #STRANGER} for a stranger
 * @param sender as it calls itself: {@code PAS/KAL}
 * @param profile by which it was read, {@code pas/3}
 * @param messageId the sender's, or a key where it might name somebody
 * @param type {@code ADT^A01}
 * @param reasons codes
 * @param patients opaque keys of whom it is about
 * @param unmapped places as it named them that the hospital did not know when it was told
 * @param seq of the last event it made, or null
 * @param replayOf the message that this one corrects or repeats, or null
 * @param planned of which visit to come it tells, or null
 * @param settledAt when somebody replayed it or put it aside, or null
 */
public record InboxRow(
        UUID id,
        String hospital,
        Instant receivedAt,
        String source,
        String sender,
        String profile,
        String messageId,
        String type,
        Outcome outcome,
        List<String> reasons,
        List<String> visits,
        List<String> patients,
        List<String> unmapped,
        @Nullable Long seq,
        @Nullable UUID replayOf,
        @Nullable Planned planned,
        @Nullable Instant settledAt) {

    public static final String STRANGER = "?";

    /**
     * A visit to come.
     *
     * @param appointment the sender's id for it, or a key where it might name somebody
     * @param startsAt null: not said
     */
    public record Planned(String appointment, @Nullable Instant startsAt) {}

    /** What became of it. */
    public enum Outcome {
        ACCEPTED,
        REPEATED,
        /** It says nothing that is needed. */
        NOT_NEEDED,
        /** It tells of a visit to come, and is kept until that. */
        KEPT_FOR_LATER,
        /** Nothing reads such an event yet. */
        NOT_READ,
        /** Something it should say is missing or cannot be read. */
        FAULTY,
        UNREADABLE,
        /** From nobody who is let in. */
        STRANGER,
        /** The sender may not report that. */
        NOT_ALLOWED,
        /** It asked for something that cannot be now; the sender was told why. */
        REFUSED;

        /** Whether somebody should look at it. */
        public boolean waits() {
            return this == FAULTY || this == UNREADABLE || this == STRANGER || this == NOT_ALLOWED;
        }
    }

    public InboxRow {
        reasons = List.copyOf(reasons);
        visits = List.copyOf(visits);
        patients = List.copyOf(patients);
        unmapped = List.copyOf(unmapped);
    }

    /** The message that this one is, or corrects or repeats. */
    public UUID first() {
        return replayOf == null ? id : replayOf;
    }
}
