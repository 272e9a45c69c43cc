package flyt.domain;

import flyt.domain.event.Recorded;
import flyt.domain.event.StaffKey;
import flyt.domain.task.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hospital answers to an input. */
public sealed interface Decision {

    /**
     * Taken: these events follow, in this order; none when there was nothing to do.
     *
     * @param after the hospital after them
     */
    record Accepted(List<Recorded> events, List<Warning> warnings, Hospital after) implements Decision {
        public Accepted {
            events = List.copyOf(events);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Not taken, and why; only wishes are refused.
     *
     * @param task the task because of which, where it is about another than the wish, or null
     * @param by who was first, or null
     */
    record Refused(Refusal reason, @Nullable TaskId task, @Nullable StaffKey by) implements Decision {}

    /** What the sender should know about a fact that was taken. */
    enum Warning {
        SAME_ID_OTHER_CONTENT,
        OCCURRED_IN_THE_FUTURE,
        UNKNOWN_PLACE,
        UNKNOWN_STAY,
        BED_TAKEN,
        /** The wristband is somebody else's; of a wish, which is told as not done. */
        WRONG_PATIENT
    }

    /** Why a wish is refused. */
    enum Refusal {
        UNKNOWN_BED,
        UNKNOWN_STAY,
        TASK_GONE,
        ALREADY_STARTED,
        NOT_STARTED,
        NOT_PAUSED,
        CLEAN_ORDERED_ALREADY,
        ROOM_MUST_AIR,
        NOT_IN_THIS_BED,
        NOBODY_TO_RELEASE,
        ROOM_MUST_BE_RELEASED,
        BED_OCCUPIED,
        BED_NOT_CLEAN,
        BED_MADE_ALREADY,
        BED_CLOSED,
        BED_NOT_CLOSED,
        RESERVED_ALREADY,
        END_IN_THE_PAST,
        CONFLICT_GONE,
        PATIENT_NOT_NAMED,
        NOT_A_WAY_TO_SETTLE_IT,
        NOT_IN_HOUSE,
        NOT_AN_EXTRA_PLACE,
        ON_ANOTHER_WARD,
        DAY_IN_THE_PAST,
        TOO_LATE,
        NOT_YOURS,
        CHANGED_SINCE,
        UNKNOWN_KIND,
        UNKNOWN_PLACE,
        NOT_ON_DUTY,
        NOT_YOUR_TEAM,
        NOT_TRAINED,
        TAKEN_ALREADY,
        NOT_OFFERED_TO_YOU,
        NOT_TAKEN_BY_YOU,
        COLLEAGUE_NOT_THERE,
        COLLEAGUE_NOT_TRAINED,
        NOT_HANDED_OVER,
        NOT_TO_BE_DONE_YET,
        IN_THE_MIDDLE_OF_A_TASK,
        ON_BREAK_ALREADY,
        NOT_ON_BREAK,
        NOT_PINNED,
        OLDER_RULES,
        NOBODY_ADDRESSED,
        MESSAGE_GONE,
        ORDERED_ALREADY,
        NOT_A_ROUND_TRIP,
        HAS_DIED,
        HAS_NOT_DIED,
        EQUIPMENT_HELD,
        NOT_AT_THE_BED,
        WRISTBAND_NOT_CONFIRMED,
        WRONG_PATIENT,
        REQUEST_GONE,
        ANSWERED_ALREADY,
        PLACED_ALREADY,
        NOT_SUITABLE,
        BED_CHANGED,
        NOT_RESERVED,
        THRESHOLD_GONE,
        LEVEL_DECLARED_ALREADY,
        ACTION_GONE
    }
}
