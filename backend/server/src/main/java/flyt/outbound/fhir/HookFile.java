package flyt.outbound.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.FaultyFile;
import flyt.access.JsonFile;
import flyt.access.StrictObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where notifications may go, and what has to be said there: a file of whoever runs the server, so that nobody who may subscribe can
 * have the server call where it should not, and no secret of a receiver is in the database.
 *
 * <pre>{@code
 * {"hooks": [{"address": "https://ris.example.no/fhir/", "headers": {"Authorization": "Bearer …"}}]}
 * }</pre>
 *
 * <p>An address stands for itself and, where it ends with a slash, for all below it. Plain http is for this machine alone.
 */
public final class HookFile {
    /** Nowhere. */
    public static final HookFile NONE = new HookFile(List.of());

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final List<Hook> hooks;

    private HookFile(List<Hook> hooks) {
        this.hooks = hooks;
    }

    private record Hook(URI address, Map<String, String> headers) {
        boolean covers(URI endpoint) {
            boolean same = address.getScheme().equals(endpoint.getScheme())
                    && address.getRawAuthority().equals(endpoint.getRawAuthority());
            String here = address.getRawPath();
            String there = endpoint.getRawPath();
            return same && (here.endsWith("/") ? there.startsWith(here) : there.equals(here));
        }
    }

    /** @throws FaultyFile with all faults at once */
    public static HookFile read(String json) throws FaultyFile {
        List<String> faults = new ArrayList<>();
        List<Hook> hooks = new StrictObject(JsonFile.root(json), "", faults, Set.of("hooks"))
                .each("hooks", (node, at) -> hook(node, at, faults));
        if (!faults.isEmpty()) {
            throw new FaultyFile(faults);
        }
        return new HookFile(List.copyOf(hooks));
    }

    private static @Nullable Hook hook(JsonNode node, String at, List<String> faults) {
        StrictObject object = new StrictObject(node, at, faults, Set.of("address", "headers"));
        URI address = object.maybe("address", HookFile::sound, "must be an https address");
        if (!object.has("address")) {
            object.fault("address", "is missing");
        }
        Map<String, String> headers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one : object.raw("headers").properties()) {
            if (!one.getKey().matches("[A-Za-z0-9-]+") || !one.getValue().isTextual()) {
                object.fault("headers", "must be names and texts");
            }
            headers.put(one.getKey(), one.getValue().asText());
        }
        return address == null ? null : new Hook(address, Map.copyOf(headers));
    }

    /** Null for what is no address that may be called, wherever it leads. */
    private static @Nullable URI sound(String text) {
        try {
            URI uri = new URI(text).normalize();
            boolean safe = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme())
                            && uri.getHost() != null
                            && THIS_MACHINE.contains(uri.getHost()));
            return safe && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                    ? uri
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The headers for an address; empty when it must not be called. */
    public Optional<Map<String, String>> headersFor(String endpoint) {
        URI uri = sound(endpoint);
        return uri == null
                ? Optional.empty()
                : hooks.stream()
                        .filter(hook -> hook.covers(uri))
                        .map(Hook::headers)
                        .findFirst();
    }
}
