package flyt.simulator.traffic;

import flyt.journal.MasterKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The secrets of servers that we start ourselves, made anew; those that share a database share them. */
public final class ServerSecrets {
    private final Credential credential = Credential.fresh();
    private final byte[] identityKey = random();

    /**
     * The settings of one server.
     *
     * @param folder there is; gets the files that the settings name, which the owner alone can read, and {@code data} unless
     *     the others say otherwise
     * @param others what else it is told
     */
    public Map<String, String> settings(Path folder, Map<String, String> others) {
        Map<String, String> settings = new TreeMap<>(others);
        settings.put("FLYT_CLIENTS_FILE", credential.declare(folder).toString());
        settings.put("FLYT_IDENTITY_KEY_FILE", identityKeyFile(folder).toString());
        settings.putIfAbsent("FLYT_DATA_DIR", folder.resolve("data").toString());
        return settings;
    }

    /** What closes the names in their database. */
    public MasterKeys masterKeys() {
        return MasterKeys.of(List.of(identityKey));
    }

    private Path identityKeyFile(Path folder) {
        Path file = folder.resolve("identity.key");
        try {
            if (!Files.exists(file)) {
                Path made = Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Path written = Files.writeString(made, Base64.getEncoder().encodeToString(identityKey));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static byte[] random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** What we show at the doors of one: we may do there whatever a system may. */
    public Pass pass(String url) {
        return new Pass(url, credential, System::nanoTime);
    }
}
