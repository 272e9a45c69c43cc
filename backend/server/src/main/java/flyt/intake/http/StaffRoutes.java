package flyt.intake.http;

import flyt.access.Deed;
import flyt.access.Grant;
import flyt.access.Principal;
import flyt.access.Role;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.Where;
import flyt.access.account.Account;
import flyt.access.account.Accounts;
import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.runtime.Hospitals;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;

/** {@code GET …/wards/{ward}/staff}: the people who may be made responsible for a ward's patients. */
final class StaffRoutes implements Routes {
    private static final Set<Role> RESPONSIBLE = Set.of(Role.NURSE, Role.WARD_COORDINATOR, Role.DOCTOR);

    private final Accounts accounts;
    private final Hospitals hospitals;
    private final Gate gate;

    StaffRoutes(Accounts accounts, Hospitals hospitals, Gate gate) {
        this.accounts = accounts;
        this.hospitals = hospitals;
        this.gate = gate;
    }

    @Override
    public void mount(Router router) {
        router.get("/api/v1/hospitals/:id/wards/:ward/staff")
                .handler(context -> Answers.json(context, id -> staff(context, id, context.pathParam("ward"))));
    }

    private Future<Buffer> staff(RoutingContext context, HospitalId hospital, String id) {
        if (!id.matches("[A-Za-z0-9._-]{1,40}")) {
            return Failures.answer(Problem.unknownWard());
        }
        WardId ward = new WardId(id);
        Where where = new Where(ward.value(), hospitals.zoneOf(hospital, ward));
        return gate.allowed(context, who -> mayAssign(who, hospital, where))
                .compose(who -> accounts.list())
                .map(all -> new JsonObject()
                        .put(
                                "staff",
                                new JsonArray(all.stream()
                                        .filter(account -> account.disabledAt() == null)
                                        .filter(account ->
                                                !roles(account, hospital, where).isEmpty())
                                        .map(account -> inShort(account, roles(account, hospital, where)))
                                        .toList()))
                        .toBuffer());
    }

    private static Verdict mayAssign(Principal who, HospitalId hospital, Where where) {
        Verdict nurse = RoleTable.verdict(who, Deed.ASSIGN_NURSE, hospital.value(), where);
        return nurse.isAllowed() ? nurse : RoleTable.verdict(who, Deed.ASSIGN_DOCTOR, hospital.value(), where);
    }

    /** What somebody works there as, who may be responsible for patients; none for others. */
    static List<String> roles(Account account, HospitalId hospital, Where where) {
        return account.grants().stream()
                .filter(grant -> grant.reach().covers(hospital.value(), where))
                .map(Grant::role)
                .filter(RESPONSIBLE::contains)
                .map(Role::wire)
                .distinct()
                .toList();
    }

    private static JsonObject inShort(Account account, List<String> roles) {
        return new JsonObject()
                .put("account", account.id())
                .put("name", account.name())
                .put("given", account.given())
                .put("roles", new JsonArray(roles));
    }
}
