package flyt.intake.http;

import flyt.access.Deed;
import flyt.access.Principal;
import flyt.access.Principal.Machine;
import flyt.access.RoleTable;
import flyt.access.Verdict.Refused;
import flyt.access.Where;
import flyt.domain.place.HospitalId;
import flyt.ops.Metrics;
import java.util.ArrayList;
import java.util.List;

/** What a sender may not say, or not in that name: the same at every door by which reports come in. */
public final class SenderRights {
    private final Metrics metrics;

    public SenderRights(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Nothing when it may be told. What is refused is counted. */
    public List<Fault> faults(HospitalId hospital, Principal who, ReadReport report) {
        List<Fault> faults = new ArrayList<>();
        Deed deed = report.deed();
        if (deed != null && RoleTable.verdict(who, deed, hospital.value(), Where.WHOLE) instanceof Refused refused) {
            metrics.turnedAway(refused.reason().wire());
            faults.add(new Fault("type", "is not within what this client may report"));
        }
        if (who instanceof Machine machine && !machine.speaksFor(report.source().value())) {
            metrics.turnedAway("not-your-source");
            faults.add(new Fault("source", "is not a name that this client may report in"));
        }
        return faults;
    }
}
