package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened, by one version of an Encounter.
 *
 * @param type of the report
 * @param fields of the report, but for whose visit it is and when
 */
record Saying(String type, Instant at, ObjectNode fields) {
    private static final List<String> PEOPLE = List.of("patient");

    /** One without fields. */
    static Saying of(String type, Instant at) {
        return new Saying(type, at, JsonNodeFactory.instance.objectNode());
    }

    /** What it says but for who: to tell whether it was said before. */
    String content() {
        return at + " " + timeless();
    }

    /** The same but for when. */
    String timeless() {
        return type + " " + fields.deepCopy().without(PEOPLE);
    }
}
