package flyt.journal;

import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells the failures of the database apart: away, unstorable, or a fault of ours. */
final class Outage {
    private Outage() {}

    /** The future with its failure put into the words of this package. */
    static <T> Future<T> told(Future<T> future) {
        return future.recover(failure -> Future.failedFuture(told(failure)));
    }

    /** The failure in the words of this package; one of ours, or unknown to us, is itself. */
    static Throwable told(Throwable failure) {
        if (failure instanceof PgException refused) {
            String state = refused.getSqlState() == null ? "" : refused.getSqlState();
            if (state.startsWith("22")) {
                return new Unstorable("PostgreSQL cannot store a value (SQL state " + state + ")");
            }
            return isAway(state) ? new JournalAway(refused) : refused;
        }
        if (failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof VertxException) {
            return new JournalAway(failure);
        }
        return failure;
    }

    /**
     * 08 connection, 53 out of resources, 57 stopped by operator or time limit, 58 disk, 25006 a
     * standby.
     */
    private static boolean isAway(String state) {
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("25006");
    }
}
