package flyt.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Cookies;
import flyt.access.DeviceKind;
import flyt.access.Doorkeeper;
import flyt.access.Grant;
import flyt.access.Principal.Person;
import flyt.access.SecretToken;
import flyt.access.account.Account;
import flyt.access.account.Accounts;
import flyt.access.account.DemoAccounts;
import flyt.access.account.FirstAdministrator;
import flyt.access.account.Sessions;
import flyt.access.account.Sessions.Device;
import flyt.access.account.Sessions.Opened;
import flyt.access.account.SignIn;
import flyt.access.account.Unacceptable;
import flyt.access.account.Unacceptable.Why;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/access}: who one is, signing in and out, one's password, and the first administrator. */
final class SignInRoutes implements Routes {
    private static final String ROOT = "/api/v1/access/";

    private final Parts parts;
    private final Gate gate;
    private final Bodies bodies;

    /**
     * What is behind these routes.
     *
     * @param providerName what people call the OpenID provider: {@code HelseID}; null: there is none
     * @param demo whether the invented people may sign in with one tap
     */
    record Parts(
            Doorkeeper doorkeeper,
            Cookies cookies,
            SignIn signIn,
            Sessions sessions,
            Accounts accounts,
            FirstAdministrator first,
            @Nullable String providerName,
            boolean demo) {}

    SignInRoutes(Parts parts, Gate gate, Bodies bodies) {
        this.parts = parts;
        this.gate = gate;
        this.bodies = bodies;
    }

    @Override
    public void mount(Router router) {
        router.get(ROOT + "me")
                .handler(context -> Answers.send(context, gate.who(context).map(who -> AccessJson.me(who, parts.demo())
                        .toBuffer())));
        router.patch(ROOT + "me").handler(context -> asPerson(context, this::speak));
        router.get(ROOT + "ways").handler(context -> Answers.send(context, ways()));
        router.post(ROOT + "sign-in").handler(context -> read(context, this::signIn));
        if (parts.demo()) {
            router.post(ROOT + "demo-sign-in").handler(context -> read(context, this::demoSignIn));
        }
        router.post(ROOT + "setup").handler(context -> read(context, this::setUp));
        router.post(ROOT + "password").handler(context -> asPerson(context, this::password));
        router.post(ROOT + "sign-out").handler(context -> asPerson(context, this::signOut));
    }

    private Future<Buffer> ways() {
        JsonObject ways = new JsonObject()
                .put("local", true)
                .put("oidc", parts.providerName() == null ? null : new JsonObject().put("name", parts.providerName()))
                .put(
                        "idleSeconds",
                        new JsonObject()
                                .put(
                                        "shared",
                                        parts.sessions().idle(DeviceKind.SHARED).toSeconds())
                                .put(
                                        "own",
                                        parts.sessions().idle(DeviceKind.OWN).toSeconds()));
        Future<JsonArray> people = !parts.demo()
                ? Future.succeededFuture(new JsonArray())
                : parts.accounts()
                        .list()
                        .map(all -> new JsonArray(all.stream()
                                .filter(SignInRoutes::isForDemo)
                                .map(SignInRoutes::inShort)
                                .toList()));
        return people.map(list -> ways.put("demoAccounts", list).toBuffer());
    }

    private static boolean isForDemo(Account account) {
        return account.login() != null
                && DemoAccounts.has(account.login())
                && account.disabledAt() == null
                && !account.grants().isEmpty();
    }

    private static JsonObject inShort(Account account) {
        Grant grant = account.grants().get(0);
        return new JsonObject()
                .put("login", account.login())
                .put("name", account.name())
                .put("role", grant.role().wire())
                .put("where", grant.reach().unit());
    }

    private Future<Buffer> signIn(RoutingContext context, Fields fields) {
        String login = fields.text("login");
        String password = fields.text("password");
        DeviceKind kind = device(fields);
        return faultless(fields)
                .compose(read -> device(context, kind))
                .compose(device -> gate.counting(parts.signIn().withPassword(login, password, device)))
                .compose(opened -> signedIn(context, opened));
    }

