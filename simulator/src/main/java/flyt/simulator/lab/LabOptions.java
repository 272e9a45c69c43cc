package flyt.simulator.lab;

import flyt.domain.priority.Team;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code flyt lab} was asked to do.
 *
 * @param roster whether it proposes a roster rather than compares policies
 * @param policies by name; all when none was named
 * @param rulesFile rules of one's own, tried beside
 * @param rosterFile a roster of one's own, tried beside under need-based
 * @param demandFile recorded demand instead of a simulated hospital's
 * @param writeDemand where to keep the demand that was met
 * @param page the report, or where the proposed roster is written
 */
record LabOptions(
        boolean roster,
        Team team,
        int seeds,
        long seed,
        LocalDate start,
        int days,
        List<Policy> policies,
        @Nullable Path rulesFile,
        @Nullable Path rosterFile,
        @Nullable Path demandFile,
        @Nullable Path writeDemand,
        Path page,
        boolean json) {

    static final String HELP =
            """
            flyt lab: the same recorded demand under different policies and rosters, in virtual time

              flyt lab           compares policies; prints a table and writes a report page
              flyt lab roster    proposes shifts that cover the demand at least hours, and what they change
              flyt lab levels    how often the shipped thresholds call for a level of preparedness:
                                 --weeks N ordinary ones (4), --seed N, --start DATE, --json
              flyt lab forecast  how good the forecast of patients and ready beds is on days it has not seen:
                                 --days N forecast (60), after --learn N (56), --seed N, --start DATE, --json

              flyt lab placement by how much the solver places those who wait for a bed better than one by one:
                                 --seeds N (3), --seed N, --days N (7), --start DATE, --moves N (100000), --json

              --team WHO         cleaners or porters                                       cleaners
              --seeds N          runs, each met by every policy                            30
              --seed N           the first; the same seed gives the same demand            1
              --start DATE       first day; it only fills the queues and does not count    2026-09-07
              --days N           days that count, of each run                              28
              --policy NAME      as-before, instant-notice, pooled, need-based, push; several with commas or
                                 repeated                                                  all
              --rules FILE       your rule set as JSON, as the server answers it, tried beside
              --roster FILE      your roster as JSON, tried beside, under need-based
              --demand FILE      demand recorded before, instead of the simulated hospital's
              --write-demand FILE  keeps the demand that was met, as JSON lines
              --page FILE        the report; of roster, the proposed roster        flyt-lab.html, roster.json
              --json             the figures as JSON instead of the table
              --help

            What the files look like is in docs/policy-laboratory.md. Exit 0 done, 2 not understood.
            """;

    private static final Set<String> VALUES = Set.of(
            "--team",
            "--seeds",
            "--seed",
            "--start",
            "--days",
            "--policy",
            "--rules",
            "--roster",
            "--demand",
            "--write-demand",
            "--page");

    /** @throws IllegalArgumentException in words for whoever typed it */
    static LabOptions parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        List<Policy> policies = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (i == 0 && name.equals("roster")) {
                given.put("roster", "");
            } else if (name.equals("--json")) {
                given.put(name, "");
            } else if (VALUES.contains(name) && i + 1 < arguments.size()) {
                String value = arguments.get(++i);
                if (name.equals("--policy")) {
                    policies.addAll(policies(value));
                } else {
                    given.put(name, value);
                }
            } else {
                throw new IllegalArgumentException(
                        VALUES.contains(name) ? name + " needs a value" : "unknown option " + name);
            }
        }
        boolean roster = given.containsKey("roster");
        return new LabOptions(
                roster,
                team(given.getOrDefault("--team", "cleaners")),
                (int) Typed.number(given, "--seeds", 30, 1, 1_000),
                Typed.number(given, "--seed", 1, 0, Long.MAX_VALUE / 2),
                Typed.date(given.getOrDefault("--start", "2026-09-07")),
                (int) Typed.number(given, "--days", 28, 1, 365),
                policies.isEmpty() ? Policy.NAMED : policies.stream().distinct().toList(),
                path(given, "--rules"),
                path(given, "--roster"),
                path(given, "--demand"),
                path(given, "--write-demand"),
                Path.of(given.getOrDefault("--page", roster ? "roster.json" : "flyt-lab.html")),
                given.containsKey("--json"));
    }

    private static List<Policy> policies(String names) {
        List<Policy> policies = new ArrayList<>();
        for (String name : names.split(",")) {
            policies.add(Policy.NAMED.stream()
                    .filter(policy -> policy.name().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("--policy " + name + " is not one of "
                            + Policy.NAMED.stream().map(Policy::name).toList())));
        }
        return policies;
    }

    private static Team team(String word) {
        return switch (word) {
            case "cleaners", "cleaning" -> Team.CLEANING;
            case "porters" -> Team.PORTERS;
            default -> throw new IllegalArgumentException("--team is cleaners or porters");
        };
    }

    private static @Nullable Path path(Map<String, String> given, String name) {
        String text = given.get(name);
        return text == null ? null : Path.of(text);
    }
}
