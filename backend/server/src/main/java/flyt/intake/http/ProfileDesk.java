package flyt.intake.http;

import flyt.access.FaultyFile;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Where the profiles of senders are seen, and read anew from their file. */
public interface ProfileDesk {

    /** A profile in force. {@code hospitals}: of whom its senders tell. */
    record Profile(String id, int version, String source, Set<String> hospitals) {
        public Profile {
            hospitals = new TreeSet<>(hospitals);
        }
    }

    /** All of them, by id. */
    List<Profile> inForce();

    /**
     * Reads the file anew, on every member: taken whole or not at all.
     *
     * @param yours whether what comes to a hospital may be changed by who asks
     * @return what is in force then; fails with {@link FaultyFile}
     */
    Future<List<Profile>> reload(Predicate<String> yours);
}
