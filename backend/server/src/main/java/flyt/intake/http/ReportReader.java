package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.domain.Input;
import flyt.domain.event.Event;
import flyt.domain.event.Id;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.WardId;
import flyt.runtime.Submission;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reports as other systems write them (part 2 of the contract), read strictly: every faulty field is named, an unknown one is
 * faulty, and people become opaque keys here. Safe to share between threads.
 */
public final class ReportReader {
    static final String FEED_ALIVE = "FeedAlive";

    private final Pseudonyms pseudonyms;

    public ReportReader(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The opaque keys of the people in them. */
    public Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    /** The names of all types of reports, for figures and for the answer to an unknown one. */
    public static Set<String> types() {
        Set<String> types = new TreeSet<>(Set.of(FEED_ALIVE));
        ReportFacts.types().forEach(types::add);
        return types;
    }

    /**
     * One report.
     *
     * @param hospital the definition in force of the hospital to which it was sent
     * @param wardOf the ward of a bed or a room, null for one that the hospital does not know
     */
    public Reading<ReadReport> read(
            HospitalDefinition hospital, JsonNode report, Function<Id, @Nullable WardId> wardOf) {
        Fields fields = Fields.of(report);
        if (!report.isObject()) {
            return new Reading.Faulty<>(fields.faults());
        }
        Source source = fields.id("source", Source::new);
        if (Source.FLYT.equals(source)) {
            fields.fault("source", "is the name under which people's own words are kept here");
        }
        String messageId = fields.senderId("messageId", id -> id);
        Instant occurredAt = fields.instant("occurredAt");
        Instant sentAt = fields.maybeInstant("sentAt");
        People people = new People(pseudonyms, hospital, occurredAt == null ? Instant.EPOCH : occurredAt);
        StaffKey actor = fields.maybeObject("actor", people::person);
        String type = type(fields);
        Event fact =
                type == null || type.equals(FEED_ALIVE) ? null : ReportFacts.read(type, fields, people, source, wardOf);
        if (type != null) {
            fields.rejectOthers();
        }
        if (!fields.faultless()) {
            return new Reading.Faulty<>(fields.faults());
        }
        if (fact == null) {
            return new Reading.Read<>(new ReadReport.Alive(FEED_ALIVE, messageId, source));
        }
        Input input = new Input.Report(new MessageKey(source, people.messageId(messageId)), occurredAt, actor, fact);
        return new Reading.Read<>(
                new ReadReport.Fact(type, messageId, new Submission(input, hash(report), people.identities(), sentAt)));
    }

    /** The message id of a report that may be faulty, or null where it has none that can be read. */
    static @Nullable String messageId(JsonNode report) {
        return report.isObject() ? Fields.of(report).maybeSenderId("messageId", id -> id) : null;
    }

    private static @Nullable String type(Fields fields) {
        String type = fields.text("type");
        if (type == null || ReportFacts.knows(type) || type.equals(FEED_ALIVE)) {
            return type;
        }
        fields.fault("type", "must be one of " + String.join(", ", types()));
        return null;
    }

    /** Of the content; when it was sent is not content, since a message sent again says another time. */
    private byte[] hash(JsonNode report) {
        return pseudonyms.digest(CanonicalJson.of(report, "sentAt"));
    }
}
