package flyt.domain;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.domain.bed.Bed;
import flyt.domain.duty.Worker;
import flyt.domain.event.Recorded;
import flyt.domain.place.BedId;
import flyt.domain.place.Place;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.Places;
import flyt.domain.place.WardId;
import flyt.domain.priority.Matching;
import flyt.domain.priority.RuleSet.Mode;
import flyt.domain.priority.Team;
import flyt.domain.stay.Course;
import flyt.domain.stay.Course.Holding;
import flyt.domain.stay.Course.Placement;
import flyt.domain.stay.StayId;
import flyt.domain.task.Point;
import flyt.domain.task.Task;
import flyt.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must hold of a hospital at any moment, whatever it was told. */
final class Invariants {

    private Invariants() {}

    static void hold(Hospital hospital) {
        hospital.stays().courses().forEach(Invariants::nobodyIsInTwoPlaces);
        indexesAreRight(hospital);
        noBedHasTwoCleans(hospital);
        tasksAreFoundAsTheyStand(hospital);
        tasksAreFoundWhereTheyAre(hospital);
        eachTaskIsWithOneOrWithNobody(hospital);
        nobodyFreeIsLeftUnaskedWhereWorkIsOffered(hospital);
        for (Places.BedPlace place : hospital.places().beds()) {
            freeMeansFree(hospital, place.bed());
        }
    }

    /** The journal, applied from its first event, gives the hospital that wrote it. */
    static void replayGives(Hospital hospital, List<Recorded> journal) {
        Recorded first = journal.get(0);
        Hospital replayed = Hospital.begin(first.header(), (HospitalDefined) first.event());
        for (Recorded recorded : journal) {
            replayed = replayed.apply(recorded);
        }
        assertThat(replayed).isEqualTo(hospital);
    }

    private static void tasksAreFoundAsTheyStand(Hospital hospital) {
        for (Team team : Team.values()) {
            List<Task> waiting = new ArrayList<>();
            hospital.tasks().waiting(team).forEach(waiting::add);
            assertThat(waiting)
                    .containsExactlyElementsOf(hospital.tasks().open().stream()
                            .filter(task -> task.job().team() == team && task.status() == TaskStatus.PENDING)
                            .sorted(Comparator.comparing(Task::rank).thenComparing(Task::id))
                            .toList());
        }
        for (Worker worker : hospital.duties().workers().values()) {
            assertThat(hospital.tasks().of(worker.key()))
                    .containsExactlyElementsOf(hospital.tasks().open().stream()
                            .filter(task -> worker.key().equals(task.by())
                                    || worker.key().equals(task.handOverTo())
                                    || (task.offer() != null
                                            && worker.key().equals(task.offer().worker())))
                            .map(Task::id)
                            .toList());
        }
    }

    private static void tasksAreFoundWhereTheyAre(Hospital hospital) {
        Map<Point, List<Task>> byPlace = new TreeMap<>();
        for (Task task : hospital.tasks().open()) {
            byPlace.computeIfAbsent(task.job().at(), place -> new ArrayList<>()).add(task);
            for (String equipment : task.job().equipment()) {
                assertThat(hospital.tasks().holding(equipment).contains(task.id()))
                        .as("%s holds %s", task, equipment)
                        .isEqualTo(task.status().begun());
            }
        }
        byPlace.forEach((place, tasks) ->
                assertThat(hospital.tasks().at(place)).as("at %s", place).containsExactlyElementsOf(tasks));
    }

    private static void eachTaskIsWithOneOrWithNobody(Hospital hospital) {
        for (Task task : hospital.tasks().open()) {
            boolean held = task.status() == TaskStatus.ACCEPTED || task.status().begun();
            assertThat(task.offer() != null).as("%s is offered", task).isEqualTo(task.status() == TaskStatus.OFFERED);
            assertThat(held && task.offer() != null)
                    .as("%s is held and offered to anybody", task)
                    .isFalse();
            if (task.handOverTo() != null) {
                Worker colleague = hospital.duties().worker(task.handOverTo());
                assertThat(held && task.by() != null)
                        .as("%s has a holder", task)
                        .isTrue();
                assertThat(task.handOverTo())
                        .as("%s is handed to another", task)
                        .isNotEqualTo(task.by());
                assertThat(colleague)
                        .as("%s is handed to somebody on duty", task)
                        .isNotNull();
                assertThat(colleague.breakSince())
                        .as("%s is handed to nobody who rests", task)
                        .isNull();
            }
        }
    }

