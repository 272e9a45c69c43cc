package flyt.domain.stay;

import flyt.domain.event.MessageKey;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.HospitalDefinition.ByHand;
import flyt.domain.place.HospitalDefinition.Standing;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import flyt.domain.stay.Course.Away;
import flyt.domain.stay.Course.Departure;
import flyt.domain.stay.Course.HoldReason;
import flyt.domain.stay.Course.Holding;
import flyt.domain.stay.Course.Incoming;
import flyt.domain.stay.Course.MovedAfterEnd;
import flyt.domain.stay.Course.Placement;
import flyt.domain.stay.StayFact.AdmissionExpected;
import flyt.domain.stay.StayFact.ArrivedTemporarily;
import flyt.domain.stay.StayFact.BedsSwapped;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.stay.StayFact.DischargeDay;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.DischargeSet;
import flyt.domain.stay.StayFact.DoctorAssigned;
import flyt.domain.stay.StayFact.ExtraPlaceUsed;
import flyt.domain.stay.StayFact.IsolationReported;
import flyt.domain.stay.StayFact.IsolationSet;
import flyt.domain.stay.StayFact.LeaveEnded;
import flyt.domain.stay.StayFact.LeaveStarted;
import flyt.domain.stay.StayFact.MilestoneReported;
import flyt.domain.stay.StayFact.NurseAssigned;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.PatientRegistered;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayFact.ReadinessReported;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayFact.StayUpdated;
import flyt.domain.stay.StayFact.TransferExpected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works out a {@link Course} from the facts of a stay, in their order and without those that were cancelled. */
final class CourseFold {
    /*
     * The facts are few (a stay has some tens), so they are gone through anew each time one comes. That is what makes a
     * late, doubled or reordered message harmless: there is no state that an earlier order could have spoilt.
     *
     *    facts by time    A01 ---- A02 ---- (A12 cancels A02) ---- A03
     *    effective        A01 ------------------------------------ A03
     *    placements       [LUN-301 ------------------------------->]
     *    holdings         LUN-301 placed ...................... LUN-301 discharged, until RoomLeft
     */

    private final StayId stay;
    private final ByHand standing;
    private final List<Placement> placements = new ArrayList<>();
    private final SortedMap<BedId, Holding> holdings = new TreeMap<>();
    private final List<Departure> departures = new ArrayList<>();
    private final SortedMap<Milestone.Kind, Milestone> milestones = new TreeMap<>();

    private boolean inHouse;
    private boolean known;
    private @Nullable PatientKey patient;
    private @Nullable PatientClass patientClass;
    private @Nullable StayKind stayKind;
    private @Nullable WardId responsibleWard;
    private @Nullable Instant admittedAt;
    private @Nullable Instant endedAt;
    private @Nullable Disposition disposition;
    private final List<MessageKey> discharges = new ArrayList<>();
    private @Nullable MovedAfterEnd movedAfterEnd;
    private @Nullable Incoming incoming;
    private boolean awaitingAdmission;
    private @Nullable Away away;
    private @Nullable Place beneath;
    private @Nullable HandWord<Place> handPlace;
    private final Voices<StaffKey> nurse;
    private final Voices<StaffKey> doctor;
    private final Voices<DischargeDay> discharge;
    private final Voices<Isolation> isolation;
    private Readiness readiness = Readiness.NOT_READY;

    private CourseFold(StayId stay, ByHand standing) {
        this.stay = stay;
        this.standing = standing;
        nurse = new Voices<>(standing.nurse());
        doctor = new Voices<>(standing.doctor());
        discharge = new Voices<>(standing.discharge());
        isolation = new Voices<>(standing.isolation());
    }

    /** The course that these facts add up to. {@code standing}: how long a hand's word counts. */
    static Course fold(StayId stay, EffectiveFacts effective, ByHand standing) {
        CourseFold fold = new CourseFold(stay, standing);
        effective.facts().forEach(fold::take);
        return fold.course(effective);
    }

