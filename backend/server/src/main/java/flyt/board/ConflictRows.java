package flyt.board;

import flyt.domain.Conflicts;
import flyt.domain.conflict.Conflict;
import flyt.domain.place.BedId;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.domain.stay.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of what does not fit together. No identity. */
final class ConflictRows {

    private ConflictRows() {}

    static void writeAll(Moment moment, Sink sink) {
        Conflicts.all(moment.hospital()).forEach(conflict -> write(moment, conflict, sink));
    }

    /** Makes the rows of all conflicts about these beds and stays, and says which of those before are gone. */
    static void writeTouched(Moment before, Moment now, Collection<BedId> beds, Collection<StayId> stays, Sink sink) {
        Set<Conflict.Key> gone = new TreeSet<>();
        about(before, beds, stays).forEach(conflict -> gone.add(conflict.id()));
        for (Conflict conflict : about(now, beds, stays)) {
            gone.remove(conflict.id());
            write(now, conflict, sink);
        }
        gone.forEach(key -> sink.row(now.plan().conflicts(), key.value(), null));
    }

    private static List<Conflict> about(Moment moment, Collection<BedId> beds, Collection<StayId> stays) {
        List<Conflict> conflicts = new ArrayList<>();
        beds.forEach(bed -> conflicts.addAll(Conflicts.atBed(moment.hospital(), bed)));
        for (StayId stay : stays) {
            Course course = moment.course(stay);
            conflicts.addAll(course == null ? List.of() : Conflicts.of(moment.hospital(), course));
        }
        return conflicts;
    }

    private static void write(Moment moment, Conflict conflict, Sink sink) {
        String key = conflict.id().value();
        sink.row(moment.plan().conflicts(), key, RowJson.row(key, "conflict", row -> {
            row.text("conflict", key);
            row.word("type", conflict.type());
            row.text("bed", conflict.bed() == null ? null : conflict.bed().value());
            row.texts("visits", conflict.stays().stream().map(StayId::value).toList());
            row.instant("since", since(moment, conflict));
            row.words("settle", conflict.settle());
        }));
    }

    /** Since when it does not fit; where that cannot be told, since the first fact about the stay. */
    private static @Nullable Instant since(Moment moment, Conflict conflict) {
        if (conflict.since() != null) {
            return conflict.since();
        }
        return conflict.stays().stream()
                .flatMap(stay -> moment.hospital().stays().facts(stay).stream())
                .map(Told::header)
                .map(header -> header.effectiveAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
