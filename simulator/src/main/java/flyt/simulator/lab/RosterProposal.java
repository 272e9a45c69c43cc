package flyt.simulator.lab;

import flyt.domain.priority.Skill;
import flyt.domain.priority.Team;
import flyt.simulator.hospital.WallClock;
import flyt.simulator.lab.Roster.Shift;
import flyt.simulator.lab.roster.Hours;
import flyt.simulator.lab.roster.Post;
import flyt.simulator.lab.roster.RosterSolver;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Shifts that cover a measured demand at least hours (domain 3.9).
 *
 * <p>Needed in an hour of a weekday is its work, service and walks, by the share of the time that one works, rounded up; always
 * somebody. Half of the cleaners' hours are of those trained for infection cleans, and always one of them is on duty.
 */
final class RosterProposal {

    /** Steps of the search: some seconds. */
    static final int STEPS = 5_000;

    private static final double SECONDS = 3600;

    private final Team team;

    /** Seconds of work that is ordered in each hour of the week, Monday first, on average. */
    private final double[] work = new double[7 * 24];

    private RosterProposal(Team team) {
        this.team = team;
    }

    /** Measures the work of some runs; walks are those under need-based with the reference roster. */
    static RosterProposal measured(Team team, List<Demand> runs) {
        RosterProposal proposal = new RosterProposal(team);
        double weeks = 0;
        for (Demand run : runs) {
            WallClock wall = new WallClock(run.zone());
            weeks += run.countedDays() / 7;
            for (Outcome outcome :
                    Shop.run(run, Policy.NEED_BASED, ReferenceRosters.of(team)).done()) {
                if (run.counted(outcome.job())) {
                    long at = outcome.job().possible().getEpochSecond();
                    int hour = (wall.weekday(at).getValue() - 1) * 24 + wall.hour(at);
                    proposal.work[hour] +=
                            outcome.job().service().plus(outcome.walk()).toSeconds();
                }
            }
        }
        for (int hour = 0; hour < proposal.work.length; hour++) {
            proposal.work[hour] /= weeks;
        }
        return proposal;
    }

    /** Hours of work in a week. */
    double weeklyWork() {
        double sum = 0;
        for (double seconds : work) {
            sum += seconds;
        }
        return sum / SECONDS;
    }

    /** A roster in which each works for this share of the time, on average. */
    Roster roster(double use, int steps) {
        int[] needed = new int[Hours.WEEK];
        for (int i = 0; i < needed.length; i++) {
            needed[i] = Math.max(1, (int) StrictMath.ceil(work[i / 2] / SECONDS / use));
        }
        return new Roster(
                String.format(Locale.ROOT, "proposed for %.0f %% use", 100 * use),
                team,
                shifts(RosterSolver.solve(needed, steps)));
    }

    /** What a shift has in common with the same one on other days. */
    private record Line(Hours hours, boolean trained, int number) {}

    private List<Shift> shifts(List<Post> posts) {
        Comparator<Line> order = Comparator.<Line>comparingInt(line -> line.hours.from())
                .thenComparingInt(line -> line.hours.length())
                .thenComparing(Line::trained)
                .thenComparingInt(Line::number);
        Map<Line, Set<DayOfWeek>> lines = new TreeMap<>(order);
        Set<Post> trained = trained(posts);
        for (Post post : posts) {
            Hours hours = Objects.requireNonNull(post.hours());
            DayOfWeek day = DayOfWeek.of(post.day() + 1);
            int number = 1;
            while (!lines.computeIfAbsent(
                            new Line(hours, trained.contains(post), number), line -> EnumSet.noneOf(DayOfWeek.class))
                    .add(day)) {
                number++;
            }
        }
        List<Shift> shifts = new ArrayList<>();
        lines.forEach((line, days) -> shifts.add(shift(line, days, shifts.size() + 1)));
        return shifts;
    }

    private static Shift shift(Line line, Set<DayOfWeek> days, int number) {
        LocalTime from = LocalTime.MIN.plusMinutes(30L * line.hours.from());
        return new Shift(
                "shift " + number,
                from,
                from.plusMinutes(30L * line.hours.length()),
                days,
                line.trained ? Set.of(Skill.INFECTION) : Set.of(),
                Set.of(),
                Set.of(),
                null,
                0);
    }

    /** Who is trained: always somebody on duty, then whoever has most untrained colleagues, until half of the hours are. */
    private Set<Post> trained(List<Post> posts) {
        Set<Post> trained = new HashSet<>();
        if (team != Team.CLEANING) {
            return trained;
        }
        int[] all = new int[Hours.WEEK];
        int[] some = new int[Hours.WEEK];
        posts.forEach(post -> count(post, all));
        int hours = posts.stream().mapToInt(RosterProposal::length).sum();
        while (trained.size() < posts.size()) {
            boolean nobody = false;
            for (int i = 0; i < all.length; i++) {
                nobody |= all[i] > 0 && some[i] == 0;
            }
            if (!nobody && 2 * trained.stream().mapToInt(RosterProposal::length).sum() >= hours) {
                return trained;
            }
            boolean first = nobody;
            Post next = posts.stream()
                    .filter(post -> !trained.contains(post))
                    .max(Comparator.comparingInt(post -> wanting(post, all, some, first)))
                    .orElseThrow();
            trained.add(next);
            count(next, some);
        }
        return trained;
    }

    private static int length(Post post) {
        return Objects.requireNonNull(post.hours()).length();
    }

    /** In how many half hours of a shift nobody is trained; or how many more untrained than trained people are there. */
    private static int wanting(Post post, int[] all, int[] trained, boolean nobody) {
        Hours hours = Objects.requireNonNull(post.hours());
        int wanting = 0;
        for (int i = 0; i < hours.length(); i++) {
            int at = hours.at(post.day(), i);
            wanting += nobody ? (trained[at] == 0 ? 1 : 0) : all[at] - 2 * trained[at];
        }
        return wanting;
    }

    private static void count(Post post, int[] present) {
        Hours hours = Objects.requireNonNull(post.hours());
        for (int i = 0; i < hours.length(); i++) {
            present[hours.at(post.day(), i)]++;
        }
    }
}
