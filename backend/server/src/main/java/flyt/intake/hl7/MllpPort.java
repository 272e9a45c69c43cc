package flyt.intake.hl7;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One port to listen on.
 *
 * @param port 0: a free one
 * @param addresses from where one may connect, in CIDR form; null: from anywhere that reaches it
 * @param tls null: in clear
 * @param senders who may send there; the first that fits counts
 */
public record MllpPort(
        String host,
        int port,
        @Nullable List<String> addresses,
        @Nullable Tls tls,
        Limits limits,
        List<Sender> senders) {

    /**
     * What one sender may take up.
     *
     * @param mostBytes in one frame
     * @param mostConnections at one time; more are closed at once
     * @param idle after which a connection on which nothing comes or goes is closed
     * @param patience how long answers may lie because nobody reads them
     */
    public record Limits(int mostBytes, int mostConnections, Duration idle, Duration patience) {}

    /** Files in PEM. {@code clients}: whose certificates a client must have one of; null: it needs none. */
    public record Tls(Path certificate, Path key, @Nullable Path clients) {}

    /**
     * A sending system.
     *
     * @param application MSH-3.1; null: any
     * @param facility MSH-4.1; null: any
     * @param hospital of which it tells
     * @param client the system of {@code flyt.access.client} with whose permissions it tells
     */
    public record Sender(
            @Nullable String application,
            @Nullable String facility,
            String hospital,
            String client,
            SenderProfile profile) {
        boolean sent(Msh msh) {
            return (application == null || application.equals(msh.component(3, 1)))
                    && (facility == null || facility.equals(msh.component(4, 1)));
        }
    }

    public MllpPort {
        senders = List.copyOf(senders);
    }

    /** Who sent this, or null. */
    @Nullable
    Sender senderOf(Msh msh) {
        return senders.stream().filter(sender -> sender.sent(msh)).findFirst().orElse(null);
    }

    /** Whether it is the same but for who may send, and how they write. */
    boolean opensAs(MllpPort other) {
        return host.equals(other.host)
                && port == other.port
                && Objects.equals(addresses, other.addresses)
                && Objects.equals(tls, other.tls)
                && limits.equals(other.limits);
    }
}
