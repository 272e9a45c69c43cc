package flyt.domain;

import flyt.domain.Command.SettleConflict;
import flyt.domain.Decision.Refusal;
import flyt.domain.bed.BedEvent.BedShared;
import flyt.domain.conflict.Conflict;
import flyt.domain.conflict.ConflictEvent.ConflictDismissed;
import flyt.domain.place.Place;
import flyt.domain.stay.Course;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.StayFact.PatientDischarged;
import flyt.domain.stay.StayFact.PatientTransferred;
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
        switch (command.how()) {
            case KEEP -> told.tell(new ConflictDismissed(conflict.id()));
            case SHARE_BED -> {
                if (conflict.bed() == null) {
                    return Refusal.NOT_A_WAY_TO_SETTLE_IT;
                }
                told.tell(new BedShared(conflict.bed(), conflict.stays()));
            }
            case WITHOUT_BED, DISCHARGE -> {
                return aboutOne(told, command, conflict);
            }
        }
        return null;
    }

    private static @Nullable Refusal aboutOne(Unfolding told, SettleConflict command, Conflict conflict) {
        StayId stay = command.stay() != null
                ? told.now().stays().resolve(command.stay())
                : conflict.stays().get(0);
        Course course = told.now().stays().course(stay);
        if (course == null || !conflict.stays().contains(stay)) {
            return Refusal.UNKNOWN_STAY;
        }
        Place place = course.place();
        if (command.how() == Conflict.Settlement.WITHOUT_BED && place != null) {
            ReportRules.follow(told, new PatientTransferred(stay, Place.withoutBed(place.ward()), null));
        } else {
            ReportRules.follow(told, new PatientDischarged(stay, Disposition.OTHER));
        }
        return null;
    }
}