    private static void nobodyFreeIsLeftUnaskedWhereWorkIsOffered(Hospital hospital) {
        for (Worker worker : hospital.duties().workers().values()) {
            if (hospital.duties().mode(worker.team()) == Mode.PULL || !Dispatching.isFree(hospital, worker)) {
                continue;
            }
            for (Task task : hospital.tasks().waiting(worker.team())) {
                boolean could = !task.passedBy().contains(worker.key())
                        && !Dispatching.airs(hospital, task)
                        && Matching.may(
                                Dispatching.hand(hospital, worker),
                                Dispatching.candidate(hospital, task),
                                hospital.duties().rules(),
                                hospital.recordedAt());
                assertThat(could).as("%s could do %s", worker, task).isFalse();
            }
        }
    }

    private static void nobodyIsInTwoPlaces(Course course) {
        List<Placement> open =
                course.placements().stream().filter(one -> one.to() == null).toList();
        assertThat(open).as("open placements of %s", course).hasSize(course.inHouse() ? 1 : 0);
        Place now = course.place();
        course.holdings().forEach((bed, holding) -> {
            boolean placedHere = now != null && bed.equals(now.bed());
            assertThat(holding.lingers()).as("%s holds %s", course.stay(), bed).isEqualTo(!placedHere);
        });
        for (int i = 1; i < course.placements().size(); i++) {
            assertThat(course.placements().get(i).from())
                    .as("%s", course.placements())
                    .isAfterOrEqualTo(course.placements().get(i - 1).to());
        }
    }

    private static void indexesAreRight(Hospital hospital) {
        SortedMap<BedId, SortedSet<StayId>> byBed = new TreeMap<>();
        SortedMap<WardId, SortedSet<StayId>> byWard = new TreeMap<>();
        for (Course course : hospital.stays().courses()) {
            course.holdings().keySet().forEach(bed -> byBed.computeIfAbsent(bed, b -> new TreeSet<>())
                    .add(course.stay()));
            SortedSet<WardId> wards = new TreeSet<>();
            if (course.place() != null) {
                wards.add(course.place().ward());
            }
            if (course.place() != null && course.responsibleWard() != null) {
                wards.add(course.responsibleWard());
            }
            if (course.incoming() != null) {
                wards.add(course.incoming().place().ward());
            }
            wards.forEach(
                    ward -> byWard.computeIfAbsent(ward, w -> new TreeSet<>()).add(course.stay()));
        }
        assertThat(hospital.stays().occupiedBeds()).containsExactlyElementsOf(byBed.keySet());
        byBed.forEach((bed, stays) -> assertThat(hospital.stays().occupants(bed))
                .as("who holds %s", bed)
                .isEqualTo(stays));
        for (String ward : List.of("MED", "SUR", "ER", "NEW")) {
            SortedSet<StayId> expected = byWard.getOrDefault(new WardId(ward), new TreeSet<>());
            assertThat(hospital.stays().concerning(new WardId(ward)))
                    .as("whom %s has to do with", ward)
                    .isEqualTo(expected);
        }
    }

    private static void noBedHasTwoCleans(Hospital hospital) {
        List<Task> cleans = hospital.tasks().open().stream()
                .filter(task -> task.cleaning() != null)
                .toList();
        assertThat(cleans).extracting(Task::bed).doesNotHaveDuplicates();
        cleans.forEach(task -> assertThat(hospital.tasks().ofBed(task.bed())).isEqualTo(task));
    }

    private static void freeMeansFree(Hospital hospital, BedId bed) {
        boolean occupied = !hospital.stays().occupants(bed).isEmpty();
        Bed condition = hospital.beds().of(bed);
        boolean ready = hospital.use(bed) == BedUse.READY;
        boolean free = !occupied
                && condition.hygiene().clean()
                && condition.hygiene().made()
                && !condition.hygiene().airing()
                && (hospital.tasks().ofBed(bed) == null
                        || !hospital.tasks().ofBed(bed).status().begun());
        assertThat(ready).as("%s ready: %s", bed, condition).isEqualTo(free);
        for (Course course : hospital.stays().courses()) {
            Holding held = course.holdings().get(bed);
            assertThat(held == null || !ready).as("%s held and ready", bed).isTrue();
            boolean leftDirty = course.departures().stream()
                    .filter(left -> left.bed().equals(bed))
                    .anyMatch(left -> condition.hygiene().since() == null
                            || condition.hygiene().since().isBefore(left.at()));
            assertThat(leftDirty && ready)
                    .as("%s was left after its last clean: %s", bed, course.departures())
                    .isFalse();
        }
    }
}
