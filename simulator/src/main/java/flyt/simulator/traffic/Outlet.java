package flyt.simulator.traffic;

import io.vertx.core.Future;
import java.util.List;

/** A way by which reports reach a server. */
@FunctionalInterface
public interface Outlet {

    /** Sends reports in order; done when the server has answered all of them. */
    Future<Void> send(List<Report> reports);
}
