package flyt.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.simulator.hospital.Plan;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reference hospital is the one of the tables. */
class HospitalFileTest {

    private static final Plan PLAN = HospitalFile.reference().plan();

    @Test
    void eighteenInpatientWardsHave418Beds() {
        Map<String, Integer> beds = new LinkedHashMap<>();
        for (Plan.WardPlan ward : PLAN.wards()) {
            beds.put(ward.id(), beds(ward).size());
        }
        assertThat(beds.remove("AKM")).isEqualTo(36);
        assertThat(beds).hasSize(18);
        assertThat(beds.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(418);
        assertThat(beds)
                .containsEntry("LUN", 27)
                .containsEntry("HJE", 36)
                .containsEntry("INT", 10)
                .containsEntry("OVE", 12);
    }

    @Test
    void aTunHasNineBedsAndNoClusterMoreThanEighteen() {
        for (Plan.WardPlan ward : PLAN.wards()) {
            for (Plan.ClusterPlan cluster : ward.clusters()) {
                int size = cluster.rooms().stream()
                        .mapToInt(room -> room.beds().size())
                        .sum();
                Set<Integer> allowed =
                        switch (ward.id()) {
                            case "INT" -> Set.of(10);
                            case "OVE" -> Set.of(12);
                            case "AKM" -> Set.of(16, 4);
                            default -> Set.of(9);
                        };
                assertThat(allowed).as(ward.id() + " " + cluster.id()).contains(size);
            }
        }
    }

    @Test
    void twelveRoomsHaveNegativePressureMostOfThemForInfections() {
        List<String> wards = PLAN.wards().stream()
                .flatMap(ward -> ward.clusters().stream()
                        .flatMap(cluster -> cluster.rooms().stream())
                        .filter(room -> room.features().contains("negative-pressure"))
                        .map(room -> ward.id()))
                .toList();
        assertThat(wards).hasSize(12);
        assertThat(wards.stream().filter("INF"::equals)).hasSize(9);
    }

    @Test
    void noIdIsUsedTwiceAndAllAreAscii() {
        Set<String> ids = new HashSet<>();
        for (Plan.WardPlan ward : PLAN.wards()) {
            List<String> all = new java.util.ArrayList<>(beds(ward));
            ward.extraPlaces().forEach(extra -> all.add(extra.id()));
            for (String id : all) {
                assertThat(id).matches("[A-Za-z0-9._-]{1,40}");
                assertThat(ids.add(id)).as(id).isTrue();
            }
        }
    }

    private static List<String> beds(Plan.WardPlan ward) {
        return ward.clusters().stream()
                .flatMap(cluster -> cluster.rooms().stream())
                .flatMap(room -> room.beds().stream())
                .toList();
    }
}
