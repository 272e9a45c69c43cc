package flyt.runtime;

import flyt.board.Identity;
import flyt.board.RowBook;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.domain.Hospital;
import flyt.domain.event.Recorded;
import flyt.domain.stay.Course;
import flyt.domain.stay.PatientKey;
import flyt.journal.Database;
import flyt.journal.EventCodec;
import flyt.journal.Identities;
import flyt.journal.IdentityRow;
import flyt.journal.Journal;
import flyt.journal.Snapshots;
import flyt.runtime.StateLoader.Loaded;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A hospital as it was, from one moment on: its rows then, and what changed in them as time went on. What was told later is not in
 * it, so a clock that jumped is a while in which nothing changes, and then everything.
 *
 * <p>For one caller, who waits for each answer before the next question. The work is done on the threads of {@link Past}.
 */
public final class Playback {
    private final Past past;
    private final String hospital;
    private final boolean named;
    private final Supplier<Future<Instant>> clock;

    /** Whose protection was asked for. */
    private final Set<PatientKey> met = new HashSet<>();

    private Loaded then;
    private @Nullable RowBook book;
    private Instant at;

    /** Hospital time when it was asked for last. */
    private Instant end;

    private Playback(
            Past past, String hospital, LookBack back, Loaded then, Instant now, Supplier<Future<Instant>> clock) {
        this.past = past;
        this.hospital = hospital;
        this.named = back.named();
        this.at = back.at();
        this.then = then;
        this.end = now;
        this.clock = clock;
    }

    /** A moment of a journal that nobody writes, nobody named: for whoever measures what that costs. */
    public static Future<Playback> open(Vertx vertx, Database database, String hospital, Instant at) {
        Past past = new Past(
                vertx, new Journal(database), new Snapshots(database), new Identities(database), new EventCodec());
        return open(past, hospital, new LookBack(at, false), () -> Future.succeededFuture(at));
    }

    /** What is yet to come is as it is now. {@code clock}: what time it is there. */
    static Future<Playback> open(Past past, String hospital, LookBack back, Supplier<Future<Instant>> clock) {
        return clock.get().compose(now -> {
            LookBack there = back.until(now);
            return past.load(hospital, there.at()).compose(loaded -> {
                Playback playback = new Playback(past, hospital, there, loaded, now, clock);
                return playback.people().compose(known -> past.worked(() -> playback.begin(known)));
            });
        });
    }

    /** The moment shown, hospital time. */
    public Instant at() {
        return at;
    }

    /** Number of the last event that is in it. */
    public long seq() {
        return then.seq();
    }

    /** How many events were read for the last answer. */
    public long read() {
        return then.read();
    }

    /** The rows of a stream, sorted by key; none before the hospital was defined. */
    public List<RowUpdate> rows(Stream stream) {
        return book == null ? List.of() : book.rows(stream);
    }

    /** Whether this is all that has happened so far. */
    public boolean isAtEnd() {
        return at.equals(end);
    }

    /**
     * Lets time go on, as far as there is any.
     *
     * @param to not before {@link #at}
     * @return the rows that are others then, of all streams, each once
     */
    public Future<List<RowUpdate>> goOn(Instant to) {
        if (to.isBefore(at)) {
            return Future.failedFuture(new IllegalArgumentException("time does not go back"));
        }
        return to.isBefore(end)
                ? follow(to)
                : clock.get().compose(now -> {
                    end = now.isAfter(at) ? now : at;
                    return follow(to.isBefore(end) ? to : end);
                });
    }

    private Future<List<RowUpdate>> follow(Instant to) {
        List<Recorded> events = new ArrayList<>();
        return past.goOn(hospital, then, to, (recorded, after) -> events.add(recorded))
                .compose(later -> {
                    then = later;
                    return events.isEmpty()
                            ? Future.succeededFuture(List.<RowUpdate>of())
                            : people().compose(learned -> past.worked(() -> follow(events, learned)));
                })
                .onSuccess(changed -> at = to);
    }

    /** The {@code beat} frame of the moment shown; {@code rate}: seconds of its time per second. */
    public byte[] beat(double rate) {
        return Beat.ofThen(hospital, then.seq(), at, rate);
    }

    private Playback begin(Collection<IdentityRow> known) {
        Hospital state = then.hospital();
        if (state != null) {
            book = new RowBook(state, flyt.board.Identities.of(identities(known)));
        }
        return this;
    }

    private List<RowUpdate> follow(List<Recorded> events, Collection<IdentityRow> learned) {
        Hospital state = then.hospital();
        if (book == null || state == null) {
            return begin(learned).book == null ? List.of() : book.rows();
        }
        return book.follow(state, events, identities(learned));
    }

    /**
     * Who is behind the keys. Whoever gave no reason needs only to know who is protected, and of those who are in the hospital: a
     * question as large as the hospital and not as its history. Whoever gave one has all who are still known.
     */
    private Future<Collection<IdentityRow>> people() {
        Set<PatientKey> keys = then.hospital() == null ? new HashSet<>() : patients(then.hospital());
        keys.removeAll(met);
        boolean first = met.isEmpty();
        met.addAll(keys);
        if (named) {
            return first
                    ? past.identities().all(hospital).map(known -> known.values())
                    : Future.succeededFuture(List.of());
        }
        List<String> asked = keys.stream().map(PatientKey::value).toList();
        return asked.isEmpty()
                ? Future.succeededFuture(List.of())
                : past.identities().of(hospital, asked).map(known -> known.values());
    }

    private static Set<PatientKey> patients(Hospital hospital) {
        Set<PatientKey> keys = new HashSet<>();
        for (Course course : hospital.stays().courses()) {
            if (course.patient() != null) {
                keys.add(course.patient());
                keys.add(hospital.stays().resolve(course.patient()));
            }
        }
        return keys;
    }

    private List<Identity> identities(Collection<IdentityRow> rows) {
        return named
                ? IdentityReading.each(rows)
                : rows.stream()
                        .filter(row -> row.kind().equals(IdentityRow.PATIENT) && Boolean.TRUE.equals(row.isProtected()))
                        .map(row ->
                                (Identity) new Identity.OfPatient(new PatientKey(row.key()), null, null, null, true))
                        .collect(Collectors.toList());
    }
}
