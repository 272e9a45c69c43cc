package flyt.runtime;

import flyt.domain.conflict.Conflict;
import flyt.domain.event.MessageKey;
import flyt.domain.place.BedId;
import flyt.domain.placement.RequestId;
import flyt.domain.stay.StayId;
import flyt.domain.task.Point;
import flyt.domain.task.TaskId;

/** What a command is about, by which the wards it concerns are found. */
public sealed interface Subject {
    record OfBed(BedId bed) implements Subject {}

    record OfTask(TaskId task) implements Subject {}

    record OfStay(StayId stay) implements Subject {}

    /** Who waits for a bed: the ward that is asked. */
    record OfRequest(RequestId request) implements Subject {}

    /** A place, which may be no bed. */
    record OfPoint(Point point) implements Subject {}

    /** The hospital, or somebody's own work in it: no ward more than another. */
    record OfHospital() implements Subject {}

    record OfConflict(Conflict.Key conflict) implements Subject {}

    /** Whatever that command was about. */
    record OfCommand(MessageKey command) implements Subject {}
}
