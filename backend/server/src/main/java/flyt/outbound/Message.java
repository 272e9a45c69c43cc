package flyt.outbound;

import java.time.Instant;

/**
 * Something to tell a receiver.
 *
 * @param seq of the event that it tells
 * @param part from 1, among the messages of that event
 * @param last whether it is the last of these
 * @param subject what it is about, {@code bed/LUN-301}: a later message about it takes its place
 * @param type as the receiver's standard calls it, {@code ADT^A20}
 * @param recordedAt hospital time of the event
 */
public record Message(long seq, int part, boolean last, String subject, String type, Instant recordedAt, String text) {

    /** What tells it from all others to this hospital's receiver, the same whenever it is sent: {@code 48213-1}. */
    public String id() {
        return seq + "-" + part;
    }
}
