package flyt.domain.priority;

/** What not everybody may do. */
public enum Skill {
    /** Cleans rooms after contagious patients. */
    INFECTION,
    LIFTING,
    DRIVING
}
