package flyt;

import static flyt.access.Deed.*;
import static flyt.access.View.*;

import flyt.access.Deed;
import flyt.access.Grant;
import flyt.access.Principal;
import flyt.access.Principal.Machine;
import flyt.access.Principal.Nobody;
import flyt.access.Principal.Person;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.Verdict.Allowed;
import flyt.access.Verdict.Reason;
import flyt.access.Verdict.Refused;
import flyt.access.View;
import flyt.access.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Every route, and what it takes to be let through: nothing, to be somebody, or a row of the table of roles.
 *
 * <p>A body is one that the table is asked about where that takes one, and otherwise one that cannot be meant: whoever is let
 * through changes nothing.
 */
final class RouteTable {
    private static final String CANNOT_BE_MEANT = "{\"nonsense\":true}";
    private static final String API = "/api/v1/hospitals/:id";
    private static final String ONE = "/api/v1/hospitals/{hospital}";
    private static final String ACCESS = "/api/v1/access/";
    private static final String FHIR = "/fhir/{hospital}";

    private static final BiFunction<Principal, Spot, Verdict> OPEN = (who, spot) -> yes();
    private static final BiFunction<Principal, Spot, Verdict> REPORTING =
            (who, spot) -> RoleTable.mayReport(who, spot.hospital());
    private static final BiFunction<Principal, Spot, Verdict> ONESELF = (who, spot) -> {
        if (who instanceof Person) {
            return yes();
        }
        return new Refused(who instanceof Nobody ? Reason.SIGN_IN_NEEDED : Reason.NOT_YOUR_ROLE);
    };

    private final List<Line> lines = new ArrayList<>();

    /**
     * One way to ask a route.
     *
     * @param route as the router has it: {@code GET /api/v1/hospitals/:id}
     * @param path to ask, for a {@link Spot} to fill in
     * @param body to send, the same
     * @param rule who is let through
     */
    record Line(String route, String method, String path, String body, BiFunction<Principal, Spot, Verdict> rule) {
        /** The places that make a difference to what is asked. */
        List<Spot> spots() {
            List<Spot> different = new ArrayList<>();
            for (Spot spot : List.of(Spot.HOME, Spot.ANOTHER_WARD, Spot.ANOTHER_HOSPITAL)) {
                if (different.stream().noneMatch(other -> spot.in(path + body).equals(other.in(path + body)))) {
                    different.add(spot);
                }
            }
            return different;
        }

        @Override
        public String toString() {
            return method + " " + path + (body.equals(CANNOT_BE_MEANT) ? "" : " " + body);
        }
    }

