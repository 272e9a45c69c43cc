package flyt.access;

/** A role, and where it holds. */
public record Grant(Role role, Reach reach) {}
