package flyt.simulator.hospital;

/**
 * Somebody at work.
 *
 * @param key staff key, {@code N-LUN-A03}
 * @param name as boards show it: a nurse's or cleaner's first name, a doctor's family name
 */
public record Colleague(String key, String name) {}
