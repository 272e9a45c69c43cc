package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Recorded;
import flyt.domain.place.BedId;
import flyt.domain.place.Places;
import flyt.domain.stay.Course;
import flyt.domain.stay.FactKey;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayId;
import flyt.domain.stay.Told;
import flyt.journal.EventCodec;
import flyt.journal.EventRow;
import flyt.journal.EventTypes;
import flyt.journal.Identities;
import flyt.journal.Journal;
import flyt.journal.Snapshots;
import flyt.runtime.StateLoader.Loaded;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What was: the rows of any past moment and the history of any stay, worked out from the journal on any member. */
final class Past {
    private static final int THREADS = 2;

    private final Journal journal;
    private final Identities identities;
    private final StateLoader loader;
    private final EventCodec codec;
    private final WorkerExecutor threads;

    Past(Vertx vertx, Journal journal, Snapshots snapshots, Identities identities, EventCodec codec) {
        this.threads = vertx.createSharedWorkerExecutor("past", THREADS);
        this.journal = journal;
        this.identities = identities;
        this.loader = new StateLoader(journal, snapshots, codec);
        this.codec = codec;
    }

    /** A hospital as it was at a moment of its time, to go on from there. */
    Future<Playback> playback(String id, LookBack back, Playback.Present present) {
        return Playback.open(this, id, back, present);
    }

    /** The hospital at a moment. */
    Future<Loaded> load(String id, Instant at) {
        return journal.seqAt(id, at).compose(seq -> loader.load(id, seq.orElse(0)));
    }

    /** The hospital at a later moment; {@code each} is shown what happened between and what it led to, on a worker thread. */
    Future<Loaded> goOn(String id, Loaded from, Instant to, BiConsumer<Recorded, Hospital> each) {
        return journal.seqAt(id, to)
                .compose(seq -> seq.orElse(0) <= from.seq()
                        ? Future.succeededFuture(new Loaded(from.hospital(), from.seq(), 0))
                        : loader.goOn(id, from, seq.getAsLong(), each));
    }

    Identities identities() {
        return identities;
    }

    /** Work on rows of the past, a few at a time: what is now comes first on every other thread. */
    <T> Future<T> worked(Callable<T> work) {
        return threads.executeBlocking(work, false);
    }

    /**
     * The history of a stay.
     *
     * @param live the hospital now, where this member has it; else it is worked out
     */
    Future<@Nullable StayHistory> stay(String id, StayId stay, @Nullable Hospital live) {
        if (live != null && live.stays().course(stay) != null) {
            return history(id, stay, live);
        }
        return journal.readStay(id, stay.value()).compose(rows -> {
            if (rows.isEmpty()) {
                return Future.succeededFuture(null);
            }
            long last = rows.get(rows.size() - 1).seq();
            return loader.load(id, last)
                    .compose(loaded -> loaded.hospital() == null
                            ? Future.succeededFuture(null)
                            : history(id, stay, loaded.hospital()));
        });
    }

    private Future<@Nullable StayHistory> history(String id, StayId stay, Hospital hospital) {
        Course course = hospital.stays().course(stay);
        if (course == null) {
            return Future.succeededFuture(null);
        }
        List<Future<List<EventRow>>> reads = new ArrayList<>();
        hospital.stays().numbers(stay).forEach(number -> reads.add(journal.readStay(id, number.value())));
        for (Told told : hospital.stays().facts(stay)) {
            if (!hospital.stays().numbers(stay).contains(told.fact().stay())) {
                reads.add(journal.readStay(id, told.fact().stay().value()));
            }
        }
        return Future.all(reads).map(done -> {
            Map<FactKey, Long> numbers = new HashMap<>();
            for (Future<List<EventRow>> read : reads) {
                for (EventRow row : read.result()) {
                    Recorded recorded = loader.recorded(row);
                    if (recorded.event() instanceof StayFact fact) {
                        numbers.put(new Told(recorded.header(), fact).key(), row.seq());
                    }
                }
            }
            return new StayHistory(
                    course.stay(),
                    course.patient() == null ? null : hospital.stays().resolve(course.patient()),
                    course.status(),
                    course.patientClass(),
                    course.responsibleWard(),
                    placements(course, hospital.places()),
                    facts(hospital, stay, numbers));
        });
    }

    private List<StayHistory.Placement> placements(Course course, Places places) {
        return course.placements().stream()
                .map(placement -> {
                    BedId bed = placement.place().bed();
                    Places.BedPlace known = bed == null ? null : places.bed(bed);
                    return new StayHistory.Placement(
                            placement.place().ward(),
                            known == null || known.room() == null
                                    ? null
                                    : known.room().id(),
                            bed,
                            placement.from(),
                            placement.to(),
                            EventTypes.of(placement.kind()),
                            placement.by());
                })
                .toList();
    }

    private List<StayHistory.Fact> facts(Hospital hospital, StayId stay, Map<FactKey, Long> numbers) {
        List<Told> all = List.copyOf(hospital.stays().facts(stay));
        Map<FactKey, MessageKey> cancelled =
                hospital.stays().effectiveFacts(stay).cancelledBy();
        Map<MessageKey, Long> byMessage = new HashMap<>();
        all.forEach(told -> byMessage.put(told.header().message(), number(told, numbers)));
        return all.stream()
                .map(told -> {
                    EventHeader header = told.header();
                    var by = cancelled.get(told.key());
                    return new StayHistory.Fact(
                            codec.type(told.fact()),
                            header.occurredAt(),
                            header.recordedAt(),
                            header.message(),
                            number(told, numbers),
                            by == null ? null : byMessage.get(by),
                            told.fact());
                })
                .sorted(Comparator.comparingLong(StayHistory.Fact::seq))
                .toList();
    }

    private static long number(Told told, Map<FactKey, Long> numbers) {
        return numbers.getOrDefault(told.key(), 0L);
    }
}
