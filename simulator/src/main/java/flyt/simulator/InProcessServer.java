package flyt.simulator;

import flyt.Main;
import flyt.RunningServer;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/** The real server, in this process. */
final class InProcessServer implements DemoServer {
    @Override
    public Future<Running> start(Map<String, String> settings) {
        return Main.start(settings).map(InProcessServer::running);
    }

    private static Running running(RunningServer server) {
        return new Running() {
            @Override
            public String url() {
                return server.url();
            }

            @Override
            public List<Integer> hl7Ports() {
                return server.hl7Ports();
            }

            @Override
            public Future<Void> stop() {
                return server.stop();
            }
        };
    }
}
