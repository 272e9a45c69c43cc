package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What one resource comes to. */
sealed interface Part {
    /** A version of an Encounter: what is to be told follows from what is known of the visit. */
    record Version(EncounterVersion version) implements Part {}

    /** Something to report as it is, in the words of the HTTP contract. */
    sealed interface Reported extends Part {
        /** But for its source. */
        ObjectNode report();
    }

    /** How far an order of the laboratory has come. {@code visit}, {@code order}: as their sender calls them. */
    record Order(String visit, String order, ObjectNode report) implements Reported {}

    /** What becomes of an order by its answer, which is nothing by itself here. */
    record Answer(ObjectNode report) implements Reported {}

    /** The status of a bed. */
    record Bed(String bed, ObjectNode report) implements Reported {}

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