    private void take(Told told) {
        StayFact fact = told.fact();
        if (fact instanceof PatientRegistered f) {
            begin(told, f.place(), f.patient(), f.responsibleWard());
            patientClass = f.patientClass();
            stayKind = f.stayKind();
        } else if (fact instanceof PatientAdmitted f) {
            begin(told, f.place(), f.patient(), f.responsibleWard());
            patientClass = f.patientClass();
            stayKind = f.stayKind();
        } else if (fact instanceof AdmissionExpected f) {
            expectAdmission(f);
        } else if (fact instanceof PatientTransferred f) {
            moveWhileOpen(told, f.place(), f.responsibleWard());
        } else if (fact instanceof BedsSwapped f) {
            swap(told, f);
        } else if (fact instanceof TransferExpected f) {
            expect(new Incoming(f.place(), f.expectedAt(), lastWard()), false);
        } else if (fact instanceof PatientDischarged f) {
            end(told, f.disposition());
        } else if (fact instanceof RoomLeft f) {
            leave(told, f);
        } else if (fact instanceof StayFact.ByHand f) {
            takeByHand(told, f);
        } else {
            takeDescription(told, fact);
        }
    }

    private void takeByHand(Told told, StayFact.ByHand fact) {
        if (fact instanceof NurseAssigned f) {
            nurse.say(f.nurse(), told.header());
        } else if (fact instanceof DoctorAssigned f) {
            doctor.say(f.doctor(), told.header());
        } else if (fact instanceof DischargeSet f) {
            discharge.say(f.discharge(), told.header());
        } else if (fact instanceof IsolationSet f) {
            isolation.say(f.isolation(), told.header());
        } else if (fact instanceof ExtraPlaceUsed f) {
            usePlace(told, f.place());
        }
    }

    private void takeDescription(Told told, StayFact fact) {
        Instant at = told.header().effectiveAt();
        if (fact instanceof LeaveStarted f) {
            away = inHouse ? new Away(true, null, at, f.expectedBackAt()) : away;
        } else if (fact instanceof DepartedTemporarily f) {
            away = inHouse ? new Away(false, f.destination(), at, f.expectedBackAt()) : away;
            leaveGivenUp(told, null);
        } else if (fact instanceof LeaveEnded f) {
            comeBack(told, f.place());
        } else if (fact instanceof ArrivedTemporarily f) {
            comeBack(told, f.place());
            Place seenIn = f.place() == null ? lastPlace() : f.place();
            leaveGivenUp(told, seenIn == null ? null : seenIn.bed());
        } else if (fact instanceof DischargeExpected f) {
            discharge.report(new DischargeDay(f.expectedOn(), f.expectedAt()));
        } else if (fact instanceof ReadinessReported f) {
            readiness = f.readiness();
        } else if (fact instanceof IsolationReported f) {
            isolation.report(f.isolation());
        } else if (fact instanceof MilestoneReported f) {
            milestones.merge(
                    f.milestone(),
                    new Milestone(f.milestone(), f.state(), at, f.dueAt(), f.order()),
                    CourseFold::withWhatWasNotSaid);
        } else if (fact instanceof StayUpdated f) {
            patient = f.patient() != null ? f.patient() : patient;
            patientClass = f.patientClass() != null ? f.patientClass() : patientClass;
            stayKind = f.stayKind() != null ? f.stayKind() : stayKind;
            responsibleWard = f.responsibleWard() != null ? f.responsibleWard() : responsibleWard;
        }
    }

    private void begin(Told told, Place place, PatientKey who, @Nullable WardId responsible) {
        known = true;
        patient = who;
        responsibleWard = responsible != null ? responsible : responsibleWard;
        endedAt = null;
        disposition = null;
        discharges.clear();
        movedAfterEnd = null;
        if (awaitingAdmission && told.fact().kind() == FactKind.PATIENT_ADMITTED) {
            incoming = null;
        }
        move(told, place);
    }

