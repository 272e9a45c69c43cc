package flyt.push;

import flyt.board.RowBatch;
import flyt.runtime.Onlookers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;

/**
 * Carries what a hospital's owner pushes to the clients of all members: straight to this member's own, by one message per
 * batch to each other member. A message that is lost shows at the next one, as a gap.
 *
 * <p>Publish from one context per hospital, so that messages leave in order.
 */
public final class MemberRelay implements Onlookers {
    /** One for batches and beats alike: Vert.x keeps the order within an address, and a beat must not overtake rows. */
    private static final String ADDRESS = "flyt.push";

    private static final String FROM = "from";
    private static final String HOSPITAL = "hospital";

    private final Vertx vertx;
    private final String memberId;
    private final BoardSockets sockets;
    private final MessageConsumer<Object> consumer;

    private MemberRelay(Vertx vertx, String memberId, BoardSockets sockets) {
        this.vertx = vertx;
        this.memberId = memberId;
        this.sockets = sockets;
        this.consumer = vertx.eventBus().consumer(ADDRESS, this::hear);
    }

    private void hear(Message<Object> message) {
        if (memberId.equals(message.headers().get(FROM))) {
            return;
        }
        if (message.body() instanceof RowBatch batch) {
            sockets.onBatch(batch);
        } else {
            sockets.onBeat(message.headers().get(HOSPITAL), (byte[]) message.body());
        }
    }

    /**
     * Starts listening to the other members. Once per Vert.x.
     *
     * @param memberId who this member is among the others
     * @return done when the other members know that this one listens
     */
    public static Future<MemberRelay> start(Vertx vertx, String memberId, BoardSockets sockets) {
        var bus = vertx.eventBus().registerCodec(new RowBatchCodec());
        MemberRelay relay = new MemberRelay(vertx, memberId, sockets);
        return relay.consumer.completion().map(relay);
    }

    /**
     * Pushes a committed batch of a hospital this member owns.
     *
     * @param bornNanos see {@link BoardSockets#onBatch(RowBatch, long)}
     */
    @Override
    public void rows(RowBatch batch, long bornNanos) {
        sockets.onBatch(batch, bornNanos);
        var bus = vertx.eventBus().publish(ADDRESS, batch, options().setCodecName(RowBatchCodec.NAME));
    }

    /** Pushes the beat of a hospital this member owns: a whole {@code beat} frame, UTF-8. */
    @Override
    public void beat(String hospital, byte[] json) {
        sockets.onBeat(hospital, json);
        var bus = vertx.eventBus().publish(ADDRESS, json, options().addHeader(HOSPITAL, hospital));
    }

    /** Stops listening. */
    public Future<Void> stop() {
        var bus = vertx.eventBus().unregisterCodec(RowBatchCodec.NAME);
        return consumer.unregister();
    }

    private DeliveryOptions options() {
        return new DeliveryOptions().addHeader(FROM, memberId);
    }
}
