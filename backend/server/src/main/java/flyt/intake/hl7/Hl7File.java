package flyt.intake.hl7;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.FaultyFile;
import flyt.access.JsonFile;
import flyt.access.StrictObject;
import flyt.access.client.Client;
import flyt.intake.hl7.MllpPort.Sender;
import flyt.intake.hl7.MllpPort.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file that says on which ports whose HL7 v2 is taken, and how each sender writes it; see docs/hl7.md. It is taken whole
 * or not at all.
 */
public final class Hl7File {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]+");
    private static final String LOOPBACK = "127.0.0.1";
    private static final int DAY_SECONDS = 24 * 60 * 60;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final List<String> faults = new ArrayList<>();
    private final Map<String, SenderProfile> profiles = new LinkedHashMap<>();

    private Hl7File() {}

    /**
     * What a file asks for.
     *
     * @param written each profile as it is written there, by its id
     */
    public record Contents(List<MllpPort> ports, Map<String, JsonNode> written) {
        /** Of a server that takes no HL7 v2. */
        public static final Contents NONE = new Contents(List.of(), Map.of());

        public Contents {
            ports = List.copyOf(ports);
            written = Map.copyOf(written);
        }
    }

    /**
     * Reads a file.
     *
     * @throws FaultyFile with all faults at once
     */
    public static Contents read(String json) throws FaultyFile {
        Hl7File file = new Hl7File();
        JsonNode root = JsonFile.root(json);
        List<MllpPort> ports = file.whole(root);
        if (!file.faults.isEmpty()) {
            throw new FaultyFile(file.faults);
        }
        Map<String, JsonNode> written = new LinkedHashMap<>();
        root.path("profiles").forEach(node -> written.put(node.path("id").asText(), node));
        return new Contents(ports, written);
    }

    private List<MllpPort> whole(JsonNode root) {
        StrictObject file = new StrictObject(root, "", faults, Set.of("listeners", "profiles"));
        file.each("profiles", (node, where) -> ProfileReader.read(node, where, faults))
                .forEach(profile -> {
                    if (profiles.put(profile.id(), profile) != null) {
                        file.fault("profiles", "there are two of the id " + profile.id());
                    }
                });
        List<MllpPort> ports = file.each("listeners", this::port);
        if (ports.isEmpty()) {
            file.fault("listeners", "must be a list of at least one");
        }
        return ports;
    }

    private MllpPort port(JsonNode node, String at) {
        StrictObject port = new StrictObject(
                node,
                at,
                faults,
                Set.of(
                        "host",
                        "port",
                        "addresses",
                        "tls",
                        "mostBytes",
                        "mostConnections",
                        "idleSeconds",
                        "patienceSeconds",
                        "senders"));
        String host = port.has("host") ? port.text("host", matches(HOST), "must be a host name or address") : LOOPBACK;
        Tls tls = port.has("tls") ? tls(port.raw("tls"), at + ".tls") : null;
        List<String> addresses = port.has("addresses")
                ? port.texts(
                        "addresses",
                        text -> Client.isRange(text) ? text : null,
                        "must be ranges of addresses such as 10.20.0.0/16",
                        List.of())
                : null;
        if (!isLoopback(host) && tls == null && addresses == null) {
            port.fault("host", "other machines reach it: say tls, or from which addresses one may send in clear");
        }
        List<Sender> senders = port.each("senders", this::sender);
        if (senders.isEmpty()) {
            port.fault("senders", "must be a list of at least one");
        }
        return new MllpPort(
                host,
                port.number("port", 2575, 0, 65_535),
                addresses,
                tls,
                new MllpPort.Limits(
                        port.number("mostBytes", MOST_BYTES, 1_024, 256 * 1024 * 1024),
                        port.number("mostConnections", 200, 1, 10_000),
                        Duration.ofSeconds(port.number("idleSeconds", DAY_SECONDS, 1, 7 * DAY_SECONDS)),
                        Duration.ofSeconds(port.number("patienceSeconds", 60, 1, DAY_SECONDS))),
                senders);
    }

    private Tls tls(JsonNode node, String at) {
        StrictObject tls = new StrictObject(node, at, faults, Set.of("certificateFile", "keyFile", "clientsFile"));
        String clients = tls.maybeText("clientsFile", text -> !text.isBlank(), "must name a PEM file");
        return new Tls(
                Path.of(tls.text("certificateFile", text -> !text.isBlank(), "must name a PEM file")),
                Path.of(tls.text("keyFile", text -> !text.isBlank(), "must name a PEM file")),
                clients == null ? null : Path.of(clients));
    }

    private @Nullable Sender sender(JsonNode node, String at) {
        StrictObject sender =
                new StrictObject(node, at, faults, Set.of("application", "facility", "hospital", "client", "profile"));
        String profile = sender.text("profile", profiles::containsKey, "must be the id of one of the profiles");
        String hospital = sender.text("hospital", matches(ID), "must be a hospital's id");
        String client = sender.text("client", matches(ID), "must be the id of a system that is let in");
        String application = sender.maybeText("application", text -> !text.isBlank(), "must be what MSH-3.1 says");
        String facility = sender.maybeText("facility", text -> !text.isBlank(), "must be what MSH-4.1 says");
        SenderProfile known = profiles.get(profile);
        return known == null ? null : new Sender(application, facility, hospital, client, known);
    }

    private static Predicate<String> matches(Pattern pattern) {
        return text -> pattern.matcher(text).matches();
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }
}
