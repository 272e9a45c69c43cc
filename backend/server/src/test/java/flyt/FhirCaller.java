package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import flyt.fhir.R4;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** A system that asks in FHIR, and takes nothing that the library does not. */
record FhirCaller(DemoHouse house, Caller who, String hospital) {

    /** {@code path}: {@code Location?status=active}; headers: name, value, name, value. */
    HttpResponse<String> ask(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        String address = path.startsWith("http")
                ? path.substring(house.server.url().length())
                : "/fhir/" + hospital + "/" + path;
        HttpRequest.Builder request = house.request(method, address, body).header("Accept", "application/fhir+json");
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request = request.header("Content-Type", "application/fhir+json");
        }
        if (headers.length > 0) {
            request = request.headers(headers);
        }
        return house.send(who.header().isEmpty() ? request : request.header(who.header(), who.credential()));
    }

    /** One resource. */
    <T extends Resource> T read(Class<T> type, String id) throws IOException, InterruptedException {
        return parsed(type, ask(type.getSimpleName() + "/" + id));
    }

    /** One page. */
    Bundle search(String query) throws IOException, InterruptedException {
        return parsed(Bundle.class, ask(query));
    }

    /** The ids that are found, all pages. */
    List<String> ids(String query) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (Bundle page = search(query); page != null; page = next(page)) {
            ids.addAll(idsIn(page));
        }
        return ids;
    }

    static List<String> idsIn(Bundle page) {
        return page.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(resource -> resource.getIdElement().getIdPart())
                .toList();
    }

    /** The page behind this one, or null. */
    Bundle next(Bundle page) throws IOException, InterruptedException {
        return page.getLink("next") == null ? null : search(page.getLink("next").getUrl());
    }

    static <T extends Resource> T parsed(Class<T> type, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return parsed(type, answer.body());
    }

    /** Strictly: what the library does not know, or a code that there is not, is a fault. */
    static <T extends Resource> T parsed(Class<T> type, String json) {
        IParser parser = R4.context().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        return parser.parseResource(type, json);
    }
}
