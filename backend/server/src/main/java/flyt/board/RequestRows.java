package flyt.board;

import flyt.domain.Hospital;
import flyt.domain.Placements;
import flyt.domain.bed.Bed;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.placement.BedChoice;
import flyt.domain.placement.Fit;
import flyt.domain.placement.Offer;
import flyt.domain.placement.Request;
import flyt.domain.placement.Wish;
import flyt.domain.stay.Course;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row of one who waits for a bed: for whoever places patients, and for the ward that is asked. Initials and year, no name. */
final class RequestRows {
    private static final int SUGGESTIONS = 3;

    /** How a request stands. */
    private enum State {
        WAITING,
        RESERVED,
        ACCEPTED,
        DECLINED
    }

    private RequestRows() {}

    static void drop(Request request, Stream stream, Sink sink) {
        sink.row(stream, key(request), null);
    }

    /**
     * Makes the row.
     *
     * @param wish what the patient needs, or null when the definition does not know the ward
     * @param candidates beds that somebody might get
     */
    static void write(Moment moment, Request request, @Nullable Wish wish, List<Offer> candidates, Sink sink) {
        byte[] row = row(moment, request, wish, candidates);
        sink.row(moment.plan().requests(), key(request), row);
        sink.row(moment.plan().requests(request.asked().ward()), key(request), row);
    }

    private static String key(Request request) {
        return "request/" + request.id().value();
    }

    private static byte[] row(Moment moment, Request request, @Nullable Wish wish, List<Offer> candidates) {
        Hospital hospital = moment.hospital();
        Course course = moment.course(request.stay());
        Person person = moment.person(course);
        Place from = course == null || person.isProtected() ? null : course.place();
        BedId bed = Placements.bedOf(hospital, request);
        BedPlace promised = bed == null ? null : hospital.places().bed(bed);
        List<Fit> best = wish == null || promised != null ? List.of() : BedChoice.best(wish, candidates, SUGGESTIONS);
        return RowJson.row(key(request), "request", row -> {
            row.text("request", request.id().value());
            row.text("stay", hospital.stays().resolve(request.stay()).value());
            row.object("who", person, RequestRows::who);
            row.object("from", from, (object, place) -> place(moment, object, place));
            row.text("to", request.to().value());
            row.text("toName", moment.wardName(request.to()));
            row.instant("since", request.since());
            row.instant("readyAt", request.readyAt());
            row.words("needs", request.needs());
            row.word("isolation", course == null ? null : course.isolation());
            row.word("sex", request.sex());
            row.word("state", state(request, promised));
            row.object("asked", request.asked(), (object, asked) -> {
                object.text("ward", asked.ward().value());
                object.text("name", moment.wardName(asked.ward()));
                object.instant("by", asked.by());
                object.flag("overdue", asked.overdue());
                object.word(
                        "declined", asked.reply() == null ? null : asked.reply().reason());
            });
            row.text("bed", promised == null ? null : promised.bed().value());
            row.object("promise", promised, (object, place) -> promise(moment, object, place));
            row.objects("suggestions", best, (object, fit) -> suggestion(moment, object, fit));
        });
    }

    private static State state(Request request, @Nullable BedPlace promised) {
        if (request.declined()) {
            return State.DECLINED;
        } else if (request.accepted()) {
            return State.ACCEPTED;
        }
        return promised == null ? State.WAITING : State.RESERVED;
    }

    private static void who(RowJson row, Person person) {
        row.text("initials", person.initials());
        row.number("year", person.year());
        row.flag("protected", person.isProtected());
    }

    private static void place(Moment moment, RowJson row, Place place) {
        BedPlace bed = place.bed() == null ? null : moment.hospital().places().bed(place.bed());
        row.text("ward", place.ward().value());
        row.text("name", moment.wardName(place.ward()));
        row.text("label", bed == null ? null : bed.label());
        row.text("suffix", bed == null ? null : bed.suffix());
    }

    private static void promise(Moment moment, RowJson row, BedPlace place) {
        Offer offer = Placements.offer(moment.hospital(), place);
        Bed.Reservation reservation = moment.hospital().beds().of(place.bed()).reservation();
        bed(row, place);
        row.word("standing", offer.standing());
        row.instant("readyAt", offer.readyAt());
        row.instant("until", reservation == null ? null : reservation.until());
    }

    private static void suggestion(Moment moment, RowJson row, Fit fit) {
        bed(
                row,
                Objects.requireNonNull(
                        moment.hospital().places().bed(fit.offer().bed())));
        row.text("version", Placements.version(moment.hospital(), fit.offer().bed()));
        row.word("standing", fit.offer().standing());
        row.instant("readyAt", fit.offer().readyAt());
        row.words("reasons", fit.reasons());
    }

    private static void bed(RowJson row, BedPlace place) {
        row.text("ward", place.ward().id().value());
        row.text("name", place.ward().name());
        row.text("bed", place.bed().value());
        row.text("label", place.label());
        row.text("suffix", place.suffix());
    }
}
