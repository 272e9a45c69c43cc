package flyt.board;

import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.stay.Course;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Patients who are expected somewhere: their rows on the ward's board, and the next one for a bed. */
final class Arrivals {
    private static final Comparator<Course> SOONEST = Comparator.comparing(
                    (Course course) ->
                            course.incoming() == null ? null : course.incoming().at(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Course::stay);

    private Arrivals() {}

    /** The next of these to come; those without a time last; null when there is none. */
    static @Nullable Course next(Collection<Course> expected) {
        return expected.stream().min(SOONEST).orElse(null);
    }

    /** Makes the row of a stay that is expected to the ward, or says that there is none. */
    static void write(Moment moment, Plan.WardPlan ward, String stay, @Nullable Course course, Sink sink) {
        String key = "in/" + stay;
        Course.Incoming incoming = course == null ? null : course.incoming();
        boolean here =
                incoming != null && incoming.place().ward().equals(ward.ward().id());
        byte[] row = here ? row(moment, key, course, incoming) : null;
        sink.row(ward.stream(Level.HALF_CLOSED), key, row);
        sink.row(ward.stream(Level.CLOSED_ROOM), key, row);
    }

    private static byte[] row(Moment moment, String key, Course course, Course.Incoming incoming) {
        Place place = incoming.place();
        BedPlace bed = place.bed() == null ? null : moment.hospital().places().bed(place.bed());
        Person person = moment.person(course);
        return RowJson.row(key, "incoming", row -> {
            row.text("bed", place.bed() == null ? null : place.bed().value());
            row.text("label", bed == null ? null : bed.label());
            row.text("suffix", bed == null ? null : bed.suffix());
            row.word("use", bed == null ? null : BedFace.use(moment, bed));
            row.text("initials", person.initials());
            row.number("year", person.year());
            row.instant("at", incoming.at());
            row.text("from", from(moment, course));
        });
    }

    /** Where an expected patient comes from: a ward's name or {@code home}; null when a protected one must not be traced. */
    static @Nullable String from(Moment moment, Course course) {
        if (course.incoming() == null || moment.person(course).isProtected()) {
            return null;
        }
        if (course.incoming().from() != null) {
            return moment.wardName(course.incoming().from());
        }
        return course.inHouse() ? null : "home";
    }
}
