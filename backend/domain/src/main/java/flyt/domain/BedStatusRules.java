package flyt.domain;

import flyt.domain.Decision.Warning;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.place.BedId;
import flyt.domain.task.CleaningEvent.CleaningStarted;

/** What follows from a bed status of HL7 table 0116, which is one list where we keep two axes. */
final class BedStatusRules {

    private BedStatusRules() {}

    static void follow(Unfolding told, BedStatusReported report) {
        BedId bed = report.bed();
        if (told.now().places().bed(bed) == null) {
            told.warn(Warning.UNKNOWN_PLACE);
            return;
        }
        boolean empty = told.now().stays().occupants(bed).isEmpty();
        boolean closed = told.now().beds().of(bed).closure() != null;
        switch (report.status()) {
            case C -> {
                if (!closed) {
                    told.tell(new BedClosed(bed, CloseReason.OTHER, null));
                }
            }
            case U -> {
                if (closed) {
                    told.tell(new BedOpened(bed));
                }
                if (empty && told.now().use(bed) != BedUse.READY) {
                    CleaningRules.done(told, bed, true);
                }
            }
            case K -> {
                if (empty) {
                    CleaningRules.order(told, bed, null);
                }
            }
            case H -> {
                if (empty) {
                    CleaningRules.follow(told, new CleaningStarted(null, bed, null, null));
                }
            }
            case O, I -> {
                // who lies there is told by the stay; a bed status names nobody
            }
        }
    }
}
