package flyt.simulator.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import flyt.domain.priority.Cause;
import flyt.domain.priority.Spot;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import flyt.simulator.lab.Job.Wish;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Recorded demand as a file of JSON lines that anyone can keep.
 *
 * <p>The first line says what it is, {@code {"file":"flyt-demand","version":1}}. A line with {@code run} begins a run and the lines
 * after it, each with {@code job}, are what there was to do in it. Times are UTC. It names no people.
 */
final class DemandFile {
    /*
     * {"run":1,"timeZone":"Europe/Oslo","begins":"2026-09-06T22:00:00Z","counts":"2026-09-07T22:00:00Z","ends":"2026-10-05T22:00:00Z"}
     * {"job":7,"team":"cleaning","kind":"clean-standard","ordered":"2026-09-07T11:02:00Z","place":{"building":"A","floor":"3",
     *  "ward":"HJE","cluster":"B","room":"HJE-12"},"zone":"R4","serviceSeconds":834,
     *  "wishes":[{"known":"2026-09-07T11:10:00Z","ready":"2026-09-07T11:45:00Z","emergency":true}]}
     *
     * Left out: "possible" where it is "ordered", "to" where it is "place", "asked" where it is the kind's, and what is empty.
     */
    private static final int VERSION = 1;

    private DemandFile() {}

    private record HeadBody(@Nullable String file, int version) {}

    /** A run, or a job of the run before it. */
    @JsonInclude(Include.NON_EMPTY)
    private record LineBody(
            @Nullable Long run,
            @Nullable String timeZone,
            @Nullable String begins,
            @Nullable String counts,
            @Nullable String ends,
            @Nullable Integer job,
            @Nullable String team,
            @Nullable String kind,
            @Nullable String ordered,
            @Nullable String possible,
            @Nullable PlaceBody place,
            @Nullable PlaceBody to,
            @Nullable String zone,
            @Nullable Integer serviceSeconds,
            @Nullable String asked,
            @Nullable Map<String, String> causes,
            @Nullable List<WishBody> wishes) {}

    @JsonInclude(Include.NON_EMPTY)
    private record PlaceBody(
            @Nullable String building,
            @Nullable String floor,
            @Nullable String ward,
            @Nullable String cluster,
            @Nullable String room) {

        static PlaceBody of(Spot spot) {
            return new PlaceBody(spot.building(), spot.floor(), spot.ward(), spot.cluster(), spot.room());
        }

        Spot spot() {
            return new Spot(building, floor, ward, cluster, room);
        }
    }

    @JsonInclude(Include.NON_NULL)
    private record WishBody(
            @Nullable String known, @Nullable String ready, @Nullable Boolean emergency, @Nullable String withdrawn) {

        static WishBody of(Wish wish) {
            String withdrawn =
                    wish.withdrawn() == null ? null : wish.withdrawn().toString();
            return new WishBody(wish.known().toString(), wish.ready().toString(), wish.emergency(), withdrawn);
        }

        Wish wish() {
            return new Wish(
                    time(known, "known"),
                    time(ready, "ready"),
                    Boolean.TRUE.equals(emergency),
                    withdrawn == null ? null : time(withdrawn, "withdrawn"));
        }
    }

