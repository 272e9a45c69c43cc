package flyt.simulator.lab;

import flyt.domain.priority.RuleSet;
import flyt.domain.priority.Team;
import flyt.intake.http.RuleSetReader;
import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import flyt.simulator.lab.forecast.ForecastLab;
import flyt.simulator.lab.levels.LevelsLab;
import flyt.simulator.lab.placement.PlacementLab;
import flyt.simulator.traffic.HospitalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** {@code flyt lab}: policies and rosters on the same recorded demand, and how good the forecast is. */
public final class Lab {

    private final LabOptions options;
    private final List<Long> runs = new ArrayList<>();
    private final LongFunction<Demand> demand;

    private Lab(LabOptions options) throws IOException {
        this.options = options;
        if (options.demandFile() == null) {
            HospitalMap map = new HospitalMap(HospitalFile.reference());
            LongStream.range(options.seed(), options.seed() + options.seeds()).forEach(runs::add);
            Map<Long, Demand> recorded = new ConcurrentHashMap<>();
            demand = seed -> recorded.computeIfAbsent(
                    seed, one -> Recording.of(map, options.start(), options.days(), one, CleaningRoutine.OWN_ZONE));
        } else {
            Map<Long, Demand> recorded = new LinkedHashMap<>();
            for (Demand run : DemandFile.read(options.demandFile())) {
                if (recorded.put(run.run(), run) != null) {
                    throw new IllegalArgumentException(options.demandFile() + ": has run " + run.run() + " twice");
                }
            }
            runs.addAll(recorded.keySet());
            demand = run -> Objects.requireNonNull(recorded.get(run));
        }
    }

    /** Exit 0 done, 2 not understood. */
    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(LabOptions.HELP);
            return;
        }
        List<String> asked = List.of(arguments);
        try {
            if (!asked.isEmpty() && asked.get(0).equals("forecast")) {
                ForecastLab.run(asked.subList(1, asked.size()));
            } else if (!asked.isEmpty() && asked.get(0).equals("placement")) {
                PlacementLab.run(asked.subList(1, asked.size()));
            } else if (!asked.isEmpty() && asked.get(0).equals("levels")) {
                LevelsLab.run(asked.subList(1, asked.size()));
            } else {
                new Lab(LabOptions.parse(asked)).run();
            }
        } catch (NoSuchFileException e) {
            System.err.println("flyt lab: there is no file " + e.getMessage());
            System.exit(2);
        } catch (IllegalArgumentException e) {
            System.err.println("flyt lab: " + e.getMessage() + "; see flyt lab --help");
            System.exit(2);
        }
    }

    private void run() throws IOException {
        if (options.writeDemand() != null) {
            DemandFile.write(
                    options.writeDemand(),
                    () -> runs.stream().map(demand::apply).iterator());
        }
        if (options.roster()) {
            proposeRoster();
            return;
        }
        Study study = Study.of(options.team(), runs, demand, trials(), this::progress);
        System.err.print("\r" + " ".repeat(40) + "\r");
        if (study.jobs() == 0) {
            throw new IllegalArgumentException("the demand has no job of this team");
        }
        study = relieved(study);
        Files.writeString(options.page(), new LabPage(study).html());
        System.out.print(options.json() ? new StudyJson(study).text() : new StudyText(study).text());
        (options.json() ? System.err : System.out)
                .println("Report: " + options.page().toAbsolutePath());
    }

    /** Where some wait longer than the maximum by need, the report says what it would take that none does. */
    private Study relieved(Study study) {
        String name = Policy.NEED_BASED.name();
        if (!study.has(name) || study.result(name).mean(Figure.OVER_MAXIMUM) == 0) {
            return study;
        }
        return study.with(Relief.of(
                ReferenceRosters.of(options.team()),
                runs.stream().map(demand::apply).toList()));
    }

    private void proposeRoster() throws IOException {
        RosterSearch search = RosterSearch.of(options.team(), runs, demand, tried -> {
            System.err.printf("\r%d rosters tried", tried);
            System.err.flush();
        });
        System.err.print("\r" + " ".repeat(40) + "\r");
        RosterFile.write(options.page(), search.proposed());
        System.out.print(options.json() ? RosterFile.text(search.proposed()) : search.text());
        (options.json() ? System.err : System.out)
                .println("Roster: " + options.page().toAbsolutePath());
    }

    private List<Trial> trials() throws IOException {
        Team team = options.team();
        Roster reference = ReferenceRosters.of(team);
        List<Trial> trials = new ArrayList<>();
        for (Policy policy : options.policies()) {
            trials.add(Trial.of(policy, reference));
        }
        if (options.rulesFile() != null) {
            Policy policy = Policy.of(rules(options.rulesFile()));
            trials.add(new Trial("rules: " + policy.name(), policy, reference));
        }
        if (options.rosterFile() != null) {
            Roster roster = RosterFile.read(options.rosterFile());
            if (roster.team() != team) {
                throw new IllegalArgumentException(options.rosterFile() + ": is not of this team");
            }
            trials.add(new Trial("roster: " + roster.name(), Policy.NEED_BASED, roster));
        }
        return trials;
    }

    /** The hospital's own rule set, as its server answers it. */
    static RuleSet rules(Path file) throws IOException {
        return RuleSetReader.file(Files.readAllBytes(file)).fold(rules -> rules, faults -> {
            throw new IllegalArgumentException(file + ": "
                    + faults.stream()
                            .map(fault -> (fault.field() + " " + fault.problem()).strip())
                            .collect(Collectors.joining(", ")));
        });
    }

    private void progress(int finished) {
        System.err.printf("\r%d of %d runs", finished, runs.size());
        System.err.flush();
    }
}
