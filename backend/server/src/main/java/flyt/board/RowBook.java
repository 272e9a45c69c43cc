package flyt.board;

import flyt.domain.Hospital;
import flyt.domain.duty.Message;
import flyt.domain.duty.MessageId;
import flyt.domain.duty.Worker;
import flyt.domain.event.Id;
import flyt.domain.event.Recorded;
import flyt.domain.event.StaffKey;
import flyt.domain.place.BedId;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every row of one hospital as it was last written, in all streams and at all levels. It follows the hospital event by event and
 * tells which rows became others; whoever puts those into an older copy has the same rows, byte for byte, as a book opened anew.
 *
 * <p>Rows can be worked out before it is sure that the events behind them will stand: what is read here stays as it was until
 * they are kept.
 *
 * <p>For one thread: the hospital's writer.
 */
public final class RowBook {
    private WrittenRows rows = new WrittenRows();

    /** What rows are written into: {@code rows}, or what will take its place. */
    private WrittenRows made = rows;

    private Map<WardId, Census> censuses = new LinkedHashMap<>();
    private Mentions mentions = new Mentions();
    private LeftToday leftToday = new LeftToday();
    private final RequestBook requests = new RequestBook();
    private Moment moment;
    private @Nullable Moment standing;

    /** A book of all rows of the hospital as it is. */
    public RowBook(Hospital hospital, Identities identities) {
        moment = Moment.of(hospital, identities);
        writeAll();
        keep();
    }

    /** All rows, sorted by stream and key. */
    public List<RowUpdate> rows() {
        return rows.all();
    }

    /** The rows of one stream, sorted by key. */
    public List<RowUpdate> rows(Stream stream) {
        return rows.of(stream);
    }

    /** How many rows there are in all streams together. */
    public int size() {
        return rows.size();
    }

    /** The people behind the keys, as known now. */
    public Identities identities() {
        return (standing == null ? moment : standing).identities();
    }

    /** As {@link #foresee}, and kept at once. */
    public List<RowUpdate> follow(Hospital after, List<Recorded> events, Collection<? extends Identity> learned) {
        List<RowUpdate> changed = foresee(after, events, learned);
        keep();
        return changed;
    }

    /**
     * Works out what some events will change. To be followed by {@link #keep} or {@link #takeBack}, and by nothing else.
     *
     * @param after the hospital that these events, applied to the one followed so far, add up to
     * @param events in order
     * @param learned people who came to be known with them, or known better
     * @return the rows that will have changed or be gone, each once
     */
    public List<RowUpdate> foresee(Hospital after, List<Recorded> events, Collection<? extends Identity> learned) {
        Identities known = moment.identities();
        Set<Id> renamed = new LinkedHashSet<>();
        for (Identity identity : learned) {
            Identities better = known.with(identity);
            if (better != known) {
                renamed.add(identity.key());
            }
            known = better;
        }
        return foresee(after, events, known, renamed);
    }

    /** What was foreseen has come true: it is what is read from now on. */
    public void keep() {
        rows = made;
        rows.keep();
        standing = null;
    }

    /** What was foreseen has not come true: all is as it was. Costs as much as opening the book anew, which it does. */
    public void takeBack() {
        moment = Objects.requireNonNullElse(standing, moment);
        writeAll();
        keep();
    }

    /** Forgets a person who was erased, by patient or staff key; the rows that named them change. */
    public List<RowUpdate> forget(Id person) {
        List<RowUpdate> changed =
                foresee(moment.hospital(), List.of(), moment.identities().without(person), Set.of(person));
        keep();
        return changed;
    }

    private List<RowUpdate> foresee(Hospital after, List<Recorded> events, Identities known, Set<Id> renamed) {
        Moment before = moment;
        standing = before;
        moment = before.then(after, known);
        Touched touched = Touched.by(before, moment, events, renamed, mentions);
        if (touched.everything()) {
            writeAll();
            return made.changesFrom(rows);
        }
        writeTouched(before, touched);
        return made.changes();
    }

    private void writeAll() {
        made = new WrittenRows();
        censuses = new LinkedHashMap<>();
        mentions = new Mentions();
        leftToday = new LeftToday();
        Hospital hospital = moment.hospital();
        hospital.stays().courses().forEach(course -> remember(course.stay()));
        hospital.places().beds().forEach(place -> mentions.bed(moment, place.bed()));
        hospital.tasks().open().forEach(task -> mentions.task(moment, task.id()));
        for (Plan.WardPlan ward : moment.plan().wards()) {
            mentions.ward(moment, ward.ward().id());
            Census census = Census.of(moment, ward, leftToday.from(ward.ward().id()));
            censuses.put(ward.ward().id(), census);
            HeadRow.write(moment, census, made);
            HouseRows.writeWard(moment, census, made);
            PanelRows.writeNurses(moment, null, census, made);
            ward.beds().forEach(this::writeBed);
        }
        HouseRows.writeHouse(moment, censuses.values(), leftToday, made);
        hospital.tasks().open().forEach(task -> writeTask(task.id(), task));
        hospital.duties().workers().keySet().forEach(worker -> {
            mentions.worker(moment, worker);
            writeWorker(worker, null);
        });
        hospital.duties().messages().keySet().forEach(message -> {
            mentions.message(moment, message);
            writeMessage(message, null);
        });
        hospital.stays().courses().forEach(course -> writeStay(course.stay(), wardsOf(moment, course.stay())));
        ConflictRows.writeAll(moment, made);
        ForecastRows.write(moment, made);
        requests.writeAll(moment, made);
        mentions.alerts(moment);
        AlertRows.write(null, moment, made);
        made.keep();
    }