    static void write(Path file, Iterable<Demand> demands) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            line(out, new HeadBody("flyt-demand", VERSION));
            for (Demand demand : demands) {
                line(out, body(demand));
                for (Job job : demand.jobs()) {
                    line(out, body(job));
                }
            }
        }
    }

    private static void line(BufferedWriter out, Object body) throws JsonProcessingException, IOException {
        out.write(Words.mapper().writeValueAsString(body));
        out.write('\n');
    }

    private static LineBody body(Demand demand) {
        return new LineBody(
                demand.run(),
                demand.zone().getId(),
                demand.begins().toString(),
                demand.counts().toString(),
                demand.ends().toString(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static LineBody body(Job job) {
        Map<String, String> causes = new TreeMap<>();
        job.causes().forEach((cause, at) -> causes.put(Words.word(cause), at.toString()));
        return new LineBody(
                null,
                null,
                null,
                null,
                null,
                job.id(),
                Words.word(job.team()),
                job.kind(),
                job.ordered().toString(),
                job.possible().equals(job.ordered()) ? null : job.possible().toString(),
                PlaceBody.of(job.from()),
                job.to().equals(job.from()) ? null : PlaceBody.of(job.to()),
                job.zone(),
                (int) job.service().toSeconds(),
                job.asked() == null ? null : Words.word(job.asked()),
                causes,
                job.wishes().stream().map(WishBody::of).toList());
    }

    /**
     * All runs of a file.
     *
     * @throws IllegalArgumentException with the line and what is wrong in it
     */
    static List<Demand> read(Path file) throws IOException {
        List<Demand> demands = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            int number = 0;
            LineBody run = null;
            List<Job> jobs = new ArrayList<>();
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                number++;
                try {
                    if (number == 1) {
                        head(text);
                        continue;
                    }
                    LineBody body = Words.read(text, LineBody.class);
                    if (body.run != null) {
                        add(demands, run, jobs);
                        run = body;
                        jobs = new ArrayList<>();
                    } else if (run == null) {
                        throw new IllegalArgumentException("a job comes before the first run");
                    } else {
                        jobs.add(job(body));
                    }
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
                }
            }
            add(demands, run, jobs);
        }
        if (demands.isEmpty()) {
            throw new IllegalArgumentException(file + ": has no run");
        }
        return demands;
    }

    private static void head(String text) {
        HeadBody head = Words.read(text, HeadBody.class);
        if (!"flyt-demand".equals(head.file) || head.version != VERSION) {
            throw new IllegalArgumentException("is not recorded demand of version " + VERSION);
        }
    }

    private static void add(List<Demand> demands, @Nullable LineBody run, List<Job> jobs) {
        if (run == null) {
            return;
        }
        long number = present(run.run, "run");
        Set<Integer> ids = new HashSet<>();
        for (Job job : jobs) {
            if (!ids.add(job.id())) {
                throw new IllegalArgumentException("run " + number + " has job " + job.id() + " twice");
            }
        }
        demands.add(new Demand(
                number,
                zone(present(run.timeZone, "timeZone")),
                time(run.begins, "begins"),
                time(run.counts, "counts"),
                time(run.ends, "ends"),
                jobs));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("timeZone: " + name + " is not a time zone", e);
        }
    }

    private static Job job(LineBody body) {
        Instant ordered = time(body.ordered, "ordered");
        Instant possible = body.possible == null ? ordered : time(body.possible, "possible");
        int service = present(body.serviceSeconds, "serviceSeconds");
        if (service <= 0) {
            throw new IllegalArgumentException("serviceSeconds: is not above 0");
        }
        if (possible.isBefore(ordered)) {
            throw new IllegalArgumentException("possible: is before ordered");
        }
        Spot from = present(body.place, "place").spot();
        SortedMap<Cause, Instant> causes = new TreeMap<>();
        if (body.causes != null) {
            body.causes.forEach((cause, at) -> causes.put(Words.of(Cause.class, cause, "causes"), time(at, cause)));
        }
        return new Job(
                present(body.job, "job"),
                Words.of(Team.class, present(body.team, "team"), "team"),
                present(body.kind, "kind"),
                ordered,
                possible,
                from,
                body.to == null ? from : body.to.spot(),
                body.zone,
                Duration.ofSeconds(service),
                body.asked == null ? null : Words.of(Urgency.class, body.asked, "asked"),
                causes,
                body.wishes == null
                        ? List.of()
                        : body.wishes.stream().map(WishBody::wish).toList());
    }

    private static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + ": is missing");
        }
        return value;
    }

    private static Instant time(@Nullable String text, String name) {
        try {
            return Instant.parse(present(text, name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + ": " + text + " is not a time like 2026-09-07T11:02:00Z", e);
        }
    }
}
