package flyt.simulator.traffic;

import flyt.simulator.hospital.Bed;
import flyt.simulator.hospital.CleaningJob;
import flyt.simulator.hospital.SimulatedHospital;
import flyt.simulator.hospital.Stay;
import flyt.simulator.hospital.Use;
import flyt.simulator.hospital.Ward;
import flyt.simulator.hospital.Witness;
import java.util.List;

/**
 * What the systems tell when they are connected: who lies where and since when, which beds are closed, dirty or being
 * cleaned. What led there is not told.
 */
final class OpeningReports implements Witness {

    private final Correspondent pas;
    private final Correspondent roster;
    private final Correspondent chart;
    private final Correspondent cleaners;
    private long at;

    OpeningReports(Correspondent pas, Correspondent roster, Correspondent chart, Correspondent cleaners) {
        this.pas = pas;
        this.roster = roster;
        this.chart = chart;
        this.cleaners = cleaners;
    }

    @Override
    public void opening(long time, SimulatedHospital hospital) {
        at = time;
        hospital.stays().forEach(this::tell);
        for (Ward ward : hospital.wards()) {
            for (List<Bed> beds : List.of(ward.beds(), ward.extraPlaces())) {
                beds.forEach(this::tell);
            }
        }
    }

    private void tell(Stay stay) {
        if (stay.admitted()) {
            PatientReports.admission(pas.lateAbout("PatientAdmitted", stay.admittedAt(), at), stay)
                    .send();
            PatientReports.expectation(pas.about("DischargeExpected", at).stay(stay), stay.expectedOn())
                    .send();
        } else {
            register(stay);
        }
        if (stay.readySince() >= 0) {
            pas.lateAbout("ReadinessReported", stay.readySince(), at)
                    .stay(stay)
                    .with("readiness", "ready-for-municipality")
                    .send();
        }
        if (stay.isolation() != null) {
            CareReports.isolation(chart.about("IsolationReported", at), stay).send();
        }
        if (stay.away()) {
            pas.about("DepartedTemporarily", at)
                    .stay(stay)
                    .with("destination", "Ute")
                    .send();
        }
        if (stay.bed() != null) {
            roster.about("ResponsibilityReported", at)
                    .stay(stay)
                    .colleague("nurse", stay.nurse())
                    .colleague("doctor", stay.doctor())
                    .send();
        }
        if (stay.careWeight() > 0) {
            roster.about("CareWeightReported", at)
                    .stay(stay)
                    .with("weight", stay.careWeight())
                    .send();
        }
    }

    private void register(Stay stay) {
        Correspondent.Letter letter = pas.lateAbout("PatientRegistered", stay.arrivedAt(), at)
                .stay(stay)
                .patient(stay.person())
                .with("patientClass", "E");
        Ward place = stay.place();
        Correspondent.Letter placed = place == null ? letter : letter.place(place, stay.bed());
        String triage = stay.triage();
        (triage == null ? placed : placed.with("triage", triage)).send();
    }

    private void tell(Bed bed) {
        if (bed.closedBecause() != null) {
            BedReports.closing(cleaners.about("BedClosed", at), bed).send();
        }
        CleaningJob job = bed.job();
        boolean dirty = bed.use() != Use.READY && bed.use() != Use.OCCUPIED && bed.use() != Use.HELD;
        if (dirty) {
            cleaners.about("BedStatusReported", at)
                    .with("bed", bed.id())
                    .with("status", "K")
                    .send();
        }
        if (dirty && job != null) {
            cleaners.about("CleaningOrdered", at)
                    .with("bed", bed.id())
                    .with("kind", job.kind())
                    .send();
        }
        boolean started = bed.use() == Use.BEING_CLEANED || bed.use() == Use.CLEANING_PAUSED;
        if (job != null && started) {
            BedReports.work(cleaners.about("CleaningStarted", at), job)
                    .withTime("expectedDoneAt", job.doneAt())
                    .send();
        }
        if (bed.use() == Use.CLEANING_PAUSED) {
            cleaners.about("CleaningPaused", at).with("bed", bed.id()).send();
        }
        if (bed.use() == Use.NOT_MADE) {
            cleaners.about("CleaningDone", at)
                    .with("bed", bed.id())
                    .with("made", false)
                    .send();
        }
        Stay promised = bed.promisedTo();
        if (promised != null) {
            cleaners.about("BedReserved", at)
                    .with("bed", bed.id())
                    .withTime("until", at + 4 * 3600)
                    .with("visit", promised.visit())
                    .send();
        }
    }
}
