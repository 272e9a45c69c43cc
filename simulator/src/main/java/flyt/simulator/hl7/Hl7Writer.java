package flyt.simulator.hl7;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.simulator.traffic.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports as messages of HL7 v2: movements as ADT, the laboratory's as ORM and ORU. What the standard has no word for (who
 * is responsible, triage, when somebody is back) is left out; what would be wrong without it is no message at all, and the report
 * goes another way.
 */
public final class Hl7Writer {
    private static final Map<String, String> MOVEMENTS = Map.ofEntries(
            Map.entry("PatientAdmitted", "A01"),
            Map.entry("PatientTransferred", "A02"),
            Map.entry("PatientDischarged", "A03"),
            Map.entry("PatientRegistered", "A04"),
            Map.entry("DepartedTemporarily", "A09"),
            Map.entry("ArrivedTemporarily", "A10"),
            Map.entry("AdmissionExpected", "A14"),
            Map.entry("TransferExpected", "A15"),
            Map.entry("DischargeExpected", "A16"),
            Map.entry("BedsSwapped", "A17"),
            Map.entry("LeaveStarted", "A21"),
            Map.entry("LeaveEnded", "A22"),
            Map.entry("PatientsMerged", "A40"),
            Map.entry("StaysMerged", "A42"));
    private static final Map<String, String> CANCELS = Map.of("PatientDischarged", "A13", "AdmissionExpected", "A27");

    /** ORC-1 and ORC-5. */
    private static final Map<String, String> ORDERS =
            Map.of("ordered", "NW|", "cancelled", "CA|CA", "in-analysis", "SC|IP");

    /** OBR-25. */
    private static final Map<String, String> RESULTS =
            Map.of("received", "I", "preliminary", "P", "final", "F", "corrected", "C", "rejected", "X");

    private final ZoneId zone;
    private final String facility;

    /** {@code zone}: the hospital's; {@code facility}: MSH-4. */
    public Hl7Writer(ZoneId zone, String facility) {
        this.zone = zone;
        this.facility = facility;
    }

    /** A message on its way. {@code id}: MSH-10. */
    public record Written(Dialect dialect, String id, byte[] bytes) {}

    /** Null where it is not to be said by HL7 v2. */
    public @Nullable Written write(Report report) {
        JsonNode body = report.body();
        if (body.path("patient").path("protected").asBoolean()
                || body.path("mergedPatient").path("protected").asBoolean()) {
            return null; // no field says that nobody may know
        }
        Dialect dialect = Dialect.of(report.source(), body.path("visit").asText());
        Draft draft = new Draft(dialect, body);
        boolean said = report.source().equals("pas")
                ? draft.movement(report.type())
                : report.type().equals("LabStatusReported") && draft.laboratory();
        if (!said) {
            return null;
        }
        return new Written(dialect, report.messageId(), draft.text().getBytes(dialect.charset()));
    }

    /** One message being written. */
    private final class Draft {
        private final Dialect dialect;
        private final JsonNode body;
        private final List<String> segments = new ArrayList<>();

        Draft(Dialect dialect, JsonNode body) {
            this.dialect = dialect;
            this.body = body;
        }

        String text() {
            return String.join("\r", segments) + "\r";
        }

        boolean movement(String type) {
            String event = type.equals("FactCancelled")
                    ? CANCELS.get(body.path("cancelsType").asText())
                    : MOVEMENTS.get(type);
            if (event == null || otherDay()) {
                return false;
            }
            String planned = type.equals("TransferExpected") ? time("expectedAt") : "";
            header("ADT^" + event);
            segments.add(dialect.evn(event, planned, time("sentAt"), time("occurredAt")));
            person(body.path("patient"), body.path("visit").asText());
            switch (type) {
                case "PatientsMerged" ->
                    segments.add("MRG|"
                            + escaped(body.path("mergedPatient").path("number").asText()));
                case "StaysMerged" -> {
                    segments.add("MRG|||||" + escaped(body.path("mergedVisit").asText()));
                    visit("place", "visit");
                }
                case "BedsSwapped" -> {
                    visit("place", "visit");
                    person(body.path("otherPatient"), body.path("otherVisit").asText());
                    visit("otherPlace", "otherVisit");
                }
                default -> visit("place", "visit");
            }
            pv2(type);
            return true;
        }

