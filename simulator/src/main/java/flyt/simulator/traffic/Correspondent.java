package flyt.simulator.traffic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.simulator.hospital.Bed;
import flyt.simulator.hospital.Chance;
import flyt.simulator.hospital.Colleague;
import flyt.simulator.hospital.Person;
import flyt.simulator.hospital.Stay;
import flyt.simulator.hospital.Ward;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One system that reports: gives its messages their numbers and the delay with which it sends them,
 * in order.
 *
 * <p>Message ids are {@code <run>-<source>-<number>}: the same seed and first day give the same ones.
 */
final class Correspondent {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String source;
    private final String run;
    private final double medianDelaySeconds;
    private final Chance chance;
    private final Consumer<Report> outbox;
    private int number;
    private long lastSent;

    Correspondent(String source, String run, double medianDelaySeconds, Chance chance, Consumer<Report> outbox) {
        this.source = source;
        this.run = run;
        this.medianDelaySeconds = medianDelaySeconds;
        this.chance = chance;
        this.outbox = outbox;
    }

    /** Begins a report about something that happened at this moment; {@link Letter#send} sends it off. */
    Letter about(String type, long occurredAt) {
        return new Letter(type, occurredAt, occurredAt);
    }

    /** A report about something that happened earlier and is told at {@code toldAt}. */
    Letter lateAbout(String type, long occurredAt, long toldAt) {
        return new Letter(type, occurredAt, toldAt);
    }

    /** Begins what one of the system's people wishes; it travels like the system's reports, and keeps their order. */
    Letter wish(String type, long at, Colleague whose) {
        Letter letter = new Letter(type, at, at);
        letter.body.removeAll();
        letter.body.put("type", type);
        letter.body.put(
                Report.COMMAND_ID,
                UUID.nameUUIDFromBytes(letter.messageId.getBytes(StandardCharsets.UTF_8))
                        .toString());
        letter.body.put("at", Instant.ofEpochSecond(at).toString());
        return letter.colleague("for", whose);
    }

    /** A report being written; fields come in the order they are added. */
    final class Letter {

        private final String type;
        private final ObjectNode body = JSON.objectNode();
        private final String messageId;
        private final long toldAt;

        private Letter(String type, long occurredAt, long toldAt) {
            this.type = type;
            this.messageId = run + "-" + source + "-" + ++number;
            this.toldAt = toldAt;
            body.put("type", type);
            body.put("source", source);
            body.put("messageId", messageId);
            body.put("occurredAt", Instant.ofEpochSecond(occurredAt).toString());
        }

        Letter stay(Stay stay) {
            return with("visit", stay.visit());
        }

        Letter with(String field, String value) {
            body.put(field, value);
            return this;
        }

        Letter with(String field, int value) {
            body.put(field, value);
            return this;
        }

        Letter with(String field, boolean value) {
            body.put(field, value);
            return this;
        }

        Letter withNull(String field) {
            body.putNull(field);
            return this;
        }

        /** Nothing is said when the time is -1. */
        Letter withTime(String field, long time) {
            if (time >= 0) {
                body.put(field, Instant.ofEpochSecond(time).toString());
            }
            return this;
        }

        Letter patient(Person person) {
            return patient("patient", person);
        }

        Letter patient(String field, Person person) {
            ObjectNode patient = body.putObject(field);
            patient.put("number", person.number());
            patient.put("given", person.given());
            patient.put("family", person.family());
            patient.put("birthDate", person.birthDate().toString());
            patient.put("protected", person.addressProtected());
            return this;
        }

        Letter place(Ward ward, @Nullable Bed bed) {
            return place("place", ward, bed);
        }

        Letter place(String field, Ward ward, @Nullable Bed bed) {
            ObjectNode place = body.putObject(field);
            place.put("ward", ward.id());
            if (bed != null) {
                if (!bed.isExtra()) {
                    place.put("room", bed.room());
                }
                place.put("bed", bed.id());
            }
            return this;
        }

        Letter withTexts(String field, List<String> texts) {
            ArrayNode array = body.putArray(field);
            texts.forEach(array::add);
            return this;
        }

        /** Nobody is said as null. */
        Letter colleague(String field, @Nullable Colleague colleague) {
            if (colleague == null) {
                body.putNull(field);
            } else {
                body.putObject(field).put("key", colleague.key()).put("name", colleague.name());
            }
            return this;
        }

        String messageId() {
            return messageId;
        }

        /** Sends it after the system's usual delay, and after what the system has sent before. */
        void send() {
            long delay = StrictMath.round(Math.min(120, chance.logNormalAround(medianDelaySeconds, 0.6)));
            lastSent = Math.max(lastSent, toldAt + delay);
            if (!body.has(Report.COMMAND_ID)) {
                body.put("sentAt", Instant.ofEpochSecond(lastSent).toString());
            }
            outbox.accept(new Report(type, source, messageId, lastSent, body));
        }
    }
}
