package flyt.simulator;

import java.util.List;
import java.util.Set;

/** What {@code flyt demo} was asked to do. {@code hl7Port} 0: the usual one, or a free one when that is taken. */
record DemoOptions(int port, int hl7Port, long seed, int pastDays, double speed, Feeds feeds, int faults) {

    /** How the simulated systems speak to the server while it runs; past days are always told by HTTP. */
    enum Feeds {
        HTTP,
        /** Patient administration and laboratory by HL7 v2, the others by HTTP. */
        MLLP
    }

    static final String HELP =
            """
            flyt demo: server, database, grid and a simulated hospital on this machine; Ctrl-C stops it

              --port N        port to listen on, 0 takes a free one         8080
              --hl7-port N    port for HL7 v2 over MLLP                 2575, or a free one
              --seed N        the same seed gives the same hospital         1
              --past-days N   days that have run before it opens, 1 to 60   7
              --speed S       hospital seconds a second, or real            60
              --feeds F       http; or mllp: patients and laboratory come by HL7 v2,
                              from four systems that write it each their way          http
              --faults N      of a hundred such messages so many come in pieces, among
                              rubbish, twice, or break off; 0 to 50                   0
              --help

            The speed can be changed at the pages while it runs.
            """;

    private static final Set<String> VALUES =
            Set.of("--port", "--hl7-port", "--seed", "--past-days", "--speed", "--feeds", "--faults");

    /** @throws IllegalArgumentException in words for whoever typed it */
    static DemoOptions parse(List<String> arguments) {
        DemoOptions options = new DemoOptions(8080, 0, 1, 7, 60, Feeds.HTTP, 0);
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

    private DemoOptions with(String name, String value) {
        if (name.equals("--speed") && value.equals("real")) {
            return new DemoOptions(port, hl7Port, seed, pastDays, 1, feeds, faults);
        }
        if (name.equals("--feeds")) {
            return new DemoOptions(port, hl7Port, seed, pastDays, speed, feeds(value), faults);
        }
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(name + " " + value + " is not a whole number");
        }
        int number = Integer.parseInt(value);
        return switch (name) {
            case "--port" ->
                new DemoOptions(within(name, number, 0, 65_535), hl7Port, seed, pastDays, speed, feeds, faults);
            case "--hl7-port" ->
                new DemoOptions(port, within(name, number, 0, 65_535), seed, pastDays, speed, feeds, faults);
            case "--seed" -> new DemoOptions(port, hl7Port, number, pastDays, speed, feeds, faults);
            case "--past-days" ->
                new DemoOptions(port, hl7Port, seed, within(name, number, 1, 60), speed, feeds, faults);
            case "--faults" ->
                new DemoOptions(port, hl7Port, seed, pastDays, speed, feeds, within(name, number, 0, 50));
            default -> new DemoOptions(port, hl7Port, seed, pastDays, within(name, number, 1, 10_000), feeds, faults);
        };
    }

    private static Feeds feeds(String value) {
        return switch (value) {
            case "http" -> Feeds.HTTP;
            case "mllp" -> Feeds.MLLP;
            default -> throw new IllegalArgumentException("--feeds is http or mllp");
        };
    }

    private static int within(String name, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + " is " + least + " to " + most);
        }
        return number;
    }
}
