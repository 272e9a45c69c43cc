package flyt.intake.fhir;

import flyt.fhir.Fhir;
import flyt.intake.http.Bodies;
import flyt.intake.http.Failures;
import flyt.intake.http.Fault;
import flyt.intake.http.Problem;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The parameters of a search that come in a body, since addresses are kept in many logs: {@code POST Encounter/_search}. */
public final class SearchForm {
    private static final Set<String> FORM = Set.of("application/x-www-form-urlencoded");

    private final Fhir fhir;
    private final Bodies bodies = new Bodies();

    public SearchForm(Fhir fhir) {
        this.fhir = fhir;
    }

    /** Reads the body, and adds what it asks for to what the address does. Fails with what to answer. */
    Future<Void> read(RoutingContext context) {
        return bodies.read(context.request(), FORM).compose(body -> {
            try {
                for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
                    int is = pair.indexOf('=');
                    if (is > 0) {
                        var all = context.queryParams()
                                .add(decoded(pair.substring(0, is)), decoded(pair.substring(is + 1)));
                    }
                }
            } catch (IllegalArgumentException e) {
                return Failures.answer(
                        Problem.faulty(400, "query", List.of(new Fault("body", "is no form that can be read"))));
            }
            return fhir.load();
        });
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
