package flyt.intake.fhir.in;

import flyt.intake.fhir.in.PlaceReader.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient was by the list of locations of an Encounter. Ward, room and bed may be listed beside each other; at each moment
 * one is in the most exact of the places listed then, and of equally exact ones in that which one came to last.
 */
final class Whereabouts {
    /** {@code from} null: since no hour that is said. {@code to} null: still. */
    private record Stretch(Found place, @Nullable Instant from, @Nullable Instant to) {
        boolean covers(Instant time) {
            return from != null && !time.isBefore(from) && (to == null || time.isBefore(to));
        }
    }

    /** Coming to a place. */
    record Coming(Instant at, Found place) {}

    private final List<Stretch> timed = new ArrayList<>();
    private final List<Stretch> untimed = new ArrayList<>();
    private @Nullable Found planned;
    private @Nullable Instant plannedAt;

    Whereabouts(Encounter encounter, PlaceReader places, Moments moments) {
        for (EncounterLocationComponent listed : encounter.getLocation()) {
            Found place = places.find(listed.getLocation(), listed.getPhysicalType());
            Instant from = moments.of(listed.getPeriod().getStartElement());
            Instant to = moments.of(listed.getPeriod().getEndElement());
            boolean ahead = listed.getStatus() == EncounterLocationStatus.PLANNED
                    || listed.getStatus() == EncounterLocationStatus.RESERVED;
            if (place != null && ahead) {
                planned = place;
                plannedAt = from;
            } else if (place != null) {
                (from == null ? untimed : timed).add(new Stretch(place, from, to));
            }
        }
        timed.sort(Comparator.comparing(stretch -> stretch.from() == null ? Instant.EPOCH : stretch.from()));
    }

    /** In order of time, each to another place than before. */
    List<Coming> comings() {
        TreeSet<Instant> moments = new TreeSet<>();
        for (Stretch stretch : timed) {
            moments.add(stretch.from());
            if (stretch.to() != null) {
                moments.add(stretch.to());
            }
        }
        List<Coming> all = new ArrayList<>();
        for (Instant moment : moments) {
            Found place = at(moment);
            boolean same = place != null
                    && !all.isEmpty()
                    && all.get(all.size() - 1).place().equals(place);
            if (place != null && !same) {
                all.add(new Coming(moment, place));
            }
        }
        return all;
    }

    /** Null where none is listed for that moment. */
    @Nullable
    Found at(Instant moment) {
        return best(timed.stream().filter(stretch -> stretch.covers(moment)).toList());
    }

    /** Where one is since no hour that is said. */
    @Nullable
    Found untimed() {
        return best(untimed);
    }

    /** Where one is to come. */
    @Nullable
    Found planned() {
        return planned;
    }

    /** When one is to come there. */
    @Nullable
    Instant plannedAt() {
        return plannedAt;
    }

    /** When the last of them ended, if all have. */
    @Nullable
    Instant lastEnd() {
        Instant last = null;
        for (Stretch stretch : timed) {
            if (stretch.to() == null) {
                return null;
            }
            last = last == null || last.isBefore(stretch.to()) ? stretch.to() : last;
        }
        return last;
    }

    /** They are in order of time. */
    private static @Nullable Found best(List<Stretch> stretches) {
        Found best = null;
        for (Stretch stretch : stretches) {
            boolean asExact = best == null || stretch.place().precision().compareTo(best.precision()) >= 0;
            best = asExact ? stretch.place() : best;
        }
        return best;
    }
}
