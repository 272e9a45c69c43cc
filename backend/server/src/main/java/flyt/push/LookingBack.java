package flyt.push;

import flyt.board.Stream;
import flyt.domain.place.WardId;
import flyt.push.ClientMessage.Back;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one client looks back on: one hospital at a time, and nothing of it before the access log has what must be remembered.
 *
 * <p>Owned by the client's event loop.
 */
final class LookingBack implements Journey.Traveller {
    private static final int MOST_STREAMS = 4;

    private static final Refusal BUSY =
            new Refusal("busy", "As many look back as can at a time. Try again in a while.");
    private static final Refusal NO_NAMES = new Refusal("no-names-here", "Only the board of a ward has names.");

    private final BoardSocket socket;
    private final Viewer viewer;
    private final SocketLane lane;
    private final BoardSocket.Gateway gateway;
    private final Map<Stream, Runnable> seats = new HashMap<>();

    /** Asked for, and not shown before that is remembered: how it was asked for last. */
    private final Map<Stream, Back> coming = new HashMap<>();

    private @Nullable Journey journey;

    LookingBack(BoardSocket socket, Viewer viewer, SocketLane lane, BoardSocket.Gateway gateway) {
        this.socket = socket;
        this.viewer = viewer;
        this.lane = lane;
        this.gateway = gateway;
    }

    /** Shows a stream as it was; asked for again it moves to another moment. */
    void subscribe(Stream stream, Back back) {
        Refusal refusal = refusal(stream, back).orElse(null);
        if (refusal != null) {
            unsubscribe(stream);
            socket.refuse(stream, refusal);
            return;
        }
        NamedBy names = new NamedBy(back.reason(), viewer.treats(stream));
        if (journey != null && !journey.takes(stream, names)) {
            end();
        }
        if (journey == null && !gateway.journeys().tryAcquire()) {
            socket.refuse(stream, BUSY);
            return;
        }
        journey = journey != null ? journey : new Journey(stream.hospital(), names, this, gateway, lane);
        if (seats.containsKey(stream)) {
            journey.watch(stream, back);
        } else if (coming.put(stream, back) == null) {
            ask(journey, stream, back);
        }
    }

    private Optional<Refusal> refusal(Stream stream, Back back) {
        if (seats.size() + coming.size() >= MOST_STREAMS && !seats.containsKey(stream) && !coming.containsKey(stream)) {
            return Optional.of(BUSY);
        }
        return viewer.refusalOfPast(stream)
                .or(() -> gateway.source().refusal(stream))
                .or(() -> back.reason() != null && !stream.view().startsWith("ward.")
                        ? Optional.of(NO_NAMES)
                        : Optional.empty());
    }

    private void ask(Journey mine, Stream stream, Back back) {
        Future<Runnable> seat = viewer.lookBack(stream, back.reason());
        if (seat.isComplete()) {
            seated(mine, stream, seat);
        } else {
            var unused = seat.onComplete(written -> lane.execute(() -> {
                seated(mine, stream, seat);
                lane.flush();
            }));
        }
    }

    private void seated(Journey mine, Stream stream, Future<Runnable> seat) {
        Back back = mine == journey ? coming.remove(stream) : null;
        if (back == null) {
            // gone or unsubscribed meanwhile
            if (seat.succeeded()) {
                seat.result().run();
            }
        } else if (seat.failed()) {
            socket.refuse(stream, BoardSocket.NOT_REMEMBERED);
            endIfEmpty();
        } else {
            seats.put(stream, seat.result());
            mine.watch(stream, back);
        }
    }

    void play(double rate) {
        if (journey != null) {
            journey.play(rate);
        }
    }

    void unsubscribe(Stream stream) {
        coming.remove(stream);
        Runnable seat = seats.remove(stream);
        if (seat != null && journey != null) {
            seat.run();
            journey.leave(stream);
        }
        endIfEmpty();
    }

    /** Whether something is looked back on that may not be any more, or not with these names. */
    boolean isRefused() {
        WardId treats = journey == null ? null : journey.names().treats();
        return seats.keySet().stream()
                .anyMatch(stream ->
                        viewer.refusalOfPast(stream).isPresent() || !Objects.equals(treats, viewer.treats(stream)));
    }

    /** The client is gone. */
    void end() {
        if (journey != null) {
            journey.end();
            journey = null;
            gateway.journeys().release();
            coming.clear();
            seats.values().forEach(Runnable::run);
            seats.clear();
        }
    }

    private void endIfEmpty() {
        if (seats.isEmpty() && coming.isEmpty()) {
            end();
        }
    }

    @Override
    public boolean canTake() {
        return socket.canTake();
    }

    @Override
    public void send(Frame frame) {
        socket.write(frame);
        frame.release();
    }

    @Override
    public void flush() {
        lane.flush();
    }

    @Override
    public void ended(Refusal why) {
        var streams = journey == null ? java.util.Set.<Stream>of() : journey.streams();
        end();
        streams.forEach(stream -> socket.refuse(stream, why));
        lane.flush();
    }
}
