package flyt.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages as the server hands them out, with the same addresses and the same content security policy, on the
 * loopback address and a free port. Its API answers what a test puts into it.
 */
public final class PageServer implements AutoCloseable {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

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
        answers.put(path, json);
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
            answerApi(exchange);
            return;
        }
        String resource = resourceOf(path);
        try (InputStream found = PageServer.class.getResourceAsStream(resource)) {
            if (found == null) {
                send(exchange, 404, "text/plain", new byte[0]);
                return;
            }
            byte[] body = found.readAllBytes();
            if (resource.endsWith(".html")) {
                exchange.getResponseHeaders().set("Content-Security-Policy", policyFor(body));
            }
            send(
                    exchange,
                    200,
                    TYPES.getOrDefault(resource.substring(resource.lastIndexOf('.') + 1), "text/plain"),
                    body);
        }
    }

    private void answerApi(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        if (body.length > 0) {
            taken.add(exchange.getRequestMethod() + " " + path + " " + new String(body, StandardCharsets.UTF_8));
        }
        String json = answers.get(path);
        send(
                exchange,
                json == null ? 404 : 200,
                "application/json",
                (json == null ? "{}" : json).getBytes(StandardCharsets.UTF_8));
    }

    /** The resource behind an address: one page for all wards, one for all hospitals. */
    private static String resourceOf(String path) {
        if (path.startsWith("/webjars/")) {
            return "/META-INF/resources" + path;
        }
        if (path.startsWith("/static/")) {
            return "/flyt/pages" + path.substring("/static".length());
        }
        return "/flyt/pages/"
                + switch (path.split("/", 3).length < 2 ? "" : path.split("/", 3)[1]) {
                    case "" -> "index.html";
                    case "ward" -> "ward.html";
                    case "house" -> "house.html";
                    case "catalogue" -> "catalogue.html";
                    default -> "no-such-page";
                };
    }

    /** Nothing but this server's own files, and the one import map of the page by its hash. */
    static String policyFor(byte[] page) {
        Matcher map = IMPORT_MAP.matcher(new String(page, StandardCharsets.UTF_8));
        if (!map.find()) {
            throw new IllegalStateException("a page without an import map");
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
            return "default-src 'self'; script-src 'self' 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
