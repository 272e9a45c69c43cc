package flyt.runtime;

import flyt.domain.Conflicts;
import flyt.domain.Hospital;
import flyt.domain.conflict.Conflict;
import flyt.domain.place.BedId;
import flyt.domain.place.Places.BedPlace;
import flyt.domain.place.WardId;
import flyt.domain.placement.Request;
import flyt.domain.stay.Course;
import flyt.domain.stay.StayId;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.undo.Undoable;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the wards that something concerns: where the bed stands, or where the patient lies, is theirs or is expected. */
final class ConcernedWards {
    private final Hospital hospital;
    private final SortedSet<WardId> wards = new TreeSet<>();

    private ConcernedWards(Hospital hospital) {
        this.hospital = hospital;
    }

    /** None for what the hospital does not know now. */
    static SortedSet<WardId> of(Hospital hospital, Subject subject) {
        ConcernedWards concerned = new ConcernedWards(hospital);
        concerned.add(subject);
        return concerned.wards;
    }

    private void add(Subject subject) {
        if (subject instanceof Subject.OfBed one) {
            add(one.bed());
        } else if (subject instanceof Subject.OfTask one) {
            Task task = hospital.tasks().task(one.task());
            if (task != null) {
                add(task.job().at());
            }
        } else if (subject instanceof Subject.OfRequest one) {
            Request request = hospital.requests().request(one.request());
            if (request != null) {
                wards.add(request.asked().ward());
            }
        } else if (subject instanceof Subject.OfPoint one) {
            add(one.point());
        } else if (subject instanceof Subject.OfStay one) {
            add(one.stay());
        } else if (subject instanceof Subject.OfConflict one) {
            Conflicts.all(hospital).stream()
                    .filter(conflict -> conflict.id().equals(one.conflict()))
                    .forEach(this::add);
        } else if (subject instanceof Subject.OfCommand one) {
            Undoable command = hospital.undoables().of(one.command());
            if (command != null) {
                command.change().beds().keySet().forEach(this::add);
                command.change().stays().keySet().forEach(this::add);
            }
        }
    }

    private void add(Conflict conflict) {
        if (conflict.bed() != null) {
            add(conflict.bed());
        }
        conflict.stays().forEach(this::add);
    }

    private void add(Point point) {
        if (point.bed() != null) {
            add(point.bed());
        } else if (point.ward() != null && hospital.places().ward(point.ward()) != null) {
            wards.add(point.ward());
        }
    }

    private void add(BedId bed) {
        BedPlace place = hospital.places().bed(bed);
        if (place != null) {
            wards.add(place.ward().id());
        }
    }

    private void add(StayId stay) {
        Course course = hospital.stays().course(stay);
        if (course == null) {
            return;
        }
        course.holdings().keySet().forEach(this::add);
        if (course.responsibleWard() != null) {
            wards.add(course.responsibleWard());
        }
        if (course.place() != null) {
            wards.add(course.place().ward());
        }
        if (course.incoming() != null) {
            wards.add(course.incoming().place().ward());
        }
    }
}