    /** A later word about a milestone keeps what it does not repeat: when it is due, which order it waits for. */
    private static Milestone withWhatWasNotSaid(Milestone before, Milestone now) {
        return new Milestone(
                now.kind(),
                now.state(),
                now.since(),
                now.dueAt() != null ? now.dueAt() : before.dueAt(),
                now.order() != null ? now.order() : before.order());
    }

    private void expectAdmission(AdmissionExpected f) {
        known = true;
        patient = patient == null ? f.patient() : patient;
        stayKind = stayKind == null ? f.stayKind() : stayKind;
        expect(new Incoming(f.place(), f.expectedAt(), f.from() != null || !inHouse ? f.from() : lastWard()), true);
    }

    /** An admission that is expected ends with any admission; a transfer, when the patient comes to that ward. */
    private void expect(Incoming next, boolean admission) {
        if (endedAt != null) {
            return;
        }
        boolean thereAlready = inHouse
                && (next.place().equals(lastPlace())
                        || (next.place().bed() == null && next.place().ward().equals(lastWard())));
        incoming = thereAlready ? null : next;
        awaitingAdmission = admission;
    }

    /** Who swaps has left the old bed: the other one lies in it. */
    private void swap(Told told, BedsSwapped f) {
        Place old = lastPlace();
        moveWhileOpen(told, f.stay().equals(stay) ? f.place() : f.otherPlace(), null);
        BedId bed = old == null ? null : old.bed();
        Holding holding = bed == null ? null : holdings.get(bed);
        if (bed != null && holding != null && holding.lingers()) {
            depart(told, bed);
        }
    }

    /** A movement after the end moves nobody and is not forgotten either: it or the end is wrong. */
    private void moveWhileOpen(Told told, Place place, @Nullable WardId responsible) {
        if (endedAt != null) {
            movedAfterEnd =
                    new MovedAfterEnd(told.header().effectiveAt(), told.header().message(), discharges);
            return;
        }
        responsibleWard = responsible != null ? responsible : responsibleWard;
        move(told, place);
    }

    /** A hand puts the patient into a place, or (null) back to where systems say; nobody is moved who is not in the house. */
    private void usePlace(Told told, @Nullable Place place) {
        Place reported = beneath != null ? beneath : lastPlace();
        if (place == null && beneath != null) {
            beneath = null;
            move(told, reported);
        } else if (place != null && endedAt != null) {
            moveWhileOpen(told, place, null);
        } else if (place != null && inHouse) {
            beneath = null;
            move(told, place);
            beneath = reported;
            handPlace = HandWord.of(place, told.header());
        }
    }

    /** Whether a movement told by a system leaves the patient where a hand has put them, and only counts when that goes back. */
    private boolean keptBeneath(Place to) {
        boolean holds = beneath != null
                && standing.place() == Standing.HOLDS
                && to.ward().equals(lastWard());
        beneath = holds ? to : null;
        return holds;
    }

    private void move(Told told, Place to) {
        Instant at = told.header().effectiveAt();
        MessageKey by = told.header().message();
        admittedAt = admittedAt == null ? at : admittedAt;
        incoming = incoming != null && incoming.place().ward().equals(to.ward()) ? null : incoming;
        away = null;
        if (keptBeneath(to)) {
            return;
        }
        if (inHouse && to.equals(lastPlace())) {
            holdPlace(told);
            return;
        }
        closePlacement(at, by, HoldReason.TRANSFERRED);
        inHouse = true;
        placements.add(new Placement(to, at, null, by, told.fact().kind()));
        if (to.bed() != null) {
            holdings.put(to.bed(), new Holding(at, HoldReason.PLACED, by));
        }
    }

    /** Who is said to be in a bed holds it, even if somebody had said that it was left. */
    private void holdPlace(Told told) {
        Place now = lastPlace();
        if (now != null && now.bed() != null && !holdings.containsKey(now.bed())) {
            holdings.put(
                    now.bed(),
                    new Holding(
                            told.header().effectiveAt(),
                            HoldReason.PLACED,
                            told.header().message()));
        }
    }

