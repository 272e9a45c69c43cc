package flyt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The file that tells whoever runs the server how to become its first administrator. */
final class SetupLink {
    private static final String NAME = "first-administrator.txt";

    private SetupLink() {}

    /**
     * Writes it anew, readable by its owner alone.
     *
     * @param publicUrl where browsers reach the server; empty: as they do
     * @return where it is
     */
    static Path write(Path folder, String publicUrl, String secret) throws IOException {
        Path file = Files.createDirectories(folder).resolve(NAME);
        boolean unused = Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(
                file,
                "Open this in a browser on the server's address. It works once, for an hour; a restart makes a new one.\n\n"
                        + publicUrl + "/sign-in?setup=" + secret + "\n");
    }
}
