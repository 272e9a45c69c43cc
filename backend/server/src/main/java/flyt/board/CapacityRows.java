package flyt.board;

import flyt.domain.bed.Bed;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The row of each bed in the hospital-wide view: what may be done with it, and no patient. Of a protected one it says that the bed
 * is occupied and nothing else.
 */
final class CapacityRows {
    private CapacityRows() {}

    static void writeBed(Moment moment, BedPlace place, Sink sink) {
        String key = "bed/" + place.bed().value();
        BedFace face = BedFace.of(moment, place);
        Bed.Reservation promise = moment.hospital().beds().of(place.bed()).reservation();
        sink.row(moment.plan().capacity(), key, RowJson.row(key, "bed", row -> {
            row.text("bed", place.bed().value());
            row.text("ward", place.ward().id().value());
            row.number("order", place.order());
            row.text("cluster", place.cluster());
            row.text("label", place.label());
            row.text("suffix", place.suffix());
            row.word("class", face.bedClass());
            row.word("extra", place.extra());
            row.object("closed", face.closed(), BedRows::writeClosure);
            row.instant("reservedUntil", promise == null ? null : promise.until());
            row.word("use", face.use());
            row.instant("airChangeUntil", face.airChangeUntil());
            row.flag("outToday", holds(moment, place, course -> leavesToday(moment, course)));
            row.flag("outlier", holds(moment, place, course -> moment.homeOfOutlier(course) != null));
            row.flag("boarding", holds(moment, place, course -> boards(place, course)));
        }));
    }

    private static boolean holds(Moment moment, BedPlace place, Predicate<Course> such) {
        return moment.hospital().stays().occupants(place.bed()).stream()
                .map((StayId stay) -> moment.course(stay))
                .filter(Objects::nonNull)
                .anyMatch(course -> !moment.person(course).isProtected() && such.test(course));
    }

    private static boolean leavesToday(Moment moment, Course course) {
        return course.expectedOn() != null
                && course.expectedOn().equals(moment.hospital().places().today());
    }

    /** Whether somebody in the emergency department waits for a bed on a ward. */
    private static boolean boards(BedPlace place, Course course) {
        Place next = course.incoming() == null ? null : course.incoming().place();
        return place.ward().kind() == WardKind.EMERGENCY
                && next != null
                && !next.ward().equals(place.ward().id());
    }
}
