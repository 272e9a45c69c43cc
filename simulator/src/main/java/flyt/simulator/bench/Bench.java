package flyt.simulator.bench;

import flyt.simulator.traffic.HospitalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code flyt bench}: what the product costs beside a bare path, in ratios of one run. */
public final class Bench {

    private final BenchOptions options;
    private final Figures figures;

    private Bench(BenchOptions options, Figures figures) {
        this.options = options;
        this.figures = figures;
    }

    /** Exit 0 measured, 1 void or failed, 2 not understood. */
    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(BenchOptions.HELP);
            return;
        }
        BenchOptions options;
        try {
            options = BenchOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("flyt bench: " + e.getMessage() + "; see flyt bench --help");
            System.exit(2);
            return;
        }
        boolean counts = new Bench(options, new Figures(System.out, options.json())).run();
        System.exit(counts ? 0 : 1);
    }

    private boolean run() throws IOException {
        return switch (options.what()) {
            case "live" -> live();
            case "null" -> nothing();
            case "start" -> start();
            case "work" -> work();
            case "past" -> past();
            case "forecast" -> forecast();
            case "mllp" -> mllp();
            case "paint" -> paint();
            default -> live() & nothing() & start() & mllp();
        };
    }

    private boolean live() throws IOException {
        figures.say("From a report posted to the frame at the last screen concerned, beside bare:");
        return inFolder(folder -> {
            LiveBench bench = new LiveBench(options);
            LiveBench.Outcome outcome = bench.product(folder);
            bench.tell("live", outcome, figures);
            return outcome.faults().isEmpty();
        });
    }

    private boolean nothing() throws IOException {
        figures.say("Bare beside itself; away from 1.00 is what these figures cannot tell:");
        return inFolder(folder -> {
            LiveBench bench = new LiveBench(options);
            LiveBench.Outcome outcome = bench.nothing(folder);
            bench.tell("null", outcome, figures);
            return outcome.faults().isEmpty();
        });
    }

    private boolean start() throws IOException {
        figures.say("From the start of the process to ready, beside reading the same rows and no more:");
        return inFolder(folder -> new StartBench(options, figures).run(folder));
    }

    private boolean work() {
        figures.say("What one new fact costs the writer to re-sort and re-offer, in processor time:");
        return WorkBench.run(
                flyt.simulator.replica.Replica.definition(HospitalFile.reference()), options.seed(), figures);
    }

    private boolean past() throws IOException {
        figures.say("Opening a moment anywhere in a journal, beside the same in a short one:");
        return inFolder(folder -> new PastBench(options, figures).run(folder));
    }

    private boolean forecast() throws IOException {
        figures.say(String.format(
                "The way of live while a fresh forecast is made each %.1f s, beside the same without:",
                options.every()));
        return inFolder(folder -> {
            LiveBench bench = new LiveBench(options);
            LiveBench.Outcome outcome = bench.forecasting(folder, figures);
            bench.tell("forecast", outcome, figures);
            figures.verdict(Verdict.of(outcome.pairs(), options.seed()));
            return outcome.faults().isEmpty();
        });
    }

    private boolean mllp() throws IOException {
        figures.say("Movements a second on disk, eight connections that each wait for their answer:");
        return inFolder(folder -> {
            MllpBench.Outcome outcome = new MllpBench(options).run(folder);
            outcome.tell(figures);
            return outcome.faults().isEmpty();
        });
    }

    private boolean paint() {
        figures.say("In the sources: mvn -pl simulator test -Dtest=PaintTest -Dflyt.bench=true");
        return true;
    }

    /** Something measured in an empty folder that is removed afterwards. */
    private interface Measuring {
        boolean in(Path folder);
    }

    private static boolean inFolder(Measuring measuring) throws IOException {
        Path folder = Files.createTempDirectory("flyt-bench-");
        try {
            return measuring.in(folder);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
