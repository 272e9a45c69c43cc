package flyt.domain;

import flyt.domain.Command.AdoptThresholds;
import flyt.domain.Command.AnswerRelief;
import flyt.domain.Command.AnswerThreshold;
import flyt.domain.Command.CloseBed;
import flyt.domain.Command.DeclareLevel;
import flyt.domain.Command.MarkAction;
import flyt.domain.Command.MarkBedMade;
import flyt.domain.Command.MarkRoomLeft;
import flyt.domain.Command.OpenBed;
import flyt.domain.Command.OrderCleaning;
import flyt.domain.Command.ReleaseRoom;
import flyt.domain.Command.SettleConflict;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedMade;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.RoomReleased;
import flyt.domain.place.BedId;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayFact.RoomLeft;
import org.jspecify.annotations.Nullable;

/** What follows from a person's wish, or why it is refused. */
final class CommandRules {

    private CommandRules() {}

    /** Tells what follows; null, or the reason why nothing does. */
    static @Nullable Refusal follow(Unfolding told, Command command) {
        if (command instanceof OrderCleaning c) {
            return order(told, c);
        } else if (command instanceof MarkRoomLeft c) {
            return roomLeft(told, c);
        } else if (command instanceof ReleaseRoom c) {
            return release(told, c.bed());
        } else if (command instanceof SettleConflict c) {
            return Settlements.follow(told, c);
        } else if (command instanceof AdoptThresholds c) {
            return ThresholdRules.adopt(told, c);
        } else if (command instanceof AnswerThreshold c) {
            return ThresholdRules.answer(told, c);
        } else if (command instanceof AnswerRelief c) {
            return ReliefRules.answer(told, c);
        } else if (command instanceof DeclareLevel c) {
            return ThresholdRules.declare(told, c);
        } else if (command instanceof MarkAction c) {
            return ThresholdRules.mark(told, c);
        }
        return followBed(told, command);
    }

    private static @Nullable Refusal followBed(Unfolding told, Command command) {
        if (command instanceof MarkBedMade c) {
            return made(told, c.bed());
        } else if (command instanceof CloseBed c) {
            return close(told, c);
        } else if (command instanceof OpenBed c) {
            return open(told, c.bed());
        } else if (PlacementRules.isFor(command)) {
            return PlacementRules.follow(told, command);
        }
        return command instanceof Command.OfStay || command instanceof Command.Undo
                ? HandRules.follow(told, command)
                : TaskRules.follow(told, command);
    }

    private static @Nullable Refusal order(Unfolding told, OrderCleaning command) {
        if (told.now().places().bed(command.bed()) == null) {
            return Refusal.UNKNOWN_BED;
        }
        if (told.now().tasks().ofBed(command.bed()) != null) {
            return Refusal.CLEAN_ORDERED_ALREADY;
        }
        CleaningRules.order(told, command.bed(), command.cleaning());
        return null;
    }

    private static @Nullable Refusal roomLeft(Unfolding told, MarkRoomLeft command) {
        Course course = told.now().stays().course(command.stay());
        if (course == null) {
            return Refusal.UNKNOWN_STAY;
        }
        Course.Holding holding = course.holdings().get(command.bed());
        if (holding == null) {
            return Refusal.NOT_IN_THIS_BED;
        }
        if (holding.reason() == Course.HoldReason.DIED) {
            return Refusal.ROOM_MUST_BE_RELEASED;
        }
        ReportRules.follow(told, new RoomLeft(command.stay(), command.bed(), null));
        boolean stillThere = told.now().stays().occupants(command.bed()).contains(course.stay());
        return stillThere ? Refusal.NOT_IN_THIS_BED : null;
    }

    private static @Nullable Refusal release(Unfolding told, BedId bed) {
        boolean anyLingers = told.now().stays().occupants(bed).stream()
                .map(stay -> told.now().stays().course(stay))
                .anyMatch(course -> course != null && course.holdings().get(bed).lingers());
        if (!anyLingers) {
            return Refusal.NOBODY_TO_RELEASE;
        }
        ReportRules.follow(told, new RoomReleased(bed));
        return null;
    }

    private static @Nullable Refusal made(Unfolding told, BedId bed) {
        if (told.now().places().bed(bed) == null) {
            return Refusal.UNKNOWN_BED;
        }
        return switch (told.now().use(bed)) {
            case NOT_MADE -> {
                told.tell(new BedMade(bed));
                yield null;
            }
            case READY -> Refusal.BED_MADE_ALREADY;
            case OCCUPIED, HELD -> Refusal.BED_OCCUPIED;
            case WAITING_CLEANING, AIR_CHANGE, BEING_CLEANED, CLEANING_PAUSED -> Refusal.BED_NOT_CLEAN;
        };
    }

    private static @Nullable Refusal close(Unfolding told, CloseBed command) {
        if (told.now().places().bed(command.bed()) == null) {
            return Refusal.UNKNOWN_BED;
        }
        if (!told.now().stays().occupants(command.bed()).isEmpty()) {
            return Refusal.BED_OCCUPIED;
        }
        if (command.until() != null && !command.until().isAfter(told.header().recordedAt())) {
            return Refusal.END_IN_THE_PAST;
        }
        told.tell(new BedClosed(command.bed(), command.reason(), command.until()));
        return null;
    }

    private static @Nullable Refusal open(Unfolding told, BedId bed) {
        if (told.now().beds().of(bed).closure() == null) {
            return told.now().places().bed(bed) == null ? Refusal.UNKNOWN_BED : Refusal.BED_NOT_CLOSED;
        }
        told.tell(new BedOpened(bed));
        return null;
    }
}
