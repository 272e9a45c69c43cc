package flyt.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the installation's master keys: one key of 32 random bytes a line, in Base64. The first one is used for what is
 * new, the others only open what they closed; so a key is changed by a new first line and a restart.
 *
 * <p>Without it nobody can be named any more: it is to be backed up, and apart from the database, since names erased here come
 * back from a backup that has both.
 */
public final class MasterKeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyFile.class);
    private static final int BYTES = 32;

    private MasterKeyFile() {}

    /**
     * The keys of a file, as bytes.
     *
     * @throws IllegalArgumentException with a sentence for the operator, without anything of the file
     */
    public static List<byte[]> read(Path file) {
        List<byte[]> keys = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    keys.add(key(file, line.strip()));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The identity key file " + file + " cannot be read: " + e, e);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("The identity key file " + file + " holds no key");
        }
        return keys;
    }

    /** As {@link #read}; a file that is not there is made first, with one key, readable by this user only. */
    public static List<byte[]> readOrMake(Path file) {
        if (!Files.exists(file)) {
            make(file);
        }
        return read(file);
    }

    private static void make(Path file) {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var made = Files.newByteChannel(
                    file, java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
                String line = Base64.getEncoder().encodeToString(key) + "\n";
                int unused =
                        made.write(java.nio.ByteBuffer.wrap(line.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The identity key file " + file + " cannot be made: " + e, e);
        }
        LOG.info(
                "Made the identity key {}. Back it up, apart from the database: without it no name can be read,"
                        + " and beside a backup it brings back the erased ones",
                file.toAbsolutePath());
    }

    private static byte[] key(Path file, String line) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            // its message would show a part of the key
            key = new byte[0];
        }
        if (key.length != BYTES) {
            throw new IllegalArgumentException(
                    "The identity key file " + file + " has a line that is not 32 bytes in Base64");
        }
        return key;
    }
}
