package flyt;

import static flyt.DemoHouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand placements of a hundred patients on fifty free beds at once, by two bed managers at two desks each. */
@Timeout(120)
class PlacementRaceTest {
    private static final int WISHES = 1_000;
    private static final int PATIENTS = 100;
    private static final int BEDS = 50;
    private static final long SEED = 20261122;

    /** A wish that was sent, and what became of it. */
    private record Placed(String request, String bed, HttpResponse<String> answer) {
        boolean accepted() {
            return answer.statusCode() == 200;
        }

        JsonObject problem() {
            return new JsonObject(answer.body());
        }
    }

    @Test
    void noBedIsPromisedTwiceNorTwoBedsToAPatientAndWhoComesLaterIsToldWhoWasFirst(@TempDir Path folder)
            throws Exception {
        try (DemoHouse house = new DemoHouse(folder)) {
            List<Caller> desks = desks(house);
            Set<String> patients = waiting(house, desks.get(0));
            List<JsonObject> beds =
                    beds(house, desks.get(0), patients.iterator().next());
            String closed = beds.get(BEDS).getString("bed");
            JsonObject close = new JsonObject().put("bed", closed).put("reason", "repair");
            assertThat(house.wish(desks.get(1), "CloseBed", close).statusCode()).isEqualTo(200);

            List<Placed> all = sent(house, desks, List.copyOf(patients), beds);

            assertThat(all.stream().filter(one -> one.bed().equals(closed)))
                    .isNotEmpty()
                    .allSatisfy(
                            one -> assertThat(one.problem().getString("reason")).isIn("bed-closed", "placed-already"));
            Map<String, String> promised = promised(house, desks.get(0));
            List<Placed> accepted = all.stream().filter(Placed::accepted).toList();
            assertThat(accepted).extracting(Placed::bed).doesNotHaveDuplicates();
            assertThat(accepted).extracting(Placed::request).doesNotHaveDuplicates();
            Map<String, String> told = new HashMap<>();
            accepted.forEach(one -> told.put(one.request(), one.bed()));
            assertThat(promised).isEqualTo(told);

            for (Placed one : all) {
                if (!one.accepted() && !one.bed().equals(closed)) {
                    assertThat(one.answer().statusCode()).as(one.toString()).isEqualTo(409);
                    assertThat(one.problem().getString("reason")).isIn("reserved-already", "placed-already");
                    assertThat(one.problem().getString("by")).isIn("Hanne", "Annen");
                }
            }
            // nobody was turned away from a bed that stayed free, unless they had got another one
            assertThat(all.stream()
                            .filter(one ->
                                    !one.accepted() && !one.bed().equals(closed) && !told.containsValue(one.bed())))
                    .allSatisfy(one -> assertThat(told).containsKey(one.request()));
        }
    }

    private static List<Caller> desks(DemoHouse house) throws Exception {
        Caller one = house.person(Role.BED_MANAGER);
        Caller other = house.another(Role.BED_MANAGER);
        String again = house.demoSignIn(Role.BED_MANAGER, "shared");
        return List.of(one, other, Caller.withCookie("one's other desk", one.who(), again), other);
    }

    /** Patients in the emergency department who are to be admitted: each a request, by itself. */
    private static Set<String> waiting(DemoHouse house, Caller manager) throws Exception {
        List<JsonObject> reports = new ArrayList<>();
        for (int i = 1; i <= PATIENTS; i++) {
            String visit = "W" + i;
            reports.add(DemoHouse.admission(visit, "AKM", "AKM-1")
                    .put("type", "PatientRegistered")
                    .put("patientClass", "E")
                    .put("place", new JsonObject().put("ward", "AKM")));
            reports.add(new JsonObject()
                    .put("type", "TransferExpected")
                    .put("visit", visit)
                    .put("place", new JsonObject().put("ward", "LUN")));
        }
        long seq = house.report(house.system("record-system"), "FJO", reports.toArray(new JsonObject[0]));
        assertThat(seq).isPositive();
        Set<String> requests = new HashSet<>();
        for (JsonObject row : rows(house, manager)) {
            requests.add(row.getString("request"));
        }
        assertThat(requests).hasSize(PATIENTS);
        return requests;
    }

    /** Beds that suit, one more than there are to be had. */
    private static List<JsonObject> beds(DemoHouse house, Caller manager, String request) throws Exception {
        JsonArray all = json(house.ask(manager, "GET", DemoHouse.FJO + "/requests/" + request + "/beds", ""))
                .getJsonArray("beds");
        List<JsonObject> suiting = new ArrayList<>();
        for (int i = 0; i < all.size() && suiting.size() <= BEDS; i++) {
            if (all.getJsonObject(i).getBoolean("suits")) {
                suiting.add(all.getJsonObject(i));
            }
        }
        assertThat(suiting).hasSize(BEDS + 1);
        return suiting;
    }

    private static List<Placed> sent(DemoHouse house, List<Caller> desks, List<String> patients, List<JsonObject> beds)
            throws Exception {
        Random random = new Random(SEED);
        List<String> inTurn = new ArrayList<>(patients);
        Collections.sort(inTurn);
        ExecutorService hands = Executors.newFixedThreadPool(8 * desks.size());
        try {
            List<Future<Placed>> sent = new ArrayList<>();
            for (int i = 0; i < WISHES; i++) {
                String request = inTurn.get(random.nextInt(inTurn.size()));
                JsonObject bed = beds.get(random.nextInt(beds.size()));
                Caller desk = desks.get(i % desks.size());
                sent.add(hands.submit(() -> place(house, desk, request, bed)));
            }
            List<Placed> all = new ArrayList<>();
            for (Future<Placed> one : sent) {
                all.add(one.get());
            }
            return all;
        } finally {
            hands.shutdownNow();
        }
    }

    private static Placed place(DemoHouse house, Caller desk, String request, JsonObject bed) throws Exception {
        JsonObject wish = new JsonObject()
                .put("type", "ReserveBed")
                .put("commandId", UUID.randomUUID().toString())
                .put("at", DemoHouse.NINE)
                .put("bed", bed.getString("bed"))
                .put("request", request)
                .put("seen", bed.getString("version"))
                .put("until", "2027-11-30T12:00:00Z");
        return new Placed(request, bed.getString("bed"), house.post(desk, DemoHouse.FJO + "/commands", wish));
    }

    private static Map<String, String> promised(DemoHouse house, Caller manager) throws Exception {
        Map<String, String> beds = new HashMap<>();
        for (JsonObject row : rows(house, manager)) {
            if (row.getString("bed") != null) {
                beds.put(row.getString("request"), row.getString("bed"));
            }
        }
        return beds;
    }

    private static List<JsonObject> rows(DemoHouse house, Caller manager) throws Exception {
        JsonArray rows = json(house.ask(manager, "GET", DemoHouse.FJO + "/rows?view=requests", ""))
                .getJsonArray("rows");
        return rows.stream().map(JsonObject.class::cast).toList();
    }
}
