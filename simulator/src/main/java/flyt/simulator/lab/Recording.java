package flyt.simulator.lab;

import flyt.domain.priority.Cause;
import flyt.domain.priority.Spot;
import flyt.domain.priority.Team;
import flyt.simulator.hospital.Bed;
import flyt.simulator.hospital.Chance;
import flyt.simulator.hospital.CleaningJob;
import flyt.simulator.hospital.Isolation;
import flyt.simulator.hospital.SimulatedHospital;
import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.hospital.Stay;
import flyt.simulator.hospital.Use;
import flyt.simulator.hospital.Witness;
import flyt.simulator.lab.Job.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One who writes down the cleans that a simulated hospital orders, and to whom each bed is promised afterwards. */
final class Recording implements Witness {
    /*
     * Open loop: what happens in the hospital does not depend on the policy that is tried on the recording. The hospital is
     * recorded as it works before: each cleaner in a zone of his own. Patients are then promised dirty beds more often, and what a
     * faster policy gains can only be too small: its patients lie down where they did, not where they now could sooner.
     */
    private static final Set<String> INTENSIVE = Set.of("INT", "OVE");

    private final HospitalMap map;
    private final Duration airChange;
    private final Chance service;

    /** A clean that has been written down, until somebody lies in the bed. */
    private static final class Entry {
        final int id;
        final CleaningJob job;
        final List<Wish> wishes = new ArrayList<>();
        final Duration service;

        @Nullable
        Wish open;

        @Nullable
        Stay promisedTo;

        Entry(int id, CleaningJob job, Duration service) {
            this.id = id;
            this.job = job;
            this.service = service;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Bed, Entry> last = new HashMap<>();
    private final Set<CleaningJob> seen = new HashSet<>();

    private Recording(HospitalMap map, Duration airChange, long seed) {
        this.map = map;
        this.airChange = airChange;
        this.service = Chance.of(seed, "lab service");
    }

    /** Both teams' demand of some days in the reference hospital, the first of them not counted. */
    static Demand of(HospitalMap map, LocalDate firstDay, int days, long seed, CleaningRoutine routine) {
        Recording recording = new Recording(map, map.plan().airChange(), seed);
        SimulatedHospital hospital = new SimulatedHospital(map.plan(), firstDay, seed, routine, recording);
        Instant begins = hospital.now();
        Instant counts = Instant.ofEpochSecond(hospital.wall().at(firstDay.plusDays(1), 0));
        Instant ends = Instant.ofEpochSecond(hospital.wall().at(firstDay.plusDays(days + 1L), 0));
        hospital.advanceTo(ends.plus(Duration.ofDays(1)));
        List<Job> jobs = new ArrayList<>();
        for (Entry entry : recording.entries) {
            Job job = recording.job(entry);
            if (job.ordered().isBefore(ends)) {
                jobs.add(job);
            }
        }
        jobs.addAll(new PorterDemand(map, hospital.wall(), seed).jobs(firstDay, days + 1, jobs.size()));
        return new Demand(seed, map.plan().zone(), begins, counts, ends, jobs);
    }

    @Override
    public void bedChanged(long at, Bed bed) {
        CleaningJob job = bed.job();
        if (job != null && bed.ward().inOccupancy() && seen.add(job)) {
            Entry entry = new Entry(entries.size() + 1, job, draw(job.isolation()));
            entries.add(entry);
            last.put(bed, entry);
        }
        if (bed.use() == Use.OCCUPIED) {
            Entry entry = last.remove(bed);
            if (entry != null && entry.open != null && entry.promisedTo == bed.occupant()) {
                entry.wishes.add(entry.open);
            }
        }
    }

    @Override
    public void reserved(long at, Bed bed, Stay stay, long until) {
        Entry entry = last.get(bed);
        if (entry != null && stay.bedNeededFrom() >= 0) {
            entry.promisedTo = stay;
            entry.open = new Wish(
                    Instant.ofEpochSecond(at),
                    Instant.ofEpochSecond(stay.bedNeededFrom()),
                    stay.waitsInEmergency(),
                    null);
        }
    }

    @Override
    public void reservationEnded(long at, Bed bed) {
        Entry entry = last.get(bed);
        if (entry != null && entry.open != null) {
            Wish wish = entry.open;
            entry.wishes.add(new Wish(wish.known(), wish.ready(), wish.emergency(), Instant.ofEpochSecond(at)));
            entry.open = null;
            entry.promisedTo = null;
        }
    }

    private Duration draw(@Nullable Isolation isolation) {
        double minutes = isolation == null
                ? service.normal(14, 4, 5)
                : service.normal(isolation.cleanMean(), isolation.cleanDeviation(), 8);
        return Duration.ofSeconds(StrictMath.round(minutes * 60));
    }

    private Job job(Entry entry) {
        Bed bed = entry.job.bed();
        Instant ordered = Instant.ofEpochSecond(entry.job.orderedAt());
        boolean airborne = entry.job.isolation() == Isolation.AIRBORNE;
        SortedMap<Cause, Instant> causes = new TreeMap<>();
        if (INTENSIVE.contains(bed.ward().id())) {
            causes.put(Cause.INTENSIVE_CARE, ordered);
        }
        Spot spot = map.spot(bed.ward().id(), bed.cluster(), bed.room());
        return new Job(
                entry.id,
                Team.CLEANING,
                "clean-" + entry.job.kind(),
                ordered,
                airborne ? ordered.plus(airChange) : ordered,
                spot,
                spot,
                map.cleaningZone(bed.ward().id()),
                entry.service,
                null,
                causes,
                entry.wishes);
    }
}
