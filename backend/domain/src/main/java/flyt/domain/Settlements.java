package flyt.domain;

import flyt.domain.Command.SettleConflict;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.BedEvent.BedShared;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.ConflictEvent.ConflictDismissed;
import flyt.domain.event.MessageKey;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.stay.Course;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.PatientTransferred;
import flyt.domain.stay.StayFact.RoomLeft;
import flyt.domain.stay.StayId;
import org.jspecify.annotations.Nullable;

/** How a person settles a conflict: by a fact told by hand, or by saying that it is as it should be. */
final class Settlements {

    private Settlements() {}

    static @Nullable Refusal follow(Unfolding told, SettleConflict command) {
        Conflict conflict = Conflicts.all(told.now()).stream()
                .filter(one -> one.id().equals(command.conflict()))
                .findFirst()
                .orElse(null);
        if (conflict == null) {
            return Refusal.CONFLICT_GONE;
        }
        if (!conflict.settle().contains(command.how())) {
            return Refusal.NOT_A_WAY_TO_SETTLE_IT;
        }
        BedId bed = conflict.bed();
        switch (command.how()) {
            case KEEP -> told.tell(new ConflictDismissed(conflict.id()));
            case SHARE_BED -> {
                if (bed == null) {
                    return Refusal.NOT_A_WAY_TO_SETTLE_IT;
                }
                told.tell(new BedShared(bed, conflict.stays()));
            }
            case NOT_DISCHARGED -> {
                return notDischarged(told, conflict.stays().get(0));
            }
            case WITHOUT_BED, DISCHARGE -> {
                return aboutOne(told, command, conflict);
            }
        }
        return null;
    }

    /** The discharges that came before the movement are taken back; it then takes its place. */
    private static @Nullable Refusal notDischarged(Unfolding told, StayId stay) {
        Course course = told.now().stays().course(stay);
        Course.MovedAfterEnd moved = course == null ? null : course.movedAfterEnd();
        if (moved == null) {
            return Refusal.CONFLICT_GONE;
        }
        for (MessageKey discharge : moved.discharges()) {
            ReportRules.follow(told, new FactCancelled(stay, FactKind.PATIENT_DISCHARGED, discharge));
        }
        return null;
    }

    private static @Nullable Refusal aboutOne(Unfolding told, SettleConflict command, Conflict conflict) {
        if (command.stay() == null && conflict.stays().size() > 1) {
            return Refusal.PATIENT_NOT_NAMED;
        }
        StayId stay = command.stay() != null
                ? told.now().stays().resolve(command.stay())
                : conflict.stays().get(0);
        Course course = told.now().stays().course(stay);
        if (course == null || !conflict.stays().contains(stay)) {
            return Refusal.UNKNOWN_STAY;
        }
        Place place = course.place();
        if (place != null && command.how() == Conflict.Settlement.WITHOUT_BED) {
            ReportRules.follow(told, new PatientTransferred(stay, Place.withoutBed(place.ward()), null));
        } else if (course.endedAt() == null) {
            ReportRules.follow(told, new PatientDischarged(stay, Disposition.OTHER));
        }
        leaveRoom(told, stay, conflict.bed());
        if (conflict.type() == Conflict.Type.UNKNOWN_STAY) {
            told.tell(new ConflictDismissed(conflict.id()));
        }
        return null;
    }

    /** Whoever settles that a patient is not in the bed says that the room is left, whatever the ward's setting. */
    private static void leaveRoom(Unfolding told, StayId stay, @Nullable BedId bed) {
        Course course = told.now().stays().course(stay);
        Course.Holding holding =
                course == null || bed == null ? null : course.holdings().get(bed);
        if (holding != null && holding.lingers()) {
            ReportRules.follow(told, new RoomLeft(stay, bed, holding.cause()));
        }
    }
}
