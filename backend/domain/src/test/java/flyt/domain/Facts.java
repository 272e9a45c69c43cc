package flyt.domain;

import flyt.domain.event.Event;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.AdmissionExpected;
import flyt.domain.stay.StayFact.BedsSwapped;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayFact.IsolationReported;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.PatientRegistered;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayFact.StaysMerged;
import flyt.domain.stay.StayFact.TransferExpected;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayKind;
import flyt.domain.task.TaskId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The words in which the tests tell a hospital something. */
final class Facts {

    static final LocalDate DAY = LocalDate.parse("2026-11-12");

    private Facts() {}

    /** A time of the test's day, UTC: {@code "10:30"} or {@code "10:30:05"}; with a day before it: {@code "13 10:30"}. */
    static Instant time(String clock) {
        String[] parts = clock.split(" ");
        LocalDate day = parts.length == 2 ? DAY.withDayOfMonth(Integer.parseInt(parts[0])) : DAY;
        return day.atTime(LocalTime.parse(parts[parts.length - 1])).toInstant(ZoneOffset.UTC);
    }

    static MessageKey message(String id) {
        return new MessageKey(new Source("pas"), id);
    }

    /** The message of a person's command. */
    static MessageKey command(String id) {
        return new MessageKey(Source.FLYT, id);
    }

    static StayId stay(String id) {
        return new StayId(id);
    }

    static BedId bed(String id) {
        return new BedId(id);
    }

    static TaskId task(int number) {
        return new TaskId("T-" + number);
    }

    static StaffKey staff(String key) {
        return new StaffKey(key);
    }

    /** {@code "MED-1"} is that bed of ward MED; {@code "MED"} is that ward without a bed. */
    static Place place(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? Place.withoutBed(new WardId(text))
                : new Place(new WardId(text.substring(0, dash)), new BedId(text));
    }

    static Event registered(String stay, String place) {
        return new PatientRegistered(stay(stay), new PatientKey("p-" + stay), PatientClass.E, place(place), null, null);
    }

    static Event admitted(String stay, String place) {
        return admitted(stay, place, null);
    }

    static Event admitted(String stay, String place, @Nullable String responsible) {
        return new PatientAdmitted(
                stay(stay),
                new PatientKey("p-" + stay),
                PatientClass.I,
                place(place),
                responsible == null ? null : new WardId(responsible));
    }

    static Event admitted(String stay, StayKind kind, String place) {
        return new PatientAdmitted(stay(stay), new PatientKey("p-" + stay), PatientClass.I, place(place), null, kind);
    }

    static Event admissionExpected(String stay, String place, String at) {
        return new AdmissionExpected(stay(stay), new PatientKey("p-" + stay), place(place), time(at), null);
    }

    static Event transferred(String stay, String place) {
        return new PatientTransferred(stay(stay), place(place), null);
    }

    static Event transferExpected(String stay, String place) {
        return new TransferExpected(stay(stay), place(place), null);
    }

    static Event discharged(String stay) {
        return new PatientDischarged(stay(stay), Disposition.HOME);
    }

    static Event died(String stay) {
        return new PatientDischarged(stay(stay), Disposition.DIED);
    }

    static Event swapped(String stay, String place, String other, String otherPlace) {
        return new BedsSwapped(stay(stay), place(place), stay(other), place(otherPlace));
    }

    static Event merged(String survivor, String other) {
        return new StaysMerged(stay(survivor), stay(other));
    }

    static Event roomLeft(String stay, @Nullable String bed) {
        return new RoomLeft(stay(stay), bed == null ? null : bed(bed), null);
    }

    static Event isolated(String stay, @Nullable Isolation isolation) {
        return new IsolationReported(stay(stay), isolation);
    }

    /** The latest fact of that kind is taken back. */
    static Event cancelled(String stay, FactKind kind) {
        return new FactCancelled(stay(stay), kind, null);
    }

    /** The fact of that kind told by that message is taken back. */
    static Event cancelled(String stay, FactKind kind, String message) {
        return new FactCancelled(stay(stay), kind, message(message));
    }
}
