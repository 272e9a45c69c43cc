package flyt.intake.http;

import static flyt.access.account.AccessHouse.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(VertxExtension.class)
class GateTest {
    @ParameterizedTest
    @EnumSource(
            value = HttpVersion.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void whoAsksMayBeLookedUpAgainWhenTheRequestHasBeenRead(HttpVersion version, Vertx vertx) {
        Router router = Router.router(vertx);
        router.get("/").handler(context -> {
            var answered = lookUp(context)
                    .compose(first -> context.request().end())
                    .compose(read -> lookUp(context))
                    .onSuccess(second -> context.end("known"))
                    .onFailure(context::fail);
        });
        HttpServer server = done(vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .requestHandler(router)
                .listen(0));
        var client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(version).setHttp2ClearTextUpgrade(false));

        String answer = done(client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> response.statusCode() + " " + body)));

        assertThat(answer).isEqualTo("200 known");
    }

    private static Future<Void> lookUp(RoutingContext context) {
        return Gate.paused(context, context.vertx().timer(5).mapEmpty());
    }
}
