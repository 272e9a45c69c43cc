package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one resource comes to. */
sealed interface Part {
    /** A version of an Encounter: what is to be told follows from what is known of the visit. */
    record Version(EncounterVersion version) implements Part {}

    /** Reports, as an HTTP sender would have sent them. {@code name}: the id of the resource here. */
    record Reports(String name, List<ObjectNode> reports) implements Part {
        public Reports {
            reports = List.copyOf(reports);
        }
    }

    /**
     * A command, as a person would have given it, but for its id and its visit.
     *
     * @param task which of ours it is about; null: it orders one
     * @param name by which the same command is known again
     * @param visit as its sender calls it, or null
     */
    record Wish(@Nullable String task, String name, @Nullable String visit, ObjectNode command) implements Part {}

    /** Nothing that is needed here, or nothing after a fault. {@code name}: as its sender calls it. */
    record Nothing(@Nullable String name) implements Part {}
}
