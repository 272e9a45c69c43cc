package flyt.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a receiver refused, for somebody to look at. Nothing in it is of a person.
 *
 * @param seq of the event that it tells
 * @param part from 1, among the messages of that event
 * @param subject what it is about, {@code bed/LUN-301}: a later message about it takes its place
 * @param type {@code ADT^A20}
 * @param recordedAt hospital time of the event
 * @param code what the receiver answered, {@code AE 207}
 * @param words its own words
 * @param refusedAt system time of the last refusal
 * @param askedAt when somebody wanted it sent again, or null
 */
public record Letter(
        long seq,
        int part,
        String subject,
        String type,
        Instant recordedAt,
        String message,
        String code,
        String words,
        int tries,
        Instant refusedAt,
        @Nullable Instant askedAt) {}
