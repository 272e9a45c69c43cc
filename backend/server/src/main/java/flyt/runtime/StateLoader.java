package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.event.Source;
import flyt.domain.event.StaffKey;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.journal.EventCodec;
import flyt.journal.EventRow;
import flyt.journal.Journal;
import flyt.journal.Snapshots;
import flyt.journal.StateCodec;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a hospital's state from its journal: the newest snapshot that is old enough, and the events after it. */
final class StateLoader {
    private static final Logger LOG = LoggerFactory.getLogger(StateLoader.class);

    /**
     * A hospital as of an event; null before its definition.
     *
     * @param read how many events were read for it
     */
    record Loaded(@Nullable Hospital hospital, long seq, long read) {
        /** Before the first event. */
        static final Loaded NOTHING = new Loaded(null, 0, 0);
    }

    private final Journal journal;
    private final Snapshots snapshots;
    private final EventCodec codec;

    StateLoader(Journal journal, Snapshots snapshots, EventCodec codec) {
        this.journal = journal;
        this.snapshots = snapshots;
        this.codec = codec;
    }

    /**
     * The hospital as of an event. A way so long that no snapshot of today's format lies on it gets some, so that it is gone once:
     * after an upgrade, or where the snapshots were thrown away.
     *
     * @param upTo number of the event, inclusive; {@link Long#MAX_VALUE} for all there are
     * @return fails with {@link flyt.journal.JournalAway}, or with what an unreadable event says: a replay stops loudly
     */
    Future<Loaded> load(String hospital, long upTo) {
        return snapshots
                .latest(hospital, StateCodec.FORMAT, upTo, body -> StateCodec.decode(body.getBytes()))
                .compose(found -> {
                    Loaded from = found.map(snapshot -> new Loaded(snapshot.state(), snapshot.seq(), 0))
                            .orElse(Loaded.NOTHING);
                    return goOn(hospital, from, upTo, new Milestones(hospital, from.seq()));
                });
    }

    /** The hospital after the events that came after a state; each is shown with what it led to, on a worker thread. */
    Future<Loaded> goOn(String hospital, Loaded from, long upTo, BiConsumer<Recorded, Hospital> each) {
        Replay replay = new Replay(from.hospital());
        return journal.read(hospital, from.seq() + 1, upTo, rows -> replay.take(rows, each))
                .map(last -> new Loaded(replay.hospital, last, last - from.seq()));
    }

    /** Snapshots left on a long way. On worker threads, one batch after the other. */
    private final class Milestones implements BiConsumer<Recorded, Hospital> {
        private final String hospital;
        private long last;
        private long seq;
        private Future<Void> saved = Future.succeededFuture();

        Milestones(String hospital, long from) {
            this.hospital = hospital;
            this.last = from;
            this.seq = from;
        }

        @Override
        public void accept(Recorded recorded, Hospital after) {
            seq++;
            if (seq - last >= Snapshots.SPACING) {
                last = seq;
                long here = seq;
                Buffer body = Buffer.buffer(StateCodec.encode(after));
                saved = saved.compose(before -> snapshots.save(hospital, here, StateCodec.FORMAT, body))
                        .onFailure(failure -> LOG.debug("No snapshot of {} on the way", hospital, failure));
            }
        }
    }

    /** Works on a worker thread, since a long journal takes seconds; reading is spread over the cores, applying cannot be. */
    private final class Replay {
        private @Nullable Hospital hospital;

        Replay(@Nullable Hospital hospital) {
            this.hospital = hospital;
        }

        void take(List<EventRow> rows, BiConsumer<Recorded, Hospital> each) {
            List<Recorded> events =
                    rows.parallelStream().map(StateLoader.this::recorded).toList();
            for (Recorded recorded : events) {
                Hospital after = after(hospital, recorded);
                each.accept(recorded, after);
                hospital = after;
            }
        }
    }

    /** What the journal has in a row. */
    Recorded recorded(EventRow row) {
        EventHeader header = new EventHeader(
                row.occurredAt(),
                row.recordedAt(),
                new MessageKey(new Source(row.source()), row.messageId()),
                row.actor() == null ? null : new StaffKey(row.actor()));
        return new Recorded(header, codec.decode(row.type(), row.body()));
    }

    private static Hospital after(@Nullable Hospital hospital, Recorded recorded) {
        if (hospital != null) {
            return hospital.apply(recorded);
        }
        if (recorded.event() instanceof HospitalDefined first) {
            return Hospital.begin(recorded.header(), first).apply(recorded);
        }
        throw new IllegalStateException("A journal must begin with HospitalDefined");
    }
}
