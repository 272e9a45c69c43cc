package flyt.access;

import flyt.journal.WireNames;
import org.jspecify.annotations.Nullable;

/** What somebody works as. What each may see and do stands in {@link RoleTable} and nowhere else. */
public enum Role {
    /** A paired device on a wall; it only looks. */
    WARD_SCREEN,
    NURSE,
    WARD_COORDINATOR,
    DOCTOR,
    CLEANER,
    PORTER,
    LOGISTICS_COORDINATOR,
    BED_MANAGER,
    /** The laboratory's people, and its system. */
    LABORATORY,
    SECRETARY,
    LEADER,
    MUNICIPALITY,
    /** A system that reports: record system, nurse call, simulator. */
    INTEGRATION,
    /** Keeps the messages of other systems flowing; sees no board and nobody's name. */
    INTEGRATION_ENGINEER,
    ADMINISTRATOR,
    AUDITOR;

    /** The name on the wire: {@code ward-screen}. */
    public String wire() {
        return WireNames.of(this);
    }

    /** The role of this name on the wire, or null. */
    public static @Nullable Role of(String wire) {
        return WireNames.parse(Role.class, wire);
    }

    /** Whether people hold it; screens and systems get theirs by what they are. */
    public boolean isForPeople() {
        return this != WARD_SCREEN && this != INTEGRATION;
    }

    /** Whether a system's credentials may be of this kind. */
    public boolean isForMachines() {
        return this == INTEGRATION || this == LABORATORY;
    }
}
