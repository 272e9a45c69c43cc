package flyt.simulator.bench;

import java.util.List;

/**
 * The product, as it runs: routing, idempotence, domain, journal, projection, grid, boards of
 * privacy level 3.
 */
record FlytSide(int port, String hospital) implements Side {
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
    public String subscription(String ward) {
        return "{\"type\":\"subscribe\",\"hospital\":\"" + hospital + "\",\"view\":\"ward\",\"scope\":\"" + ward
                + "\",\"level\":3}";
    }
}
