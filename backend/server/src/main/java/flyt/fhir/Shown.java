package flyt.fhir;

import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.View;
import flyt.access.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The types of resources that are shown: to whom, and how they are found. */
public enum Shown {
    LOCATION("Location", View.BEDS, 1, token("status"), token("operational-status"), reference("partof")),
    ENCOUNTER("Encounter", View.STAY, 1, token("status"), token("class"), reference("location")),
    TASK("Task", View.TASKS, 1, token("status"), token("business-status"), token("code"), reference("location")),
    /** How far answers have come belongs to a closed room (domain 3.11). */
    SERVICE_REQUEST("ServiceRequest", View.WARD, 3, token("status"), reference("encounter"));

    private final String type;
    private final View view;
    private final int level;
    private final List<Parameter> parameters;

    Shown(String type, View view, int level, Parameter... own) {
        this.type = type;
        this.view = view;
        this.level = level;
        List<Parameter> all =
                new ArrayList<>(List.of(token("_id"), new Parameter("_lastUpdated", "date"), token("identifier")));
        all.addAll(List.of(own));
        this.parameters = List.copyOf(all);
    }

    /** As FHIR calls it. */
    public String type() {
        return type;
    }

    /** What one must be allowed to see. */
    public View view() {
        return view;
    }

    /** The level of it. */
    public int level() {
        return level;
    }

    /** What a search takes. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Whether a look at one tells of a patient, so that it is remembered. */
    public boolean tellsOfPatients() {
        return this == ENCOUNTER || this == SERVICE_REQUEST;
    }

    /** Whether somebody may see those of a hospital. */
    public Verdict verdict(Principal who, String hospital) {
        return RoleTable.verdict(who, view, hospital, Where.WHOLE, level);
    }

    /** By the type's name. */
    public static Optional<Shown> of(String type) {
        return List.of(values()).stream().filter(one -> one.type.equals(type)).findFirst();
    }

    private static Parameter token(String name) {
        return new Parameter(name, "token");
    }

    private static Parameter reference(String name) {
        return new Parameter(name, "reference");
    }
}
