package flyt.simulator.traffic;

import flyt.simulator.hospital.Bed;
import flyt.simulator.hospital.LabOrder;
import flyt.simulator.hospital.Person;
import flyt.simulator.hospital.Stay;
import flyt.simulator.hospital.Ward;
import flyt.simulator.hospital.Witness;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the patient administration tells: who is expected, comes, lies where, moves, is to leave, leaves. */
final class PatientReports implements Witness {

    private final Correspondent pas;

    /** Visits of which an expectation or a second registration has been told: only those can be taken back. */
    private final Set<String> told = new HashSet<>();

    /** Message ids of mistaken discharges by visit. */
    private final Map<String, String> mistakes = new HashMap<>();

    PatientReports(Correspondent pas) {
        this.pas = pas;
    }

    @Override
    public void registered(long at, Stay stay) {
        register(at, stay, stay.visit()).send();
    }

    private Correspondent.Letter register(long at, Stay stay, String visit) {
        Correspondent.Letter letter = pas.about("PatientRegistered", at)
                .with("visit", visit)
                .patient(stay.person())
                .with("patientClass", "E");
        Ward place = stay.place();
        if (place != null) {
            letter = letter.place(place, visit.equals(stay.visit()) ? stay.bed() : null);
        }
        String triage = stay.triage();
        return triage == null ? letter : letter.with("triage", triage);
    }

    @Override
    public void registeredTwice(long at, Stay stay, String otherVisit) {
        told.add(otherVisit);
        register(at, stay, otherVisit).send();
    }

    @Override
    public void staysMerged(long at, Stay stay, String otherVisit) {
        if (told.remove(otherVisit)) {
            pas.about("StaysMerged", at)
                    .stay(stay)
                    .with("mergedVisit", otherVisit)
                    .send();
        }
    }

    @Override
    public void identified(long at, Stay stay, Person unknown) {
        pas.about("PatientsMerged", at)
                .patient(stay.person())
                .patient("mergedPatient", unknown)
                .send();
    }

    @Override
    public void admissionExpected(
            long at, Stay stay, Ward ward, @Nullable Bed bed, long expectedAt, @Nullable Ward from) {
        told.add(stay.visit());
        pas.about("AdmissionExpected", at)
                .stay(stay)
                .patient(stay.person())
                .place(bed == null ? ward : bed.ward(), bed)
                .withTime("expectedAt", expectedAt)
                .with("from", from == null ? "home" : from.id())
                .send();
    }

    @Override
    public void admissionCancelled(long at, Stay stay) {
        if (told.remove(stay.visit())) {
            pas.about("FactCancelled", at)
                    .stay(stay)
                    .with("cancelsType", "AdmissionExpected")
                    .send();
        }
    }

    @Override
    public void admitted(long at, Stay stay) {
        told.remove(stay.visit());
        admission(pas.about("PatientAdmitted", at), stay).send();
    }

    static Correspondent.Letter admission(Correspondent.Letter letter, Stay stay) {
        Correspondent.Letter admission =
                letter.stay(stay).patient(stay.person()).with("patientClass", "I");
        return here(admission, stay);
    }

    /** Place and responsible ward as they are now. */
    private static Correspondent.Letter here(Correspondent.Letter letter, Stay stay) {
        Ward place = stay.place();
        Correspondent.Letter placed = place == null ? letter : letter.place(place, stay.bed());
        Ward responsible = stay.responsible();
        return responsible == null ? placed : placed.with("responsibleWard", responsible.id());
    }

    @Override
    public void transferred(long at, Stay stay) {
        here(pas.about("PatientTransferred", at).stay(stay), stay).send();
    }

    @Override
    public void transferExpected(long at, Stay stay, Ward ward, @Nullable Bed bed, long expectedAt) {
        pas.about("TransferExpected", at)
                .stay(stay)
                .place(bed == null ? ward : bed.ward(), bed)
                .withTime("expectedAt", expectedAt)
                .send();
    }

    @Override
    public void swapped(long at, Stay one, Stay other) {
        Bed first = one.bed();
        Bed second = other.bed();
        if (first != null && second != null) {
            pas.about("BedsSwapped", at)
                    .stay(one)
                    .place(first.ward(), first)
                    .with("otherVisit", other.visit())
                    .place("otherPlace", second.ward(), second)
                    .send();
        }
    }

    @Override
    public void responsibilityMoved(long at, Stay stay) {
        Ward responsible = stay.responsible();
        if (responsible != null) {
            pas.about("StayUpdated", at)
                    .stay(stay)
                    .with("responsibleWard", responsible.id())
                    .send();
        }
    }

    @Override
    public void discharged(long at, Stay stay, String disposition) {
        pas.about("PatientDischarged", at)
                .stay(stay)
                .with("disposition", disposition)
                .send();
    }

    @Override
    public void dischargedByMistake(long at, Stay stay) {
        Correspondent.Letter letter =
                pas.about("PatientDischarged", at).stay(stay).with("disposition", "home");
        mistakes.put(stay.visit(), letter.messageId());
        letter.send();
    }

    @Override
    public void mistakeUndone(long at, Stay stay) {
        String mistake = mistakes.remove(stay.visit());
        if (mistake != null) {
            pas.about("FactCancelled", at)
                    .stay(stay)
                    .with("cancelsType", "PatientDischarged")
                    .with("cancels", mistake)
                    .send();
        }
    }

    @Override
    public void dischargeExpected(long at, Stay stay, @Nullable LocalDate on, long expectedAt) {
        expectation(pas.about("DischargeExpected", at).stay(stay), on)
                .withTime("expectedAt", expectedAt)
                .send();
    }

    static Correspondent.Letter expectation(Correspondent.Letter letter, @Nullable LocalDate on) {
        return on == null ? letter.withNull("expectedOn") : letter.with("expectedOn", on.toString());
    }

    @Override
    public void leaveStarted(long at, Stay stay, long expectedBackAt) {
        pas.about("LeaveStarted", at)
                .stay(stay)
                .withTime("expectedBackAt", expectedBackAt)
                .send();
    }

    @Override
    public void leaveEnded(long at, Stay stay) {
        back("LeaveEnded", at, stay);
    }

    @Override
    public void departed(long at, Stay stay, String destination, long expectedBackAt) {
        pas.about("DepartedTemporarily", at)
                .stay(stay)
                .with("destination", destination)
                .withTime("expectedBackAt", expectedBackAt)
                .send();
    }

    @Override
    public void returned(long at, Stay stay) {
        back("ArrivedTemporarily", at, stay);
    }

    private void back(String type, long at, Stay stay) {
        Ward place = stay.place();
        if (place != null) {
            pas.about(type, at).stay(stay).place(place, stay.bed()).send();
        }
    }

    @Override
    public void readiness(long at, Stay stay, String readiness) {
        pas.about("ReadinessReported", at)
                .stay(stay)
                .with("readiness", readiness)
                .send();
    }

    @Override
    public void milestone(long at, Stay stay, String milestone, String state, long dueAt, @Nullable LabOrder order) {
        Correspondent.Letter letter = pas.about("MilestoneReported", at)
                .stay(stay)
                .with("milestone", milestone)
                .with("state", state)
                .withTime("dueAt", dueAt);
        (order == null ? letter : letter.with("order", order.id())).send();
    }
}
