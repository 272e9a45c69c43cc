package flyt.intake.http;

import flyt.access.Deed;
import flyt.access.Grant;
import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.access.SecretToken;
import flyt.access.View;
import flyt.access.Where;
import flyt.access.account.Account;
import flyt.access.account.Accounts;
import flyt.access.account.Passwords;
import flyt.access.account.Sessions;
import flyt.access.account.Unacceptable;
import flyt.access.account.Unacceptable.Why;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/access/accounts}: people, for administrators. An administrator of some hospitals grants nothing beyond them,
 * and touches nobody who has more. First passwords are made here and shown once.
 */
final class AccountRoutes implements Routes {
    private static final String ROOT = "/api/v1/access/accounts";
    private static final int PASSWORD_LENGTH = 16;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Gate gate;
    private final Bodies bodies;

    AccountRoutes(Accounts accounts, Sessions sessions, Passwords passwords, Gate gate, Bodies bodies) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.gate = gate;
        this.bodies = bodies;
    }

    @Override
    public void mount(Router router) {
        router.get(ROOT).handler(context -> Answers.send(context, list(context)));
        router.post(ROOT).handler(context -> Answers.send(context, create(context)));
        router.patch(ROOT + "/:account").handler(context -> Answers.send(context, change(context)));
    }

    private Future<Buffer> list(RoutingContext context) {
        return administrator(context).compose(who -> accounts.list().map(all -> new JsonObject()
                .put(
                        "accounts",
                        new JsonArray(all.stream()
                                .filter(account -> touches(who, account))
                                .map(AccessJson::account)
                                .toList()))
                .toBuffer()));
    }

    private Future<Buffer> create(RoutingContext context) {
        return administrator(context).compose(who -> body(context).compose(fields -> {
            String login = AccountFields.login(fields);
            String name = fields.text("name");
            String given = fields.text("given");
            String language = AccountFields.language(fields);
            List<Grant> grants = AccountFields.grants(fields);
            String password = firstPassword();
            return SignInRoutes.faultless(fields)
                    .compose(read -> within(who, grants))
                    .compose(may -> passwords.hash(password))
                    .compose(hash -> accounts.create(new Accounts.New(
                            login, name, given, language == null ? "nb" : language, hash, true, grants)))
                    .map(account -> answer(account, password));
        }));
    }

    private Future<Buffer> change(RoutingContext context) {
        String id = context.pathParam("account");
        return administrator(context).compose(who -> body(context).compose(fields -> {
            String name = fields.maybeText("name");
            String given = fields.maybeText("given");
            String language = AccountFields.language(fields);
            Boolean disabled = fields.has("disabled") ? Boolean.valueOf(fields.maybeFlag("disabled")) : null;
            List<Grant> grants = fields.has("grants") ? AccountFields.grants(fields) : null;
            String password = fields.maybeFlag("newPassword") ? firstPassword() : null;
            boolean signOut = fields.maybeFlag("signOut");
            return SignInRoutes.faultless(fields)
                    .compose(read -> within(who, grants == null ? List.of() : grants))
                    .compose(may -> accounts.one(id))
                    .compose(account -> mayChange(who, account, password))
                    .compose(may -> password == null
                            ? Future.<@Nullable String>succeededFuture(null)
                            : passwords.hash(password))
                    .compose(hash ->
                            accounts.change(id, new Accounts.Change(name, given, language, hash, disabled, grants)))
                    .compose(account -> password == null && account.disabledAt() == null && !signOut
                            ? Future.succeededFuture(account)
                            : sessions.endAll(id, null).map(account))
                    .map(account -> answer(account, password));
        }));
    }

    /** Whom an administrator may not touch does not exist for them. */
    private static Future<Void> mayChange(Principal who, Account account, @Nullable String password) {
        if (!touches(who, account)) {
            return Future.failedFuture(new Unacceptable(Why.UNKNOWN_ACCOUNT));
        }
        return password != null && account.login() == null
                ? Future.failedFuture(new Unacceptable(Why.NO_PASSWORD))
                : Future.succeededFuture();
    }

    private Future<Principal> administrator(RoutingContext context) {
        return gate.allowed(context, who -> RoleTable.somewhere(who, View.ACCOUNTS));
    }

    /** Whether every grant lies where the administrator is one. */
    private Future<Principal> within(Principal who, List<Grant> grants) {
        return grants.stream()
                .map(grant -> RoleTable.verdict(
                        who, Deed.MANAGE_ACCOUNTS, grant.reach().hospital(), Where.WHOLE))
                .filter(verdict -> !verdict.isAllowed())
                .findFirst()
                .map(verdict -> gate.passed(who, verdict))
                .orElseGet(() -> Future.succeededFuture(who));
    }

    private static boolean touches(Principal who, Account account) {
        return account.grants().stream().allMatch(grant -> RoleTable.verdict(
                        who, Deed.MANAGE_ACCOUNTS, grant.reach().hospital(), Where.WHOLE)
                .isAllowed());
    }

    private Future<Fields> body(RoutingContext context) {
        return bodies.read(context.request()).compose(Answers::parsed).map(json -> Fields.of(json));
    }

    private static Buffer answer(Account account, @Nullable String password) {
        JsonObject answer = AccessJson.account(account);
        return (password == null ? answer : answer.put("password", password)).toBuffer();
    }

    /** Good for one sign-in; 96 random bits. */
    private static String firstPassword() {
        return SecretToken.make().substring(0, PASSWORD_LENGTH);
    }
}
