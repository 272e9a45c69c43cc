package flyt.simulator.traffic;

import flyt.simulator.hospital.Colleague;
import flyt.simulator.hospital.LabOrder;
import flyt.simulator.hospital.Stay;
import flyt.simulator.hospital.Ward;
import flyt.simulator.hospital.Witness;

/** What chart, roster and laboratory tell: scores, isolation, who cares for whom, samples and answers, and who waits for a sample. */
final class CareReports implements Witness {

    private final Correspondent chart;
    private final Correspondent roster;
    private final Correspondent laboratory;

    CareReports(Correspondent chart, Correspondent roster, Correspondent laboratory) {
        this.chart = chart;
        this.roster = roster;
        this.laboratory = laboratory;
    }

    @Override
    public void isolationChanged(long at, Stay stay) {
        isolation(chart.about("IsolationReported", at), stay).send();
    }

    static Correspondent.Letter isolation(Correspondent.Letter letter, Stay stay) {
        var isolation = stay.isolation();
        return isolation == null
                ? letter.stay(stay).withNull("isolation")
                : letter.stay(stay).with("isolation", isolation.word());
    }

    @Override
    public void scored(long at, Stay stay, int score, boolean singleThree, long dueAt, long toldAt) {
        chart.about("EarlyWarningReported", at)
                .stay(stay)
                .with("scale", "NEWS2")
                .with("score", score)
                .with("singleParameterThree", singleThree)
                .withTime("dueAt", dueAt)
                .withTime("teamToldAt", toldAt)
                .send();
    }

    @Override
    public void notScored(long at, Stay stay, String scale) {
        chart.about("EarlyWarningReported", at)
                .stay(stay)
                .with("scale", scale)
                .with("notApplicable", true)
                .send();
    }

    @Override
    public void weighed(long at, Stay stay, int weight) {
        roster.about("CareWeightReported", at).stay(stay).with("weight", weight).send();
    }

    @Override
    public void responsibilityTold(long at, Stay stay) {
        roster.about("ResponsibilityReported", at)
                .stay(stay)
                .colleague("nurse", stay.nurse())
                .colleague("doctor", stay.doctor())
                .send();
    }

    @Override
    public void lab(long at, LabOrder order, LabOrder.Status status, long plannedAt) {
        Correspondent.Letter letter = laboratory
                .about("LabStatusReported", at)
                .stay(order.stay())
                .with("order", order.id())
                .with("status", status.word());
        if (order.critical() && (status == LabOrder.Status.FINAL || status == LabOrder.Status.CORRECTED)) {
            letter = letter.with("critical", true);
        }
        if (order.urgent()) {
            letter = letter.with("urgent", true);
        }
        letter.withTime("plannedAt", plannedAt).send();
    }

    @Override
    public void samplingAwaited(long at, String station, String ticket) {
        queue("SamplingAwaited", at, station).with("ticket", ticket).send();
    }

    @Override
    public void samplingBegun(long at, String station, String ticket) {
        queue("SamplingWaitEnded", at, station)
                .with("ticket", ticket)
                .with("drawn", true)
                .send();
    }

    @Override
    public void samplingStaff(long at, String station, int staff) {
        queue("SamplingStaffReported", at, station).with("staff", staff).send();
    }

    private Correspondent.Letter queue(String type, long at, String station) {
        return laboratory.about(type, at).with("station", station);
    }

    @Override
    public void coordinatorOnDuty(long at, Ward ward, Colleague coordinator, String phone) {
        roster.about("WardRoleReported", at)
                .with("ward", ward.id())
                .with("role", "coordinator")
                .colleague("holder", coordinator)
                .with("phone", phone)
                .send();
    }
}
