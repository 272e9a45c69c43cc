package flyt.intake.fhir;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The address of a hospital's resources, for links and references.
 *
 * @param publicUrl where the server is reached; null: where it was asked
 */
public record Base(@Nullable String publicUrl) {

    /** {@code https://flyt.example.no/fhir/FJO} */
    public String of(RoutingContext context) {
        String server = publicUrl == null
                ? context.request().scheme() + "://" + context.request().authority()
                : publicUrl.replaceAll("/$", "");
        return server + "/fhir/" + context.pathParam("id");
    }
}
