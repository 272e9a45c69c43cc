package flyt.access.client;

import flyt.access.Principal.Machine;
import flyt.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system that is known.
 *
 * @param kind {@link Role#INTEGRATION} or {@link Role#LABORATORY}
 * @param hospital its id, or {@code *}
 * @param scopes names of deeds, and of views with their level
 * @param sources what it may report as; null: any
 * @param addresses where it comes from, in CIDR form; null: anywhere
 */
public record Client(
        String id,
        String name,
        Role kind,
        String hospital,
        Set<String> scopes,
        @Nullable Set<String> sources,
        @Nullable List<String> addresses,
        Instant madeAt,
        @Nullable Instant revokedAt) {
    /** As it stands before the doors. */
    Machine machine() {
        return new Machine(id, name, kind, hospital, scopes, sources);
    }

    boolean mayComeFrom(String address) {
        return addresses == null || comesFrom(addresses, address);
    }

    /** Whether an address, as a socket tells it, lies in one of these ranges. */
    public static boolean comesFrom(List<String> ranges, String address) {
        return ranges.stream().map(Cidr::of).anyMatch(range -> range != null && range.contains(address));
    }

    /** Whether this is a range of addresses. */
    public static boolean isRange(String text) {
        return Cidr.of(text) != null;
    }
}
