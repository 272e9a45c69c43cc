package flyt.intake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalId;
import flyt.journal.InboxRow;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where messages in the inbox are looked into, corrected and told again. Nothing here shows who a patient is. */
public interface MessageDesk {

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

    /**
     * A correction: what a field is to say instead, in the message's own delimiters.
     *
     * @param segment {@code PV1}; {@code occurrence} 1 for the first of these
     */
    record Edit(String segment, int occurrence, int field, String value) {}

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
     *
     * @param justLook nothing is told
     */
    Future<Again> again(HospitalId hospital, UUID id, List<Edit> edits, boolean justLook);

    /** Tells some again in this order: what one takes back, the next may tell anew. */
    default Future<List<Again>> again(HospitalId hospital, List<UUID> ids, List<Edit> edits, boolean justLook) {
        List<Again> all = new ArrayList<>();
        Future<List<Again>> done = Future.succeededFuture(all);
        for (UUID id : ids) {
            done = done.compose(before -> again(hospital, id, edits, justLook).map(one -> {
                all.add(one);
                return all;
            }));
        }
        return done;
    }
}
