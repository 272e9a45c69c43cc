package flyt.simulator.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code flyt bench} was asked to do.
 *
 * @param rate reports a second
 * @param sockets to each ward's board
 * @param seconds of each half of a pair
 * @param warmUp reports to each side before the first pair
 * @param events in the journal that is started from
 * @param every how many seconds lie between two forecasts
 */
record BenchOptions(
        String what,
        double rate,
        int sockets,
        int seconds,
        int pairs,
        int warmUp,
        long seed,
        int events,
        double every,
        boolean json) {

    static final String HELP =
            """
            flyt bench: what the hot path costs beside a bare one, in the same run

              flyt bench live    from a report posted to the frame at the last screen concerned
              flyt bench null    the bare path beside itself: how far to trust the figures of live
              flyt bench start   from the start of the process to ready, and the replay of the whole journal
              flyt bench work    what a new fact costs at 50, 500 and 5,000 open tasks, with 500 people on duty
              flyt bench past    what opening a moment costs in a journal of 0.1, 1 and 5 million events
              flyt bench forecast  what fresh forecasts of 418 beds cost the way of live
              flyt bench mllp    messages of HL7 v2 a second over 8 connections, beside HTTP and beside an INSERT
              flyt bench paint   says how to measure up to the painted screen (that needs a browser)
              flyt bench all     live, null, start and mllp

              --rate N           live: reports a second, Poisson; a hospital of 300 beds has 2.3, at peak 14   50
              --sockets N        live: screens to each of the 18 wards                                         4
              --seconds N        live, mllp: length of each part of a pair                                     20
              --pairs N          pairs, one after the other                                                    5
              --warm-up N        live, mllp: reports to each side before the first pair, not counted           12000
              --seed N           the same seed gives the same reports at the same moments                      1
              --events N         start: events in the journal                                                  1000000
              --every N          forecast: a fresh one each N seconds; a server makes one in 600               1
              --json             the figures as lines of JSON
              --help

            Exit 0 measured, 1 void (something was lost) or failed, 2 not understood.
            """;

    private static final Set<String> KINDS =
            Set.of("live", "null", "start", "work", "past", "forecast", "mllp", "paint", "all");
    private static final Set<String> VALUES =
            Set.of("--rate", "--sockets", "--seconds", "--pairs", "--warm-up", "--seed", "--events", "--every");

    /** @throws IllegalArgumentException in words for whoever typed it */
    static BenchOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (i == 0 && KINDS.contains(name)) {
                given.put("what", name);
            } else if (name.equals("--json")) {
                given.put(name, "true");
            } else if (VALUES.contains(name) && i + 1 < arguments.size()) {
                given.put(name, arguments.get(++i));
            } else {
                throw new IllegalArgumentException(
                        VALUES.contains(name) ? name + " needs a value" : "unknown option " + name);
            }
        }
        return new BenchOptions(
                given.getOrDefault("what", "all"),
                number(given, "--rate", 50, 0.1, 10_000),
                (int) number(given, "--sockets", 4, 1, 500),
                (int) number(given, "--seconds", 20, 1, 3_600),
                (int) number(given, "--pairs", 5, 1, 100),
                (int) number(given, "--warm-up", 12_000, 1, 1_000_000),
                (long) number(given, "--seed", 1, 0, 1e15),
                (int) number(given, "--events", 1_000_000, 1_000, 1e8),
                number(given, "--every", 1, 0.1, 600),
                given.containsKey("--json"));
    }

    private static double number(Map<String, String> given, String name, double usual, double least, double most) {
        String text = given.get(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,16}(\\.[0-9]{1,6})?")
                || Double.parseDouble(text) < least
                || Double.parseDouble(text) > most) {
            throw new IllegalArgumentException(
                    name + " " + text + " is not a number between " + least + " and " + most);
        }
        return Double.parseDouble(text);
    }

    int reportsInHalf() {
        return (int) Math.max(1, Math.round(rate * seconds));
    }
}
