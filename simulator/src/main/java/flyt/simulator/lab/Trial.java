package flyt.simulator.lab;

/** A policy with a roster: what is tried. */
record Trial(String name, Policy policy, Roster roster) {

    /** A policy with the reference roster. */
    static Trial of(Policy policy, Roster roster) {
        return new Trial(policy.name(), policy, roster);
    }
}
