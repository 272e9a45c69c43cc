package flyt.simulator.chaos;

import java.util.List;
import java.util.Set;

/** What {@code flyt chaos} was asked to do. {@code reports}: of all senders together. */
record ChaosOptions(int kills, long seed, int senders, int reports) {

    static final String HELP =
            """
            flyt chaos: kills a server under load, again and again, and counts what was lost

              --kills N     how often it is killed (SIGKILL), 0 to 100   3
              --seed N      the same seed sends the same reports         1
              --senders N   systems that report at the same time         4
              --reports N   of all of them together                      4000
              --help

            The server has a folder and a database of its own, removed at the end when all is well.
            Exit 0: nothing was lost; 1: something was, or the server did not come back.
            """;

    static final ChaosOptions USUAL = new ChaosOptions(3, 1, 4, 4_000);

    private static final Set<String> VALUES = Set.of("--kills", "--seed", "--senders", "--reports");

    /** @throws IllegalArgumentException in words for whoever typed it */
    static ChaosOptions parse(List<String> arguments) {
        ChaosOptions options = USUAL;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!VALUES.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options = options.with(name, arguments.get(i + 1));
        }
        return options;
    }

    private ChaosOptions with(String name, String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(name + " " + value + " is not a whole number");
        }
        int number = Integer.parseInt(value);
        return switch (name) {
            case "--kills" -> new ChaosOptions(within(name, number, 0, 100), seed, senders, reports);
            case "--seed" -> new ChaosOptions(kills, number, senders, reports);
            case "--senders" -> new ChaosOptions(kills, seed, within(name, number, 1, 64), reports);
            default -> new ChaosOptions(kills, seed, senders, within(name, number, 100, 1_000_000));
        };
    }

    private static int within(String name, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + " is " + least + " to " + most);
        }
        return number;
    }
}
