package flyt.access.log;

import io.vertx.core.Future;

/** Where it is written who saw what about whom. */
public interface LogBook {
    /**
     * Writes a line before something is shown.
     *
     * @return done when the line is on disk; fails with {@link LogFull} and {@link flyt.journal.JournalAway}, and then nothing
     *     may be shown
     */
    Future<Void> write(LogEntry entry);

    /** Writes a line that nobody waits for, such as a refusal. */
    void note(LogEntry entry);
}
