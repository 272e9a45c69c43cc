package flyt.simulator.traffic;

import flyt.simulator.hospital.Chance;
import flyt.simulator.hospital.Witness;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Turns what happens in the simulated hospital into the reports of its systems: the patient administration, the
 * roster, the chart, the laboratory, the cleaners' system.
 */
public final class ReportWriter {

    /** The report types this simulator sends in any ordinary fortnight. */
    public static final Set<String> TYPES = Set.copyOf(new TreeSet<>(Set.of(
            "PatientRegistered",
            "AdmissionExpected",
            "PatientAdmitted",
            "PatientTransferred",
            "TransferExpected",
            "PatientDischarged",
            "DischargeExpected",
            "LeaveStarted",
            "LeaveEnded",
            "DepartedTemporarily",
            "ArrivedTemporarily",
            "BedsSwapped",
            "StaysMerged",
            "PatientsMerged",
            "StayUpdated",
            "FactCancelled",
            "RoomLeft",
            "RoomReleased",
            "IsolationReported",
            "EarlyWarningReported",
            "CareWeightReported",
            "ResponsibilityReported",
            "ReadinessReported",
            "MilestoneReported",
            "LabStatusReported",
            "SamplingAwaited",
            "SamplingWaitEnded",
            "SamplingStaffReported",
            "BedStatusReported",
            "BedClosed",
            "BedOpened",
            "BedReserved",
            "ReservationEnded",
            "CleaningOrdered",
            "CleaningStarted",
            "CleaningPaused",
            "CleaningResumed",
            "CleaningDone",
            "CleaningCancelled",
            "BedMade",
            "WardRoleReported")));

    private ReportWriter() {}

    /**
     * A witness that writes down what it sees.
     *
     * @param run goes before each message id, so that two runs do not share ids
     * @param outbox takes the reports, and the wishes of those who are on duty, in the order in which things happened, not in that of sending
     */
    public static Witness to(String run, long seed, Consumer<Report> outbox) {
        Correspondent pas = new Correspondent("pas", run, 25, Chance.of(seed, "delay of pas"), outbox);
        Correspondent roster = new Correspondent("turnus", run, 8, Chance.of(seed, "delay of turnus"), outbox);
        Correspondent chart = new Correspondent("kurve", run, 15, Chance.of(seed, "delay of kurve"), outbox);
        Correspondent laboratory = new Correspondent("lab", run, 6, Chance.of(seed, "delay of lab"), outbox);
        Correspondent cleaners = new Correspondent("renhold", run, 3, Chance.of(seed, "delay of renhold"), outbox);
        return Witness.all(List.of(
                new OpeningReports(pas, roster, chart, cleaners),
                new PatientReports(pas),
                new CareReports(chart, roster, laboratory),
                new BedReports(cleaners),
                new DutyWishes(cleaners)));
    }
}