    /** By the stay of each who waits for a bed, with whom that patient may be mixed up by name; who has none is not in it. */
    public Map<StayId, SortedSet<StayId>> namesakes() {
        return requests.namesakes();
    }

    private void writeTouched(Moment before, Touched touched) {
        touched.stays().forEach(this::remember);
        touched.beds().forEach(bed -> mentions.bed(moment, bed));
        touched.tasks().forEach(task -> mentions.task(moment, task));
        touched.heads().forEach(ward -> mentions.ward(moment, ward));
        touched.workers().forEach(worker -> mentions.worker(moment, worker));
        touched.messages().forEach(message -> mentions.message(moment, message));

        SortedSet<BedId> beds = new TreeSet<>(touched.beds());
        SortedSet<WardId> heads = new TreeSet<>(touched.heads());
        for (WardId ward : touched.wards()) {
            Census was = censuses.get(ward);
            beds.addAll(countAnew(ward));
            Census is = censuses.get(ward);
            if (was != null && is != null && !was.byHand().equals(is.byHand())) {
                heads.add(ward);
            }
        }
        if (!touched.wards().isEmpty()) {
            HouseRows.writeHouse(moment, censuses.values(), leftToday, made);
        }
        for (WardId ward : heads) {
            Census census = censuses.get(ward);
            if (census != null) {
                HeadRow.write(moment, census, made);
            }
        }
        for (BedId bed : beds) {
            BedPlace place = moment.hospital().places().bed(bed);
            if (place != null) {
                writeBed(place);
            }
        }
        for (TaskId task : touched.tasks()) {
            Task known = before.hospital().tasks().task(task);
            writeTask(task, known);
        }
        for (StaffKey worker : touched.workers()) {
            writeWorker(worker, before.hospital().duties().worker(worker));
        }
        for (MessageId message : touched.messages()) {
            writeMessage(message, before.hospital().duties().messages().get(message));
        }
        SortedSet<StayId> stays = new TreeSet<>(touched.stays());
        stays.addAll(touched.arrivals());
        for (StayId stay : stays) {
            SortedSet<WardId> wards = wardsOf(before, stay);
            wards.addAll(wardsOf(moment, stay));
            writeStay(stay, wards);
        }
        ConflictRows.writeTouched(before, moment, touched.beds(), touched.stays(), made);
        if (touched.forecast()) {
            ForecastRows.write(moment, made);
        }
        requests.follow(before, moment, beds, touched.stays(), made);
        if (touched.alerts()) {
            mentions.alerts(moment);
            AlertRows.write(before, moment, made);
        }
    }

    /** Goes through a ward anew; answers with the beds of those who came to be alike there, or no longer are. */
    private Set<BedId> countAnew(WardId ward) {
        Plan.WardPlan plan = moment.plan().ward(ward);
        if (plan == null) {
            return Set.of();
        }
        Census census = Census.of(moment, plan, leftToday.from(ward));
        Census before = Objects.requireNonNull(censuses.put(ward, census));
        HouseRows.writeWard(moment, census, made);
        PanelRows.writeNurses(moment, before, census, made);
        Set<BedId> beds = new TreeSet<>();
        for (StayId stay : Census.alikeChanged(before, census)) {
            Course course = moment.course(stay);
            beds.addAll(course == null ? Set.of() : course.holdings().keySet());
        }
        return beds;
    }

    private void writeBed(BedPlace place) {
        Census ward = Objects.requireNonNull(censuses.get(place.ward().id()));
        List<Course> expected = new ArrayList<>();
        for (Id subject : mentions.of(place.bed())) {
            Course course = subject instanceof StayId stay ? moment.course(stay) : null;
            if (course != null) {
                expected.add(course);
            }
        }
        BedRows.write(moment, ward, place, Arrivals.next(expected), made);
        ModelRows.writeBed(moment, place, made);
        CapacityRows.writeBed(moment, place, made);
    }

    /** Writes a task's rows as it is now. {@code known}: the task as it was when it last had rows, or null. */
    private void writeTask(TaskId id, @Nullable Task known) {
        Task task = moment.hospital().tasks().task(id);
        Task any = task != null ? task : known;
        if (any == null) {
            return;
        }
        WardId at = moment.wardOf(any.job().at());
        Plan.WardPlan ward = at == null ? null : moment.plan().ward(at);
        ModelRows.writeTask(moment, id.value(), ward, task, made);
        QueueRows.writeTask(moment, any.job().team(), id.value(), task, made);
        if (ward != null) {
            PanelRows.writeTask(moment, ward, any, task, made);
        }
    }

    private void writeWorker(StaffKey worker, @Nullable Worker before) {
        QueueRows.writeWorker(moment, worker, before, moment.hospital().duties().worker(worker), made);
    }

    private void writeMessage(MessageId message, @Nullable Message before) {
        Message now = moment.hospital().duties().messages().get(message);
        MessageRows.write(moment, message, before, now, made);
    }

    private void writeStay(StayId stay, SortedSet<WardId> wards) {
        Course course = moment.course(stay);
        for (WardId ward : wards) {
            Plan.WardPlan plan = moment.plan().ward(ward);
            if (plan != null) {
                Arrivals.write(moment, plan, stay.value(), course, made);
                PanelRows.writeOutlier(moment, plan, stay.value(), course, made);
                NameRows.write(moment, plan, stay, course, made);
            }
        }
    }

    /** The wards that a stay can have a row of its own on. */
    private static SortedSet<WardId> wardsOf(Moment at, StayId stay) {
        Course course = at.course(stay);
        return course == null ? new TreeSet<>() : at.wardsOf(course);
    }

    private void remember(StayId stay) {
        Course course = moment.course(stay);
        mentions.stay(moment, stay);
        leftToday.set(stay, course == null ? null : moment.leftToday(course));
    }
}
