package flyt.domain.stay;

import flyt.domain.event.MessageKey;
import java.time.Instant;

/**
 * The order of facts: when it happened, then the kind, then the message, then (same message id with other content) the content
 * itself. It depends on nothing about arrival, so any order of arrival gives the same order of facts.
 */
public record FactKey(Instant at, MessageKey message, StayFact fact) implements Comparable<FactKey> {

    @Override
    public int compareTo(FactKey other) {
        int byTime = at.compareTo(other.at);
        if (byTime != 0) {
            return byTime;
        }
        int byKind = fact.kind().compareTo(other.fact.kind());
        if (byKind != 0) {
            return byKind;
        }
        int byMessage = message.compareTo(other.message);
        if (byMessage != 0) {
            return byMessage;
        }
        return fact.equals(other.fact) ? 0 : fact.toString().compareTo(other.fact.toString());
    }
}
