package flyt.intake.hl7;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.lab.LabStatus;
import flyt.intake.hl7.Hl7Message.Part;
import flyt.intake.hl7.Mapped.Fate;
import flyt.intake.hl7.Mapped.Note;
import flyt.intake.hl7.Telling.Missing;
import flyt.journal.WireNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far laboratory orders have come, by orders (ORM, OML) and results (ORU, OUL). No values are read. One of these for each
 * message.
 */
final class LabMapper {
    /** Of results: HL7 table 0123, OBR-25; and table 0085, OBX-11, where that says nothing. */
    private static final Map<String, LabStatus> RESULTS = Map.of(
            "O", LabStatus.ORDERED,
            "S", LabStatus.ORDERED,
            "I", LabStatus.RECEIVED,
            "R", LabStatus.PRELIMINARY,
            "P", LabStatus.PRELIMINARY,
            "A", LabStatus.PRELIMINARY,
            "F", LabStatus.FINAL,
            "U", LabStatus.FINAL,
            "C", LabStatus.CORRECTED,
            "X", LabStatus.CANCELLED);

    /** Of orders: HL7 table 0119, ORC-1. */
    private static final Map<String, LabStatus> ORDERS = Map.ofEntries(
            Map.entry("NW", LabStatus.ORDERED),
            Map.entry("SN", LabStatus.ORDERED),
            Map.entry("NA", LabStatus.ORDERED),
            Map.entry("OK", LabStatus.ORDERED),
            Map.entry("XO", LabStatus.ORDERED),
            Map.entry("XX", LabStatus.ORDERED),
            Map.entry("RP", LabStatus.ORDERED),
            Map.entry("RO", LabStatus.ORDERED),
            Map.entry("CA", LabStatus.CANCELLED),
            Map.entry("OC", LabStatus.CANCELLED),
            Map.entry("CR", LabStatus.CANCELLED),
            Map.entry("DC", LabStatus.CANCELLED),
            Map.entry("OD", LabStatus.CANCELLED));

    /** HL7 table 0038, ORC-5, where ORC-1 says only that the status changed. */
    private static final Map<String, LabStatus> PROGRESS = Map.of(
            "SC", LabStatus.ORDERED,
            "IP", LabStatus.IN_ANALYSIS,
            "A", LabStatus.PRELIMINARY,
            "CM", LabStatus.FINAL,
            "CA", LabStatus.CANCELLED,
            "DC", LabStatus.CANCELLED);

    /** HL7 table 0078, OBX-8. */
    private static final Set<String> CRITICAL = Set.of("LL", "HH", "AA");
    /** HL7 table 0485, and what was used before it. */
    private static final Set<String> URGENT = Set.of("S", "STAT", "A", "ASAP", "C");

    private static final Set<String> ANSWERS_TO_ORDERS = Set.of("ORR", "ORL");

    private final Telling tell;
    private final Hl7Message message;
    private final boolean results;
    private final Map<String, Order> orders = new LinkedHashMap<>();

    /** What one message says of one order, in all of its groups. */
    private static final class Order {
        private final String visit;
        private final Instant at;
        private LabStatus status;
        private boolean critical;
        private boolean urgent;
        private @Nullable Hl7Time planned;

        Order(String visit, Instant at, LabStatus status) {
            this.visit = visit;
            this.at = at;
            this.status = status;
        }
    }

    /** Of two parts of one order: answered only when both are, corrected when either is; what is withdrawn does not count. */
    private static LabStatus both(LabStatus one, LabStatus other) {
        boolean withdrawn = one == LabStatus.CANCELLED || one == LabStatus.REJECTED;
        boolean otherWithdrawn = other == LabStatus.CANCELLED || other == LabStatus.REJECTED;
        if (withdrawn != otherWithdrawn) {
            return withdrawn ? other : one;
        }
        boolean corrected = one == LabStatus.CORRECTED || other == LabStatus.CORRECTED;
        return corrected ? LabStatus.CORRECTED : one.compareTo(other) < 0 ? one : other;
    }

    private LabMapper(Telling tell, Hl7Message message, boolean results) {
        this.tell = tell;
        this.message = message;
        this.results = results;
    }

    /** Whether messages of this type, MSH-9.1, are about the laboratory. */
    static boolean reads(String type) {
        return Set.of("ORM", "OML", "ORU", "OUL").contains(type) || ANSWERS_TO_ORDERS.contains(type);
    }

    static Mapped map(SenderProfile profile, Msh msh, Hl7Message message, Instant receivedAt) {
        String type = msh.component(9, 1);
        if (ANSWERS_TO_ORDERS.contains(type)) {
            return Mapped.nothing(Fate.NOT_NEEDED, Note.EVENT_IGNORED);
        }
        Telling tell = new Telling(profile, msh, message, Movement.NONE, receivedAt);
        try {
            return new LabMapper(tell, message, type.equals("ORU") || type.equals("OUL")).map();
        } catch (Missing e) {
            // results of people who have no visit here are no fault of the laboratory
            return Mapped.nothing(e.what() == Note.VISIT_MISSING ? Fate.NOT_NEEDED : Fate.FAULTY, e.what());
        }
    }

