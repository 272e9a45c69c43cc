package flyt.domain;

import static flyt.domain.Facts.*;

import flyt.domain.Story.Line;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedMade;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedReserved;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.bed.BedEvent.RoomReleased;
import flyt.domain.event.Event;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.ResponsibilityReported;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.Said;
import flyt.domain.stay.StayFact.ArrivedTemporarily;
import flyt.domain.stay.StayFact.DepartedTemporarily;
import flyt.domain.stay.StayFact.DischargeDay;
import flyt.domain.stay.StayFact.DischargeExpected;
import flyt.domain.stay.StayFact.DischargeSet;
import flyt.domain.stay.StayFact.ExtraPlaceUsed;
import flyt.domain.stay.StayFact.IsolationSet;
import flyt.domain.stay.StayFact.LeaveEnded;
import flyt.domain.stay.StayFact.LeaveStarted;
import flyt.domain.stay.StayFact.NurseAssigned;
import flyt.domain.task.CleaningEvent.CleaningCancelled;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.CleaningEvent.CleaningOrdered;
import flyt.domain.task.CleaningEvent.CleaningPaused;
import flyt.domain.task.CleaningEvent.CleaningResumed;
import flyt.domain.task.CleaningEvent.CleaningStarted;
import flyt.domain.task.CleaningKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Facts as a bad day could bring them, the same for the same seed. Times are coarse, so that many are equal. */
final class RandomFacts {

    private static final List<String> PLACES = List.of(
            "MED-1", "MED-2", "MED-3", "MED-K", "SUR-1", "SUR-2", "SUR-3", "ER-1", "ER-2", "MED", "ER", "NEW-9");
    private static final List<String> EXTRA_PLACES = List.of("MED-K", "SUR-K", "ER-K");
    private static final List<FactKind> CANCELLED = List.of(
            FactKind.PATIENT_ADMITTED,
            FactKind.PATIENT_ADMITTED,
            FactKind.PATIENT_TRANSFERRED,
            FactKind.PATIENT_TRANSFERRED,
            FactKind.PATIENT_DISCHARGED,
            FactKind.PATIENT_DISCHARGED,
            FactKind.PATIENT_REGISTERED,
            FactKind.BEDS_SWAPPED,
            FactKind.STAYS_MERGED,
            FactKind.LEAVE_STARTED,
            FactKind.ADMISSION_EXPECTED,
            FactKind.TRANSFER_EXPECTED,
            FactKind.ROOM_LEFT);

    private final Random random;
    private final List<String> stays;
    private final List<Line> told = new ArrayList<>();

    RandomFacts(long seed, int stays) {
        this.random = new Random(seed);
        this.stays = List.of("anna", "bo", "cleo", "dag", "eva").subList(0, stays);
    }

    /** A fact about stays, at some half hour of the day, each in a message of its own. */
    Line aboutStays() {
        String at = String.format("%02d:%02d", 6 + random.nextInt(12), 30 * random.nextInt(2));
        Line line = Story.at(at, stayFact()).as("s" + told.size());
        told.add(line);
        return line;
    }

    /** A fact about stays, beds or cleaning that happened up to three hours before that moment. */
    Line aboutAnything(Instant now) {
        Event fact = random.nextInt(3) > 0 ? stayFact() : bedFact();
        Instant at = now.minus(Duration.ofMinutes(random.nextInt(5) > 0 ? 0 : random.nextInt(180)));
        Line line = new Line(at, now, fact, "s" + told.size());
        told.add(line);
        return line;
    }

    /** One of the facts told so far, word for word. */
    Line repeated() {
        return told.get(random.nextInt(told.size()));
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    Random random() {
        return random;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Event stayFact() {
        String stay = one(stays);
        return switch (random.nextInt(26)) {
            case 0, 1, 2, 3 -> admitted(stay, one(PLACES), oneIn(3) ? "SUR" : null);
            case 4, 5, 6, 7 -> transferred(stay, one(PLACES));
            case 8, 9, 10 -> discharged(stay);
            case 11 -> died(stay);
            case 12 -> registered(stay, one(PLACES));
            case 13 -> oneIn(2) ? transferExpected(stay, one(PLACES)) : admissionExpected(stay, one(PLACES), "19:00");
            case 14 -> swapped(stay, one(PLACES), other(stay), one(PLACES));
            case 15 -> oneIn(2) ? merged(stay, other(stay)) : roomLeft(stay, null);
            case 16 -> oneIn(2) ? new LeaveStarted(stay(stay), null) : new LeaveEnded(stay(stay), null);
            case 17 ->
                oneIn(2)
                        ? new DepartedTemporarily(stay(stay), "X-ray", null)
                        : new ArrivedTemporarily(stay(stay), oneIn(2) ? place(one(PLACES)) : null);
            case 18 -> roomLeft(stay, bedOf(one(PLACES)));
            case 19 -> oneIn(2) ? isolated(stay, one(List.of(Isolation.values()))) : isolated(stay, null);
            case 20 -> cancellation(stay);
            case 21, 22 -> byHand(stay);
            case 23 ->
                oneIn(2)
                        ? new DischargeExpected(stay(stay), Facts.DAY.plusDays(random.nextInt(4)), null)
                        : new ResponsibilityReported(stay(stay), new Assigned(staff("n" + random.nextInt(3))), null);
            default -> oneIn(2) ? cancellation(stay) : new RoomReleased(bed(bedOf(one(PLACES))));
        };
    }

    /** What a hand says, or takes back. */
    private Event byHand(String stay) {
        boolean back = oneIn(4);
        return switch (random.nextInt(4)) {
            case 0 -> new IsolationSet(stay(stay), back ? null : new Said<>(one(List.of(Isolation.values()))));
            case 1 ->
                new DischargeSet(
                        stay(stay),
                        back ? null : new Said<>(new DischargeDay(Facts.DAY.plusDays(random.nextInt(4)), null)));
            case 2 -> new NurseAssigned(stay(stay), back ? null : new Said<>(staff("n" + random.nextInt(3))));
            default -> new ExtraPlaceUsed(stay(stay), back ? null : place(one(EXTRA_PLACES)));
        };
    }

    private Event cancellation(String stay) {
        FactKind kind = one(CANCELLED);
        return oneIn(2) || told.isEmpty()
                ? cancelled(stay, kind)
                : cancelled(stay, kind, "s" + random.nextInt(told.size() + 3));
    }

    private Event bedFact() {
        var bed = bed(bedOf(one(PLACES)));
        return switch (random.nextInt(12)) {
            case 0 -> new CleaningOrdered(null, bed, oneIn(2) ? null : one(List.of(CleaningKind.values())));
            case 1, 2 -> new CleaningStarted(null, bed, null, null);
            case 3 -> new CleaningPaused(null, bed, null);
            case 4 -> new CleaningResumed(null, bed, null);
            case 5, 6, 7 -> new CleaningDone(null, bed, oneIn(2));
            case 8 -> new CleaningCancelled(null, bed, null);
            case 9 -> new BedStatusReported(bed, one(List.of(ReportedStatus.values())));
            case 10 -> oneIn(2) ? new BedMade(bed) : new BedReserved(bed, time("20:00"), stay(one(stays)), null);
            default -> oneIn(2) ? new BedClosed(bed, CloseReason.STAFFING, time("21:00")) : new BedOpened(bed);
        };
    }

    private String other(String stay) {
        List<String> others = stays.stream().filter(one -> !one.equals(stay)).toList();
        return one(others);
    }

    private static String bedOf(String place) {
        return place.contains("-") ? place : place + "-1";
    }
}
