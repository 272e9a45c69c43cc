package flyt.intake.fhir.in;

import flyt.access.Principal;
import flyt.access.Principal.Machine;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.Verdict.Reason;
import flyt.domain.place.HospitalId;
import flyt.domain.stay.StayId;
import flyt.fhir.Fhir;
import flyt.intake.fhir.Interaction;
import flyt.intake.fhir.Interaction.Kind;
import flyt.intake.fhir.Said;
import flyt.intake.fhir.in.FhirIntake.Sender;
import flyt.intake.fhir.in.FhirIntake.Taken;
import flyt.intake.http.Bodies;
import flyt.intake.http.Failures;
import flyt.intake.http.Fault;
import flyt.intake.http.Gate;
import flyt.intake.http.Problem;
import flyt.intake.http.Pseudonyms;
import flyt.runtime.Hospitals;
import flyt.runtime.StayHistory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told by FHIR: resources one by one, transactions, and messages. */
public final class FhirIn {
    private static final Set<String> TYPES = Set.of("application/fhir+json", "application/json");
    private static final String BUNDLE = "Bundle";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    /** What is told beside movements, and what follows from them. */
    private static final Set<String> STANDING = Set.of("StayUpdated", "RoomLeft");

    private final Vertx vertx;
    private final Fhir fhir;
    private final Gate gate;
    private final Hospitals hospitals;
    private final FhirIntake intake;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;
    private final Bodies bodies = new Bodies();

    public FhirIn(
            Vertx vertx,
            Fhir fhir,
            Gate gate,
            Hospitals hospitals,
            FhirIntake intake,
            Pseudonyms pseudonyms,
            InstantSource clock) {
        this.vertx = vertx;
        this.fhir = fhir;
        this.gate = gate;
        this.hospitals = hospitals;
        this.intake = intake;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** For the door to mount. */
    public List<Interaction> interactions() {
        List<Interaction> all = new ArrayList<>();
        for (String type : new TreeSet<>(ResourceTypes.READ)) {
            all.add(new Interaction(type, Kind.CREATE, (context, id) -> taken(context, id, type, false)));
            all.add(new Interaction(type, Kind.UPDATE, (context, id) -> taken(context, id, type, true)));
        }
        all.add(new Interaction("", Kind.TRANSACTION, (context, id) -> taken(context, id, BUNDLE, false)));
        all.add(new Interaction("", Kind.MESSAGE, (context, id) -> taken(context, id, BUNDLE, false)));
        return all;
    }

    private Future<Said> taken(RoutingContext context, HospitalId hospital, String type, boolean update) {
        Asked asked = new Asked(
                type,
                update ? context.pathParam("resource") : null,
                context.request().getHeader("If-Match"));
        return sender(context, hospital, type)
                .compose(sender -> bodies.read(context.request(), TYPES).compose(body -> unconditional(context)
                        .compose(sound -> current(hospital, asked))
                        .compose(current -> fhir.load())
                        .compose(loaded -> intake.take(hospital, sender, asked, body))))
                .compose(taken -> {
                    Problem problem = Replies.problem(taken);
                    return problem == null ? said(hospital, taken) : Failures.answer(problem);
                });
    }

    /** Written on a worker thread: the first of each kind takes longer than an event loop has. */
    private Future<Said> said(HospitalId hospital, Taken taken) {
        return vertx.executeBlocking(() -> new Replies(pseudonyms).said(hospital, taken, clock.instant()), false);
    }

    /** A system that may report something here, and in whose name. */
    private Future<Sender> sender(RoutingContext context, HospitalId hospital, String type) {
        return gate.whoSends(context)
                .compose(who -> gate.passed(who, mayTell(who, hospital.value(), type)))
                .compose(FhirIn::sender);
    }

    /** Reports are of systems, and so is this door: people order work under their own name. */
    private static Verdict mayTell(Principal who, String hospital, String type) {
        return type.equals("Task") && who instanceof Machine
                ? Wishes.mayOrder(who, hospital)
                : RoleTable.mayReport(who, hospital);
    }

    private static Future<Sender> sender(Principal who) {
        Sender sender = Sender.of(who);
        return sender == null
                ? Failures.answer(Problem.of(
                        Reason.NOT_YOURS.status(),
                        Reason.NOT_YOURS.wire(),
                        "This system reports as several sources, none of which is its own id: it needs one."))
                : Future.succeededFuture(sender);
    }

    private static Future<Void> unconditional(RoutingContext context) {
        return context.request().getHeader("If-None-Exist") == null
                ? Future.succeededFuture()
                : Failures.answer(Problem.faulty(
                        400, "request", List.of(new Fault("If-None-Exist", "is not heeded here: update by id"))));
    }

    /** {@code If-Match}: of an Encounter, whether nobody told of a movement since. */
    private Future<Void> current(HospitalId hospital, Asked asked) {
        String id = asked.id();
        if (asked.ifMatch() == null || id == null) {
            return Future.succeededFuture();
        } else if (!asked.type().equals("Encounter")) {
            return Failures.answer(Problem.of(412, "not-current", "Only versions of an Encounter are compared."));
        }
        return hospitals
                .stay(hospital, new StayId(pseudonyms.id(hospital, id)))
                .compose(stay -> stay != null && number(asked.ifMatch()) >= movedAt(stay)
                        ? Future.succeededFuture()
                        : Failures.answer(Problem.of(412, "not-current", "Something was told of it since.")));
    }

    /** The number in {@code W/"48213"}; -1 for anything else. */
    private static long number(String tag) {
        Matcher found = TAG.matcher(tag);
        return found.matches() ? Long.parseLong(found.group(1)) : -1;
    }

    /** Number of the last fact that says where the patient is, or came or went. */
    private static long movedAt(StayHistory stay) {
        return stay.facts().stream()
                .filter(fact -> !STANDING.contains(fact.type()))
                .mapToLong(StayHistory.Fact::seq)
                .max()
                .orElse(0);
    }
}
