package flyt.access.screen;

/** What the screens count; called from any thread, must not block. */
public interface ScreenCounters {
    /** Somebody typed a code that no screen shows. */
    void wrongCode();

    /** A spent credential was used: somebody has a copy. */
    void stolen();
}
