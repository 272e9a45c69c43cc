package flyt.domain;

import flyt.domain.Command.AssignDoctor;
import flyt.domain.Command.AssignNurse;
import flyt.domain.Command.ExpectDischarge;
import flyt.domain.Command.SetIsolation;
import flyt.domain.Command.Undo;
import flyt.domain.Command.UseCorridorPlace;
import flyt.domain.Decision.Refusal;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.Places;
import flyt.domain.stay.Course;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayFact.DischargeDay;
import flyt.domain.stay.StayFact.DischargeSet;
import flyt.domain.stay.StayFact.DoctorAssigned;
import flyt.domain.stay.StayFact.ExtraPlaceUsed;
import flyt.domain.stay.StayFact.IsolationSet;
import flyt.domain.stay.StayFact.NurseAssigned;
import flyt.domain.stay.StayStatus;
import flyt.domain.undo.UndoEvent.Undone;
import flyt.domain.undo.Undoable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What follows from what people say by hand about a patient because no system does, and from undoing. */
final class HandRules {

    private HandRules() {}

    /** As {@link CommandRules#follow}. */
    static @Nullable Refusal follow(Unfolding told, Command command) {
        if (command instanceof AssignNurse c) {
            return say(told, new NurseAssigned(c.stay(), c.nurse()));
        } else if (command instanceof AssignDoctor c) {
            return say(told, new DoctorAssigned(c.stay(), c.doctor()));
        } else if (command instanceof ExpectDischarge c) {
            return expectDischarge(told, c);
        } else if (command instanceof SetIsolation c) {
            return say(told, new IsolationSet(c.stay(), c.isolation()));
        } else if (command instanceof UseCorridorPlace c) {
            return c.bed() == null ? leaveExtraPlace(told, c) : useExtraPlace(told, c, c.bed());
        } else if (command instanceof Undo c) {
            return undo(told, c);
        }
        throw new IllegalArgumentException("No rule for " + command.getClass().getName());
    }

    /** Of a patient who is here or expected. */
    private static @Nullable Refusal say(Unfolding told, StayFact.ByHand fact) {
        Course course = told.now().stays().course(fact.stay());
        if (course == null) {
            return Refusal.UNKNOWN_STAY;
        }
        if (!course.inHouse() && course.status() != StayStatus.PLANNED) {
            return Refusal.NOT_IN_HOUSE;
        }
        ReportRules.follow(told, fact);
        return null;
    }

    private static @Nullable Refusal expectDischarge(Unfolding told, ExpectDischarge command) {
        DischargeDay said =
                command.discharge() == null ? null : command.discharge().value();
        if (said == null) {
            return say(told, new DischargeSet(command.stay(), command.discharge()));
        }
        ZoneId zone = told.now().places().definition().timeZone();
        Instant hour = said.at();
        LocalDate day = said.on() != null || hour == null ? said.on() : LocalDate.ofInstant(hour, zone);
        if (day == null || day.isBefore(LocalDate.ofInstant(told.header().effectiveAt(), zone))) {
            return Refusal.DAY_IN_THE_PAST;
        }
        return say(told, new DischargeSet(command.stay(), new Said<>(new DischargeDay(day, hour))));
    }

    private static @Nullable Refusal useExtraPlace(Unfolding told, UseCorridorPlace command, BedId bed) {
        Course course = told.now().stays().course(command.stay());
        if (course == null) {
            return Refusal.UNKNOWN_STAY;
        }
        Places.BedPlace wanted = told.now().places().bed(bed);
        Place now = course.place();
        if (wanted == null) {
            return Refusal.UNKNOWN_BED;
        } else if (wanted.extra() == null) {
            return Refusal.NOT_AN_EXTRA_PLACE;
        } else if (now == null) {
            return Refusal.NOT_IN_HOUSE;
        } else if (!wanted.ward().id().equals(now.ward())) {
            return Refusal.ON_ANOTHER_WARD;
        } else if (told.now().beds().of(bed).closure() != null) {
            return Refusal.BED_CLOSED;
        } else if (!told.now().stays().occupants(bed).isEmpty()) {
            return Refusal.BED_OCCUPIED;
        }
        ReportRules.follow(told, new ExtraPlaceUsed(command.stay(), new Place(now.ward(), bed)));
        return told.now().stays().occupants(bed).contains(course.stay()) ? null : Refusal.CHANGED_SINCE;
    }

    /** Back to where systems say, unless somebody else has been put there. */
    private static @Nullable Refusal leaveExtraPlace(Unfolding told, UseCorridorPlace command) {
        Course course = told.now().stays().course(command.stay());
        if (course == null) {
            return Refusal.UNKNOWN_STAY;
        }
        if (course.byHand().place() == null) {
            return Refusal.NOT_AN_EXTRA_PLACE;
        }
        ReportRules.follow(told, new ExtraPlaceUsed(command.stay(), null));
        Course back = told.now().stays().course(command.stay());
        Place place = back == null ? null : back.place();
        if (place == null || (back != null && back.byHand().place() != null)) {
            return Refusal.CHANGED_SINCE;
        }
        boolean shared =
                place.bed() != null && told.now().stays().occupants(place.bed()).size() > 1;
        return shared ? Refusal.BED_OCCUPIED : null;
    }

    private static @Nullable Refusal undo(Unfolding told, Undo command) {
        Undoable done = told.now().undoables().at(told.header().recordedAt()).of(command.command());
        if (done == null) {
            return Refusal.TOO_LATE;
        } else if (!done.by().equals(told.header().actor())) {
            return Refusal.NOT_YOURS;
        } else if (done.overtaken()) {
            return Refusal.CHANGED_SINCE;
        }
        Hospital before = told.now();
        told.tell(new Undone(done.command()));
        SelfOrders.settleBack(told, before, new TreeSet<>(done.change().stays().keySet()));
        return null;
    }
}
