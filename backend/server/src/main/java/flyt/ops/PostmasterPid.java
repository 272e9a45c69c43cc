package flyt.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code postmaster.pid} that a PostgreSQL server keeps in its data folder while it runs.
 *
 * @param pid process number, line 1 of the file; may be stale, and may by now be another program's
 */
record PostmasterPid(long pid) {

    /** What the file says; null when there is no such file or nothing sensible in it. */
    static @Nullable PostmasterPid read(Path file) throws PostgresTrouble {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? null
                    : new PostmasterPid(Long.parseLong(lines.get(0).strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return null;
        } catch (IOException e) {
            throw new PostgresTrouble("Cannot read " + file + ": " + e, e);
        }
    }

    /** Whether the process lives and is the PostgreSQL server of this data folder. */
    boolean isServerOf(Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().arguments())
                .map(arguments -> List.of(arguments).contains(data.toString()))
                .orElse(false);
    }
}
