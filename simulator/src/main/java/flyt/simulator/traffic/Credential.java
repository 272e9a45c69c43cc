package flyt.simulator.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.access.SecretToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What a system is known by at a server: its id and its secret. */
public record Credential(String client, String secret) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWNER_ALONE = "rw-------";

    /** A new one, for a server that is started beside us. */
    public static Credential fresh() {
        return new Credential("simulator", SecretToken.make());
    }

    /**
     * The one kept in a file: the secret on a line, or the clients file of a server, which has this client in it.
     *
     * @throws IllegalArgumentException in words, when it is not there
     */
    public static Credential read(String client, Path file) throws IOException {
        String text = Files.readString(file).strip();
        String secret = text.startsWith("{") ? secretOf(client, text) : text;
        if (!SecretToken.hasForm(secret)) {
            throw new IllegalArgumentException(file + " has no secret of " + client + ", which are 43 characters");
        }
        return new Credential(client, secret);
    }

    private static String secretOf(String client, String clientsFile) {
        try {
            for (JsonNode one : JSON.readTree(clientsFile).path("clients")) {
                if (one.path("id").asText().equals(client)) {
                    return one.path("secret").asText();
                }
            }
        } catch (JsonProcessingException e) {
            return ""; // what is in it must not be told
        }
        return "";
    }

    /**
     * Writes the file that a server is to have as {@code FLYT_CLIENTS_FILE}: it makes this client known to it, for everything
     * that a client may. Only the owner can read it.
     *
     * @return the file's absolute path
     */
    public Path declare(Path folder) {
        var file = JSON.createObjectNode();
        var unused = file.putArray("clients")
                .addObject()
                .put("id", client)
                .put("secret", secret)
                .put("name", "Simulator")
                .put("kind", "integration")
                .put("hospital", "*")
                .put("scopes", "all");
        try {
            Path path = folder.toAbsolutePath().resolve("clients.json");
            boolean replaced = Files.deleteIfExists(path);
            Path made = Files.createFile(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE)));
            return Files.write(made, file.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its id alone: the secret is for no log. */
    @Override
    public String toString() {
        return client;
    }
}
