package flyt.simulator.lab.forecast;

import flyt.simulator.lab.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code flyt lab forecast} was asked to do.
 *
 * @param learn days to learn from
 * @param days days to forecast, after them
 * @param goOn whether learning goes on in those days, as in a running hospital: each forecast is made before what it is of
 */
record ForecastOptions(int learn, int days, long seed, LocalDate start, boolean goOn, boolean json) {
    private static final Set<String> VALUES = Set.of("--learn", "--learning", "--days", "--seed", "--start");

    /** @throws IllegalArgumentException in words for whoever typed it */
    static ForecastOptions parse(List<String> arguments) {
        Map<String, String> given = Typed.options(arguments, VALUES);
        return new ForecastOptions(
                (int) Typed.number(given, "--learn", 56, 1, 730),
                (int) Typed.number(given, "--days", 60, 1, 365),
                Typed.number(given, "--seed", 1, 0, Long.MAX_VALUE / 2),
                Typed.date(given.getOrDefault("--start", "2026-08-17")),
                Typed.oneOf(given, "--learning", List.of("stops", "goes-on")).equals("goes-on"),
                given.containsKey("--json"));
    }
}
