package flyt.domain;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.event.Recorded;
import flyt.domain.event.StaffKey;
import flyt.domain.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One decision in the making: the events told so far and the hospital as they leave it. Used by one thread, then dropped. */
final class Unfolding {

    private final EventHeader header;
    private final List<Recorded> events = new ArrayList<>();
    private final List<Decision.Warning> warnings = new ArrayList<>();
    private Hospital hospital;
    private @Nullable TaskId obstacle;
    private @Nullable StaffKey first;

    Unfolding(Hospital hospital, EventHeader header) {
        this.header = header;
        this.hospital = hospital;
    }

    /** The hospital as it is after what was told so far. */
    Hospital now() {
        return hospital;
    }

    /** What was told so far. */
    List<Recorded> events() {
        return events;
    }

    EventHeader header() {
        return header;
    }

    /** Tells an event as of the input's own time. */
    void tell(Event event) {
        tell(header, event);
    }

    /** Tells an event as of a time of its own. */
    void tell(EventHeader at, Event event) {
        Recorded recorded = new Recorded(at, event);
        events.add(recorded);
        hospital = hospital.apply(recorded);
    }

    void warn(Decision.Warning warning) {
        warnings.add(warning);
    }

    /** Because of this task what is wished is refused. */
    void because(TaskId task) {
        obstacle = task;
    }

    /** Because this person was first what is wished is refused; null: a system was. */
    void because(@Nullable StaffKey by) {
        first = by;
    }

    Decision refused(Decision.Refusal why) {
        return new Decision.Refused(why, obstacle, first);
    }

    Decision accepted() {
        return new Decision.Accepted(events, warnings, hospital);
    }
}