    private void end(Told told, Disposition how) {
        Instant at = told.header().effectiveAt();
        closePlacement(at, told.header().message(), how == Disposition.DIED ? HoldReason.DIED : HoldReason.DISCHARGED);
        inHouse = false;
        beneath = null;
        endedAt = endedAt == null ? at : endedAt;
        discharges.add(told.header().message());
        disposition = how;
        incoming = null;
        away = null;
    }

    private void closePlacement(Instant at, MessageKey by, HoldReason reason) {
        if (!inHouse || placements.isEmpty()) {
            return;
        }
        int last = placements.size() - 1;
        Placement open = placements.get(last);
        placements.set(last, new Placement(open.place(), open.from(), at, open.by(), open.kind()));
        BedId bed = open.place().bed();
        if (bed != null && holdings.containsKey(bed)) {
            holdings.put(bed, new Holding(at, reason, by));
        }
    }

    private void leave(Told told, RoomLeft fact) {
        if (fact.bed() != null) {
            leave(told, fact, fact.bed());
        } else {
            List.copyOf(holdings.keySet()).forEach(bed -> leave(told, fact, bed));
        }
    }

    private void leave(Told told, RoomLeft fact, BedId bed) {
        Holding holding = holdings.get(bed);
        if (holding == null) {
            return;
        }
        MessageKey because = fact.because();
        boolean left = because == null
                ? holding.reason() != HoldReason.DIED
                : holding.lingers() && holding.cause().equals(because);
        if (left) {
            depart(told, bed);
        }
    }

    /** Who is seen to go, or to come elsewhere, has left the rooms that were given up before; not so after a death. */
    private void leaveGivenUp(Told told, @Nullable BedId seenIn) {
        List<BedId> left = new ArrayList<>();
        holdings.forEach((bed, holding) -> {
            if (holding.lingers() && holding.reason() != HoldReason.DIED && !bed.equals(seenIn)) {
                left.add(bed);
            }
        });
        left.forEach(bed -> depart(told, bed));
    }

    private void depart(Told told, BedId bed) {
        holdings.remove(bed);
        departures.add(new Departure(bed, told.header().effectiveAt(), isolation.shown()));
    }

    private void comeBack(Told told, @Nullable Place place) {
        boolean neverLeft =
                endedAt != null && place != null && place.bed() != null && holdings.containsKey(place.bed());
        if (place != null && !neverLeft) {
            moveWhileOpen(told, place, null);
        }
        if (inHouse) {
            away = null;
            holdPlace(told);
        }
    }

    private @Nullable Place lastPlace() {
        return placements.isEmpty()
                ? null
                : placements.get(placements.size() - 1).place();
    }

    private @Nullable WardId lastWard() {
        Place last = lastPlace();
        return last == null ? null : last.ward();
    }

    private Course course(EffectiveFacts effective) {
        StayStatus status = status(effective.opened());
        DischargeDay day = discharge.shown();
        return new Course(
                stay,
                status,
                known || status == StayStatus.CANCELLED,
                patient,
                patientClass,
                StayKind.of(stayKind, patientClass),
                responsibleWard,
                admittedAt,
                endedAt,
                disposition,
                placements,
                holdings,
                departures,
                incoming,
                away,
                day == null ? null : day.on(),
                day == null ? null : day.at(),
                readiness,
                isolation.shown(),
                milestones,
                effective.cancelledNothing(),
                movedAfterEnd,
                HandWords.of(
                        nurse.hand(),
                        doctor.hand(),
                        discharge.hand(),
                        isolation.hand(),
                        beneath == null ? null : handPlace));
    }

    private StayStatus status(boolean everTold) {
        if (inHouse) {
            return away != null && away.leave() ? StayStatus.ON_HOLD : StayStatus.IN_PROGRESS;
        }
        if (endedAt != null) {
            return StayStatus.DISCHARGED;
        }
        if (incoming != null) {
            return StayStatus.PLANNED;
        }
        return everTold ? StayStatus.CANCELLED : StayStatus.UNKNOWN;
    }
}
