package flyt.simulator.bench;

import flyt.simulator.traffic.Pass;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The product, as it runs: access, routing, idempotence, domain, journal, projection, grid, boards of
 * privacy level 3.
 */
record FlytSide(int port, String hospital, Pass pass) implements Side {
    @Override
    public String name() {
        return "flyt";
    }

    @Override
    public String reportPath(List<String> wards) {
        return "/api/v1/hospitals/" + hospital + "/reports";
    }

    @Override
    public String socketPath() {
        return "/ws";
    }

    @Override
    public CompletionStage<String> authorization() {
        return pass.header();
    }

    @Override
    public String subscription(String ward) {
        return "{\"type\":\"subscribe\",\"hospital\":\"" + hospital + "\",\"view\":\"ward\",\"scope\":\"" + ward
                + "\",\"level\":3}";
    }
}
