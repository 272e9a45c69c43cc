package flyt.intake.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The pages and everything they load, from the class path; each file is read once and kept. */
final class PageRoutes implements Routes {
    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z0-9@_-]([A-Za-z0-9@._-]*)(/[A-Za-z0-9@_-][A-Za-z0-9@._-]*)*");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private static final String OF_ONE = "no-store";

    private final Vertx vertx;
    private final Function<RoutingContext, Future<Optional<String>>> phoneAhead;
    private final Map<String, Page> read = new ConcurrentHashMap<>();

    /** Pages that say nothing ahead. */
    PageRoutes(Vertx vertx) {
        this(vertx, context -> Future.succeededFuture(Optional.empty()));
    }

    /** @param phoneAhead what the phone's page is told together with it: answers of the API as JSON, or nothing */
    PageRoutes(Vertx vertx, Function<RoutingContext, Future<Optional<String>>> phoneAhead) {
        this.vertx = vertx;
        this.phoneAhead = phoneAhead;
    }

    @Override
    public void mount(Router router) {
        page(router, "/", "flyt/pages/index.html");
        page(router, "/ward/*", "flyt/pages/ward.html");
        page(router, "/house/*", "flyt/pages/house.html");
        page(router, "/forecast/*", "flyt/pages/forecast.html");
        page(router, "/alerts/*", "flyt/pages/alerts.html");
        page(router, "/alert-log/*", "flyt/pages/alert-log.html");
        page(router, "/capacity/*", "flyt/pages/capacity.html");
        page(router, "/figures/*", "flyt/pages/figures.html");
        reading(router, "/tasks").handler(context -> sendAhead(context, "flyt/pages/tasks.html"));
        page(router, "/tasks-worker.js", OfflineWorker.FILE);
        page(router, "/work/*", "flyt/pages/work.html");
        page(router, "/placement/*", "flyt/pages/placement.html");
        page(router, "/labels/*", "flyt/pages/labels.html");
        page(router, "/sign-in", "flyt/pages/sign-in.html");
        page(router, "/me", "flyt/pages/me.html");
        page(router, "/setup/screens", "flyt/pages/setup-screens.html");
        page(router, "/setup/accounts", "flyt/pages/setup-accounts.html");
        page(router, "/setup/systems", "flyt/pages/setup-systems.html");
        page(router, "/integration", "flyt/pages/integration.html");
        page(router, "/audit", "flyt/pages/audit.html");
        page(router, "/catalogue", "flyt/pages/catalogue.html");
        page(router, "/api", "flyt/api/index.html");
        page(router, "/api/openapi.yaml", "flyt/protocol/openapi.yaml");
        page(router, "/api/asyncapi.yaml", "flyt/protocol/asyncapi.yaml");
        folder(router, "/api/schema/", "flyt/protocol/schema/", ASK_AGAIN);
        page(router, "/api/api.css", "flyt/api/api.css");
        page(router, "/api/api.js", "flyt/api/api.js");
        folder(router, "/static/", "flyt/pages/", ASK_AGAIN);
        // the path holds the library's version
        folder(router, "/webjars/", "META-INF/resources/webjars/", FOR_EVER);
    }

    private void page(Router router, String address, String file) {
        reading(router, address).handler(context -> send(context, file, ASK_AGAIN));
    }

    private void folder(Router router, String address, String folder, String caching) {
        reading(router, address + "*").handler(context -> {
            String file = context.normalizedPath().substring(address.length());
            if (SAFE.matcher(file).matches() && Page.hasMediaType(file)) {
                send(context, folder + file, caching);
            } else {
                context.next();
            }
        });
    }

    private static Route reading(Router router, String address) {
        return router.route(address).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private void send(RoutingContext context, String file, String caching) {
        var sent = found(file)
                .compose(page -> {
                    if (page.isEmpty()) {
                        context.next();
                        return Future.<Void>succeededFuture();
                    }
                    return send(context, page.get(), caching);
                })
                .onFailure(failure -> Failures.answer(context, failure));
    }

    /** The page with what it would ask for first, for whoever asks; as it is for others. */
    private void sendAhead(RoutingContext context, String file) {
        var sent = phoneAhead
                .apply(context)
                .compose(answers -> answers.isEmpty()
                        ? found(file).compose(page -> send(context, page.orElseThrow(), ASK_AGAIN))
                        : found(file)
                                .compose(page -> vertx.executeBlocking(
                                        () -> page.orElseThrow().knowing(answers.get()), false))
                                .compose(page -> send(context, page, OF_ONE)))
                .onFailure(failure -> Failures.answer(context, failure));
    }

    private Future<Optional<Page>> found(String file) {
        Page known = read.get(file);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        return vertx.executeBlocking(
                        () -> Optional.ofNullable(
                                file.equals(OfflineWorker.FILE) ? OfflineWorker.load() : Page.load(file)),
                        false)
                .onSuccess(page -> page.ifPresent(found -> read.put(file, found)));
    }

    private static Future<Void> send(RoutingContext context, Page page, String caching) {
        HttpServerResponse response = context.response()
                .putHeader("ETag", page.tag())
                .putHeader("Cache-Control", caching)
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Content-Security-Policy", page.policy());
        if (page.tag().equals(context.request().getHeader("If-None-Match"))) {
            return response.setStatusCode(304).end();
        }
        HttpServerResponse typed = response.putHeader("Content-Type", page.mediaType());
        byte[] zipped = page.zipped();
        return zipped != null && takesGzip(context)
                ? typed.putHeader("Content-Encoding", "gzip").end(Buffer.buffer(zipped))
                : typed.end(Buffer.buffer(page.bytes()));
    }

    private static boolean takesGzip(RoutingContext context) {
        String accepted = context.request().getHeader("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.split(",")).map(String::strip).anyMatch("gzip"::equals);
    }
}
