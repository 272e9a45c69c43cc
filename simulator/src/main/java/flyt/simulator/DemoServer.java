package flyt.simulator;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/** A Flyt server that the demo starts beside itself. */
@FunctionalInterface
interface DemoServer {

    /** A server that runs. */
    interface Running {
        /** {@code http://127.0.0.1:8080}. */
        String url();

        /** On which it takes HL7 v2. */
        List<Integer> hl7Ports();

        /** Stops it in order; never fails. */
        Future<Void> stop();
    }

    /** Starts one; blocks for its database. Settings as {@code flyt serve --help} lists them. */
    Future<Running> start(Map<String, String> settings);
}
