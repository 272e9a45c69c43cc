package flyt.domain;

import flyt.domain.Decision.Warning;
import flyt.domain.bed.BedEvent.BedClosed;
import flyt.domain.bed.BedEvent.BedOpened;
import flyt.domain.bed.BedEvent.BedStatusReported;
import flyt.domain.bed.BedEvent.CloseReason;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.place.BedId;
import flyt.domain.task.CleaningEvent.CleaningStarted;

/** Bed statuses of HL7 table 0116, which is one list where we keep two axes: what follows from one, and which one a bed has. */
final class BedStatusRules {

    private BedStatusRules() {}

    /** By domain 3.7. Who lies in a closed bed comes before its closing: a receiver counts heads by it. */
    static ReportedStatus of(Hospital hospital, BedId bed) {
        BedUse use = hospital.use(bed);
        boolean empty = use != BedUse.OCCUPIED && use != BedUse.HELD;
        if (empty && hospital.beds().of(bed).closure() != null) {
            return ReportedStatus.C;
        }
        return switch (use) {
            case OCCUPIED -> holdsIsolated(hospital, bed) ? ReportedStatus.I : ReportedStatus.O;
            case HELD -> ReportedStatus.O;
            case WAITING_CLEANING, AIR_CHANGE -> ReportedStatus.K;
            case BEING_CLEANED, CLEANING_PAUSED, NOT_MADE -> ReportedStatus.H;
            case READY -> ReportedStatus.U;
        };
    }

    private static boolean holdsIsolated(Hospital hospital, BedId bed) {
        return hospital.stays().occupants(bed).stream()
                .map(hospital.stays()::course)
                .anyMatch(course -> course != null && course.isolation() != null);
    }

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
