package flyt.simulator.traffic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.simulator.hospital.Chance;
import flyt.simulator.hospital.SimulatedHospital;
import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.hospital.Witness;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reports of a simulated hospital, in the order in which they are to be sent, as far as one asks.
 *
 * <p>The same hospital file, first day, seed and faults give the same reports, byte for byte.
 */
public final class Traffic {

    private final SimulatedHospital hospital;
    private final Dispatch dispatch;
    private final List<String> sources;
    private final String run;
    private boolean besidePeople;
    private boolean feedsAlive;
    private long lastAliveMinute;

    /** @param beside sees everything too: the truth, or {@code new Witness() {}} */
    public Traffic(HospitalFile file, LocalDate firstDay, long seed, Faults faults, Witness beside) {
        this.run = "s" + seed + "-" + firstDay.format(DateTimeFormatter.BASIC_ISO_DATE);
        this.sources = file.sources();
        this.dispatch = new Dispatch(faults, Chance.of(seed, "faults"));
        Witness writer = ReportWriter.to(run, seed, dispatch::take);
        this.hospital = new SimulatedHospital(
                file.plan(), firstDay, seed, CleaningRoutine.POOLED_BY_NEED, Witness.all(List.of(writer, beside)));
        this.lastAliveMinute = hospital.now().getEpochSecond() / 60;
    }

    /** Whether wishes are told too: simulated cleaners come on duty and go, for people who work beside them. */
    public void besidePeople() {
        besidePeople = true;
    }

    private List<Report> told(List<Report> due) {
        return besidePeople
                ? due
                : due.stream().filter(report -> !report.isWish()).toList();
    }

    /** From now on every source says each minute that it lives, as systems do that are connected live. */
    public void sayAlive() {
        feedsAlive = true;
        lastAliveMinute = hospital.now().getEpochSecond() / 60;
    }

    /** Simulated cleaners leave alone what people have taken or are offered. */
    public void leaveToPeople(ServerDoor.Cleans cleans) {
        hospital.leaveToPeople(cleans.taken(), cleans.open());
    }

    /** The visits of those who wait for a bed. */
    public Set<String> waitingForBed() {
        return hospital.waitingForBed();
    }

    /** What people have promised to those who wait: a bed's id by the visit. */
    public void placedByPeople(Map<String, String> beds) {
        hospital.placedByPeople(beds);
    }

    /** So many have been sent to help where blood is drawn. */
    public void helpAtSampling(int people) {
        hospital.helpAtSampling(people);
    }

    /** Hospital time as far as it has been asked for. */
    public Instant now() {
        return hospital.now();
    }

    /** Lets the hospital live up to this moment; the reports sent meanwhile. */
    public List<Report> until(Instant time) {
        hospital.advanceTo(time);
        long minute = time.getEpochSecond() / 60;
        if (feedsAlive && minute > lastAliveMinute) {
            lastAliveMinute = minute;
            sources.forEach(source -> dispatch.take(alive(source, minute)));
        }
        return told(dispatch.until(time.getEpochSecond()));
    }

    /** The reports that are still under way: what happened up to now but is told later. */
    public List<Report> rest() {
        return told(dispatch.until(Long.MAX_VALUE));
    }

    private Report alive(String source, long minute) {
        String messageId = run + "-" + source + "-alive-" + minute;
        String at = Instant.ofEpochSecond(minute * 60).toString();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "FeedAlive").put("source", source).put("messageId", messageId);
        body.put("occurredAt", at).put("sentAt", at);
        return new Report("FeedAlive", source, messageId, minute * 60, body);
    }
}
