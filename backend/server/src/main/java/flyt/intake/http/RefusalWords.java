package flyt.intake.http;

import flyt.domain.Decision.Refusal;

/** Refusals in plain English, for whoever calls the API; the pages have their own words in each language. */
public final class RefusalWords {
    private RefusalWords() {}

    public static String of(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_BED -> "There is no such bed.";
            case UNKNOWN_STAY -> "There is no such stay.";
            case TASK_GONE -> "The task is done, cancelled, or never was.";
            case ALREADY_STARTED -> "Somebody has started it already.";
            case NOT_STARTED -> "Nobody has started it.";
            case NOT_PAUSED -> "It is not paused.";
            case CLEAN_ORDERED_ALREADY -> "A clean of this bed has been ordered already.";
            case ROOM_MUST_AIR -> "The air in the room must be changed first.";
            case NOT_IN_THIS_BED -> "The patient is not in this bed.";
            case NOBODY_TO_RELEASE -> "Nobody has died in this room since it was last free.";
            case ROOM_MUST_BE_RELEASED -> "After a death the room must be released first.";
            case BED_OCCUPIED -> "The bed is occupied.";
            case BED_NOT_CLEAN -> "The bed is not clean.";
            case BED_MADE_ALREADY -> "The bed is made already.";
            case BED_CLOSED -> "The bed is closed.";
            case BED_NOT_CLOSED -> "The bed is not closed.";
            case RESERVED_ALREADY -> "The bed is reserved already.";
            case END_IN_THE_PAST -> "The end lies in the past.";
            case CONFLICT_GONE -> "The conflict is settled, or never was.";
            case PATIENT_NOT_NAMED -> "Say which of the patients it is about.";
            case NOT_IN_HOUSE -> "The patient is not in the house.";
            case NOT_AN_EXTRA_PLACE -> "That is not a place in a corridor or the like.";
            case ON_ANOTHER_WARD -> "The place is on another ward than the patient.";
            case DAY_IN_THE_PAST -> "That day is over.";
            case TOO_LATE -> "It can be undone for ten seconds only, and once.";
            case NOT_YOURS -> "Only who did it can undo it.";
            case CHANGED_SINCE -> "Something else has happened to it since.";
            case NOT_A_WAY_TO_SETTLE_IT -> "This conflict cannot be settled in this way.";
            case UNKNOWN_KIND -> "There is no such kind of task.";
            case UNKNOWN_PLACE -> "There is no such place.";
            case NOT_ON_DUTY -> "Whom it is about is not on duty.";
            case NOT_YOUR_TEAM -> "It is a task of another team.";
            case NOT_TRAINED -> "It takes a skill that was not said at the start of duty.";
            case TAKEN_ALREADY -> "Somebody else has it already.";
            case NOT_OFFERED_TO_YOU -> "It is not offered to you, or no longer.";
            case NOT_TAKEN_BY_YOU -> "It is not yours.";
            case COLLEAGUE_NOT_THERE -> "That colleague is not on duty for this team, or on a break.";
            case COLLEAGUE_NOT_TRAINED -> "That colleague has not said that they have the skill it takes.";
            case NOT_HANDED_OVER -> "It is not being handed to anybody.";
            case NOT_TO_BE_DONE_YET -> "It is scheduled for later.";
            case IN_THE_MIDDLE_OF_A_TASK -> "A task has been started and not ended.";
            case ON_BREAK_ALREADY -> "The break has begun already.";
            case NOT_ON_BREAK -> "There is no break to end.";
            case NOT_PINNED -> "It is not put first.";
            case ORDERED_ALREADY -> "The same has been ordered already; say that another is wanted, if it is.";
            case NOT_A_ROUND_TRIP -> "Only a living patient who is taken somewhere comes back from there.";
            case HAS_DIED -> "The patient has died.";
            case HAS_NOT_DIED -> "Nobody has said that the patient died.";
            case EQUIPMENT_HELD -> "Somebody else has the equipment now.";
            case NOT_AT_THE_BED -> "Say first that you are at the bed.";
            case WRISTBAND_NOT_CONFIRMED -> "Arrive at the bed and confirm the wristband first.";
            case WRONG_PATIENT -> "Stop: the wristband is somebody else's.";
            case REQUEST_GONE -> "Nobody waits for a bed under that id.";
            case ANSWERED_ALREADY -> "It has been answered already.";
            case PLACED_ALREADY -> "The patient has been given another bed meanwhile.";
            case NOT_SUITABLE -> "The bed does not suit the patient; say why it is to be this one, if it is.";
            case BED_CHANGED -> "The bed is not any more as it was shown.";
            case NOT_RESERVED -> "The bed is not reserved for a patient.";
            case OLDER_RULES -> "A set of this name with this version, or a later one, is in force.";
            case THRESHOLD_GONE -> "There is no such alert (any more).";
            case LEVEL_DECLARED_ALREADY -> "That level is in force already.";
            case ACTION_GONE -> "The level in force has no such action.";
            case NOBODY_ADDRESSED -> "Nobody of those is on duty.";
            case MESSAGE_GONE -> "The message stands no longer, or never was.";
        };
    }
}
