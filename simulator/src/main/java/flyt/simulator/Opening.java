package flyt.simulator;

import flyt.simulator.traffic.HospitalFile;
import flyt.simulator.traffic.ServerDoor;
import flyt.simulator.traffic.ServerDoor.ClockFace;
import io.vertx.core.Future;
import java.time.Instant;

/** The hospital made known to the server, its clock standing at the moment when the doors open. */
record Opening(ServerDoor door, HospitalFile file) {

    /** Fails when the server's hospital is already later: its time never goes back. */
    Future<Void> at(Instant time) {
        return door.define(file).compose(defined -> door.clock()).compose(clock -> {
            if (clock.time().isAfter(time)) {
                return Future.failedFuture(new IllegalStateException(file.name() + " is already at " + clock.time()
                        + "; start later than that (--start), or with an empty data folder"));
            }
            return door.setClock(new ClockFace(time, 0));
        });
    }
}
