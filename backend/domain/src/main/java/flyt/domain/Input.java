package flyt.domain;

import flyt.domain.event.Event;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be told to a hospital. */
public sealed interface Input {

    /** Which message it came in; what follows from it carries the same. */
    MessageKey message();

    /**
     * Another system reports a fact. It is never refused for being inconvenient.
     *
     * @param fact an event as reported; what only this system can know (the task, the bed left) may be null in it
     */
    record Report(MessageKey message, Instant occurredAt, @Nullable StaffKey actor, Event fact) implements Input {}

    /** A person wishes something; it may be refused. {@code at}: when the person did it. */
    record Wish(MessageKey message, Instant at, @Nullable StaffKey actor, Command command) implements Input {}

    /** The hospital is defined, or defined anew. */
    record Define(MessageKey message, HospitalDefinition definition) implements Input {}

    /** The clock of a driven hospital is set. */
    record SetClock(MessageKey message, Instant time, double rate) implements Input {}

    /** Time went on; deadlines may have come. {@code reached}: when the clock got round to this moment; null: at this moment. */
    record TimePassed(MessageKey message, @Nullable Instant reached) implements Input {
        /** The clock got round to it at once. */
        public TimePassed(MessageKey message) {
            this(message, null);
        }
    }

    /** A sender has been silent since then, beyond its norm; or ({@code since} null) was heard again. */
    record FeedHeard(MessageKey message, Source source, @Nullable Instant silentSince) implements Input {}

    /** Too many of what a sender sends are rejected since then; or ({@code since} null) no more. */
    record FeedRejects(MessageKey message, Source source, @Nullable Instant since) implements Input {}
}
