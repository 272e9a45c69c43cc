package flyt.push;

import flyt.board.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One client's place in one stream. All the server remembers of what a client has is one number; the rows a slow client
 * has missed are found by it when the client can take them.
 *
 * <p>Touched on the client's event loop only.
 */
final class Subscription {
    private final BoardSocket socket;
    private final HospitalStreams hospital;
    private final Stream stream;
    private long sentSeq = Frame.WHOLE;
    private boolean behind = true;

    Subscription(BoardSocket socket, HospitalStreams hospital, Stream stream) {
        this.socket = socket;
        this.hospital = hospital;
        this.stream = stream;
    }

    Stream stream() {
        return stream;
    }

    boolean isBehind() {
        return behind;
    }

    /** Starts over: the next frame is a snapshot. */
    void restart() {
        sentSeq = Frame.WHOLE;
        behind = true;
    }

    /** Takes the stream's next frame if the client can; if not the client is behind from here on. */
    void offer(Frame frame) {
        if (behind || (sentSeq != Frame.WHOLE && frame.seq() <= sentSeq)) {
            return;
        }
        if ((frame.isSnapshot() || frame.prev() == sentSeq) && socket.canTake()) {
            send(frame);
        } else {
            behind = true;
            socket.onBehind();
        }
    }

    /** Sends what the client lacks, in one frame; only to a client that can take it. */
    void catchUp(PushCounters counters) {
        Frame frame = hospital.catchUp(stream, sentSeq);
        behind = false;
        if (frame != null) {
            if (!frame.isSnapshot()) {
                counters.caughtUp();
            }
            send(frame);
            frame.release();
        }
    }

    private void send(Frame frame) {
        boolean first = sentSeq == Frame.WHOLE;
        socket.write(frame);
        sentSeq = frame.seq();
        if (first) {
            greet(hospital.beat());
        }
    }

    private void greet(@Nullable Frame beat) {
        if (beat != null) {
            socket.write(beat);
            beat.release();
        }
    }
}
