package flyt.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;

/**
 * The figures that this member shows to Prometheus; every name is in this file.
 *
 * <p>Labels are bounded: input types are those given at the start and {@code other}, hospitals are
 * those this member owns, feeds are at most {@value #FEEDS_SHOWN} of each hospital. Usable from any
 * thread.
 */
public final class Metrics {
    private static final int FEEDS_SHOWN = 50;
    private static final String OTHER = "other";
    private static final Duration[] STEPS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Set<String> inputTypes;
    private final Map<String, HospitalFigures> hospitals = new ConcurrentSkipListMap<>();
    private final Timer commit;
    private final Timer eventToSocket;
    private final Counter frames;
    private final Counter frameBytes;
    private final Counter caughtUp;
    private final MultiGauge rows;
    private final MultiGauge journalLag;
    private final MultiGauge feedAge;

    /** What became of an input. */
    public enum Outcome {
        ACCEPTED,
        REPEATED,
        REJECTED,
        REFUSED,
        NOT_TAKEN;

        private String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Figures of a hospital that this member owns; asked by the scraping thread, so they must be
     * safe to read there.
     */
    public interface HospitalFigures {
        /** Rows in the shared table. */
        long rows();

        /** Events that the journal has and this member's state has not. */
        long journalLag();

        /** Seconds since each feed was last heard, by source. */
        Map<String, Double> feedAgesSeconds();
    }

    /**
     * No figures yet.
     *
     * @param inputTypes the types of reports and commands that get a label of their own
     */
    public Metrics(Set<String> inputTypes) {
        this.inputTypes = Set.copyOf(inputTypes);
        commit = timer("flyt.commit", "From handing a batch to the journal to its commit");
        eventToSocket = timer("flyt.event.to.socket", "From the commit of an event to writing its rows to the sockets");
        frames = counter("flyt.frames", "Frames handed to sockets, each once per socket");
        frameBytes = counter("flyt.frame.bytes", "Bytes of those frames");
        caughtUp = counter("flyt.clients.caught.up", "Slow clients that got one frame in place of those they missed");
        rows = gauges("flyt.rows", "Rows in the shared table");
        journalLag = gauges("flyt.journal.lag", "Events in the journal that the state lacks");
        feedAge = gauges("flyt.feed.age.seconds", "Seconds since a feed was last heard");
    }

    /** Counts an input. */
    public void intake(String type, Outcome outcome) {
        Counter.builder("flyt.intake")
                .description("Reports and commands by type and outcome")
                .tag("type", inputTypes.contains(type) ? type : OTHER)
                .tag("outcome", outcome.label())
                .register(registry)
                .increment();
    }

    /** Counts a request or a socket that was turned away, by the code of its problem. */
    public void turnedAway(String reason) {
        Counter.builder("flyt.turned.away")
                .description("Requests and sockets that access control refused, by reason")
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    /** Counts a message of HL7 v2 by what became of it. */
    public void hl7(String outcome) {
        Counter.builder("flyt.hl7.messages")
                .description("Messages of HL7 v2 by outcome")
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    /** Counts what came in as FHIR by what became of it. */
    public void fhir(String outcome) {
        Counter.builder("flyt.fhir.messages")
                .description("Requests that tell something in FHIR by outcome")
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    /** Counts what a connection for HL7 v2 sent besides frames, or for which it was closed. */
    public void mllp(String trouble) {
        Counter.builder("flyt.mllp.trouble")
                .description("What MLLP connections had besides whole frames, and why they were closed")
                .tag("trouble", trouble)
                .register(registry)
                .increment();
    }

    /** Counts what became of a message to a receiver: {@code taken}, {@code refused}, {@code unanswered}. */
    public void outbound(String receiver, String outcome) {
        Counter.builder("flyt.outbound.messages")
                .description("Messages to receivers by what became of them")
                .tag("receiver", receiver)
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    /** Counts what the access log could not do: {@code not-kept} a line, {@code not-shown} what depended on one. */
    public void accessLog(String trouble) {
        Counter.builder("flyt.access.log.trouble")
                .description("Lines of the access log that were not kept, and what was not shown for want of one")
                .tag("trouble", trouble)
                .register(registry)
                .increment();
    }

    /** Counts a relation that somebody took in an emergency. */
    public void glassBroken() {
        Counter.builder("flyt.break.glass")
                .description("Relations that somebody took in an emergency; each is to be reviewed")
                .register(registry)
                .increment();
    }

    /** Times a commit. */
    public void committed(Duration time) {
        commit.record(time);
    }

    /** Times the way of an event from its commit to the sockets. */
    public void pushed(Duration time) {
        eventToSocket.record(time);
    }

    /** Counts frames handed to sockets, each once per socket, and their bytes. */
    public void frames(int written, long bytes) {
        frames.increment(written);
        frameBytes.increment(bytes);
    }

    /** Counts a slow client that got one frame in place of those it missed. */
    public void clientCaughtUp() {
        caughtUp.increment();
    }

    /** Counts a client that the server closed, by WebSocket close code. */
    public void clientClosed(int code) {
        Counter.builder("flyt.clients.closed")
                .description("Clients that the server closed, by WebSocket close code")
                .tag("code", Integer.toString(code))
                .register(registry)
                .increment();
    }

    /** Shows the number of connected clients. */
    public void clients(IntSupplier count) {
        Gauge unused = Gauge.builder("flyt.clients", count, IntSupplier::getAsInt)
                .description("Connected WebSocket clients")
                .strongReference(true)
                .register(registry);
    }

    /** Shows a hospital from now on. */
    public void owns(String hospital, HospitalFigures figures) {
        hospitals.put(hospital, figures);
    }

    /** Shows a hospital no longer. */
    public void gaveUp(String hospital) {
        hospitals.remove(hospital);
    }

    /** All figures in the text format of Prometheus. */
    public String scrape() {
        synchronized (hospitals) {
            rows.register(perHospital(HospitalFigures::rows), true);
            journalLag.register(perHospital(HospitalFigures::journalLag), true);
            feedAge.register(feeds(), true);
            return registry.scrape();
        }
    }

    /** The registry behind, for what the libraries measure of themselves. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    private List<Row<?>> perHospital(ToDoubleFunction<HospitalFigures> figure) {
        List<Row<?>> lines = new ArrayList<>();
        hospitals.forEach(
                (hospital, figures) -> lines.add(Row.of(Tags.of("hospital", hospital), figure.applyAsDouble(figures))));
        return lines;
    }

    private List<Row<?>> feeds() {
        List<Row<?>> lines = new ArrayList<>();
        hospitals.forEach((hospital, figures) -> new TreeMap<>(figures.feedAgesSeconds())
                .entrySet().stream()
                        .limit(FEEDS_SHOWN)
                        .forEach(feed -> lines.add(
                                Row.of(Tags.of("hospital", hospital, "source", feed.getKey()), feed.getValue()))));
        return lines;
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    private MultiGauge gauges(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }
}