    private Future<Buffer> demoSignIn(RoutingContext context, Fields fields) {
        String login = fields.text("login");
        DeviceKind kind = device(fields);
        return faultless(fields)
                .compose(read -> DemoAccounts.has(login)
                        ? parts.accounts().byLogin(login)
                        : Future.failedFuture(new Unacceptable(Why.WRONG_CREDENTIALS)))
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(new Unacceptable(Why.WRONG_CREDENTIALS))))
                .compose(account -> opened(context, account, kind))
                .compose(opened -> signedIn(context, opened));
    }

    private Future<Buffer> setUp(RoutingContext context, Fields fields) {
        String token = fields.text("token");
        String login = AccountFields.login(fields);
        String name = fields.text("name");
        String given = fields.text("given");
        String password = fields.text("password");
        return faultless(fields)
                .compose(read -> parts.first().withLink(token, login, name, given, password))
                .compose(account -> opened(context, account, DeviceKind.OWN))
                .compose(opened -> signedIn(context, opened));
    }

    private Future<Buffer> password(RoutingContext context, Person person, Fields fields) {
        String old = fields.text("old");
        String chosen = fields.text("new");
        return faultless(fields)
                .compose(read -> gate.counting(parts.signIn().change(person, old, chosen, Gate.address(context))))
                .compose(changed -> parts.sessions().bySession(person.session()))
                .map(now -> AccessJson.me(now.orElse(person), parts.demo()).toBuffer());
    }

    /** One's own language. */
    private Future<Buffer> speak(RoutingContext context, Person person, Fields fields) {
        String language = AccountFields.language(fields);
        if (language == null) {
            fields.fault("language", "is missing");
        }
        return faultless(fields)
                .compose(read -> parts.accounts().speaks(person.account(), language))
                .compose(changed -> parts.sessions().bySession(person.session()))
                .map(now -> AccessJson.me(now.orElse(person), parts.demo()).toBuffer());
    }

    private Future<Buffer> signOut(RoutingContext context, Person person, Fields fields) {
        boolean everywhere = fields.maybeFlag("everywhere");
        return faultless(fields)
                .compose(read -> everywhere
                        ? parts.sessions().endAll(person.account(), null).mapEmpty()
                        : parts.sessions().end(person.session()))
                .map(ended -> {
                    setCookie(context, parts.cookies().noPerson());
                    return new JsonObject().put("kind", "nobody").toBuffer();
                });
    }

    private Future<Opened> opened(RoutingContext context, Account account, DeviceKind kind) {
        return device(context, kind).compose(device -> parts.sessions().open(account.id(), device));
    }

    /** A wall is a wall, whatever the page says. */
    private Future<Device> device(RoutingContext context, DeviceKind said) {
        String agent = context.request().getHeader("User-Agent");
        return parts.doorkeeper().wall(context.request().headers()).map(wall -> wall.map(
                        screen -> new Device(DeviceKind.WALL, screen.id(), Gate.address(context), agent, null))
                .orElseGet(() -> new Device(said, null, Gate.address(context), agent, null)));
    }

    private Future<Buffer> signedIn(RoutingContext context, Opened opened) {
        return signedIn(context, parts, opened);
    }

    /** Whoever was signed in on this device is not any more. */
    static Future<Buffer> signedIn(RoutingContext context, Parts parts, Opened opened) {
        String before = parts.cookies().personIn(context.request().headers());
        Future<Void> ended = before == null || !SecretToken.hasForm(before)
                ? Future.succeededFuture()
                : parts.sessions().end(SecretToken.id(before));
        return ended.map(done -> {
            setCookie(context, parts.cookies().person(opened.secret()));
            return AccessJson.me(opened.person(), parts.demo()).toBuffer();
        });
    }

    private static void setCookie(RoutingContext context, String cookie) {
        var headers = context.response().headers().add("Set-Cookie", cookie);
    }

    private void read(RoutingContext context, BiFunction<RoutingContext, Fields, Future<Buffer>> answer) {
        Answers.send(context, body(context).compose(fields -> answer.apply(context, fields)));
    }

    private void asPerson(RoutingContext context, Signed answer) {
        Answers.send(context, gate.person(context).compose(person -> body(context)
                .compose(fields -> answer.apply(context, person, fields))));
    }

    private interface Signed {
        Future<Buffer> apply(RoutingContext context, Person person, Fields fields);
    }

    private Future<Fields> body(RoutingContext context) {
        return bodies.read(context.request()).compose(Answers::parsed).map((Function<JsonNode, Fields>) Fields::of);
    }

    private static DeviceKind device(Fields fields) {
        DeviceKind kind = fields.maybeChoice("device", DeviceKind.class);
        if (kind == DeviceKind.WALL) {
            fields.fault("device", "must be own or shared; a paired screen is a wall by itself");
        }
        return kind == null ? DeviceKind.SHARED : kind;
    }

    static Future<Void> faultless(Fields fields) {
        fields.rejectOthers();
        return fields.faultless()
                ? Future.succeededFuture()
                : Failures.answer(Problem.faulty(422, "request", fields.faults()));
    }
}
