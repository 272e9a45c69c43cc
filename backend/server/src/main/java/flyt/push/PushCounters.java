package flyt.push;

/** What the gateway counts. Called on event loops, must not block. */
public interface PushCounters {
    /** Counts nothing. */
    PushCounters NONE = new PushCounters() {
        @Override
        public void clients(int change) {}

        @Override
        public void frames(int written, long bytes) {}

        @Override
        public void caughtUp() {}

        @Override
        public void closed(int code) {}

        @Override
        public void eventToSocket(long nanos) {}
    };

    /** A client came (+1) or went (-1). */
    void clients(int change);

    /** Frames were handed to sockets, each counted once per socket. */
    void frames(int written, long bytes);

    /** A client that read slowly got one frame made for it instead of those it missed. */
    void caughtUp();

    /** A client was closed by the server for this WebSocket close code. */
    void closed(int code);

    /**
     * From the moment given with a batch until its frames were written and flushed to the sockets of one event loop.
     * Once per batch, stream and loop.
     */
    void eventToSocket(long nanos);
}
