package flyt.intake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalId;
import flyt.journal.InboxRow;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where messages in the inbox are looked into, corrected and told again. Nothing here shows who a patient is. */
public interface MessageDesk {
    /** The reason where corrections are of another standard, or name what cannot be there. */
    String EDITS_NOT_READ = "edits-not-read";

    /**
     * A message, opened.
     *
     * @param segments as they came, but for the shape of what may tell of a person; none when they were erased
     * @param reports what would be told of it now, without patients
     * @param notes codes
     */
    record Opened(InboxRow row, List<Part> segments, List<ObjectNode> reports, List<String> notes) {}

    /** One segment; {@code fields} from the first. */
    record Part(String name, List<String> fields) {}

    /** A correction: what something is to say instead. */
    sealed interface Edit {}

    /**
     * Of HL7 v2, in the message's own delimiters.
     *
     * @param segment {@code PV1}; {@code occurrence} 1 for the first of these
     */
    record FieldEdit(String segment, int occurrence, int field, String value) implements Edit {}

    /** Of FHIR. {@code path}: as an opened message names it, {@code location[0].location.reference}. */
    record PathEdit(String path, String value) implements Edit {}

    /**
     * How a place is to be read, to see what would change before it is written into a profile.
     *
     * @param said as messages name it, {@code LUN^301^1}
     * @param ward ours, as room and bed; null: not said
     */
    record Mapping(String said, @Nullable String ward, @Nullable String room, @Nullable String bed) {}

    /**
     * How messages are to be told again.
     *
     * @param edits the same in each
     * @param mapping only where one just looks
     * @param justLook nothing is told
     */
    record How(List<Edit> edits, @Nullable Mapping mapping, boolean justLook) {
        public How {
            edits = List.copyOf(edits);
        }

        /** The corrections of one kind; null where there are others among them, which nothing can be made of. */
        public <E extends Edit> @Nullable List<E> edits(Class<E> kind) {
            return edits.stream().allMatch(kind::isInstance)
                    ? edits.stream().map(kind::cast).toList()
                    : null;
        }
    }

    /**
     * What became of one that was told again, or would.
     *
     * @param outcome {@code told}, {@code would-be-told}, {@code erased}, {@code unknown}, {@code same}, or that of the inbox for
     *     what still cannot be taken
     * @param takesBack names of the facts it told before that are taken back, with their times
     * @param tells what is told in their place, without patients
     */
    record Again(UUID id, String outcome, List<String> reasons, List<Fact> takesBack, List<ObjectNode> tells) {}

    /** A fact that was told. */
    record Fact(String type, String visit, String occurredAt) {}

    /** Opens one; empty when there is none. */
    Future<Optional<Opened>> open(HospitalId hospital, UUID id);

    /**
     * Tells one again, as it is read now: what it told before is taken back first, by name, so that each place of a history is
     * kept.
     */
    Future<Again> again(HospitalId hospital, UUID id, How how);

    /** Tells some again in this order: what one takes back, the next may tell anew. */
    default Future<List<Again>> again(HospitalId hospital, List<UUID> ids, How how) {
        List<Again> all = new ArrayList<>();
        Future<List<Again>> done = Future.succeededFuture(all);
        for (UUID id : ids) {
            done = done.compose(before -> again(hospital, id, how).map(one -> {
                all.add(one);
                return all;
            }));
        }
        return done;
    }
}
