package flyt.intake.fhir.in;

import java.time.Instant;

/**
 * Which version of a resource: by when it was written, {@code meta.lastUpdated}, and by its number where two were written in the
 * same millisecond.
 *
 * @param number {@code meta.versionId} where that is a number, else 0
 */
record Stamp(Instant at, long number) implements Comparable<Stamp> {
    @Override
    public int compareTo(Stamp other) {
        int byTime = at.compareTo(other.at);
        return byTime == 0 ? Long.compare(number, other.number) : byTime;
    }
}
