package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** A system that is told by rest-hooks: what came to it by path, and what it answers. */
final class HookEar implements AutoCloseable {
    private final LinkedBlockingQueue<Came> came = new LinkedBlockingQueue<>();
    private final AtomicInteger answer = new AtomicInteger(200);
    private final HttpServer receiver;

    HookEar() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            // what it answers is settled before anybody is told that it came
            int status = answer.get();
            boolean kept = came.add(new Came(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            exchange.sendResponseHeaders(kept ? status : 500, -1);
            exchange.close();
        });
        receiver.start();
    }

    /** A notification. */
    record Came(String path, String authorization, String body) {
        Bundle bundle() {
            Bundle bundle = FhirCaller.parsed(Bundle.class, body);
            assertThat(bundle.getType()).isEqualTo(BundleType.HISTORY);
            return bundle;
        }

        String word(String name) {
            return value(status(), name);
        }

        /** Those of the events in it. */
        List<Long> numbers() {
            return numbers(status());
        }

        private Parameters status() {
            return (Parameters) bundle().getEntryFirstRep().getResource();
        }

        static List<Long> numbers(Parameters status) {
            return status.getParameter().stream()
                    .filter(one -> one.getName().equals("notification-event"))
                    .flatMap(one -> one.getPart().stream())
                    .filter(part -> part.getName().equals("event-number"))
                    .map(part -> Long.valueOf(part.getValue().primitiveValue()))
                    .toList();
        }

        static String value(Parameters parameters, String name) {
            return parameters.getParameter().stream()
                    .filter(one -> one.getName().equals(name))
                    .map(ParametersParameterComponent::getValue)
                    .map(value ->
                            value instanceof Reference reference ? reference.getReference() : value.primitiveValue())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** With this one in it, and what to say to it. */
    Path hooksFile(Path folder) throws IOException {
        JsonObject hook = new JsonObject()
                .put("address", endpoint(""))
                .put("headers", new JsonObject().put("Authorization", "Bearer theirs"));
        return Files.writeString(
                folder.resolve("hooks.json"),
                new JsonObject().put("hooks", new JsonArray().add(hook)).encode());
    }

    int port() {
        return receiver.getAddress().getPort();
    }

    String endpoint(String path) {
        return "http://127.0.0.1:" + port() + "/" + path;
    }

    /** From now on. */
    void answers(int status) {
        answer.set(status);
    }

    /** What comes next at a path, whatever comes at others. */
    Came next(String path) throws InterruptedException {
        List<Came> others = new ArrayList<>();
        try {
            while (true) {
                Came one = came.poll(120, TimeUnit.SECONDS);
                assertThat(one).as("what comes to " + path).isNotNull();
                if (one.path().equals(path)) {
                    return one;
                }
                others.add(one);
            }
        } finally {
            boolean back = came.addAll(others);
            assertThat(back).isEqualTo(!others.isEmpty());
        }
    }

    @Override
    public void close() {
        receiver.stop(0);
    }
}
