package flyt.intake.hl7;

import flyt.domain.Input;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import flyt.runtime.Submission;
import java.util.List;

/** What a report is about. */
final class About {
    private About() {}

    /** The visits it names. */
    static List<StayId> stays(Submission submission) {
        if (submission.input() instanceof Input.Report report) {
            if (report.fact() instanceof StayFact fact) {
                return fact.concerns();
            } else if (report.fact() instanceof LabStatusReported lab) {
                return List.of(lab.stay());
            }
        }
        return List.of();
    }
}