        /** In the sender's zone it may be another day than the one that is meant. */
        private boolean otherDay() {
            String on = body.path("expectedOn").asText("");
            String at = time("expectedAt");
            return body.path("expectedOn").isTextual()
                    && !at.isEmpty()
                    && !at.startsWith(LocalDate.parse(on).toString().replace("-", ""));
        }

        private void pv2(String type) {
            switch (type) {
                case "AdmissionExpected" -> segments.add("PV2" + "|".repeat(8) + time("expectedAt"));
                case "LeaveStarted" -> segments.add("PV2" + "|".repeat(47) + time("expectedBackAt"));
                case "DischargeExpected" -> {
                    String at = time("expectedAt");
                    String on = body.path("expectedOn").isTextual()
                            ? body.path("expectedOn").asText().replace("-", "")
                            : "";
                    segments.add("PV2" + "|".repeat(9) + (at.isEmpty() ? on : at));
                }
                default -> {
                    // nothing is planned
                }
            }
        }

        boolean laboratory() {
            String status = body.path("status").asText();
            String order = escaped(body.path("order").asText());
            String urgent = body.path("urgent").asBoolean() ? "S" : "";
            String orc = ORDERS.get(status);
            String result = RESULTS.get(status);
            if (orc == null && result == null) {
                return false;
            }
            header(orc == null ? "ORU^R01" : "ORM^O01");
            person(body.path("patient"), body.path("visit").asText());
            visit("place", "visit");
            if (orc != null) {
                String[] codes = orc.split("\\|", -1);
                segments.add("ORC|" + codes[0] + "|" + order + "|||" + codes[1] + "||||" + time("occurredAt"));
                segments.add("TQ1|1||||||" + time("plannedAt") + "||" + urgent);
                segments.add("OBR|1|" + order + "||BLOOD|" + urgent);
                return true;
            }
            segments.add("OBR|1|" + order + "||BLOOD|" + urgent + "|".repeat(17) + time("occurredAt") + "|||" + result);
            String flag = body.path("critical").asBoolean() ? "HH" : "";
            segments.add("OBX|1|ST|BLOOD||||" + "|" + flag + "|||" + result);
            if (status.equals("rejected")) {
                segments.add("SPM|1" + "|".repeat(20) + "RB");
            }
            return true;
        }

        private void header(String type) {
            segments.add(String.join(
                    "|",
                    "MSH",
                    "^~\\&",
                    dialect.application(),
                    facility,
                    "FLYT",
                    facility,
                    time("sentAt"),
                    "",
                    type,
                    body.path("messageId").asText(),
                    "P",
                    dialect.version(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    dialect.charsetName()));
        }

        private void person(JsonNode patient, String visit) {
            TreeMap<Integer, String> fields = new TreeMap<>(Map.of(1, "1"));
            if (patient.isObject()) {
                fields.put(3, escaped(patient.path("number").asText()) + "^^^" + facility + "^MR");
                fields.put(
                        5,
                        escaped(patient.path("family").asText()) + "^"
                                + escaped(patient.path("given").asText()));
                fields.put(7, patient.path("birthDate").asText().replace("-", ""));
            }
            if (dialect.visitInPid() && !visit.isEmpty()) {
                fields.put(18, escaped(visit));
            }
            segments.add(segment("PID", fields));
        }

        private void visit(String place, String visit) {
            TreeMap<Integer, String> fields = new TreeMap<>(Map.of(1, "1"));
            fields.put(2, body.path("patientClass").asText("I"));
            boolean pending = body.path("type").asText().equals("TransferExpected");
            fields.put(pending ? 42 : 3, dialect.place(body.path(place)));
            fields.put(11, escaped(body.path("destination").asText()));
            if (!dialect.visitInPid()) {
                fields.put(19, escaped(body.path(visit).asText()));
            }
            String disposition = body.path("disposition").asText();
            fields.put(36, disposition.isEmpty() ? "" : dialect.disposition(disposition));
            segments.add(segment("PV1", fields));
        }

        private String time(String field) {
            String said = body.path(field).asText("");
            return said.isEmpty() || body.path(field).isNull() ? "" : dialect.time(Instant.parse(said), zone);
        }
    }

    private static String segment(String name, TreeMap<Integer, String> fields) {
        StringBuilder text = new StringBuilder(name);
        for (int number = 1; number <= fields.lastKey(); number++) {
            text.append('|').append(fields.getOrDefault(number, ""));
        }
        return text.toString().replaceAll("\\|+$", "");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("&", "\\T\\")
                .replace("~", "\\R\\");
    }
}
