package flyt.intake.http;

/**
 * One thing wrong with what was sent.
 *
 * @param field its path in the object sent, {@code place.ward}; empty for the whole
 * @param problem plain words, never the value itself
 */
public record Fault(String field, String problem) {}
