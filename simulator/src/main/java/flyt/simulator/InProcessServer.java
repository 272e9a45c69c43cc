package flyt.simulator;

import io.vertx.core.Future;
import java.util.Map;

final class InProcessServer implements DemoServer {
    @Override
    public Future<Running> start(Map<String, String> settings) {
        return Future.failedFuture("not wired");
    }
}
