package flyt.domain;

import flyt.domain.Command.AcceptRequest;
import flyt.domain.Command.DeclineRequest;
import flyt.domain.Command.EndReservation;
import flyt.domain.Command.OfRequest;
import flyt.domain.Command.RequestBed;
import flyt.domain.Command.ReserveBed;
import flyt.domain.Command.SwapReservations;
import flyt.domain.Command.WithdrawRequest;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.event.Recorded;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.Place;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.placement.BedNeed;
import flyt.domain.placement.EndReason;
import flyt.domain.placement.PlacementEvent.AnswerOverdue;
import flyt.domain.placement.PlacementEvent.BedRequested;
import flyt.domain.placement.PlacementEvent.RequestAccepted;
import flyt.domain.placement.PlacementEvent.RequestDeclined;
import flyt.domain.placement.PlacementEvent.RequestEnded;
import flyt.domain.placement.Request;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import flyt.domain.stay.StayStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who waits for a bed: asked for by people, or by itself for whoever waits in the emergency department; ended by the facts. */
final class PlacementRules {

    private PlacementRules() {}

    /** As {@link CommandRules#follow}. */
    static @Nullable Refusal follow(Unfolding told, Command command) {
        if (command instanceof ReserveBed c) {
            return ReservationRules.reserve(told, c);
        } else if (command instanceof EndReservation c) {
            return ReservationRules.end(told, c.bed());
        } else if (command instanceof SwapReservations c) {
            return ReservationRules.swap(told, c);
        } else if (command instanceof RequestBed c) {
            return request(told, c);
        } else if (command instanceof WithdrawRequest c) {
            return withdraw(told, c);
        } else if (command instanceof AcceptRequest || command instanceof DeclineRequest) {
            return answer(told, (OfRequest) command);
        }
        throw new IllegalArgumentException("No rule for " + command.getClass().getName());
    }

    /** Whether this is the rule for the command. */
    static boolean isFor(Command command) {
        return command instanceof ReserveBed
                || command instanceof EndReservation
                || command instanceof SwapReservations
                || command instanceof RequestBed
                || command instanceof WithdrawRequest
                || command instanceof OfRequest;
    }

    private static @Nullable Refusal request(Unfolding told, RequestBed command) {
        Course course = told.now().stays().course(command.stay());
        Ward to = told.now().places().ward(command.to());
        if (course == null) {
            return Refusal.UNKNOWN_STAY;
        } else if (!course.inHouse() && course.status() != StayStatus.PLANNED) {
            return Refusal.NOT_IN_HOUSE;
        } else if (to == null || to.kind() != WardKind.INPATIENT) {
            return Refusal.UNKNOWN_PLACE;
        }
        Request open = openOf(told.now(), course.stay());
        boolean onlyNeeds = open != null
                && open.byItself()
                && open.to().equals(to.id())
                && Objects.equals(open.readyAt(), command.readyAt());
        told.tell(new BedRequested(
                open == null ? told.now().requests().next() : open.id(),
                open == null ? course.stay() : open.stay(),
                to.id(),
                command.needs(),
                command.sex(),
                command.readyAt(),
                onlyNeeds,
                answerBy(told)));
        return null;
    }

    private static @Nullable Refusal withdraw(Unfolding told, WithdrawRequest command) {
        Request open = openOf(told.now(), command.stay());
        if (open == null) {
            return Refusal.REQUEST_GONE;
        }
        ReservationRules.letGo(told, open);
        told.tell(new RequestEnded(open.id(), EndReason.WITHDRAWN, command.reason()));
        return null;
    }

    private static @Nullable Refusal answer(Unfolding told, OfRequest command) {
        Request open = told.now().requests().request(command.request());
        if (open == null) {
            return Refusal.REQUEST_GONE;
        } else if (open.asked().reply() != null) {
            return Refusal.ANSWERED_ALREADY;
        } else if (command instanceof DeclineRequest no) {
            ReservationRules.letGo(told, open);
            told.tell(new RequestDeclined(open.id(), no.reason()));
        } else {
            told.tell(new RequestAccepted(open.id()));
        }
        return null;
    }

    /** What follows for those who wait from what was told of stays since the hospital was {@code before}. */
    static void settle(Unfolding told, Hospital before) {
        SortedSet<StayId> stays = new TreeSet<>();
        for (Recorded recorded : List.copyOf(told.events())) {
            if (recorded.event() instanceof StayFact fact) {
                stays.addAll(told.now().stays().reachedBy(fact, before.stays()));
            } else if (recorded.event() instanceof BedClosed closed) {
                ReservationRules.closed(told, closed.bed());
            }
        }
        for (StayId stay : stays) {
            Course is = told.now().stays().course(stay);
            if (is != null) {
                endDoubles(told, is);
                Request open = openOf(told.now(), is.stay());
                if (open == null) {
                    askByItself(told, before, is);
                } else {
                    follow(told, before, open, is);
                }
            }
        }
    }

