package flyt.board;

import flyt.domain.bed.Bed;
import flyt.domain.duty.Message;
import flyt.domain.duty.MessageId;
import flyt.domain.event.Id;
import flyt.domain.event.StaffKey;
import flyt.domain.event.TextKey;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.sampling.Relief;
import flyt.domain.staff.Staffing.RoleHolder;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.domain.task.Task;
import flyt.domain.task.TaskId;
import flyt.domain.threshold.Watch;
import flyt.domain.threshold.Watching;
import flyt.domain.threshold.Watching.Mark;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows name what: a stay's name its patient, its nurse and doctor, the bed it is expected to and where the patient went; a
 * bed's the stay it is reserved for and what for; a task's its worker and why it rests; a message's its words and for whom alone it is; a ward's its coordinator. Turned round, it tells whose rows to make anew when that changes.
 * Told again whenever one of these may have come to mention others. For one thread.
 */
final class Mentions {
    /** The subject of all alerts together. */
    static final Id ALERTS = () -> "alerts";

    private final Map<Id, Set<Id>> bySubject = new HashMap<>();
    private final Map<Id, Set<Id>> byMentioned = new HashMap<>();

    void stay(Moment moment, StayId stay) {
        Course course = moment.course(stay);
        Set<Id> mentioned = new LinkedHashSet<>();
        if (course != null) {
            if (course.patient() != null) {
                mentioned.add(course.patient());
                mentioned.add(moment.hospital().stays().resolve(course.patient()));
            }
            addIfKnown(
                    mentioned,
                    course.incoming() == null ? null : course.incoming().place().bed());
            addIfKnown(mentioned, moment.hospital().nurseOf(course));
            addIfKnown(mentioned, moment.hospital().doctorOf(course));
            addIfKnown(
                    mentioned, text(course.away() == null ? null : course.away().destination()));
        }
        set(stay, mentioned);
    }

    void bed(Moment moment, BedId bed) {
        Bed.Reservation promise = moment.hospital().beds().of(bed).reservation();
        Set<Id> mentioned = new LinkedHashSet<>();
        if (promise != null) {
            StayId to = promise.stay();
            addIfKnown(mentioned, to == null ? null : moment.hospital().stays().resolve(to));
            addIfKnown(mentioned, text(promise.purpose()));
        }
        set(bed, mentioned);
    }

    void task(Moment moment, TaskId id) {
        Task task = moment.hospital().tasks().task(id);
        Set<Id> mentioned = new LinkedHashSet<>();
        if (task != null) {
            addIfKnown(mentioned, task.by());
            addIfKnown(mentioned, task.offer() == null ? null : task.offer().worker());
            addIfKnown(mentioned, task.handOverTo());
            addIfKnown(mentioned, text(task.reason()));
            addIfKnown(mentioned, text(task.delay()));
            addIfKnown(mentioned, text(task.job().note()));
            addIfKnown(mentioned, text(task.pin() == null ? null : task.pin().reason()));
        }
        set(id, mentioned);
    }

    /** Whose row names themselves. */
    void worker(Moment moment, StaffKey worker) {
        set(worker, moment.hospital().duties().worker(worker) == null ? Set.of() : Set.of(worker));
    }

    void message(Moment moment, MessageId id) {
        Message message = moment.hospital().duties().messages().get(id);
        Set<Id> mentioned = new LinkedHashSet<>();
        if (message != null) {
            addIfKnown(mentioned, text(message.text()));
            addIfKnown(mentioned, message.worker());
        }
        set(id, mentioned);
    }

    /** Who declared, answered and did, and in which words. */
    void alerts(Moment moment) {
        Watching watching = moment.hospital().watching();
        Set<Id> mentioned = new LinkedHashSet<>();
        if (watching.declared() != null) {
            addIfKnown(mentioned, watching.declared().by());
            addIfKnown(mentioned, text(watching.declared().reason()));
        }
        for (Mark mark : watching.marks().values()) {
            addIfKnown(mentioned, mark.by());
            addIfKnown(mentioned, text(mark.reason()));
        }
        for (Watch watch : watching.watches()) {
            if (watch.response() != null) {
                addIfKnown(mentioned, watch.response().by());
                addIfKnown(mentioned, text(watch.response().did()));
            }
            RoleHolder holder =
                    watch.ward() == null ? null : moment.hospital().staffing().coordinator(watch.ward());
            addIfKnown(mentioned, holder == null ? null : holder.person());
        }
        Relief relief = moment.hospital().sampling().relief();
        addIfKnown(mentioned, relief == null ? null : relief.by());
        set(ALERTS, mentioned);
    }

    void ward(Moment moment, WardId ward) {
        RoleHolder holder = moment.hospital().staffing().coordinator(ward);
        set(ward, holder == null || holder.person() == null ? Set.of() : Set.of(holder.person()));
    }

    private static @Nullable TextKey text(@Nullable String key) {
        return key == null ? null : new TextKey(key);
    }

    private static void addIfKnown(Set<Id> ids, @Nullable Id id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private void set(Id subject, Set<Id> mentioned) {
        Set<Id> before = mentioned.isEmpty() ? bySubject.remove(subject) : bySubject.put(subject, mentioned);
        if (mentioned.equals(before)) {
            return;
        }
        for (Id gone : before == null ? Set.<Id>of() : before) {
            byMentioned.computeIfPresent(gone, (id, subjects) -> {
                subjects.remove(subject);
                return subjects.isEmpty() ? null : subjects;
            });
        }
        for (Id named : mentioned) {
            byMentioned.computeIfAbsent(named, id -> new LinkedHashSet<>()).add(subject);
        }
    }

    /** Whose rows name this; not to be kept. */
    Set<Id> of(Id mentioned) {
        return byMentioned.getOrDefault(mentioned, Set.of());
    }
}
