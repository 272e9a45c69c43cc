package flyt.intake.http;

import flyt.domain.event.Source;
import flyt.runtime.Submission;

/** A report that could be read. */
public sealed interface ReadReport {

    /** The type's name, for figures. */
    String type();

    /** The sender's id, for the answer. */
    String messageId();

    /** A fact to tell the hospital. */
    record Fact(String type, String messageId, Submission submission) implements ReadReport {}

    /** A sign of life: {@code FeedAlive}. */
    record Alive(String type, String messageId, Source source) implements ReadReport {}
}
