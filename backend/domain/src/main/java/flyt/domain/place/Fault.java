package flyt.domain.place;

/**
 * What is wrong in a hospital definition, and where.
 *
 * @param path where, as in its file: {@code wards[3].clusters[0].rooms[2].beds[0].id}
 * @param problem what, in plain words
 */
public record Fault(String path, String problem) {}
