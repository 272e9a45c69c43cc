package flyt.fhir;

/**
 * A search parameter.
 *
 * @param type {@code token}, {@code date}, {@code reference}
 */
public record Parameter(String name, String type) {}
