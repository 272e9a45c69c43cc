package flyt.simulator.lab;

import flyt.domain.priority.Cause;
import flyt.domain.priority.Spot;
import flyt.domain.priority.Team;
import flyt.domain.priority.Urgency;
import flyt.simulator.hospital.Chance;
import flyt.simulator.hospital.Plan.WardPlan;
import flyt.simulator.hospital.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Porters' jobs by the rates of the reference hospital (domain 2.9): 480 on a weekday, 260 on a day of the weekend. */
final class PorterDemand {

    private static final double WEEKDAY = 480;
    private static final double WEEKEND = 260;
    private static final double[] HOURS = {
        1.0, 0.8, 0.7, 0.7, 0.8, 1.0, 2.0, 5.6, 7.9, 8.1, 7.9, 7.3, 7.0, 7.6, 7.4, 6.4, 5.0, 4.4, 4.0, 3.5, 3.2, 2.8,
        2.6, 2.3
    };

    /**
     * The domain's minutes are of a whole job, as its roster check uses them. The walk to where it begins is in them and taken out
     * here, since the laboratory walks by itself: so many minutes on average in this building, in order of arrival.
     */
    private static final double USUAL_WALK = 5.8;

    /** Deviation of a job's minutes by their mean (an assumption; the domain gives means only). */
    private static final double VARIATION = 0.4;

    /** Other places than wards: what goes on there, building, floor. */
    private static final Spot IMAGING = new Spot("A", "0", "imaging", null, null);

    private static final Spot LABORATORY = new Spot("A", "0", "laboratory", null, null);
    private static final Spot THEATRE = new Spot("B", "1", "theatre", null, null);
    private static final Spot STORES = new Spot("B", "0", "stores", null, null);
    private static final Spot MORTUARY = new Spot("B", "0", "mortuary", null, null);

    /** A line of the domain's table. */
    private enum Sort {
        BED("patient-bed", 30, 18, 0.15, IMAGING),
        WHEELCHAIR("patient-wheelchair", 20, 15, 0.10, IMAGING),
        TO_THEATRE("patient-bed", 8, 20, 0, THEATRE),
        SAMPLES("samples", 18, 10, 0.35, LABORATORY),
        EQUIPMENT("equipment", 12, 14, 0, STORES),
        LINEN("linen", 8, 15, 0, STORES),
        DECEASED("deceased", 0.5, 40, 0, MORTUARY),
        TEAM("emergency-team", 3.5, 20, 0, null);

        final String kind;
        final double share;
        final double minutes;
        final double urgent;
        final @Nullable Spot elsewhere;

        Sort(String kind, double share, double minutes, double urgent, @Nullable Spot elsewhere) {
            this.kind = kind;
            this.share = share;
            this.minutes = minutes;
            this.urgent = urgent;
            this.elsewhere = elsewhere;
        }
    }

    private static final double[] SHARES =
            List.of(Sort.values()).stream().mapToDouble(sort -> sort.share).toArray();

    private final HospitalMap map;
    private final WallClock wall;
    private final Chance chance;
    private final List<WardPlan> wards;
    private final double[] beds;

    PorterDemand(HospitalMap map, WallClock wall, long seed) {
        this.map = map;
        this.wall = wall;
        this.chance = Chance.of(seed, "lab porters");
        this.wards = map.plan().wards();
        this.beds = wards.stream()
                .mapToDouble(ward -> ward.clusters().stream()
                        .flatMap(cluster -> cluster.rooms().stream())
                        .mapToInt(room -> room.beds().size())
                        .sum())
                .toArray();
    }

    /** Those of some days, by the moment of their order; ids from {@code lastId + 1} on. */
    List<Job> jobs(LocalDate firstDay, int days, int lastId) {
        List<Job> jobs = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            LocalDate date = firstDay.plusDays(day);
            double mean = date.getDayOfWeek().getValue() >= 6 ? WEEKEND : WEEKDAY;
            for (int hour = 0; hour < 24; hour++) {
                long begins = wall.at(date, hour * 60);
                int count = chance.poisson(mean * HOURS[hour] / 100);
                for (int i = 0; i < count; i++) {
                    Instant ordered = Instant.ofEpochSecond(begins + (long) chance.between(0, 3600));
                    jobs.add(job(lastId + jobs.size() + 1, ordered));
                }
            }
        }
        jobs.sort(Comparator.comparing(Job::ordered).thenComparing(Job::id));
        return jobs;
    }

    private Job job(int id, Instant ordered) {
        Sort sort = Sort.values()[chance.weighted(SHARES)];
        WardPlan ward = wards.get(chance.weighted(beds));
        boolean urgent = chance.happens(sort.urgent);
        boolean back = chance.happens(0.5);
        double minutes = chance.logNormal(sort.minutes, VARIATION) - USUAL_WALK;
        Spot atWard = map.ward(ward.id());
        Spot other = sort.elsewhere == null ? atWard : sort.elsewhere;
        boolean toWard = back && sort != Sort.DECEASED;
        Spot from = toWard ? other : atWard;
        SortedMap<Cause, Instant> causes = new TreeMap<>();
        boolean timed = sort == Sort.TO_THEATRE || sort == Sort.LINEN;
        if (timed) {
            causes.put(Cause.APPOINTMENT, ordered.plus(Duration.ofMinutes(40)));
        }
        if (urgent) {
            causes.put(Cause.ORDERED_URGENT, ordered);
        }
        boolean patient = sort == Sort.BED || sort == Sort.WHEELCHAIR;
        if (patient && toWard) {
            causes.put(Cause.PATIENT_UNATTENDED, ordered.plus(Duration.ofMinutes(15)));
        }
        return new Job(
                id,
                Team.PORTERS,
                sort.kind,
                ordered,
                timed ? ordered.plus(Duration.ofMinutes(30)) : ordered,
                from,
                toWard ? atWard : other,
                from.building(),
                Duration.ofSeconds(StrictMath.round(StrictMath.max(2, minutes) * 60)),
                timed ? Urgency.PLAN : null,
                causes,
                List.of());
    }
}
