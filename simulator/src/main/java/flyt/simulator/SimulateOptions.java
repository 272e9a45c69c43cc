package flyt.simulator;

import flyt.simulator.traffic.Faults;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code flyt simulate} was asked to do.
 *
 * @param client its id at the server
 * @param secretFile has its secret; null with {@code check}
 * @param speed hospital seconds per second; infinite for "as fast as the server takes it"
 */
record SimulateOptions(
        String url,
        String hospital,
        String client,
        @Nullable Path secretFile,
        long seed,
        int seeds,
        LocalDate start,
        int days,
        int pastDays,
        double speed,
        Faults faults,
        @Nullable Path truth,
        boolean check) {

    static final String HELP =
            """
            flyt simulate: a simulated hospital that reports to a server

              --url URL          server to report to                       http://127.0.0.1:8080
              --hospital ID      which hospital; FJO is the reference one  FJO
              --client ID        by which the server knows it              simulator
              --secret-file FILE its secret: alone on a line, or in the FLYT_CLIENTS_FILE of the server
              --seed N           the same seed gives the same hospital     1
              --start DATE       first day, doors open at midnight         2026-09-07
              --days N           days to run, past days included           7
              --past-days N      of these, sent as fast as the server can  0
              --speed S          60 (times), real, or max                  60
              --late SHARE       sent 3 to 30 minutes late, 0 to 1         0
              --repeated SHARE   sent twice                                0
              --reordered SHARE  changes places with its neighbours        0
              --truth FILE       writes what really was, as JSON lines

              --check            no server: runs, measures, judges; exit 1 when out of range
              --days N           with --check: days per seed               56
              --seeds N          with --check: seeds from --seed on        3
              --help
            """;

    private static final Set<String> FLAGS = Set.of("--check");
    private static final Set<String> VALUES = Set.of(
            "--url",
            "--hospital",
            "--client",
            "--secret-file",
            "--seed",
            "--seeds",
            "--start",
            "--days",
            "--past-days",
            "--speed",
            "--late",
            "--repeated",
            "--reordered",
            "--truth");

    /** @throws IllegalArgumentException in words for whoever typed it */
    static SimulateOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (FLAGS.contains(name)) {
                given.put(name, "true");
            } else if (VALUES.contains(name) && i + 1 < arguments.size()) {
                given.put(name, arguments.get(++i));
            } else {
                throw new IllegalArgumentException(
                        VALUES.contains(name) ? name + " needs a value" : "unknown option " + name);
            }
        }
        boolean check = given.containsKey("--check");
        int days = whole(given, "--days", check ? 56 : 7, 1, 3650);
        int pastDays = whole(given, "--past-days", 0, 0, days);
        Faults faults = new Faults(share(given, "--late"), share(given, "--repeated"), share(given, "--reordered"));
        String truth = given.get("--truth");
        String hospital = given.getOrDefault("--hospital", "FJO");
        if (!hospital.equals("FJO")) {
            throw new IllegalArgumentException("--hospital " + hospital + ": only FJO can be simulated");
        }
        String secretFile = given.get("--secret-file");
        SimulateOptions options = new SimulateOptions(
                given.getOrDefault("--url", "http://127.0.0.1:8080"),
                hospital,
                given.getOrDefault("--client", "simulator"),
                secretFile == null ? null : Path.of(secretFile),
                number(given, "--seed", 1),
                whole(given, "--seeds", 3, 1, 100),
                date(given.getOrDefault("--start", "2026-09-07")),
                days,
                pastDays,
                speed(given.getOrDefault("--speed", "60")),
                faults,
                truth == null ? null : Path.of(truth),
                check);
        if (secretFile == null && !check) {
            throw new IllegalArgumentException("--secret-file is missing: a server lets in whom it knows");
        }
        return options;
    }

    private static long number(Map<String, String> given, String name, long usual) {
        String text = given.get(name);
        try {
            return text == null ? usual : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " " + text + " is not a whole number");
        }
    }

    private static int whole(Map<String, String> given, String name, int usual, int least, int most) {
        long number = number(given, name, usual);
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + " is " + least + " to " + most);
        }
        return (int) number;
    }

    private static double share(Map<String, String> given, String name) {
        String text = given.getOrDefault(name, "0");
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " " + text + " is not a number");
        }
        throw new IllegalArgumentException(name + " is a share, 0 to 1");
    }

    private static double speed(String text) {
        if (text.equals("max")) {
            return Double.POSITIVE_INFINITY;
        }
        if (text.equals("real")) {
            return 1;
        }
        if (text.matches("[0-9]{1,5}(\\.[0-9]+)?") && Double.parseDouble(text) > 0) {
            return Double.parseDouble(text);
        }
        throw new IllegalArgumentException("--speed " + text + " is not a number, real or max");
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--start " + text + " is not a date like 2026-11-02");
        }
    }
}
