package flyt.intake.fhir.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalId;
import flyt.domain.stay.StayId;
import flyt.intake.fhir.in.FhirIntake.Sender;
import flyt.intake.fhir.in.FhirIntake.Taken;
import flyt.intake.fhir.in.Remarks.Note;
import flyt.intake.fhir.in.Retelling.Retold;
import flyt.intake.fhir.in.Wishes.Granted;
import flyt.intake.http.About;
import flyt.intake.http.Fault;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.Teller;
import flyt.intake.http.Teller.Heard;
import flyt.intake.http.Teller.Told;
import flyt.journal.InboxRow.Outcome;
import flyt.runtime.Hospitals;
import flyt.runtime.StayHistory;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a hospital what a request says: all of it, or nothing if any of it cannot be told. */
public final class FhirTeller {
    private static final int HASH = 8;

    private final Hospitals hospitals;
    private final Teller teller;
    private final Wishes wishes;
    private final Pseudonyms pseudonyms;

    public FhirTeller(Hospitals hospitals, Teller teller, Wishes wishes, Pseudonyms pseudonyms) {
        this.hospitals = hospitals;
        this.teller = teller;
        this.wishes = wishes;
        this.pseudonyms = pseudonyms;
    }

    /** What is to be told of all parts, in their order. */
    private static final class Plan {
        private final List<ObjectNode> reports = new ArrayList<>();
        private final List<StayHistory.Fact> takesBack = new ArrayList<>();
        private Part.@Nullable Wish wish;
        private boolean repeated;
    }

    /**
     * Tells it.
     *
     * @param again also what was told before
     * @param justLook nothing is told
     */
    Future<Taken> tell(HospitalDefinition definition, Sender sender, Request request, boolean again, boolean justLook) {
        Fault tooMany = tooMany(request);
        if (tooMany != null) {
            return Future.succeededFuture(Taken.not(request, Outcome.FAULTY, List.of(tooMany), null));
        }
        Plan plan = new Plan();
        Future<Plan> planned = Future.succeededFuture(plan);
        for (Request.Entry entry : request.entries()) {
            if (entry.part() instanceof Part.Reported said) {
                plan.reports.add(
                        said.report().deepCopy().put("source", sender.source().value()));
            } else if (entry.part() instanceof Part.Wish said) {
                plan.wish = said;
            } else if (entry.part() instanceof Part.Version said) {
                planned = planned.compose(before -> retell(definition.id(), sender, said.version(), again, plan));
            }
        }
        return planned.compose(done -> tell(definition, sender, request, plan, justLook));
    }

    /** What one request may say but once, since it is compared with what was known before, or may be refused. */
    private static @Nullable Fault tooMany(Request request) {
        List<String> visits = new ArrayList<>();
        int wishes = 0;
        for (Request.Entry entry : request.entries()) {
            if (entry.part() instanceof Part.Version said) {
                visits.add(said.version().visit());
            }
            wishes += entry.part() instanceof Part.Wish ? 1 : 0;
        }
        if (visits.size() > Set.copyOf(visits).size()) {
            return new Fault("Bundle.entry", "has one Encounter twice: send its versions one after the other");
        }
        return wishes > 1 ? new Fault("Bundle.entry", "has more than one Task: send each by itself") : null;
    }

    private Future<Plan> retell(
            HospitalId hospital, Sender sender, EncounterVersion version, boolean again, Plan plan) {
        StayId visit = new StayId(pseudonyms.id(hospital, version.visit()));
        return hospitals.stay(hospital, visit).map(known -> {
            Retold retold = Retelling.of(version, known, sender.source(), again, text -> hash(hospital, text));
            plan.reports.addAll(retold.reports());
            plan.takesBack.addAll(retold.takesBack());
            plan.repeated |= retold.repeated();
            return plan;
        });
    }

    /** With a blank in it no id looks like that, so it becomes a key. */
    private String hash(HospitalId hospital, String text) {
        return pseudonyms.id(hospital, "fhir " + text).substring(1, 1 + HASH);
    }

    private Future<Taken> tell(
            HospitalDefinition definition, Sender sender, Request request, Plan plan, boolean justLook) {
        Heard heard = teller.read(definition, sender.who(), plan.reports);
        if (!heard.isSound()) {
            return Future.succeededFuture(
                    heard.notTheirs().isEmpty()
                            ? Taken.not(request, Outcome.FAULTY, heard.faults(), null)
                            : Taken.not(request, Outcome.NOT_ALLOWED, heard.notTheirs(), null));
        } else if (justLook) {
            return Future.succeededFuture(taken(request, plan, heard, new Told(null, false, List.of()), null));
        } else if (plan.wish == null) {
            return teller.tell(definition.id(), heard.reports()).map(told -> taken(request, plan, heard, told, null));
        }
        // what may be refused comes first: nothing else is told then
        return wishes.give(definition.id(), sender, plan.wish).compose(granted -> {
            if (granted.refusal() != null) {
                Outcome outcome = granted.isOfNothing() ? Outcome.FAULTY : Outcome.REFUSED;
                return Future.succeededFuture(Taken.not(request, outcome, List.of(), granted));
            } else if (!granted.faults().isEmpty()) {
                return Future.succeededFuture(Taken.not(request, Outcome.FAULTY, granted.faults(), granted));
            } else if (!granted.notTheirs().isEmpty()) {
                return Future.succeededFuture(Taken.not(request, Outcome.NOT_ALLOWED, granted.notTheirs(), granted));
            }
            return teller.tell(definition.id(), heard.reports())
                    .map(told -> taken(request, plan, heard, told, granted));
        });
    }

    private static Taken taken(Request request, Plan plan, Heard heard, Told told, @Nullable Granted granted) {
        About about = About.of(heard.reports());
        Long seq = told.seq() == null && granted != null ? granted.seq() : told.seq();
        return new Taken(
                request,
                outcome(request, plan, told, granted),
                List.of(),
                told.warnings(),
                seq,
                plan.takesBack,
                plan.reports,
                List.copyOf(about.visits()),
                List.copyOf(about.patients()),
                granted);
    }

    private static Outcome outcome(Request request, Plan plan, Told told, @Nullable Granted granted) {
        boolean wished = plan.wish != null;
        if (plan.reports.isEmpty() && !plan.repeated && !wished) {
            return request.remarks().notes().contains(Note.EVENT_NOT_READ) ? Outcome.NOT_READ : Outcome.NOT_NEEDED;
        }
        boolean reportsBefore = told.repeated() || plan.reports.isEmpty();
        boolean wishBefore = !wished || (granted != null && granted.repeated());
        return reportsBefore && wishBefore ? Outcome.REPEATED : Outcome.ACCEPTED;
    }
}
