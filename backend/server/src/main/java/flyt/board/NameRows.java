package flyt.board;

import flyt.domain.place.BedId;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import org.jspecify.annotations.Nullable;

/**
 * Who the patients of a ward are: what level 4 has beyond level 3. Rows of their own, so that whoever may see names sees them
 * beside the very board that all others see, and ceases to at any moment.
 */
final class NameRows {

    private NameRows() {}

    /**
     * Makes the row of one who is on the ward's board, or says that there is none. Of a protected patient it tells the stay and
     * the beds: who treats that one asks for the name, and is remembered for it.
     */
    static void write(Moment moment, Plan.WardPlan ward, StayId stay, @Nullable Course course, Sink sink) {
        boolean here =
                course != null && moment.wardsOf(course).contains(ward.ward().id());
        sink.row(ward.names(), stay.value(), here ? row(moment, stay, course) : null);
    }

    private static byte[] row(Moment moment, StayId stay, Course course) {
        Person person = moment.person(course);
        return RowJson.row(stay.value(), "name", row -> {
            row.text("stay", stay.value());
            row.texts(
                    "beds",
                    course.holdings().keySet().stream().map(BedId::value).toList());
            row.flag("protected", person.isProtected());
            row.text("given", person.given());
            row.text("family", person.family());
            row.text(
                    "birthDate",
                    person.birthDate() == null ? null : person.birthDate().toString());
        });
    }
}
