package flyt.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done: one for each type of command, one for each group of types of reports, and what is done to the server
 * itself.
 */
public enum Deed {
    ORDER_CLEANING(Breadth.PLACE),
    START_TASK(Breadth.PLACE),
    RESUME_TASK(Breadth.PLACE),
    PAUSE_TASK(Breadth.PLACE),
    FINISH_TASK(Breadth.PLACE),
    CANCEL_TASK(Breadth.PLACE),
    ORDER_TASK(Breadth.PLACE),
    CALL_TASK(Breadth.PLACE),
    ARRIVE_AT_TASK(Breadth.PLACE),
    CONFIRM_PATIENT(Breadth.PLACE),
    TAKE_TASK(Breadth.PLACE),
    RECEIVE_OFFER(Breadth.PLACE),
    DECLINE_TASK(Breadth.PLACE),
    HAND_BACK_TASK(Breadth.PLACE),
    HAND_OVER_TASK(Breadth.PLACE),
    DELAY_TASK(Breadth.PLACE),
    ASK_FOR_HELP(Breadth.PLACE),
    REJECT_TASK(Breadth.PLACE),
    REOPEN_TASK(Breadth.PLACE),
    PIN_TASK(Breadth.PLACE),
    UNPIN_TASK(Breadth.PLACE),
    START_DUTY(Breadth.PLACE),
    END_DUTY(Breadth.PLACE),
    START_BREAK(Breadth.PLACE),
    END_BREAK(Breadth.PLACE),
    MOVE_WORKER(Breadth.PLACE),
    ADOPT_RULES(Breadth.PLACE),
    ADOPT_THRESHOLDS(Breadth.PLACE),
    ANSWER_THRESHOLD(Breadth.PLACE),
    ANSWER_RELIEF(Breadth.PLACE),
    DECLARE_LEVEL(Breadth.PLACE),
    MARK_ACTION(Breadth.PLACE),
    SEND_MESSAGE(Breadth.PLACE),
    READ_MESSAGE(Breadth.PLACE),
    END_MESSAGE(Breadth.PLACE),
    MARK_ROOM_LEFT(Breadth.PLACE),
    RELEASE_ROOM(Breadth.PLACE),
    MARK_BED_MADE(Breadth.PLACE),
    OPEN_BED(Breadth.PLACE),
    CLOSE_BED(Breadth.PLACE),
    RESERVE_BED(Breadth.PLACE),
    END_RESERVATION(Breadth.PLACE),
    SWAP_RESERVATIONS(Breadth.PLACE),
    REQUEST_BED(Breadth.PLACE),
    WITHDRAW_REQUEST(Breadth.PLACE),
    ACCEPT_REQUEST(Breadth.PLACE),
    DECLINE_REQUEST(Breadth.PLACE),
    SETTLE_CONFLICT(Breadth.PLACE),
    ASSIGN_NURSE(Breadth.PLACE),
    ASSIGN_DOCTOR(Breadth.PLACE),
    EXPECT_DISCHARGE(Breadth.PLACE),
    SET_ISOLATION(Breadth.PLACE),
    USE_CORRIDOR_PLACE(Breadth.PLACE),
    /** Only what one has done oneself. */
    UNDO(Breadth.PLACE),

    REPORT_PATIENT(
            "PatientRegistered",
            "PatientAdmitted",
            "PatientTransferred",
            "PatientDischarged",
            "LeaveStarted",
            "LeaveEnded",
            "DepartedTemporarily",
            "ArrivedTemporarily",
            "BedsSwapped",
            "StaysMerged",
            "PatientsMerged",
            "PatientsMergeCancelled",
            "StayUpdated"),
    REPORT_INCOMING("AdmissionExpected", "TransferExpected"),
    REPORT_DISCHARGE("DischargeExpected", "ReadinessReported", "MilestoneReported"),
    REPORT_STAFF("ResponsibilityReported", "ResponsibilityCancelled", "WardRoleReported"),
    REPORT_CARE_WEIGHT("CareWeightReported"),
    REPORT_FIGURE("FigureReported"),
    REPORT_SAMPLING("SamplingAwaited", "SamplingWaitEnded", "SamplingStaffReported"),
    REPORT_EWS("EarlyWarningReported"),
    REPORT_ISOLATION("IsolationReported"),
    REPORT_LAB("LabStatusReported", "LabReportCancelled"),
    REPORT_BED(
            "BedStatusReported",
            "BedStatusCancelled",
            "BedClosed",
            "BedOpened",
            "BedReserved",
            "ReservationEnded",
            "BedMade",
            "RoomLeft",
            "RoomReleased"),
    REPORT_TASK(
            "CleaningOrdered",
            "CleaningStarted",
            "CleaningPaused",
            "CleaningResumed",
            "CleaningDone",
            "CleaningCancelled"),

    DEFINE_HOSPITAL(Breadth.HOSPITAL),
    /** Only of a hospital whose clock is driven. */
    SET_CLOCK(Breadth.HOSPITAL),
    /** Have a message of another system told again. */
    REPLAY_MESSAGE(Breadth.HOSPITAL),
    /** Have the profiles of senders read anew from their file. */
    RELOAD_PROFILES(Breadth.HOSPITAL),
    PAIR_SCREEN(Breadth.HOSPITAL),
    MANAGE_ACCOUNTS(Breadth.HOSPITAL),
    MANAGE_CLIENTS(Breadth.HOSPITAL),
    /** Reaches beyond one's own wards: that is what it is for. */
    BREAK_GLASS(Breadth.HOSPITAL),
    REVIEW_BREAK_GLASS(Breadth.HOSPITAL),
    EXPORT_ACCESS_LOG(Breadth.HOSPITAL),
    ERASE_IDENTITY(Breadth.HOSPITAL);

    private static final Map<String, Deed> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Deed::wire, Function.identity()));
    private static final Map<String, Deed> BY_REPORT = Arrays.stream(values())
            .flatMap(deed -> deed.reports.stream().map(type -> Map.entry(type, deed)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final List<Deed> REPORTS =
            Arrays.stream(values()).filter(Deed::isReport).toList();

    private final Breadth breadth;
    private final Set<String> reports;
    private final String wire;

    Deed(Breadth breadth) {
        this.breadth = breadth;
        this.reports = Set.of();
        this.wire = wordsOfName();
    }

    Deed(String... reports) {
        this.breadth = Breadth.HOSPITAL;
        this.reports = Set.of(reports);
        this.wire = wordsOfName().replaceFirst("-", ":");
    }

    private String wordsOfName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name on the wire: {@code order-cleaning}, {@code report:lab}. */
    public String wire() {
        return wire;
    }

    /** The deed of this name on the wire, or null. */
    public static @Nullable Deed of(String wire) {
        return BY_WIRE.get(wire);
    }

    /** The deed that a command of this type is, {@code OrderCleaning}; null for a type that has no row in the table. */
    public static @Nullable Deed ofCommand(String type) {
        Deed deed = BY_WIRE.get(type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
        return deed != null && deed.breadth == Breadth.PLACE ? deed : null;
    }

    /**
     * The deed that a report of this type is; null for a type that has no row in the table. A cancellation is the deed of what
     * it cancels: ask with its {@code cancelsType}. Being alive is no deed; who may report anything may say it.
     */
    public static @Nullable Deed ofReport(String type) {
        return BY_REPORT.get(type);
    }

    /** The groups of reports. */
    static List<Deed> reports() {
        return REPORTS;
    }

    boolean isReport() {
        return !reports.isEmpty();
    }

    Breadth breadth() {
        return breadth;
    }
}
