package flyt.domain.task;

/**
 * What is carried, one of several things in one trip.
 *
 * @param kind the kind's id in the rule set, {@code blood}
 * @param count how many, at least 1
 */
public record Item(String kind, int count) {}
