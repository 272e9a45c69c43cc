package flyt.simulator.lab.levels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.threshold.Figure;
import flyt.domain.threshold.Level;
import flyt.domain.threshold.StandardThresholdSet;
import flyt.domain.threshold.Threshold;
import flyt.domain.threshold.ThresholdSet;
import flyt.journal.WireNames;
import flyt.simulator.lab.Typed;
import flyt.simulator.traffic.HospitalFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code flyt lab levels}: how often the shipped thresholds call for a level, in ordinary weeks and with a ward closed. */
public final class LevelsLab {
    /** What ordinary weeks should be: normal for this share of the hours, or a level is not read (domain 3.2). */
    static final double ORDINARY = 0.80;

    private static final Set<String> VALUES = Set.of("--weeks", "--seed", "--start");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ThresholdSet SET = StandardThresholdSet.SET;

    private LevelsLab() {}

    /**
     * Prints the shares.
     *
     * @param arguments after {@code lab levels}
     * @throws IllegalArgumentException in words for whoever typed them
     */
    public static void run(List<String> arguments) throws JsonProcessingException {
        Map<String, String> given = Typed.options(arguments, VALUES);
        int weeks = (int) Typed.number(given, "--weeks", 4, 1, 52);
        long seed = Typed.number(given, "--seed", 1, 0, Long.MAX_VALUE / 2);
        LocalDate start = Typed.date(given.getOrDefault("--start", "2026-09-07"));
        LevelStudy ordinary = study("ordinary", HospitalFile.reference(), start, weeks, seed);
        LevelStudy closed = study("closed", ShortOfBeds.of(HospitalFile.reference()), start, 1, seed);
        System.err.print("\r" + " ".repeat(40) + "\r");
        System.out.print(given.containsKey("--json") ? json(ordinary, closed) : text(ordinary, closed));
    }

    private static LevelStudy study(String name, HospitalFile file, LocalDate start, int weeks, long seed) {
        int days = weeks * 7;
        return LevelStudy.of(
                file, start, days, seed, SET, day -> System.err.printf("\r%s, day %d of %d", name, day, days));
    }

    static String json(LevelStudy ordinary, LevelStudy closed) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.put("thresholds", SET.name() + "/" + SET.version());
        root.put("promised", ORDINARY);
        study(root.putObject("ordinary"), ordinary);
        ObjectNode shortOf = root.putObject("closed");
        ArrayNode wards = shortOf.putArray("wards");
        ShortOfBeds.WARDS.forEach(wards::add);
        study(shortOf, closed);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void study(ObjectNode node, LevelStudy study) {
        node.put("hours", study.minutes() / 60);
        for (Level level : Level.values()) {
            node.put(WireNames.of(level), rounded(study.share(level)));
        }
        ObjectNode triggers = node.putObject("triggers");
        for (Figure figure : SET.pressure().triggers().keySet()) {
            triggers.put(WireNames.of(figure), rounded(study.share(figure)));
        }
        ObjectNode alerts = node.putObject("alertsADay");
        for (Threshold rule : SET.rules()) {
            alerts.put(rule.id(), rounded(study.alertsADay(rule.id())));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    static String text(LevelStudy ordinary, LevelStudy closed) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Thresholds %s/%d. Ordinary weeks should be normal for %.0f %% of the hours; with %s closed but for one"
                        + " cluster they should not.%n%n%-30s %9s %9s%n",
                SET.name(),
                SET.version(),
                100 * ORDINARY,
                String.join(", ", ShortOfBeds.WARDS),
                "share of the hours",
                "ordinary",
                "closed"));
        for (Level level : Level.values()) {
            line(text, WireNames.of(level), 100 * ordinary.share(level), 100 * closed.share(level), "%");
        }
        text.append(String.format("%nshare of the hours in which a figure speaks for a level%n"));
        for (Figure figure : SET.pressure().triggers().keySet()) {
            line(text, WireNames.of(figure), 100 * ordinary.share(figure), 100 * closed.share(figure), "%");
        }
        text.append(String.format("%nalerts a day%n"));
        for (Threshold rule : SET.rules()) {
            line(text, rule.id(), ordinary.alertsADay(rule.id()), closed.alertsADay(rule.id()), "");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, double ordinary, double closed, String unit) {
        text.append(String.format(Locale.ROOT, "%-30s %7.1f %1s %7.1f %1s%n", name, ordinary, unit, closed, unit));
    }
}
