package flyt.domain.priority;

import static flyt.domain.priority.RuleSet.minutes;

import flyt.domain.priority.RuleSet.Counted;
import flyt.domain.priority.RuleSet.Kind;
import flyt.domain.priority.RuleSet.Order;
import flyt.domain.priority.RuleSet.TeamTimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules that a hospital has before it makes its own (domain 2.8, 2.9, 3.8, 3.9). */
public final class StandardRuleSet {

    /** By need, taken from a list. */
    public static final RuleSet SET = new RuleSet(
            "standard",
            1,
            Order.NEED,
            new TreeMap<>(Map.of(
                    Team.CLEANING,
                            new TeamTimes(Counted.DONE, minutes(15, 25, 45, 90, 240, 1_440), Duration.ofHours(1)),
                    Team.PORTERS, new TeamTimes(Counted.STARTED, minutes(5, 15, 30, 60, 120, 1_440), null),
                    Team.TECHNICAL, new TeamTimes(Counted.STARTED, minutes(15, 60, 240, 480, 960, 10_080), null))),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            2,
            Duration.ofHours(4),
            Duration.ofHours(1),
            new TreeMap<>(Map.of(
                    Urgency.ACUTE, Duration.ZERO,
                    Urgency.NOW, Duration.ofMinutes(5),
                    Urgency.SOON, Duration.ofMinutes(15))),
            true,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            new Walks(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(90),
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(8)),
            List.of(),
            kinds(),
            Limits.USUAL);

    private StandardRuleSet() {}

    private static SortedMap<String, Kind> kinds() {
        SortedMap<String, Kind> kinds = new TreeMap<>();
        kinds.put("clean-standard", cleaning(Urgency.SHIFT, 14, null));
        kinds.put("clean-protective", cleaning(Urgency.SHIFT, 14, null));
        kinds.put("clean-contact", cleaning(Urgency.SHIFT, 50, Skill.INFECTION));
        kinds.put("clean-contact-chlorine", cleaning(Urgency.SHIFT, 60, Skill.INFECTION));
        kinds.put("clean-droplet", cleaning(Urgency.SHIFT, 50, Skill.INFECTION));
        kinds.put("clean-airborne", cleaning(Urgency.SHIFT, 50, Skill.INFECTION));
        kinds.put("clean-spill", cleaning(Urgency.NOW, 6, null));
        kinds.put("clean-daily", cleaning(Urgency.PLAN, 12, null));
        kinds.put("bed-wash", cleaning(Urgency.SHIFT, 12, null));
        kinds.put("patient-bed", porters(Urgency.SOON, 18));
        kinds.put("patient-wheelchair", porters(Urgency.SOON, 15));
        kinds.put("patient-walking", porters(Urgency.SOON, 15));
        kinds.put("deceased", porters(Urgency.SOON, 40));
        kinds.put("samples", porters(Urgency.SOON, 10));
        kinds.put("blood", porters(Urgency.NOW, 10));
        kinds.put("medicine", porters(Urgency.SOON, 10));
        kinds.put("equipment", porters(Urgency.SOON, 14));
        kinds.put("linen", porters(Urgency.PLAN, 15));
        kinds.put("food", porters(Urgency.PLAN, 15));
        kinds.put("waste", porters(Urgency.PLAN, 15));
        kinds.put("emergency-team", porters(Urgency.ACUTE, 20));
        kinds.put("fault", new Kind(null, Team.TECHNICAL, Urgency.TODAY, Duration.ofMinutes(30), null));
        return kinds;
    }

    private static Kind cleaning(Urgency asked, int minutes, @Nullable Skill skill) {
        return new Kind(null, Team.CLEANING, asked, Duration.ofMinutes(minutes), skill);
    }

    private static Kind porters(Urgency asked, int minutes) {
        return new Kind(null, Team.PORTERS, asked, Duration.ofMinutes(minutes), null);
    }
}
