package flyt.intake.fhir;

import flyt.access.Principal;
import flyt.access.log.LogEntry;
import flyt.domain.place.HospitalId;
import flyt.fhir.Mirror;
import flyt.fhir.Privacy;
import flyt.fhir.Shelf;
import flyt.fhir.Shown;
import flyt.fhir.Stored;
import flyt.intake.fhir.Interaction.Kind;
import flyt.intake.http.Failures;
import flyt.intake.http.Fault;
import flyt.intake.http.Gate;
import flyt.intake.http.Problem;
import flyt.intake.http.Witness;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reading and searching: what the hospital is now, in resources. */
public final class ReadRoutes {
    private final Hospitals hospitals;
    private final Mirror mirror;
    private final Shelf shelf;
    private final Privacy privacy;
    private final Gate gate;
    private final Witness witness;
    private final Base base;
    private final SearchForm forms;

    public ReadRoutes(
            Hospitals hospitals,
            Mirror mirror,
            Shelf shelf,
            flyt.journal.Identities identities,
            Gate gate,
            Witness witness,
            Base base,
            SearchForm forms) {
        this.hospitals = hospitals;
        this.mirror = mirror;
        this.shelf = shelf;
        this.privacy = new Privacy(identities);
        this.gate = gate;
        this.witness = witness;
        this.base = base;
        this.forms = forms;
    }

    /** What can be asked. */
    public List<Interaction> interactions() {
        List<Interaction> all = new ArrayList<>();
        for (Shown one : Shown.values()) {
            all.add(new Interaction(one.type(), Kind.READ, (context, id) -> read(context, id, one)));
            all.add(new Interaction(
                    one.type(), Kind.SEARCH, one.parameters(), (context, id) -> search(context, id, one)));
            all.add(new Interaction(one.type(), Kind.SEARCH_BY_FORM, (context, id) -> searchByForm(context, id, one)));
        }
        return all;
    }

    private Future<Said> read(RoutingContext context, HospitalId id, Shown type) {
        String hospital = id.value();
        return allowed(context, id, type).compose(who -> shelf.read(
                        hospital, type.type(), context.pathParam("resource"))
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() ->
                                Failures.answer(Problem.of(404, "unknown-resource", "There is no such resource."))))
                .compose(stored -> stored.json() == null
                        ? Failures.answer(Problem.of(410, "resource-gone", "There is no such resource any more."))
                        : privacy.protectedIn(hospital, List.of(stored)).compose(hidden -> remember(
                                        context, who, type, entry -> about(entry.in(hospital), stored))
                                .map(remembered -> one(context, who, hospital, stored, hidden)))));
    }

    private static LogEntry about(LogEntry entry, Stored stored) {
        return entry.about(stored.id(), stored.patients().stream().findFirst().orElse(null));
    }

    private static Said one(RoutingContext context, Principal who, String hospital, Stored stored, Set<String> hidden) {
        String tag = "W/\"" + stored.seq() + "\"";
        boolean same = tag.equals(context.request().getHeader("If-None-Match"));
        Said said = same
                ? new Said(304, "")
                : Said.ok(told(who, hospital, stored, hidden).encode());
        return said.with("ETag", tag)
                .with(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(stored.at().atOffset(ZoneOffset.UTC)));
    }

    private Future<Said> search(RoutingContext context, HospitalId id, Shown type) {
        String hospital = id.value();
        List<Fault> faults = new ArrayList<>();
        Search search = Search.of(type.type(), type.parameters(), context.queryParams(), faults);
        if (strict(context)) {
            search.unknown().forEach(name -> faults.add(new Fault(name, "is not a parameter of this")));
        }
        return allowed(context, id, type)
                .compose(who -> faults.isEmpty()
                        ? remember(context, who, type, entry -> entry.in(hospital)
                                        .showing(
                                                type.view().wire(),
                                                "-",
                                                type.view().hasLevels() ? type.level() : null))
                                .compose(remembered -> shelf.search(hospital, search.query()))
                                .compose(found -> privacy.protectedIn(hospital, found)
                                        .map(hidden -> page(context, who, hospital, search, found, hidden)))
                        : Failures.answer(Problem.faulty(400, "query", faults)));
    }

    /** Of who may not search the form is not read. */
    private Future<Said> searchByForm(RoutingContext context, HospitalId id, Shown type) {
        return gate.who(context)
                .compose(who ->
                        type.verdict(who, id.value()).isAllowed() ? forms.read(context) : Future.succeededFuture())
                .compose(read -> search(context, id, type));
    }

    private static boolean strict(RoutingContext context) {
        String prefer = context.request().getHeader("Prefer");
        return prefer != null
                && prefer.toLowerCase(Locale.ROOT).replace(" ", "").contains("handling=strict");
    }

    /** Lets through who may see such resources, and brings the shelf up to date. */
    private Future<Principal> allowed(RoutingContext context, HospitalId id, Shown type) {
        return gate.who(context).compose(who -> witness.judged(
                        context, who, type.verdict(who, id.value()), type.view().wire(), entry -> entry.in(id.value()))
                .compose(known -> hospitals.definition(id))
                .compose(defined -> mirror.upToDate(id.value()))
                .map(who));
    }

    private Future<Void> remember(RoutingContext context, Principal who, Shown type, UnaryOperator<LogEntry> about) {
        return type.tellsOfPatients()
                ? witness.remember(
                        context,
                        who,
                        type.verdict(who, hospitalOf(context)),
                        type.view().wire(),
                        about)
                : Future.succeededFuture();
    }

    private static String hospitalOf(RoutingContext context) {
        return context.pathParam("id");
    }

    private Said page(
            RoutingContext context,
            Principal who,
            String hospital,
            Search search,
            List<Stored> found,
            Set<String> hidden) {
        boolean more = found.size() > search.page();
        List<Stored> page = more ? found.subList(0, search.page()) : found;
        String type = search.query().type();
        String here = base.of(context) + "/" + type;
        JsonArray links = new JsonArray().add(link("self", here, search.self()));
        if (more) {
            links = links.add(
                    link("next", here, search.next(page.get(page.size() - 1).id())));
        }
        List<JsonObject> entries = new ArrayList<>();
        for (Stored stored : page) {
            JsonObject told = told(who, hospital, stored, hidden);
            if (Privacy.isListed(stored, told, hidden, search.used().keySet())) {
                entries.add(new JsonObject()
                        .put("fullUrl", here + "/" + stored.id())
                        .put("resource", told)
                        .put("search", new JsonObject().put("mode", "match")));
            }
        }
        if (!search.unknown().isEmpty()) {
            String words = "Left aside: " + String.join(", ", search.unknown());
            entries.add(new JsonObject()
                    .put("resource", new JsonObject(Outcomes.warning(words)))
                    .put("search", new JsonObject().put("mode", "outcome")));
        }
        JsonObject bundle = new JsonObject()
                .put("resourceType", "Bundle")
                .put("type", "searchset")
                .put("link", links);
        return Said.ok((entries.isEmpty() ? bundle : bundle.put("entry", new JsonArray(entries))).encode());
    }

    private static JsonObject link(String relation, String here, String query) {
        return new JsonObject().put("relation", relation).put("url", query.isEmpty() ? here : here + "?" + query);
    }

    private static JsonObject told(Principal who, String hospital, Stored stored, Set<String> hidden) {
        return Privacy.told(
                stored,
                stored.resource(),
                hidden,
                Shown.ENCOUNTER.verdict(who, hospital).isAllowed());
    }
}
