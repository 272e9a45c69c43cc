package flyt.access.log;

/** What the access log counts; called from any thread, must not block. */
public interface LogCounters {
    /** A line was not kept: the queue was full, or the database cannot hold the line. */
    void notKept();

    /** Something was not shown, since it could not be logged. */
    void notShown();

    /** Somebody took a relation in an emergency. */
    void glassBroken();
}
