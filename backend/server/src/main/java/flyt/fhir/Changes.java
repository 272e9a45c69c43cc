package flyt.fhir;

import flyt.domain.Hospital;
import flyt.domain.bed.Bed;
import flyt.domain.bed.BedEvent.ReportedStatus;
import flyt.domain.event.Event;
import flyt.domain.lab.LabEvent.LabStatusReported;
import flyt.domain.lab.LabOrder;
import flyt.domain.place.BedId;
import flyt.domain.stay.Course;
import flyt.domain.stay.FactKind;
import flyt.domain.stay.StayEvent;
import flyt.domain.stay.StayEvent.StaysArchived;
import flyt.domain.stay.StayFact;
import flyt.domain.stay.StayFact.FactCancelled;
import flyt.domain.stay.StayId;
import flyt.domain.task.CleaningEvent.CleaningDone;
import flyt.domain.task.Task;
import flyt.domain.task.TaskEvent.TaskDone;
import flyt.domain.task.TaskStatus;
import flyt.domain.undo.UndoEvent.Undone;
import flyt.runtime.Follower.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The resources that one event may have made others: rather one too many than one too few. Found by comparing what was with what
 * is, since few events name all that they change.
 */
final class Changes {
    private static final Set<ReportedStatus> OCCUPIED = Set.of(ReportedStatus.O, ReportedStatus.I);

    private final Hospital before;
    private final Hospital after;
    private final Event event;
    private final Instant at;
    private final SortedSet<BedId> beds = new TreeSet<>();
    private final List<Version> versions = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final long seq;
    private final Instant recordedAt;

    private Changes(Hospital before, Step step) {
        this.before = before;
        this.after = step.after();
        this.event = step.recorded().event();
        this.at = step.recorded().header().effectiveAt();
        this.seq = step.seq();
        this.recordedAt = step.recorded().header().recordedAt();
    }

    /** What an event made others, and what of it topics tell. */
    record Found(List<Version> versions, List<Happening> happenings) {}

    static Found of(Step step) {
        Hospital before = step.before();
        if (before == null) {
            return new Found(everything(step.after()), List.of());
        }
        Changes changes = new Changes(before, step);
        changes.find();
        return new Found(changes.versions, changes.happenings);
    }

    /** All that there is now. */
    static List<Version> everything(Hospital hospital) {
        List<Version> all = new ArrayList<>(new Locations(hospital).all());
        hospital.stays().courses().forEach(course -> all.add(new Encounters(hospital).of(course)));
        hospital.tasks().open().forEach(task -> all.add(new CareTasks(hospital).of(task)));
        for (StayId stay : hospital.labs().stays()) {
            hospital.labs().of(stay).forEach(order -> all.add(new LabOrders(hospital).of(order)));
        }
        return all;
    }

    private void find() {
        if (before.places().definition() != after.places().definition()) {
            Set<String> left = new HashSet<>();
            new Locations(after).all().forEach(place -> left.add(place.id()));
            for (Version place : new Locations(before).all()) {
                if (!left.contains(place.id())) {
                    versions.add(Version.gone(Locations.TYPE, place.id()));
                }
            }
            versions.addAll(everything(after));
        } else if (namesOthersAnew()) {
            versions.addAll(everything(after));
        }
        if (before.stays() != after.stays() && !(event instanceof StaysArchived)) {
            after.stays().changedSince(before.stays()).forEach(this::stay);
        }
        if (before.tasks() != after.tasks()) {
            tasks();
        }
        if (before.beds() != after.beds()) {
            beds.addAll(differing(before.beds().conditions(), after.beds().conditions()));
        }
        if (event instanceof LabStatusReported report) {
            after.labs().of(report.stay()).stream()
                    .filter(order -> order.order().equals(report.order()))
                    .forEach(this::order);
        }
        beds.forEach(this::bed);
    }

    /** Whether visits or patients go by another number now, which more may mention than has changed. */
    private boolean namesOthersAnew() {
        if (event instanceof FactCancelled cancelled) {
            return cancelled.cancelsKind() == FactKind.STAYS_MERGED;
        }
        return event instanceof StayFact fact
                ? fact.kind() == FactKind.STAYS_MERGED
                : event instanceof StayEvent && !(event instanceof StaysArchived);
    }

    private void stay(StayId stay) {
        StayId counts = after.stays().resolve(stay);
        Course now = after.stays().course(stay);
        Course was = before.stays().course(stay);
        if (now != null && counts.equals(stay)) {
            Version version = new Encounters(after).of(now);
            versions.add(version);
            tell(was, now, version);
            beds.addAll(now.holdings().keySet());
        } else {
            versions.add(Encounters.withdrawn(stay, counts.equals(stay) ? null : counts));
        }
        if (was != null) {
            beds.addAll(was.holdings().keySet());
        }
    }

    private void tell(@Nullable Course was, Course now, Version version) {
        boolean wasHere = was != null && was.inHouse();
        if (!wasHere && now.inHouse()) {
            happened(Topic.ENCOUNTER_START, version, false);
        } else if (wasHere && !now.inHouse()) {
            happened(Topic.ENCOUNTER_END, version, false);
        } else if (wasHere && !Objects.equals(was.place(), now.place())) {
            happened(Topic.ENCOUNTER_MOVE, version, false);
        }
    }

    private void bed(BedId bed) {
        Version version = new Locations(after).bed(bed);
        if (version != null) {
            versions.add(version);
            ReportedStatus was = before.status(bed);
            ReportedStatus now = after.status(bed);
            if (was != now) {
                happened(Topic.BED_STATUS, version, OCCUPIED.contains(was) && OCCUPIED.contains(now));
            }
        }
    }

    private void happened(Topic topic, Version version, boolean isolation) {
        happenings.add(new Happening(topic, version, isolation, seq, recordedAt));
    }

    private void order(LabOrder order) {
        versions.add(new LabOrders(after).of(order));
    }

    private void tasks() {
        CareTasks said = new CareTasks(after);
        for (Task task : after.tasks().open()) {
            Task was = before.tasks().task(task.id());
            if (was != task) {
                Version version = said.of(task);
                versions.add(version);
                if (was == null || was.status() != task.status()) {
                    happened(Topic.TASK_STATUS, version, false);
                }
                addBedOf(task);
            }
        }
        for (Task task : before.tasks().open()) {
            if (after.tasks().task(task.id()) == null) {
                Version version = said.over(task, ending(), at);
                versions.add(version);
                happened(Topic.TASK_STATUS, version, false);
                addBedOf(task);
            }
        }
    }

    /** Null: nobody ever meant it. */
    private @Nullable TaskStatus ending() {
        if (event instanceof Undone) {
            return null;
        }
        return event instanceof TaskDone || event instanceof CleaningDone ? TaskStatus.DONE : TaskStatus.CANCELLED;
    }

    private void addBedOf(Task task) {
        if (task.cleaning() != null && task.bed() != null) {
            beds.add(task.bed());
        }
    }

    private static SortedSet<BedId> differing(Map<BedId, Bed> these, Map<BedId, Bed> those) {
        SortedSet<BedId> differing = new TreeSet<>(these.keySet());
        differing.addAll(those.keySet());
        differing.removeIf(bed -> these.get(bed) == those.get(bed));
        return differing;
    }
}
