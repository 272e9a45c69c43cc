package flyt.runtime;

import flyt.board.Identity;
import flyt.board.RowBook;
import flyt.board.RowUpdate;
import flyt.board.Stream;
import flyt.domain.Hospital;
import flyt.domain.event.Id;
import flyt.domain.event.Recorded;
import flyt.domain.event.StaffKey;
import flyt.domain.place.WardId;
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
    private final LookBack back;
    private final Present present;

    /** Whom whoever looks treats now, under every key they ever had: these have names though nobody else has. */
    private final Set<PatientKey> treated;

    /** Who was asked for. */
    private final Set<Id> met = new HashSet<>();

    private Loaded then;
    private @Nullable RowBook book;
    private Instant at;

    /** Hospital time when it was asked for last. */
    private Instant end;

    /** The hospital as it is, beside what it was. */
    interface Present {
        /** What time it is there. */
        Future<Instant> time();

        /** The patients that a ward treats now, under every key they ever had. */
        Future<Set<PatientKey>> treatedIn(WardId ward);
    }

    private Playback(
            Past past,
            String hospital,
            LookBack back,
            Loaded then,
            Instant now,
            Present present,
            Set<PatientKey> treated) {
        this.past = past;
        this.hospital = hospital;
        this.back = back;
        this.at = back.at();
        this.then = then;
        this.end = now;
        this.present = present;
        this.treated = treated;
    }

    /** A moment of a journal that nobody writes, nobody named: for whoever measures what that costs. */
    public static Future<Playback> open(Vertx vertx, Database database, String hospital, Instant at) {
        Past past = new Past(
                vertx, new Journal(database), new Snapshots(database), new Identities(database), new EventCodec());
        Present nobody = new Present() {
            @Override
            public Future<Instant> time() {
                return Future.succeededFuture(at);
            }

            @Override
            public Future<Set<PatientKey>> treatedIn(WardId ward) {
                return Future.succeededFuture(Set.of());
            }
        };
        return open(past, hospital, new LookBack(at, false), nobody);
    }

    /** What is yet to come is as it is now. */
    static Future<Playback> open(Past past, String hospital, LookBack back, Present present) {
        return present.time().compose(now -> treated(back, present).compose(treated -> {
            LookBack there = back.until(now);
            return past.load(hospital, there.at()).compose(loaded -> {
                Playback playback = new Playback(past, hospital, there, loaded, now, present, treated);
                return playback.people().compose(known -> past.worked(() -> playback.begin(known)));
            });
        }));
    }

    private static Future<Set<PatientKey>> treated(LookBack back, Present present) {
        return back.treats() == null ? Future.succeededFuture(Set.of()) : present.treatedIn(back.treats());
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

    /** Whether everybody who has a name here for being treated now still is; else it has to be opened anew. */
    public Future<Boolean> stillTreated() {
        return treated(back, present).map(now -> now.containsAll(treated));
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
                : present.time().compose(now -> {
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
     * Who is behind the keys. Whoever gave no reason needs only to know who is protected, of those who are in the hospital, and who looks
     * after whom they treat: a question as large as the hospital and not as its history. Whoever gave one has all who are still known.
     */
    private Future<Collection<IdentityRow>> people() {
        Set<Id> keys = then.hospital() == null ? new HashSet<>() : concerned(then.hospital());
        keys.removeAll(met);
        boolean first = met.isEmpty();
        met.addAll(keys);
        if (back.named()) {
            return first
                    ? past.identities().all(hospital).map(known -> known.values())
                    : Future.succeededFuture(List.of());
        }
        List<String> asked = keys.stream().map(Id::value).toList();
        return asked.isEmpty()
                ? Future.succeededFuture(List.of())
                : past.identities().of(hospital, asked).map(known -> known.values());
    }

    /** The patients, and who looked after those who are treated now. */
    private Set<Id> concerned(Hospital hospital) {
        Set<Id> keys = new HashSet<>();
        for (Course course : hospital.stays().courses()) {
            PatientKey patient = course.patient();
            if (patient == null) {
                continue;
            }
            keys.add(patient);
            keys.add(hospital.stays().resolve(patient));
            if (treated.contains(patient)) {
                add(keys, hospital.nurseOf(course));
                add(keys, hospital.doctorOf(course));
            }
        }
        return keys;
    }

    private static void add(Set<Id> keys, @Nullable StaffKey staff) {
        if (staff != null) {
            keys.add(staff);
        }
    }

    private List<Identity> identities(Collection<IdentityRow> rows) {
        List<Identity> known = IdentityReading.each(rows);
        if (back.named()) {
            return known;
        }
        List<Identity> shown = new ArrayList<>();
        for (Identity one : known) {
            if (!(one instanceof Identity.OfPatient patient) || treated.contains(patient.key())) {
                shown.add(one);
            } else if (patient.isProtected()) {
                shown.add(new Identity.OfPatient(patient.key(), null, null, null, true));
            }
        }
        return shown;
    }
}
