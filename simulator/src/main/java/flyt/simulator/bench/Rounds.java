package flyt.simulator.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.simulator.hospital.Plan.ClusterPlan;
import flyt.simulator.hospital.Plan.RoomPlan;
import flyt.simulator.hospital.Plan.WardPlan;
import flyt.simulator.traffic.HospitalFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Reports without end, each of which changes a bed on a ward board, so that a frame can be demanded
 * for every one.
 *
 * <p>Many pairs of beds go the same round, each at its own place in it: admitted to the first bed,
 * a lab order in four steps, transferred to the second bed on another ward, the first cleaned,
 * another lab order, discharged, the second cleaned. By count 20 % admissions, transfers and
 * discharges, 53 % lab, 27 % cleaning. A pair then rests until half of the others have had a turn:
 * reports about one bed do not overtake each other.
 */
final class Rounds {

    private static final List<String> LAB = List.of("ordered", "collected", "final", "seen");
    private static final int STEPS = 15;

    private record Place(String ward, String bed) {}

    private final List<Round> rounds = new ArrayList<>();
    private final SplittableRandom random;
    private int messages;

    /** The same file and seed give the same reports. */
    Rounds(HospitalFile file, long seed) {
        random = new SplittableRandom(seed);
        List<WardPlan> wards = file.plan().wards().stream()
                .filter(ward -> ward.kind().equals("inpatient"))
                .toList();
        for (int i = 0; i < wards.size(); i++) {
            List<Place> here = singleRooms(wards.get(i));
            List<Place> there = singleRooms(wards.get((i + 1) % wards.size()));
            // the first half of a ward's rooms begins rounds, the second half ends those of the ward before it
            int pairs = Math.min(here.size() / 2, there.size() / 2);
            for (int pair = 0; pair < pairs; pair++) {
                rounds.add(new Round(rounds.size() + 1, here.get(pair), there.get(there.size() - 1 - pair)));
            }
        }
    }

    private static List<Place> singleRooms(WardPlan ward) {
        return ward.clusters().stream()
                .map(ClusterPlan::rooms)
                .flatMap(List::stream)
                .map(RoomPlan::beds)
                .filter(beds -> beds.size() == 1)
                .map(beds -> new Place(ward.id(), beds.get(0)))
                .toList();
    }

    /** Brings each pair to a place of its own in the round; to be sent first, in this order. */
    List<Posting> opening() {
        List<Posting> opening = new ArrayList<>();
        for (Round round : rounds) {
            for (int left = random.nextInt(STEPS); left > 0; left--) {
                opening.add(round.next());
            }
        }
        return opening;
    }

    List<Posting> next(int count) {
        List<Posting> next = new ArrayList<>();
        while (next.size() < count) {
            Round round = rounds.remove(random.nextInt(rounds.size() / 2));
            next.add(round.next());
            rounds.add(round);
        }
        return next;
    }

    /** A pair of beds, and how far it has come. */
    private final class Round {
        private final int number;
        private final Place first;
        private final Place second;
        private int step;
        private int visits;
        private int orders;

        Round(int number, Place first, Place second) {
            this.number = number;
            this.first = first;
            this.second = second;
        }

        Posting next() {
            int now = step;
            step = (step + 1) % STEPS;
            return switch (now) {
                case 0 -> admission();
                case 1, 2, 3, 4 -> lab(now - 1, first);
                case 5 -> transfer();
                case 6 -> cleaning("CleaningStarted", first);
                case 7 -> cleaned(first);
                case 8, 9, 10, 11 -> lab(now - 8, second);
                case 12 -> discharge();
                case 13 -> cleaning("CleaningStarted", second);
                default -> cleaned(second);
            };
        }

        private Posting admission() {
            visits++;
            ObjectNode body = body("PatientAdmitted", "pas").put("visit", visit());
            body.putObject("patient")
                    .put("number", "P-" + visit())
                    .put("given", "Prøve")
                    .put("family", "Nummer " + number)
                    .put("birthDate", "1950-01-01");
            body.put("patientClass", "I");
            return new Posting(placed(body, first), List.of(first.ward()));
        }

        private Posting transfer() {
            ObjectNode body = body("PatientTransferred", "pas").put("visit", visit());
            return new Posting(placed(body, second), List.of(first.ward(), second.ward()));
        }

        private Posting discharge() {
            ObjectNode body = body("PatientDischarged", "pas").put("visit", visit());
            return new Posting(body.put("disposition", "home"), List.of(second.ward()));
        }

        private Posting lab(int status, Place at) {
            orders += status == 0 ? 1 : 0;
            ObjectNode body = body("LabStatusReported", "lab").put("visit", visit());
            body.put("order", "L-" + number + "-" + orders).put("status", LAB.get(status));
            return new Posting(body, List.of(at.ward()));
        }

        private Posting cleaning(String type, Place at) {
            return new Posting(body(type, "renhold").put("bed", at.bed()), List.of(at.ward()));
        }

        private Posting cleaned(Place at) {
            Posting done = cleaning("CleaningDone", at);
            return new Posting(done.body().put("made", true), done.wards());
        }

        private String visit() {
            return "V-" + number + "-" + visits;
        }

        private static ObjectNode placed(ObjectNode body, Place at) {
            body.putObject("place").put("ward", at.ward()).put("bed", at.bed());
            return body.put("responsibleWard", at.ward());
        }

        private ObjectNode body(String type, String source) {
            messages++;
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("type", type)
                    .put("source", source)
                    .put("messageId", "bench-" + messages);
        }
    }
}
