package flyt.intake.fhir;

import flyt.domain.place.HospitalId;
import flyt.fhir.Parameter;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Something that can be done with a type of resource. What is mounted and what the CapabilityStatement says are made of the same
 * list of these.
 *
 * @param type {@code Encounter}; empty for what is about no type
 * @param parameters that a search takes
 * @param answer does it
 */
public record Interaction(
        String type,
        Kind kind,
        List<Parameter> parameters,
        BiFunction<RoutingContext, HospitalId, Future<Said>> answer) {
    public Interaction {
        parameters = List.copyOf(parameters);
    }

    /** One without parameters. */
    public Interaction(String type, Kind kind, BiFunction<RoutingContext, HospitalId, Future<Said>> answer) {
        this(type, kind, List.of(), answer);
    }

    /** Below the address of the hospital. */
    String path() {
        return (type.isEmpty() ? "" : "/" + type) + kind.path();
    }

    /** What is done, and by which route: {@code resource} in the path is the id. */
    public enum Kind {
        READ("read", HttpMethod.GET, "/:resource"),
        SEARCH("search-type", HttpMethod.GET, ""),
        /** The same, as the standard counts. */
        SEARCH_BY_FORM("search-type", HttpMethod.POST, "/_search"),
        CREATE("create", HttpMethod.POST, ""),
        UPDATE("update", HttpMethod.PUT, "/:resource"),
        DELETE("delete", HttpMethod.DELETE, "/:resource"),
        TRANSACTION("transaction", HttpMethod.POST, ""),
        MESSAGE("$process-message", HttpMethod.POST, "/$process-message"),
        STATUS_OF_ALL("$status", HttpMethod.GET, "/$status"),
        STATUS("$status", HttpMethod.GET, "/:resource/$status"),
        EVENTS("$events", HttpMethod.GET, "/:resource/$events"),
        SOCKET_TOKEN("$get-ws-binding-token", HttpMethod.GET, "/:resource/$get-ws-binding-token");

        private final String code;
        private final HttpMethod method;
        private final String path;

        Kind(String code, HttpMethod method, String path) {
            this.code = code;
            this.method = method;
            this.path = path;
        }

        /** As FHIR calls it. */
        String code() {
            return code;
        }

        /** Whether it is an operation, {@code $status}. */
        boolean isOperation() {
            return code.startsWith("$");
        }

        HttpMethod method() {
            return method;
        }

        String path() {
            return path;
        }
    }
}