    /** Whose visit numbers were merged waits once. */
    private static void endDoubles(Unfolding told, Course is) {
        List<Request> open = told.now().requests().allOf(told.now().stays().numbers(is.stay()));
        for (Request again : open.stream().skip(1).toList()) {
            told.tell(new RequestEnded(again.id(), EndReason.NOT_EXPECTED));
        }
    }

    /** The decision to admit somebody who lies in no ward's bed is a request; once it is ended, only another decision is. */
    private static void askByItself(Unfolding told, Hospital before, Course is) {
        Course was = before.stays().course(is.stay());
        Course.Incoming wanted = wanted(told.now(), is);
        WardId wantedBefore = was == null ? null : wardOf(wanted(before, was));
        if (wanted != null && !Objects.equals(wardOf(wanted), wantedBefore)) {
            told.tell(new BedRequested(
                    told.now().requests().next(),
                    is.stay(),
                    wanted.place().ward(),
                    new TreeSet<BedNeed>(),
                    null,
                    wanted.at(),
                    true,
                    answerBy(told)));
        }
    }

    private static void follow(Unfolding told, Hospital before, Request open, Course is) {
        Course.Incoming wanted = wanted(told.now(), is);
        if (arrived(told.now(), before, open, is)) {
            end(told, open, EndReason.ARRIVED);
        } else if (!is.inHouse() && is.status() != StayStatus.PLANNED) {
            end(told, open, EndReason.LEFT);
        } else if (open.byItself() && is.incoming() == null && !liesInAWard(told.now(), is)) {
            end(told, open, EndReason.NOT_EXPECTED);
        } else if (open.byItself()
                && wanted != null
                && !(open.to().equals(wanted.place().ward()) && Objects.equals(open.readyAt(), wanted.at()))) {
            told.tell(new BedRequested(
                    open.id(),
                    open.stay(),
                    wanted.place().ward(),
                    open.needs(),
                    open.sex(),
                    wanted.at(),
                    true,
                    answerBy(told)));
        }
    }

    /** Whether the patient has come to lie in a ward's bed since; in the ward's corridor, one still waits. */
    private static boolean arrived(Hospital hospital, Hospital before, Request open, Course is) {
        Course was = before.stays().course(is.stay());
        Place place = is.place();
        BedPlace bed =
                place == null || place.bed() == null ? null : hospital.places().bed(place.bed());
        boolean moved = was == null || !Objects.equals(was.place(), place);
        boolean promised = bed != null && bed.bed().equals(Placements.bedOf(before, open));
        return moved && bed != null && bed.ward().kind() == WardKind.INPATIENT && (promised || bed.extra() == null);
    }

    /** Where somebody is expected who lies in no ward's bed, or null. */
    private static Course.@Nullable Incoming wanted(Hospital hospital, Course course) {
        Course.Incoming incoming = course.incoming();
        Place place = course.place();
        if (incoming == null
                || place == null
                || !isWard(hospital, incoming.place().ward())) {
            return null;
        }
        return isWard(hospital, place.ward()) ? null : incoming;
    }

    private static boolean liesInAWard(Hospital hospital, Course course) {
        return course.place() != null && isWard(hospital, course.place().ward());
    }

    private static boolean isWard(Hospital hospital, WardId id) {
        Ward ward = hospital.places().ward(id);
        return ward != null && ward.kind() == WardKind.INPATIENT;
    }

    private static @Nullable WardId wardOf(Course.@Nullable Incoming incoming) {
        return incoming == null ? null : incoming.place().ward();
    }

    private static void end(Unfolding told, Request open, EndReason reason) {
        ReservationRules.letGo(told, open);
        told.tell(new RequestEnded(open.id(), reason));
    }

    /** Says of whom no answer has come in time; at the time it should have come. */
    static void overdue(Unfolding told) {
        for (Request late :
                List.copyOf(told.now().requests().dueBy(told.header().recordedAt()))) {
            told.tell(told.header().at(late.asked().by()), new AnswerOverdue(late.id()));
        }
    }

    /** By when a ward that is asked now should have answered. */
    static Instant answerBy(Unfolding told) {
        return told.header()
                .recordedAt()
                .plus(told.now().places().definition().thresholds().bedAnswer());
    }

    /** The open request of a stay, under whatever visit number it was asked for, or null. */
    static @Nullable Request openOf(Hospital hospital, StayId stay) {
        return hospital.requests().ofStay(hospital.stays().numbers(stay));
    }
}
