package flyt.simulator.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.simulator.hospital.Chance;
import flyt.simulator.traffic.Report;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What one sender has to tell of the hospital of {@code hospital.json}: stays one after the other, each admitted, looked after,
 * moved, discharged, its bed cleaned. Senders do not agree about the beds, so beds are given twice: conflicts, which are no
 * reason to lose anything. The same seed and sender tell the same.
 */
final class Stories {
    /** The hospital's id in {@code hospital.json}. */
    static final String HOSPITAL = "KAOS";

    static final List<String> WARDS = List.of("MED1", "MED2");

    private static final List<String> BEDS = List.of(
            "MED1-01",
            "MED1-02",
            "MED1-03-1",
            "MED1-03-2",
            "MED1-04",
            "MED1-K1",
            "MED2-01",
            "MED2-02",
            "MED2-03-1",
            "MED2-03-2");
    private static final List<String> NAMES = List.of("Hansen", "Berg", "Åsen", "Lie", "Østby", "Dahl");
    private static final int MINUTES_BACK = 180;

    private final String run;
    private final Chance chance;
    private final Instant now;
    private final List<Report> told = new ArrayList<>();
    private int minutesAgo;

    private Stories(String run, Chance chance, Instant now) {
        this.run = run;
        this.chance = chance;
        this.now = now;
    }

    /**
     * So many reports of a sender, in the order of sending.
     *
     * @param now all of it happened in the hours before
     */
    static List<Report> of(long seed, int sender, int count, Instant now) {
        Stories stories = new Stories("k" + seed + "-" + sender + "-", Chance.of(seed, "stories of " + sender), now);
        for (int stay = 0; stories.told.size() < count; stay++) {
            stories.stay("V" + sender + "-" + stay);
        }
        return List.copyOf(stories.told.subList(0, count));
    }

    /** That somebody was given a bed, with this message id. */
    static Report admission(String visit, String bed, String messageId, Instant at) {
        Report report = report("PatientAdmitted", "pas", messageId, at);
        ObjectNode body = report.body().put("visit", visit).put("patientClass", "I");
        body.putObject("patient").put("number", "P" + visit);
        body.putObject("place").put("ward", bed.substring(0, 4)).put("bed", bed);
        return report;
    }

    private void stay(String visit) {
        minutesAgo = MINUTES_BACK - chance.below(60);
        String bed = chance.oneOf(BEDS);
        Report admission = admission(visit, bed, nextId(), nextTime());
        told.add(admission);
        ((ObjectNode) admission.body().get("patient"))
                .put("given", "Prøve")
                .put("family", chance.oneOf(NAMES))
                .put("birthDate", "1950-01-0" + (1 + chance.below(9)));
        for (int i = chance.below(4); i > 0; i--) {
            care(visit);
        }
        if (chance.happens(0.3)) {
            bed = chance.oneOf(BEDS);
            tell("PatientTransferred", "pas")
                    .put("visit", visit)
                    .putObject("place")
                    .put("ward", bed.substring(0, 4))
                    .put("bed", bed);
        }
        if (chance.happens(0.8)) {
            tell("PatientDischarged", "pas").put("visit", visit).put("disposition", "home");
            tell("RoomLeft", "renhold").put("visit", visit).put("bed", bed);
            tell("CleaningStarted", "renhold").put("bed", bed);
            tell("CleaningDone", "renhold").put("bed", bed).put("made", true);
        }
    }

    private void care(String visit) {
        switch (chance.below(3)) {
            case 0 -> tell("CareWeightReported", "kurve").put("visit", visit).put("weight", 1 + chance.below(5));
            case 1 ->
                tell("IsolationReported", "kurve")
                        .put("visit", visit)
                        .put("isolation", chance.oneOf(List.of("contact", "droplet", "airborne")));
            default -> {
                String order = "L" + run + told.size();
                tell("LabStatusReported", "lab")
                        .put("visit", visit)
                        .put("order", order)
                        .put("status", "ordered");
                tell("LabStatusReported", "lab")
                        .put("visit", visit)
                        .put("order", order)
                        .put("status", "final");
            }
        }
    }

    private ObjectNode tell(String type, String source) {
        Report report = report(type, source, nextId(), nextTime());
        told.add(report);
        return report.body();
    }

    private String nextId() {
        return run + told.size();
    }

    private Instant nextTime() {
        minutesAgo = Math.max(0, minutesAgo - 1 - chance.below(10));
        return now.minusSeconds(60L * minutesAgo);
    }

    private static Report report(String type, String source, String messageId, Instant at) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("source", source)
                .put("messageId", messageId)
                .put("occurredAt", at.truncatedTo(ChronoUnit.SECONDS).toString());
        return new Report(type, source, messageId, at.getEpochSecond(), body);
    }
}