    RouteTable() {
        pages();
        signingIn();
        administering();
        auditing();
        looking();
        doing();
        fhir();
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    Set<String> routes() {
        return lines.stream().map(Line::route).collect(Collectors.toSet());
    }

    private void pages() {
        for (String page : List.of(
                "/",
                "/sign-in",
                "/me",
                "/setup/screens",
                "/setup/accounts",
                "/setup/systems",
                "/integration",
                "/audit",
                "/catalogue")) {
            open("GET HEAD " + page, page, "");
        }
        for (String page : List.of("/api", "/api/openapi.yaml", "/api/asyncapi.yaml", "/api/api.css", "/api/api.js")) {
            open("GET HEAD " + page, page, "");
        }
        open("GET HEAD /ward/*", "/ward/FJO/LUN", "");
        open("GET HEAD /house/*", "/house/FJO", "");
        open("GET HEAD /forecast/*", "/forecast/FJO", "");
        open("GET HEAD /alert-log/*", "/alert-log/FJO", "");
        open("GET HEAD /alerts/*", "/alerts/FJO", "");
        open("GET HEAD /capacity/*", "/capacity/FJO", "");
        open("GET HEAD /figures/*", "/figures/FJO", "");
        open("GET HEAD /tasks", "/tasks", "");
        open("GET HEAD /tasks-worker.js", "/tasks-worker.js", "");
        open("GET HEAD /work/*", "/work/FJO", "");
        open("GET HEAD /placement/*", "/placement/FJO", "");
        open("GET HEAD /labels/*", "/labels/FJO", "");
        open("GET HEAD /api/schema/*", "/api/schema/row.schema.json", "");
        open("GET HEAD /static/*", "/static/ward.html", "");
        open("GET HEAD /webjars/*", "/webjars/none.js", "");
        open("GET /health/live", "/health/live", "");
        open("GET /health/ready", "/health/ready", "");
    }

    private void signingIn() {
        open("GET /api/v1/access/me", ACCESS + "me", "");
        open("GET /api/v1/access/ways", ACCESS + "ways", "");
        for (String name : List.of("sign-in", "demo-sign-in", "setup", "token", "screens/connect", "wall-sign-in")) {
            open("POST /api/v1/access/" + name, ACCESS + name, CANNOT_BE_MEANT);
        }
        // a pairing is opened by whoever asks, and its code is worth nothing without its secret
        open("POST /api/v1/access/pairings", ACCESS + "pairings", CANNOT_BE_MEANT);
        open("GET /api/v1/access/pairings/:code", ACCESS + "pairings/AAAA-AAAA", "");
        open("GET /api/v1/access/oidc/start", ACCESS + "oidc/start", "");
        open("GET /api/v1/access/oidc/back", ACCESS + "oidc/back", "");
        open("GET /api/v1/access/oidc/leave", ACCESS + "oidc/leave", "");
        open("POST /api/v1/access/oidc/backchannel-logout", ACCESS + "oidc/backchannel-logout", CANNOT_BE_MEANT);
        line("PATCH /api/v1/access/me", ACCESS + "me", CANNOT_BE_MEANT, ONESELF);
        line("POST /api/v1/access/password", ACCESS + "password", CANNOT_BE_MEANT, ONESELF);
        line("POST /api/v1/access/sign-out", ACCESS + "sign-out", CANNOT_BE_MEANT, ONESELF);
        line("GET /api/v1/access/wake", ACCESS + "wake", "", ONESELF);
        line("PUT /api/v1/access/wake", ACCESS + "wake", CANNOT_BE_MEANT, ONESELF);
        line("DELETE /api/v1/access/wake", ACCESS + "wake", "", ONESELF);
        line("POST /api/v1/access/wall-key", ACCESS + "wall-key", CANNOT_BE_MEANT, (who, spot) -> {
            boolean mustChange = who instanceof Person person && person.mustChange();
            return mustChange ? new Refused(Reason.MUST_CHANGE_PASSWORD) : ONESELF.apply(who, spot);
        });
        line("GET /api/v1/access/my-data", ACCESS + "my-data", "", (who, spot) -> {
            Verdict oneself = ONESELF.apply(who, spot);
            return oneself.isAllowed() ? sees(MY_DATA, Reach.EVERY).apply(who, spot) : oneself;
        });
    }

    private void administering() {
        String account = "{\"login\":\"x\",\"grants\":[]}";
        line("GET /api/v1/access/accounts", ACCESS + "accounts", "", somewhere(ACCOUNTS));
        line("POST /api/v1/access/accounts", ACCESS + "accounts", account, somewhere(ACCOUNTS));
        line("POST /api/v1/access/accounts", ACCESS + "accounts", TAKEN_LOGIN, of(MANAGE_ACCOUNTS));
        line("PATCH /api/v1/access/accounts/:account", ACCESS + "accounts/none", "{}", somewhere(ACCOUNTS));
        line("GET /api/v1/access/clients", ACCESS + "clients", "", somewhere(ACCOUNTS));
        line("POST /api/v1/access/clients", ACCESS + "clients", CLIENT, of(MANAGE_CLIENTS));
        line(
                "PATCH /api/v1/access/clients/:client",
                ACCESS + "clients/none",
                "{\"revoked\":true}",
                somewhere(ACCOUNTS));
        line("GET /api/v1/access/screens", ACCESS + "screens", "", somewhere(SCREENS));
        line("GET /api/v1/access/screens", ACCESS + "screens?hospital={hospital}", "", of(SCREENS));
        line("POST /api/v1/access/screens", ACCESS + "screens", SCREEN, of(PAIR_SCREEN));
        for (String method : List.of("PATCH", "DELETE")) {
            String body = method.equals("PATCH") ? CANNOT_BE_MEANT : "";
            String route = method + " /api/v1/access/screens/:screen";
            // what nobody has is as something of all hospitals
            line(route, ACCESS + "screens/none", body, of(PAIR_SCREEN, Reach.EVERY));
            line(route, ACCESS + "screens/{screen of {hospital}}", body, of(PAIR_SCREEN));
        }
        line("GET /metrics", "/metrics", "", somewhere(METRICS));
    }

    /* Valid but for a login name that is taken, which is looked at last. */
    private static final String TAKEN_LOGIN =
            """
            {"login":"admin","name":"Ny","given":"Ny","language":"nb",
             "grants":[{"role":"nurse","hospital":"{hospital}","wards":"*","zones":"*"}]}""";

    private static final String CLIENT =
            "{\"name\":\"x\",\"kind\":\"laboratory\",\"hospital\":\"{hospital}\",\"scopes\":[\"report:lab\"]}";

    private static final String SCREEN =
            """
            {"code":"AAAA-AAAA","name":"x","place":"x","hospital":"{hospital}","view":"ward","scope":"{ward}","level":1,
             "naming":"initials"}""";

    private void auditing() {
        line("GET /api/v1/access/log", ACCESS + "log", "", sees(ACCESS_LOG, Reach.EVERY));
        line("GET /api/v1/access/log", ACCESS + "log?hospital={hospital}", "", of(ACCESS_LOG));
        line("GET /api/v1/access/break-glass", ACCESS + "break-glass", "", of(REVIEW_BREAK_GLASS, Reach.EVERY));
        line("GET /api/v1/access/break-glass", ACCESS + "break-glass?hospital={hospital}", "", of(REVIEW_BREAK_GLASS));
        line(
                "POST /api/v1/access/break-glass",
                ACCESS + "break-glass",
                "{\"id\":999999,\"words\":\"x\"}",
                (who, spot) -> {
                    Verdict oneself = ONESELF.apply(who, spot);
                    return oneself.isAllowed()
                            ? of(REVIEW_BREAK_GLASS, Reach.EVERY).apply(who, spot)
                            : oneself;
                });
        line("POST /api/v1/hospitals/:id/break-glass", ONE + "/break-glass", CANNOT_BE_MEANT, of(BREAK_GLASS));
    }

    private void looking() {
        line("GET /api/v1/hospitals", "/api/v1/hospitals", "", somewhere(DEFINITION));
        line("GET " + API, ONE, "", of(DEFINITION));
        line("GET " + API + "/clock", ONE + "/clock", "", of(DEFINITION));
        for (int level = 1; level <= 4; level++) {
            String rows = "/rows?scope={ward}&view=" + (level == 4 ? "names" : "ward&level=" + level);
            int asked = level;
            BiFunction<Principal, Spot, Verdict> board =
                    (who, spot) -> RoleTable.verdict(who, WARD, spot.hospital(), spot.where(), asked);
            line("GET " + API + "/rows", ONE + rows, "", board);
            line("GET " + API + "/rows", ONE + rows + "&at=2026-11-12T09:42:00Z", "", both(board, of(PAST)));
        }
        line("GET " + API + "/rows", ONE + "/rows?view=house", "", of(HOUSE));
        line("GET " + API + "/rows", ONE + "/rows?view=house&at=2026-11-12T09:42:00Z", "", both(of(HOUSE), of(PAST)));
        line("GET " + API + "/rows", ONE + "/rows?view=beds", "", of(BEDS));
        line("GET " + API + "/rows", ONE + "/rows?view=conflicts", "", of(CONFLICTS));
        line("GET " + API + "/rows", ONE + "/rows?view=requests", "", of(REQUESTS));
        line(
                "GET " + API + "/rows",
                ONE + "/rows?view=requests&scope={ward}",
                "",
                (who, spot) -> RoleTable.verdict(who, REQUESTS, spot.hospital(), spot.where(), 1));
        line("GET " + API + "/requests/:request/beds", ONE + "/requests/R-9999/beds", "", of(REQUESTS));
        line("GET " + API + "/rows", ONE + "/rows?view=alerts", "", of(ALERTS));
        line("GET " + API + "/requests/plan", ONE + "/requests/plan", "", of(REQUESTS));
        line("GET " + API + "/rows", ONE + "/rows?view=tasks", "", of(TASKS));
        line(
                "GET " + API + "/rows",
                ONE + "/rows?view=tasks&scope={zone}",
                "",
                (who, spot) -> RoleTable.verdict(who, TASKS, spot.hospital(), Where.zone(spot.zone()), 1));
        line("GET " + API + "/past", ONE + "/past?at=2026-11-12T09:42:00Z", "", of(PAST));
        line("GET " + API + "/wards", ONE + "/wards", "", of(HOUSE));
        String period = "team=cleaning&from=2026-11-12T00:00:00Z&to=2026-11-13T00:00:00Z";
        line("POST " + API + "/forecast/what-if", ONE + "/forecast/what-if", CANNOT_BE_MEANT, of(FORECAST));
        line("GET " + API + "/alerts/log", ONE + "/alerts/log", "", of(ALERTS));
        line("GET " + API + "/alerts/log", ONE + "/alerts/log?format=csv", "", of(ALERTS));
        line("GET " + API + "/thresholds", ONE + "/thresholds", "", of(ALERTS));
        line("POST " + API + "/thresholds/rehearsal", ONE + "/thresholds/rehearsal", CANNOT_BE_MEANT, of(ALERTS));
        line("GET " + API + "/forecast/score", ONE + "/forecast/score", "", of(FORECAST));
        line("GET " + API + "/figures/tasks", ONE + "/figures/tasks?" + period, "", of(FIGURES));
        line("GET " + API + "/figures/tasks", ONE + "/figures/tasks?format=csv&" + period, "", of(FIGURES));
        String days = "/occupancy?from=2026-11-01&to=2026-11-12";
        line("GET " + API + "/occupancy", ONE + days, "", of(FIGURES));
        line("GET " + API + "/occupancy", ONE + days + "&format=csv", "", of(FIGURES));
        line("GET " + API + "/wards/:ward/staff", ONE + "/wards/{ward}/staff", "", (who, spot) -> {
            Verdict nurse = RoleTable.verdict(who, ASSIGN_NURSE, spot.hospital(), spot.where());
            return nurse.isAllowed() ? nurse : RoleTable.verdict(who, ASSIGN_DOCTOR, spot.hospital(), spot.where());
        });
        line("GET " + API + "/beds", ONE + "/beds", "", of(BEDS));
        line("GET " + API + "/tasks", ONE + "/tasks", "", of(TASKS));
        line("GET " + API + "/rows", ONE + "/rows?view=queue&scope=cleaning", "", of(QUEUE));
        line("GET " + API + "/rows", ONE + "/rows?view=crew&scope=porters", "", of(CREW));
        line(
                "GET " + API + "/rows",
                ONE + "/rows?view=crew&scope=cleaning&at=2026-11-12T09:42:00Z",
                "",
                both(of(CREW), of(PAST)));
        line("GET " + API + "/tasks/:task/patient", ONE + "/tasks/T-9999/patient", "", of(TASK_PATIENT));
        line("GET " + API + "/messages/:message", ONE + "/messages/none", "", of(QUEUE));
        line("GET " + API + "/duty", ONE + "/duty", "", of(QUEUE));
        line("GET " + API + "/rules", ONE + "/rules", "", of(RULES));
        line("GET " + API + "/labels", ONE + "/labels?ward={ward}", "", of(DEFINITION));
        line("GET " + API + "/inbox", ONE + "/inbox", "", of(INBOX));
        line("GET " + API + "/profiles", ONE + "/profiles", "", of(INBOX));
        line("GET " + API + "/unmapped-places", ONE + "/unmapped-places", "", of(INBOX));
        line("GET " + API + "/inbox/:message", ONE + "/inbox/none", "", of(INBOX));
        line("GET " + API + "/receivers", ONE + "/receivers", "", of(INBOX));
        line("GET " + API + "/conflicts", ONE + "/conflicts", "", of(CONFLICTS));
        line(
                "GET " + API + "/stays/:visit",
                ONE + "/stays/{visit}",
                "",
                (who, spot) -> RoleTable.verdict(who, STAY, spot.hospital(), spot.where(), 1));
        line("GET " + API + "/stays/:visit", ONE + "/stays/V9999", "", of(STAY));
        line(
                "GET " + API + "/stays/:visit/patient",
                ONE + "/stays/{visit}/patient",
                "",
                (who, spot) -> RoleTable.verdict(who, WARD, spot.hospital(), spot.where(), View.LEVEL_MAX));
    }

    private void doing() {
        line("PUT " + API, ONE, CANNOT_BE_MEANT, of(DEFINE_HOSPITAL));
        // in the demo whoever sees the hospital may set its clock
        line("PUT " + API + "/clock", ONE + "/clock", CANNOT_BE_MEANT, of(DEFINITION));
        line("POST " + API + "/inbox/replay", ONE + "/inbox/replay", CANNOT_BE_MEANT, of(REPLAY_MESSAGE));
        line(
                "POST " + API + "/receivers/:receiver/letters/send",
                ONE + "/receivers/none/letters/send",
                CANNOT_BE_MEANT,
                of(REPLAY_MESSAGE));
        line("POST " + API + "/profiles", ONE + "/profiles", "", of(RELOAD_PROFILES));
        line("POST " + API + "/erasures", ONE + "/erasures", CANNOT_BE_MEANT, of(ERASE_IDENTITY));
        line("POST " + API + "/reports", ONE + "/reports", CANNOT_BE_MEANT, REPORTING);
        line(
                "POST " + API + "/commands",
                ONE + "/commands",
                ORDER,
                (who, spot) -> RoleTable.verdict(who, ORDER_CLEANING, spot.hospital(), spot.where()));
    }

    private void fhir() {
        open("GET /fhir/:id/metadata", FHIR + "/metadata", "");
        line("POST /fhir/:id", FHIR, CANNOT_BE_MEANT, REPORTING);
        line("POST /fhir/:id/$process-message", FHIR + "/$process-message", CANNOT_BE_MEANT, REPORTING);
        for (String type : List.of("DiagnosticReport", "Encounter", "Location", "Observation", "ServiceRequest")) {
            line("POST /fhir/:id/" + type, FHIR + "/" + type, CANNOT_BE_MEANT, REPORTING);
            line("PUT /fhir/:id/" + type + "/:resource", FHIR + "/" + type + "/1", CANNOT_BE_MEANT, REPORTING);
        }
        BiFunction<Principal, Spot, Verdict> ordering =
                (who, spot) -> (who instanceof Principal.Machine ? of(ORDER_TASK) : REPORTING).apply(who, spot);
        line("POST /fhir/:id/Task", FHIR + "/Task", CANNOT_BE_MEANT, ordering);
        line("PUT /fhir/:id/Task/:resource", FHIR + "/Task/1", CANNOT_BE_MEANT, ordering);
        shown("Location", "bed-{bed}", of(BEDS));
        shown("Encounter", "{visit}", of(STAY));
        shown("Task", "T-9999", of(TASKS));
        shown("ServiceRequest", "none", (who, spot) -> RoleTable.verdict(who, WARD, spot.hospital(), Where.WHOLE, 3));
        String one = "/Subscription/none";
        line("POST /fhir/:id/Subscription", FHIR + "/Subscription", CANNOT_BE_MEANT, RouteTable::subscribes);
        line("GET /fhir/:id/Subscription", FHIR + "/Subscription", "", RouteTable::subscribes);
        line("GET /fhir/:id/Subscription/$status", FHIR + "/Subscription/$status", "", RouteTable::subscribes);
        line("GET /fhir/:id/Subscription/:resource", FHIR + one, "", RouteTable::subscribes);
        line("DELETE /fhir/:id/Subscription/:resource", FHIR + one, "", RouteTable::subscribes);
        line("GET /fhir/:id/Subscription/:resource/$status", FHIR + one + "/$status", "", RouteTable::subscribes);
        String token = "/$get-ws-binding-token";
        line("GET /fhir/:id/Subscription/:resource" + token, FHIR + one + token, "", RouteTable::subscribes);
        line("GET /fhir/:id/Subscription/:resource/$events", FHIR + one + "/$events", "", RouteTable::subscribes);
        lines.add(new Line("* /fhir/:id/*", "GET", FHIR + "/Basic/1", "", OPEN));
    }

    /** Systems alone, and those that may see something. */
    private static Verdict subscribes(Principal who, Spot spot) {
        if (who instanceof Machine) {
            Verdict orders = RoleTable.verdict(who, WARD, spot.hospital(), Where.WHOLE, 3);
            return List.of(of(BEDS), of(STAY), of(TASKS)).stream()
                    .map(rule -> rule.apply(who, spot))
                    .filter(Verdict::isAllowed)
                    .findFirst()
                    .orElse(orders.isAllowed() ? orders : of(BEDS).apply(who, spot));
        }
        boolean mustChange = who instanceof Person person && person.mustChange();
        return new Refused(
                who instanceof Nobody
                        ? Reason.SIGN_IN_NEEDED
                        : mustChange ? Reason.MUST_CHANGE_PASSWORD : Reason.NOT_YOUR_ROLE);
    }

    private void shown(String type, String id, BiFunction<Principal, Spot, Verdict> rule) {
        line("GET /fhir/:id/" + type, FHIR + "/" + type, "", rule);
        line("GET /fhir/:id/" + type + "/:resource", FHIR + "/" + type + "/" + id, "", rule);
        line("POST /fhir/:id/" + type + "/_search", FHIR + "/" + type + "/_search", CANNOT_BE_MEANT, rule);
    }

    private static final String ORDER =
            """
            {"type":"OrderCleaning","commandId":"11111111-1111-4111-8111-111111111111","at":"2026-11-12T09:42:00Z",
             "bed":"{bed}"}""";

    private void open(String route, String path, String body) {
        line(route, path, body, OPEN);
    }

    private void line(String route, String path, String body, BiFunction<Principal, Spot, Verdict> rule) {
        lines.add(new Line(route, route.substring(0, route.indexOf(' ')), path, body, rule));
    }

    private static Verdict yes() {
        return new Allowed(new Grant(Role.AUDITOR, Reach.EVERYWHERE));
    }

    private static BiFunction<Principal, Spot, Verdict> of(View view) {
        return (who, spot) -> RoleTable.verdict(who, view, spot.hospital(), Where.WHOLE, 1);
    }

    private static BiFunction<Principal, Spot, Verdict> sees(View view, String hospital) {
        return (who, spot) -> RoleTable.verdict(who, view, hospital, Where.WHOLE, 1);
    }

    private static BiFunction<Principal, Spot, Verdict> of(Deed deed) {
        return (who, spot) -> RoleTable.verdict(who, deed, spot.hospital(), Where.WHOLE);
    }

    private static BiFunction<Principal, Spot, Verdict> of(Deed deed, String hospital) {
        return (who, spot) -> RoleTable.verdict(who, deed, hospital, Where.WHOLE);
    }

    private static BiFunction<Principal, Spot, Verdict> somewhere(View view) {
        return (who, spot) -> RoleTable.somewhere(who, view);
    }

    private static BiFunction<Principal, Spot, Verdict> both(
            BiFunction<Principal, Spot, Verdict> one, BiFunction<Principal, Spot, Verdict> other) {
        return (who, spot) -> {
            Verdict first = one.apply(who, spot);
            return first.isAllowed() ? other.apply(who, spot) : first;
        };
    }
}
