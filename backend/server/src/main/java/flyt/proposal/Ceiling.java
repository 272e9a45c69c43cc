package flyt.proposal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * What no plan for those who wait can be worth more than: the best of all plans that give no bed twice, whoever shares a room. Where a plan
 * is worth as much, there is no better one.
 */
public final class Ceiling {
    private Ceiling() {}

    /** In points, as {@link Plan#worth()}. */
    public static long of(Waiting waiting) {
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> suits = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        Set<Integer> patients = new LinkedHashSet<>();
        Set<Integer> beds = new LinkedHashSet<>();
        for (int bed = 1; bed <= waiting.seats().size(); bed++) {
            beds.add(-bed);
            suits.addVertex(-bed);
        }
        for (int patient = 0; patient < waiting.size(); patient++) {
            patients.add(patient);
            suits.addVertex(patient);
            for (int bed : beds) {
                int worth = waiting.worth(patient, -bed - 1);
                if (worth > 0) {
                    suits.setEdgeWeight(suits.addEdge(patient, bed), worth);
                }
            }
        }
        return (long) new MaximumWeightBipartiteMatching<>(suits, patients, beds)
                .getMatching()
                .getWeight();
    }
}
