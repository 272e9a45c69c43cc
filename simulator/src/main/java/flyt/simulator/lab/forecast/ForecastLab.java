package flyt.simulator.lab.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.forecast.Score;
import flyt.simulator.traffic.HospitalFile;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** {@code flyt lab forecast}. */
public final class ForecastLab {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int A_DAY = 24;

    private ForecastLab() {}

    /**
     * Prints how good the forecast was.
     *
     * @param arguments after {@code lab forecast}
     * @throws IllegalArgumentException in words for whoever typed them
     */
    public static void run(List<String> arguments) throws JsonProcessingException {
        ForecastOptions options = ForecastOptions.parse(arguments);
        int all = options.learn() + options.days() + 3;
        Backtest test = Backtest.of(
                HospitalFile.reference(),
                options.start(),
                options.learn(),
                options.days(),
                options.seed(),
                options.goOn(),
                day -> System.err.printf("\rday %d of %d", day, all));
        System.err.print("\r" + " ".repeat(40) + "\r");
        System.out.print(options.json() ? json(test) : text(test));
    }

    /** Errors are in patients; {@code naive}: the same hospital as now, and as at that hour last week. */
    static String json(Backtest test) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.put("learned", test.learned());
        root.put("days", test.days());
        Score day = test.patients().get(A_DAY);
        root.put("mae24h", rounded(day.error()));
        naive(root, day);
        root.put("coverage50", rounded(day.inHalf()));
        root.put("coverage90", rounded(day.inNineTenths()));
        scores(root.putObject("patients"), test.patients());
        scores(root.putObject("ready"), test.ready());
        scores(root.putObject("patientsInWards"), test.inWards());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void scores(ObjectNode node, SortedMap<Integer, Score> scores) {
        scores.forEach((ahead, score) -> {
            ObjectNode one = node.putObject(String.valueOf(ahead));
            one.put("forecasts", score.forecasts());
            one.put("mae", rounded(score.error()));
            naive(one, score);
            one.put("coverage50", rounded(score.inHalf()));
            one.put("coverage90", rounded(score.inNineTenths()));
        });
    }

    private static void naive(ObjectNode node, Score score) {
        double lastWeek = score.errorOfLastWeek();
        node.putObject("naive")
                .put("now", rounded(score.errorOfNow()))
                .put("lastWeek", Double.isNaN(lastWeek) ? null : rounded(lastWeek));
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    static String text(Backtest test) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Learned from %d days; a forecast each hour of the %d days after them. Mean absolute errors.%n%n",
                test.learned(),
                test.days()));
        text.append(" ".repeat(27)).append("hours   error  as now  last week  better  in 50 %  in 90 %\n");
        lines(text, "patients in the house", test.patients());
        lines(text, "ready beds in the house", test.ready());
        lines(text, "patients in a ward", test.inWards());
        return text.toString();
    }

    private static void lines(StringBuilder text, String what, SortedMap<Integer, Score> scores) {
        scores.forEach((ahead, score) -> text.append(String.format(
                Locale.ROOT,
                "%-26s %5d  %6.2f  %6.2f  %9.2f  %4.0f %%  %4.0f %%   %4.0f %%%n",
                what,
                ahead,
                score.error(),
                score.errorOfNow(),
                score.errorOfLastWeek(),
                100 * score.better(),
                100 * score.inHalf(),
                100 * score.inNineTenths())));
    }
}