    private Mapped map() throws Missing {
        List<Hl7Message> patients = message.sections("PID");
        for (Hl7Message patient : patients.isEmpty() ? List.of(message) : patients) {
            for (List<Part> group : groups(patient)) {
                take(patient, group);
            }
        }
        for (Map.Entry<String, Order> one : orders.entrySet()) {
            Order order = one.getValue();
            ObjectNode report = tell.report("LabStatusReported", order.at);
            report.put("visit", order.visit);
            report.put("order", one.getKey());
            report.put("status", WireNames.of(order.status));
            report.put("critical", order.critical);
            report.put("urgent", order.urgent);
            if (order.planned != null) {
                report.put("plannedAt", order.planned.at().toString());
            }
        }
        return orders.isEmpty() ? Mapped.nothing(Fate.FAULTY, Note.STATUS_UNKNOWN) : tell.told();
    }

    /** Each order with what belongs to it: from ORC, or from an OBR without one. */
    private static List<List<Part>> groups(Hl7Message patient) {
        List<List<Part>> groups = new ArrayList<>();
        List<Part> group = new ArrayList<>();
        for (Part part : patient.segments()) {
            boolean hasRequest = group.stream().anyMatch(one -> one.name().equals("OBR"));
            if (part.name().equals("ORC") || (part.name().equals("OBR") && (group.isEmpty() || hasRequest))) {
                group = new ArrayList<>();
                groups.add(group);
            }
            if (!groups.isEmpty()) {
                group.add(part);
            }
        }
        return groups;
    }

    private void take(Hl7Message patient, List<Part> group) throws Missing {
        LabStatus status = results ? resultStatus(group) : orderStatus(group);
        if (status == null) {
            tell.note(Note.STATUS_UNKNOWN);
            return;
        }
        String number = Stream.of(
                        value(group, "ORC", 2), value(group, "OBR", 2), value(group, "ORC", 3), value(group, "OBR", 3))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow(() -> new Missing(Note.ORDER_MISSING));
        Order known = orders.get(number);
        Order order = known == null ? new Order(tell.visit(patient), at(group), status) : known;
        orders.put(number, order);
        order.status = both(order.status, status);
        order.critical |= all(group, "OBX").anyMatch(LabMapper::isCritical);
        order.urgent |= Stream.of(
                        part(group, "ORC", 7, 6),
                        value(group, "TQ1", 9),
                        part(group, "OBR", 27, 6),
                        value(group, "OBR", 5))
                .anyMatch(URGENT::contains);
        if (!results) {
            Hl7Time planned = tell.time(value(group, "TQ1", 7));
            planned = planned == null ? tell.time(part(group, "ORC", 7, 4)) : planned;
            order.planned = planned == null ? order.planned : planned;
        }
    }

    private Instant at(List<Part> group) {
        Hl7Time time = tell.time(results ? value(group, "OBR", 22) : value(group, "ORC", 9));
        return time == null || time.dayOnly() ? tell.occurredAt() : time.at();
    }

    private static @Nullable LabStatus orderStatus(List<Part> group) {
        LabStatus asked = ORDERS.get(value(group, "ORC", 1));
        return asked == null ? PROGRESS.get(value(group, "ORC", 5)) : asked;
    }

    /** A sample that cannot be used, SPM-21, is another thing than an order that is withdrawn. */
    private static @Nullable LabStatus resultStatus(List<Part> group) {
        LabStatus status = RESULTS.get(value(group, "OBR", 25));
        if (status == null) {
            status = all(group, "OBX")
                    .map(observation -> RESULTS.get(or(observation.value(11), "")))
                    .filter(one -> one != null)
                    .reduce(LabMapper::both)
                    .orElse(null);
        }
        return status == LabStatus.CANCELLED && !value(group, "SPM", 21).isEmpty() ? LabStatus.REJECTED : status;
    }

    private static boolean isCritical(Part observation) {
        for (int i = 0; i < observation.repetitions(8); i++) {
            String flag = observation.value(8, i, 1);
            if (flag != null && CRITICAL.contains(flag)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Part> all(List<Part> group, String name) {
        return group.stream().filter(part -> part.name().equals(name));
    }

    private static String value(List<Part> group, String name, int field) {
        return part(group, name, field, 1);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /** Empty for what is not said. */
    private static String part(List<Part> group, String name, int field, int component) {
        return all(group, name)
                .map(found -> found.value(field, component))
                .filter(found -> found != null)
                .findFirst()
                .orElse("");
    }
}
