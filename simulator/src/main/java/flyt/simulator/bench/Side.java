package flyt.simulator.bench;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * One of the two that are compared: where reports are posted to it, and where its boards' sockets
 * are.
 */
interface Side {

    /** A word for the table: {@code flyt}, {@code bare}. */
    String name();

    int port();

    /**
     * Path to POST a report to; the answer is JSON with the {@code seq} that the frames of this
     * report reach.
     */
    String reportPath(List<String> wards);

    String socketPath();

    /**
     * Value of the {@code Authorization} header of every request and handshake; as long on both
     * sides.
     */
    CompletionStage<String> authorization();

    /** Its half begins: from here on it is measured. */
    default void begin() {}

    /** Its half is over. */
    default void end() {}

    /** What a socket must say to be sent the frames of a ward's board; empty for nothing. */
    String subscription(String ward);
}
