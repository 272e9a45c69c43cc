package flyt.domain.stay;

import flyt.domain.event.MessageKey;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.WardId;
import flyt.domain.stay.Course.Away;
import flyt.domain.stay.Course.HoldReason;
import flyt.domain.stay.Course.Holding;
import flyt.domain.stay.Course.Incoming;
import flyt.domain.stay.Course.Placement;
import flyt.domain.stay.StayFact.AdmissionExpected;
import flyt.domain.stay.StayFact.ArrivedTemporarily;
import flyt.domain.stay.StayFact.BedsSwapped;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.IsolationReported;
import flyt.domain.stay.StayFact.LeaveEnded;
import flyt.domain.stay.StayFact.LeaveStarted;
import flyt.domain.stay.StayFact.MilestoneReported;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.PatientRegistered;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayFact.ReadinessReported;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayFact.StayUpdated;
import flyt.domain.stay.StayFact.TransferExpected;
import java.time.Instant;
import java.time.LocalDate;
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
    private final List<Placement> placements = new ArrayList<>();
    private final SortedMap<BedId, Holding> holdings = new TreeMap<>();
    private final SortedMap<Milestone.Kind, Milestone> milestones = new TreeMap<>();

    private boolean inHouse;
    private boolean known;
    private boolean everTold;
    private @Nullable PatientKey patient;
    private @Nullable PatientClass patientClass;
    private @Nullable WardId responsibleWard;
    private @Nullable Instant admittedAt;
    private @Nullable Instant endedAt;
    private @Nullable Disposition disposition;
    private @Nullable Incoming incoming;
    private @Nullable Away away;
    private @Nullable LocalDate expectedOn;
    private @Nullable Instant expectedAt;
    private Readiness readiness = Readiness.NOT_READY;
    private @Nullable Isolation isolation;

    private CourseFold(StayId stay) {
        this.stay = stay;
    }

    /** The course that these facts, in the order of their keys, add up to. */
    static Course fold(StayId stay, Iterable<Told> facts) {
        CourseFold fold = new CourseFold(stay);
        EffectiveFacts effective = EffectiveFacts.of(facts);
        effective.facts().forEach(fold::take);
        return fold.course(effective);
    }

    private void take(Told told) {
        StayFact fact = told.fact();
        if (fact instanceof PatientRegistered f) {
            begin(told, f.place(), f.patient(), f.patientClass(), f.responsibleWard());
        } else if (fact instanceof PatientAdmitted f) {
            begin(told, f.place(), f.patient(), f.patientClass(), f.responsibleWard());
        } else if (fact instanceof AdmissionExpected f) {
            expectAdmission(f);
        } else if (fact instanceof PatientTransferred f) {
            moveWhileOpen(told, f.place(), f.responsibleWard());
        } else if (fact instanceof BedsSwapped f) {
            moveWhileOpen(told, f.stay().equals(stay) ? f.place() : f.otherPlace(), null);
        } else if (fact instanceof TransferExpected f) {
            if (endedAt == null) {
                Place now = lastPlace();
                incoming = new Incoming(f.place(), f.expectedAt(), now == null ? null : now.ward());
            }
        } else if (fact instanceof PatientDischarged f) {
            end(told, f.disposition());
        } else if (fact instanceof RoomLeft f) {
            leave(f);
        } else {
            takeDescription(told, fact);
        }
    }

    private void takeDescription(Told told, StayFact fact) {
        Instant at = told.header().effectiveAt();
        if (fact instanceof LeaveStarted f) {
            away = inHouse ? new Away(true, null, at, f.expectedBackAt()) : away;
        } else if (fact instanceof DepartedTemporarily f) {
            away = inHouse ? new Away(false, f.destination(), at, f.expectedBackAt()) : away;
        } else if (fact instanceof LeaveEnded f) {
            comeBack(told, f.place());
        } else if (fact instanceof ArrivedTemporarily f) {
            comeBack(told, f.place());
        } else if (fact instanceof DischargeExpected f) {
            expectedOn = f.expectedOn();
            expectedAt = f.expectedAt();
        } else if (fact instanceof ReadinessReported f) {
            readiness = f.readiness();
        } else if (fact instanceof IsolationReported f) {
            isolation = f.isolation();
        } else if (fact instanceof MilestoneReported f) {
            milestones.put(f.milestone(), new Milestone(f.milestone(), f.state(), at, f.dueAt(), f.order()));
        } else if (fact instanceof StayUpdated f) {
            patient = f.patient() != null ? f.patient() : patient;
            patientClass = f.patientClass() != null ? f.patientClass() : patientClass;
            responsibleWard = f.responsibleWard() != null ? f.responsibleWard() : responsibleWard;
        }
    }

    private void begin(Told told, Place place, PatientKey who, PatientClass ofClass, @Nullable WardId responsible) {
        known = true;
        patient = who;
        patientClass = ofClass;
        responsibleWard = responsible != null ? responsible : responsibleWard;
        endedAt = null;
        disposition = null;
        move(told, place);
    }

    private void expectAdmission(AdmissionExpected f) {
        known = true;
        patient = patient == null ? f.patient() : patient;
        if (!inHouse && endedAt == null) {
            incoming = new Incoming(f.place(), f.expectedAt(), f.from());
        } else if (inHouse) {
            incoming = new Incoming(f.place(), f.expectedAt(), f.from() != null ? f.from() : lastWard());
        }
    }

    private void moveWhileOpen(Told told, Place place, @Nullable WardId responsible) {
        if (endedAt != null) {
            return;
        }
        responsibleWard = responsible != null ? responsible : responsibleWard;
        move(told, place);
    }

    private void move(Told told, Place to) {
        Instant at = told.header().effectiveAt();
        MessageKey by = told.header().message();
        admittedAt = admittedAt == null ? at : admittedAt;
        incoming = incoming != null && incoming.place().ward().equals(to.ward()) ? null : incoming;
        away = null;
        if (inHouse && to.equals(lastPlace())) {
            return;
        }
        closePlacement(at, by, HoldReason.TRANSFERRED);
        inHouse = true;
        placements.add(new Placement(to, at, null, by, told.fact().kind()));
        if (to.bed() != null) {
            holdings.put(to.bed(), new Holding(at, HoldReason.PLACED, by));
        }
    }

    private void end(Told told, Disposition how) {
        Instant at = told.header().effectiveAt();
        closePlacement(at, told.header().message(), how == Disposition.DIED ? HoldReason.DIED : HoldReason.DISCHARGED);
        inHouse = false;
        endedAt = at;
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

    private void leave(RoomLeft fact) {
        Holding holding = fact.bed() == null ? null : holdings.get(fact.bed());
        if (holding == null) {
            return;
        }
        MessageKey because = fact.because();
        if (because == null || (holding.lingers() && holding.cause().equals(because))) {
            holdings.remove(fact.bed());
        }
    }

    private void comeBack(Told told, @Nullable Place place) {
        if (!inHouse) {
            return;
        }
        away = null;
        if (place != null) {
            move(told, place);
        }
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
        everTold = effective.opened();
        return new Course(
                stay,
                status(),
                known,
                patient,
                patientClass,
                responsibleWard,
                admittedAt,
                endedAt,
                disposition,
                placements,
                holdings,
                incoming,
                away,
                expectedOn,
                expectedAt,
                readiness,
                isolation,
                milestones,
                effective.cancelledNothing());
    }

    private StayStatus status() {
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
