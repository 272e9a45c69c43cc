package flyt.simulator.lab;

import flyt.domain.priority.Skill;
import flyt.simulator.hospital.WallClock;
import flyt.simulator.lab.Roster.Shift;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many jobs must wait longer than a maximum with a roster, whatever the policy: at least so many. */
final class Overload {
    /*
     * Take jobs that follow each other, the first possible at r and the last to be begun by d. If all are begun in time, each on duty
     * meanwhile ends all that he or she begins before the shift or the time is over, but for the last. So what they take together,
     * less the longest of them once for each on duty, is at most the time on duty between r and d. As many as must be left out for
     * that, the longest first, begin too late. Nobody walks, rests or is asked in vain here; so the truth may be worse, not better.
     *
     * The same holds for the jobs that need a skill and for those on duty who have it. Jobs of different days, noon to noon, are
     * different jobs: what is found for each day adds up.
     */
    private record Span(long from, long until) {
        long within(long begin, long end) {
            return Math.max(0, Math.min(until, end) - Math.max(from, begin));
        }
    }

    private final List<Job> jobs;
    private final List<Span> onDuty;
    private final long maximum;

    private Overload(List<Job> jobs, List<Span> onDuty, Duration maximum) {
        this.jobs = jobs;
        this.onDuty = onDuty;
        this.maximum = maximum.toSeconds();
    }

    /** Of the jobs of this demand that count. */
    static int of(Demand demand, Roster roster, Duration maximum) {
        WallClock wall = new WallClock(demand.zone());
        Map<LocalDate, List<Job>> days = new TreeMap<>();
        demand.of(roster.team()).jobs().stream()
                .filter(demand::counted)
                .sorted(Comparator.comparing(Job::possible))
                .forEach(job -> days.computeIfAbsent(
                                wall.date(job.possible()
                                        .minus(Duration.ofHours(12))
                                        .getEpochSecond()),
                                day -> new ArrayList<>())
                        .add(job));
        int least = 0;
        for (Map.Entry<LocalDate, List<Job>> day : days.entrySet()) {
            int all = new Overload(day.getValue(), spans(roster, day.getKey(), wall, null), maximum).most();
            int skilled = 0;
            for (Skill skill : Skill.values()) {
                List<Job> some = day.getValue().stream()
                        .filter(job -> Policy.STANDARD.kinds().get(job.kind()).skill() == skill)
                        .toList();
                Overload of = new Overload(some, spans(roster, day.getKey(), wall, skill), maximum);
                skilled = Math.max(skilled, of.most());
            }
            least += Math.max(all, skilled);
        }
        return least;
    }

    /** Who is on duty at some time of the day after this noon, or of the one before or after it; null: skilled or not. */
    private static List<Span> spans(Roster roster, LocalDate noon, WallClock wall, @Nullable Skill skill) {
        List<Span> spans = new ArrayList<>();
        for (LocalDate date = noon.minusDays(1); !date.isAfter(noon.plusDays(2)); date = date.plusDays(1)) {
            for (Shift shift : roster.shifts()) {
                if (shift.begins(date) && (skill == null || shift.skills().contains(skill))) {
                    LocalDate end = shift.overMidnight() ? date.plusDays(1) : date;
                    spans.add(new Span(
                            wall.at(date, shift.from().toSecondOfDay() / 60.0),
                            wall.at(end, shift.to().toSecondOfDay() / 60.0)));
                }
            }
        }
        return spans;
    }

    /** Of the runs of jobs that follow each other, the most that any of them leaves out. */
    private int most() {
        int most = 0;
        for (int first = 0; first < jobs.size(); first++) {
            long begin = jobs.get(first).possible().getEpochSecond();
            long work = 0;
            for (int last = first; last < jobs.size(); last++) {
                work += seconds(jobs.get(last));
                long end = jobs.get(last).possible().getEpochSecond() + maximum;
                long time = 0;
                int people = 0;
                for (Span span : onDuty) {
                    long within = span.within(begin, end);
                    time += within;
                    people += within > 0 ? 1 : 0;
                }
                if (work > time) {
                    most = Math.max(most, leftOut(first, last, work - time) - people);
                }
            }
        }
        return most;
    }

    /** How many, the longest first, make up for so many seconds. */
    private int leftOut(int first, int last, long seconds) {
        long[] services = jobs.subList(first, last + 1).stream()
                .mapToLong(Overload::seconds)
                .sorted()
                .toArray();
        long left = seconds;
        int out = 0;
        while (left > 0) {
            out++;
            left -= services[services.length - out];
        }
        return out;
    }

    private static long seconds(Job job) {
        return job.service().toSeconds();
    }
}
