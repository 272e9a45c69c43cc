package flyt.simulator.lab.placement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import flyt.simulator.lab.Typed;
import flyt.simulator.traffic.HospitalFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code flyt lab placement}. */
public final class PlacementLab {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VALUES = Set.of("--seeds", "--seed", "--days", "--start", "--moves");

    private static final Set<String> SWITCHES = Set.of("--json", "--today");

    private static final int HOURS_OF_A_DAY = 24;

    private PlacementLab() {}

    /**
     * Prints by how much the solver places better than one does by hand.
     *
     * @param arguments after {@code lab placement}
     * @throws IllegalArgumentException in words for whoever typed them
     */
    public static void run(List<String> arguments) throws JsonProcessingException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (SWITCHES.contains(name)) {
                given.put(name, "");
            } else if (VALUES.contains(name) && i + 1 < arguments.size()) {
                given.put(name, arguments.get(++i));
            } else {
                throw new IllegalArgumentException(
                        VALUES.contains(name) ? name + " needs a value" : "unknown option " + name);
            }
        }
        LocalDate start = Typed.date(given.getOrDefault("--start", "2026-11-02"));
        int days = (int) Typed.number(given, "--days", 7, 1, 60);
        int moves = (int) Typed.number(given, "--moves", 100_000, 100, 10_000_000);
        long first = Typed.number(given, "--seed", 1, 0, Long.MAX_VALUE / 2);
        long seeds = Typed.number(given, "--seeds", 3, 1, 100);
        List<PlacementTrial> trials = new ArrayList<>();
        for (long seed = first; seed < first + seeds; seed++) {
            trials.add(PlacementTrial.of(
                    HospitalFile.reference(), start, days * HOURS_OF_A_DAY, seed, moves, given.containsKey("--today")));
            System.err.printf("\r%d of %d runs", trials.size(), seeds);
        }
        System.err.print("\r" + " ".repeat(40) + "\r");
        System.out.print(given.containsKey("--json") ? json(trials) : text(trials));
    }

    static String json(List<PlacementTrial> trials) throws JsonProcessingException {
        ArrayNode runs = JSON.createArrayNode();
        for (PlacementTrial trial : trials) {
            runs.addObject()
                    .put("seed", trial.seed())
                    .put("hours", trial.moments().size())
                    .put("waiting", trial.waiting())
                    .put("placedGreedily", trial.placedGreedily())
                    .put("placed", trial.placed())
                    .put("better", trial.better())
                    .put("margin", trial.margin())
                    .put("most", trial.most())
                    .put("longestMillis", trial.longestMillis());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(runs) + "\n";
    }

    static String text(List<PlacementTrial> trials) {
        StringBuilder text = new StringBuilder(
                """
                All who wait at full hours, placed anew in beds that are ready (--today: or will be today): the longest waiting first, and by the solver, in points of how beds suit.
                "at most": by how much any plan could be worth more, by a bound that lets men and women share a room.

                  seed  hours  waiting  placed: greedy  solver  better at  margin  at most  longest search
                """);
        for (PlacementTrial trial : trials) {
            text.append(String.format(
                    Locale.ROOT,
                    "%6d  %5d  %7d  %14d  %6d  %7d h  %+5.2f %%  %+5.2f %%  %11d ms%n",
                    trial.seed(),
                    trial.moments().size(),
                    trial.waiting(),
                    trial.placedGreedily(),
                    trial.placed(),
                    trial.better(),
                    100 * trial.margin(),
                    100 * trial.most(),
                    trial.longestMillis()));
        }
        return text.toString();
    }
}
