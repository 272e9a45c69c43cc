package flyt.intake.hl7;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One port to listen on.
 *
 * @param port 0: a free one
 * @param addresses from where one may connect, in CIDR form; null: from anywhere that reaches it
 * @param tls null: in clear
 * @param mostBytes in one frame
 * @param senders who may send there; the first that fits counts
 */
public record MllpPort(
        String host,
        int port,
        @Nullable List<String> addresses,
        @Nullable Tls tls,
        int mostBytes,
        List<Sender> senders) {

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
}
