package flyt.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The pages as the server hands them out, with the same addresses and the same content security policy, on the
 * loopback address and a free port. Its API answers what a test puts into it.
 */
public final class PageServer implements AutoCloseable {

    private static final String POLICY =
            "default-src 'self'; script-src %s; style-src %s; worker-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json",
            "woff2", "font/woff2");

    static {
        // else each answer waits for the browser's acknowledgement of the one before: half a second a page
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, Reply> answers = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile String version = "first";
    private volatile String ahead = "{}";
    private volatile boolean away;

    /** Who looks at the start page where a test says nothing else: somebody who may see all boards without names. */
    public static final String SOMEBODY =
            """
            {"kind":"person","name":"Hanne Lunde","given":"Hanne","login":"bed-manager","language":"nb","demo":false,
             "grants":[{"role":"bed-manager","hospital":"FJO","wards":"*","zones":"*"}],"device":"own","screen":null,
             "mustChange":false,"until":"2026-11-12T21:42:00Z","idleSeconds":28800,
             "may":{"views":["ward.3","house","capacity","definition"],"deeds":[]}}""";

    /** Who looks at a board where a test says nothing else: a paired screen in a closed room, bound to that board. */
    public static final String SCREEN =
            """
            {"kind":"screen","name":"Vaktrom","level":3,"demo":false,"may":{"views":["ward.3","house"],"deeds":[]}}""";

    /** How one may sign in where a test says nothing else: with a name and a password. */
    private static final String BY_PASSWORD =
            """
            {"local":true,"oidc":null,"idleSeconds":{"shared":300,"own":28800},"demoAccounts":[]}""";

    private static final String ME = "/api/v1/access/me";
    private static final String WAYS = "/api/v1/access/ways";
    private static final String CONNECT = "/api/v1/access/screens/connect";

    private record Reply(int status, String json) {}

    private PageServer(HttpServer server) {
        this.server = server;
    }

    /** Starts to serve. */
    public static PageServer open() {
        try {
            PageServer pages =
                    new PageServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            pages.server.createContext("/", pages::answer);
            pages.server.setExecutor(pages.threads);
            pages.server.start();
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The full address of a path of this server. */
    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Lets an API path (with its query, if it has one) answer 200 with this JSON. */
    public void answers(String path, String json) {
        answers.put(path, new Reply(200, json));
    }

    /** Lets an API path answer with a problem of this type, {@code refused}, and of a refusal its reason. */
    public void refuses(String path, int status, String type, String reason) {
        answers.put(path, new Reply(status, "{\"type\":\"/problems/%s\",\"reason\":\"%s\"}".formatted(type, reason)));
    }

    /** Lets an API path answer this status with this JSON. */
    public void answersWith(String path, int status, String json) {
        answers.put(path, new Reply(status, json));
    }

    /** Lets this one look at all pages; null: whoever looks by default. */
    public void looks(@Nullable String me) {
        if (me == null) {
            answers.remove(ME);
        } else {
            answers(ME, me);
        }
    }

    /** The phone's page comes with these answers of the API, by their addresses; {@code {}}: with none. */
    public void saysAhead(String answers) {
        ahead = answers;
    }

    /** Whether nobody gets an answer of the API: as behind a wall without Wi-Fi. */
    public void isAway(boolean nobodyReachesIt) {
        away = nobodyReachesIt;
    }

    /** The pages are of another version from now on, as the worker that keeps them is told. */
    public void becomes(String newVersion) {
        version = newVersion;
    }

    /** The API requests that came with a body: method, path and body. */
    public List<String> taken() {
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/api/")) {
            if (away) {
                exchange.close();
            } else {
                answerApi(exchange);
            }
            return;
        }
        String resource = resourceOf(path);
        try (InputStream found = PageServer.class.getResourceAsStream(resource)) {
            if (found == null) {
                send(exchange, 404, "text/plain", new byte[0]);
                return;
            }
            byte[] body = found.readAllBytes();
            if (resource.endsWith("worker.js")) {
                body = text(body).replace("{version}", version).getBytes(StandardCharsets.UTF_8);
            } else if (resource.endsWith(".html")) {
                WholePage page = WholePage.of(WholePage.knowing(text(body), ahead), PageServer::file);
                body = page.html().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders()
                        .set("Content-Security-Policy", POLICY.formatted(page.scripts(), page.styles()));
            }
            send(
                    exchange,
                    200,
                    TYPES.getOrDefault(resource.substring(resource.lastIndexOf('.') + 1), "text/plain"),
                    body);
        }
    }

    private static String file(String address) {
        try (InputStream found = PageServer.class.getResourceAsStream(resourceOf(address))) {
            return text(found.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void answerApi(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        if (body.length > 0) {
            taken.add(exchange.getRequestMethod() + " " + path + " " + new String(body, StandardCharsets.UTF_8));
        }
        Reply reply = answers.getOrDefault(
                path, byDefault(path, exchange.getRequestHeaders().getFirst("Referer")));
        if (reply.status() == 429) {
            exchange.getResponseHeaders().set("Retry-After", "7");
        }
        send(exchange, reply.status(), "application/json", reply.json().getBytes(StandardCharsets.UTF_8));
    }

    private static Reply byDefault(String path, @Nullable String page) {
        String json = jsonByDefault(path, page);
        return json == null ? new Reply(404, "{}") : new Reply(200, json);
    }

    private static @Nullable String jsonByDefault(String path, @Nullable String page) {
        String[] parts =
                page == null ? new String[0] : URI.create(page).getPath().split("/");
        boolean board = parts.length > 2;
        if (path.equals(ME)) {
            return board ? SCREEN : SOMEBODY;
        } else if (path.equals(WAYS)) {
            return BY_PASSWORD;
        }
        return path.equals(CONNECT) && board
                ? "{\"hospital\":\"%s\",\"view\":\"%s\",\"scope\":\"%s\",\"clusters\":[],\"level\":3}"
                        .formatted(parts[2], parts[1], parts.length > 3 ? parts[3] : "-")
                : null;
    }

    /** The resource behind an address: one page for all wards, one for all hospitals. */
    private static String resourceOf(String path) {
        if (path.startsWith("/static/")) {
            return "/flyt/pages" + path.substring("/static".length());
        }
        return "/flyt/pages/"
                + switch (path.split("/", 3).length < 2 ? "" : path.split("/", 3)[1]) {
                    case "" -> "index.html";
                    case "ward" -> "ward.html";
                    case "house" -> "house.html";
                    case "forecast" -> "forecast.html";
                    case "alerts" -> "alerts.html";
                    case "alert-log" -> "alert-log.html";
                    case "capacity" -> "capacity.html";
                    case "figures" -> "figures.html";
                    case "work" -> "work.html";
                    case "placement" -> "placement.html";
                    case "labels" -> "labels.html";
                    case "integration" -> "integration.html";
                    case "catalogue" -> "catalogue.html";
                    case "sign-in" -> "sign-in.html";
                    case "tasks" -> "tasks.html";
                    case "tasks-worker.js" -> "tasks/worker.js";
                    default -> "no-such-page";
                };
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
