package flyt.outbound;

import flyt.domain.place.HospitalId;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;

/**
 * Somebody who is told what changes in a hospital.
 *
 * @param id unique within the hospital
 * @param address for people, without secrets: {@code mllp://10.20.0.7:2575}
 * @param courier makes the one who carries, on the context on which it will be used
 */
public record Receiver(
        HospitalId hospital, String id, String address, Terms terms, Teller teller, Function<Vertx, Courier> courier) {

    /**
     * How it wants to be told.
     *
     * @param atOnce messages on their way before the first is answered; 1: one after the other. With more, what is refused is not
     *     tried again by itself, since it would come behind what was sent after it
     * @param tries how often a message may be refused before it waits for somebody and the next is sent
     * @param pause after the first failure, doubled by each until {@code longestPause}
     */
    public record Terms(int atOnce, int tries, Duration pause, Duration longestPause) {}
}
