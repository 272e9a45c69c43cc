package flyt.intake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.access.Principal;
import flyt.domain.event.Id;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.journal.WireNames;
import flyt.ops.Metrics;
import flyt.runtime.Answer;
import flyt.runtime.Hospitals;
import flyt.runtime.Submission;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a hospital what the adapter of another standard has understood: by the same reader and with the same permissions as
 * reports that come by HTTP. Usable from any thread.
 */
public final class Teller {
    private final Hospitals hospitals;
    private final ReportReader reader;
    private final SenderRights rights;
    private final Metrics metrics;
    private final WardsOfBeds wards = new WardsOfBeds();

    public Teller(Hospitals hospitals, ReportReader reader, Metrics metrics) {
        this.hospitals = hospitals;
        this.reader = reader;
        this.rights = new SenderRights(metrics);
        this.metrics = metrics;
    }

    /**
     * Reports that were read.
     *
     * @param faults of those that cannot be taken
     * @param notTheirs what the sender may not say
     */
    public record Heard(List<ReadReport> reports, List<Fault> faults, List<Fault> notTheirs) {
        public Heard {
            reports = List.copyOf(reports);
            faults = List.copyOf(faults);
            notTheirs = List.copyOf(notTheirs);
        }

        /** What somebody says who is not let in. */
        public static Heard ofNobody(List<ObjectNode> told) {
            Fault fault = new Fault("client", "is not let in");
            return new Heard(List.of(), List.of(), told.isEmpty() ? List.of() : List.of(fault));
        }

        /** Whether all of them can be told. */
        public boolean isSound() {
            return faults.isEmpty() && notTheirs.isEmpty();
        }
    }

    /**
     * What the hospital made of them.
     *
     * @param seq of the last event, or null where none was told
     * @param repeated whether all of them had been told before
     * @param warnings codes
     */
    public record Told(@Nullable Long seq, boolean repeated, List<String> warnings) {
        public Told {
            warnings = List.copyOf(warnings);
        }
    }

    /** Reports as an HTTP sender would have sent them. */
    public Heard read(HospitalDefinition definition, Principal who, List<ObjectNode> told) {
        Function<Id, @Nullable WardId> wardOf = wards.of(definition);
        List<ReadReport> reports = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<Fault> notTheirs = new ArrayList<>();
        for (ObjectNode json : told) {
            faults.addAll(reader.read(definition, json, wardOf)
                    .fold(
                            report -> {
                                reports.add(report);
                                notTheirs.addAll(rights.faults(definition.id(), who, report));
                                return List.of();
                            },
                            faulty -> faulty));
        }
        return new Heard(reports, faults, notTheirs);
    }

    /** All of them at once and in this order. */
    public Future<Told> tell(HospitalId hospital, List<ReadReport> reports) {
        List<Submission> submissions = new ArrayList<>();
        for (ReadReport report : reports) {
            if (report instanceof ReadReport.Fact fact) {
                submissions.add(fact.submission());
            }
        }
        return submissions.isEmpty()
                ? Future.succeededFuture(new Told(null, false, List.of()))
                : hospitals.submit(hospital, submissions).map(answers -> told(reports, answers));
    }

    private Told told(List<ReadReport> reports, List<Answer> answers) {
        List<String> warnings = new ArrayList<>();
        long seq = 0;
        boolean repeated = true;
        for (int i = 0; i < answers.size(); i++) {
            boolean before = answers.get(i) instanceof Answer.Repeated;
            if (answers.get(i) instanceof Answer.Accepted accepted) {
                accepted.warnings().forEach(warning -> warnings.add(WireNames.of(warning)));
                seq = Math.max(seq, accepted.seq());
                repeated = false;
            } else if (answers.get(i) instanceof Answer.Repeated again) {
                seq = Math.max(seq, again.seq());
            }
            metrics.intake(reports.get(i).type(), before ? Metrics.Outcome.REPEATED : Metrics.Outcome.ACCEPTED);
        }
        return new Told(seq, repeated, warnings);
    }
}
