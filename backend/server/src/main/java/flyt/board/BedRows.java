package flyt.board;

import flyt.domain.bed.Bed;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of one bed on its ward's board, at each level. */
final class BedRows {

    private BedRows() {}

    /** To whom or for what a bed is promised, as levels 2 and 3 see it. */
    private record Promise(
            @Nullable String initials, @Nullable Integer year, @Nullable String purpose, Instant until) {}

    /** A patient expected to a bed. A protected one has a time and nothing else. */
    private record Expected(
            @Nullable String initials, @Nullable Integer year, @Nullable Instant at, @Nullable String from) {}

    /**
     * Makes the bed's rows at all levels.
     *
     * @param ward the census of the ward where the bed stands
     * @param next the stay that is expected to this bed next, or null
     */
    static void write(Moment moment, Census ward, BedPlace place, @Nullable Course next, Sink sink) {
        String key = "bed/" + place.bed().value();
        BedFace face = BedFace.of(moment, place);
        List<Occupant> occupants = occupants(moment, ward, place);
        Bed.Reservation reservation = moment.hospital().beds().of(place.bed()).reservation();
        Promise promise = reservation == null ? null : promise(moment, reservation);
        Expected expected = next == null ? null : expected(moment, next);

        BedFace folded = face.folded();
        List<Occupant> nurses = occupants.stream().map(BedRows::bare).toList();
        sink.row(ward.plan().stream(Level.BARE), key, bare(key, folded, promise != null, nurses));

        List<Occupant> halfClosed = occupants.stream().map(BedRows::halfClosed).toList();
        sink.row(ward.plan().stream(Level.HALF_CLOSED), key, named(key, face, promise, expected, halfClosed));
        sink.row(ward.plan().stream(Level.CLOSED_ROOM), key, named(key, face, promise, expected, occupants));
    }

    private static byte[] bare(String key, BedFace face, boolean reserved, List<Occupant> occupants) {
        return RowJson.row(key, "bed", row -> {
            writePlace(row, face);
            writeUse(row, face);
            writeCleaning(row, face);
            row.object("reserved", reserved ? Boolean.TRUE : null, (object, nothingMore) -> {});
            writeQuestions(row, face);
            row.objects("occupants", occupants, (object, occupant) -> occupant.write(object));
        });
    }

    private static byte[] named(
            String key,
            BedFace face,
            @Nullable Promise promise,
            @Nullable Expected expected,
            List<Occupant> occupants) {
        return RowJson.row(key, "bed", row -> {
            writePlace(row, face);
            writeUse(row, face);
            row.instant("airChangeUntil", face.airChangeUntil());
            writeCleaning(row, face);
            row.object("reserved", promise, (object, reserved) -> {
                object.text("initials", reserved.initials());
                object.number("year", reserved.year());
                object.text("purpose", reserved.purpose());
                object.instant("until", reserved.until());
            });
            row.object("incoming", expected, (object, incoming) -> {
                object.text("initials", incoming.initials());
                object.number("year", incoming.year());
                object.instant("at", incoming.at());
                object.text("from", incoming.from());
            });
            writeQuestions(row, face);
            row.objects("occupants", occupants, (object, occupant) -> occupant.write(object));
        });
    }

    private static void writePlace(RowJson row, BedFace face) {
        BedPlace place = face.place();
        Room room = place.room();
        row.text("bed", place.bed().value());
        row.number("order", place.order());
        row.text("cluster", place.cluster());
        row.text("room", room == null ? null : room.name());
        row.text("label", place.label());
        row.text("suffix", place.suffix());
        row.word("class", face.bedClass());
        row.word("extra", place.extra());
        row.object("closed", face.closed(), BedRows::writeClosure);
    }

    static void writeClosure(RowJson object, Bed.Closure closed) {
        object.word("reason", closed.reason());
        object.instant("until", closed.until());
    }

    private static void writeUse(RowJson row, BedFace face) {
        row.word("use", face.use());
        row.instant("since", face.since());
    }

    private static void writeCleaning(RowJson row, BedFace face) {
        row.object("cleaning", face.cleaning(), (object, work) -> {
            Task task = work.task();
            object.text("task", task.id().value());
            object.text("kind", work.kind());
            object.word("state", task.status());
            object.instant("orderedAt", task.orderedAt());
            object.instant("startedAt", task.startedAt());
            object.instant("expectedDoneAt", task.expectedDoneAt());
            object.text("by", work.by());
        });
    }

    private static void writeQuestions(RowJson row, BedFace face) {
        row.object("askLeft", face.askLeft(), (object, ask) -> {
            object.instant("since", ask.since());
            object.word("why", ask.why());
        });
        row.word("conflict", face.conflict());
    }

    private static List<Occupant> occupants(Moment moment, Census ward, BedPlace place) {
        List<Occupant> occupants = new ArrayList<>();
        for (StayId stay : moment.hospital().stays().occupants(place.bed())) {
            Course course = moment.course(stay);
            if (course != null) {
                occupants.add(Occupant.of(moment, place, course, ward.alike().contains(course.stay())));
            }
        }
        return occupants;
    }

    private static Occupant bare(Occupant occupant) {
        return occupant instanceof Occupant.AtClosedRoom full ? full.bare() : Occupant.AtBare.NOBODY;
    }

    private static Occupant halfClosed(Occupant occupant) {
        return occupant instanceof Occupant.AtClosedRoom full ? full.halfClosed() : occupant;
    }

    private static Promise promise(Moment moment, Bed.Reservation reservation) {
        Person person = reservation.stay() == null ? Person.UNKNOWN : moment.person(moment.course(reservation.stay()));
        String purpose = person.isProtected() ? null : moment.identities().text(reservation.purpose());
        return new Promise(person.initials(), person.year(), purpose, reservation.until());
    }

    private static Expected expected(Moment moment, Course next) {
        Course.Incoming incoming = next.incoming();
        Person person = moment.person(next);
        Instant at = incoming == null ? null : incoming.at();
        return new Expected(person.initials(), person.year(), at, Arrivals.from(moment, next));
    }
}
