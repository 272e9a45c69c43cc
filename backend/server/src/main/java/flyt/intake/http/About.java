package flyt.intake.http;

import flyt.domain.Input;
import flyt.domain.lab.LabEvent;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whom reports are about, by the keys that the journal has.
 *
 * @param visits visit numbers
 * @param patients opaque keys
 */
public record About(SortedSet<String> visits, SortedSet<String> patients) {

    /** All that these name. */
    public static About of(Collection<ReadReport> reports) {
        SortedSet<String> visits = new TreeSet<>();
        SortedSet<String> patients = new TreeSet<>();
        for (ReadReport report : reports) {
            if (report instanceof ReadReport.Fact fact) {
                fact.submission().identities().forEach(row -> patients.add(row.key()));
                stays(fact).forEach(stay -> visits.add(stay.value()));
            }
        }
        return new About(visits, patients);
    }

    private static List<StayId> stays(ReadReport.Fact report) {
        if (report.submission().input() instanceof Input.Report told) {
            if (told.fact() instanceof StayFact fact) {
                return fact.concerns();
            } else if (told.fact() instanceof LabEvent lab) {
                return List.of(lab.stay());
            }
        }
        return List.of();
    }
}
