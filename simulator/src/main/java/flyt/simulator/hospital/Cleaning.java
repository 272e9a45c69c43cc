package flyt.simulator.hospital;

import flyt.simulator.hospital.SimulatedHospital.CleaningRoutine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cleaners on call: 8 by day, 4 in the evening, 1 at night, half of them trained for infection cleans.
 *
 * <p>Who left a bed behind gives a job at once. The emergency department's own people clean its bays.
 */
final class Cleaning {

    private final House house;
    private final Chance chance;
    private final CleaningOrder order;
    private final CleaningRoutine routine;
    private final List<CleaningJob> waiting = new ArrayList<>();
    private final Map<Integer, CleaningJob> atWork = new LinkedHashMap<>();
    private final Crew crew;
    private final Set<Bed> resting = new LinkedHashSet<>();
    private Set<String> taken = Set.of();
    private Runnable whenReady = () -> {};

    Cleaning(House house, Chance chance, CleaningRoutine routine) {
        this.house = house;
        this.chance = chance;
        this.routine = routine;
        this.order = new CleaningOrder(house);
        this.crew = new Crew(house, this::handOut);
        house.every(10 * House.MINUTE, this::handOut);
    }

    /** Who wants to know when a bed stands ready. */
    void onReady(Runnable listener) {
        whenReady = listener;
    }

    /** Who cleans. */
    Crew crew() {
        return crew;
    }

    /** Rooms in which a dead patient still lies. */
    Set<Bed> resting() {
        return resting;
    }

    /**
     * People who are not simulated have taken, or are offered, the cleans of these beds: simulated cleaners leave them alone. What
     * people had and is neither theirs any more nor waits again, they have done.
     *
     * @param open the beds whose clean waits
     */
    void leaveToPeople(Set<String> beds, Set<String> open) {
        taken = Set.copyOf(beds);
        for (CleaningJob job : List.copyOf(waiting)) {
            String bed = job.bed().id();
            if (taken.contains(bed)) {
                job.byPeople = true;
            } else if (job.byPeople) {
                job.byPeople = false;
                if (!open.contains(bed)) {
                    waiting.remove(job);
                    job.bed().job = null;
                    show(job.bed(), Use.READY);
                    whenReady.run();
                }
            }
        }
    }

    /** A patient has left this bed; the bed is dirty and its clean is ordered. */
    void leftBehind(Bed bed, @Nullable Isolation isolation) {
        long now = house.now();
        long enter = now;
        if (isolation == Isolation.AIRBORNE) {
            bed.become(Use.AIR_CHANGE);
            enter += house.plan.airChange().toSeconds();
            house.agenda.at(enter, () -> {
                if (bed.use() == Use.AIR_CHANGE) {
                    bed.become(Use.WAITING_CLEANING);
                    house.bedChanged(bed);
                }
            });
        }
        if (routine == CleaningRoutine.OWN_ZONE && !bed.ward().emergency()) {
            enter = Math.max(enter, now + StrictMath.round(chance.logNormal(20, 0.8) * House.MINUTE));
        }
        CleaningJob job = new CleaningJob(bed, isolation, now, enter);
        bed.job = job;
        house.bedChanged(bed);
        if (bed.ward().emergency()) {
            bay(job);
        } else {
            waiting.add(job);
            house.agenda.at(enter, this::handOut);
        }
    }

    /** After a death the room stays untouched until the staff release it, some hours later. */
    void restAfterDeath(Stay stay, Bed bed) {
        resting.add(bed);
        house.agenda.in(chance.normal(3, 0.8, 1.5) * House.HOUR, () -> {
            resting.remove(bed);
            bed.leave();
            leftBehind(bed, stay.isolation);
            house.witness.roomReleased(house.now(), bed);
        });
    }

    private void bay(CleaningJob job) {
        double minutes = job.infection() ? chance.normal(25, 6, 10) : chance.normal(6, 2, 2);
        long start = Math.max(job.notBefore, house.now() + StrictMath.round(chance.normal(3, 1.5, 0.5) * House.MINUTE));
        house.agenda.at(start, () -> start(job, null, minutes, () -> {}));
    }

    /** Gives each idle cleaner on duty the job that needs doing most among those he or she may do. */
    private void handOut() {
        List<CleaningJob> ready = new ArrayList<>(waiting.stream()
                .filter(job -> job.notBefore <= house.now()
                        && !taken.contains(job.bed().id()))
                .sorted(
                        routine == CleaningRoutine.POOLED_BY_NEED
                                ? order.byNeed()
                                : Comparator.comparingLong(CleaningJob::orderedAt))
                .toList());
        crew.all().stream().filter(cleaner -> !atWork.containsKey(cleaner)).forEach(crew::idle);
        List<Integer> onDuty = crew.now();
        for (int cleaner : onDuty) {
            if (!atWork.containsKey(cleaner) && !crew.rests(cleaner)) {
                CleaningJob job = choose(ready, crew.place(cleaner), onDuty.size());
                if (job != null) {
                    ready.remove(job);
                    send(cleaner, job);
                }
            }
        }
    }

    private @Nullable CleaningJob choose(List<CleaningJob> ready, int place, int onDuty) {
        for (CleaningJob job : ready) {
            boolean mine = routine == CleaningRoutine.POOLED_BY_NEED
                    ? Crew.trained(place) || !job.infection()
                    : Integer.parseInt(job.bed().ward().zone().substring(1)) % onDuty == place;
            if (mine) {
                return job;
            }
        }
        return null;
    }

    private void send(int cleaner, CleaningJob job) {
        waiting.remove(job);
        atWork.put(cleaner, job);
        Isolation isolation = job.isolation();
        double service = isolation == null
                ? chance.normal(14, 4, 5)
                : chance.normal(isolation.cleanMean, isolation.cleanDeviation, 8);
        double walk = chance.normal(3.5, 1.5, 0.5);
        house.agenda.in(
                walk * House.MINUTE,
                () -> start(job, crew.colleague(cleaner), service, () -> {
                    atWork.remove(cleaner);
                    crew.idle(cleaner);
                    handOut();
                }));
    }

    private void start(CleaningJob job, @Nullable Colleague worker, double minutes, Runnable whenFree) {
        if (taken.contains(job.bed().id())) {
            waiting.add(job);
            whenFree.run();
            return;
        }
        job.worker = worker;
        job.doneAt = house.now() + StrictMath.round(minutes * House.MINUTE);
        show(job.bed(), Use.BEING_CLEANED);
        house.witness.cleaningStarted(house.now(), job);
        if (worker != null && chance.happens(0.02)) {
            interrupt(job, whenFree);
        } else {
            house.agenda.at(job.doneAt, () -> finish(job, whenFree));
        }
    }

    private void interrupt(CleaningJob job, Runnable whenFree) {
        long left = job.doneAt - house.now();
        long pause = StrictMath.round(chance.normal(10, 3, 4) * House.MINUTE);
        house.agenda.in(left * 0.5, () -> {
            show(job.bed(), Use.CLEANING_PAUSED);
            house.witness.cleaningPaused(house.now(), job);
            house.agenda.in(pause, () -> {
                show(job.bed(), Use.BEING_CLEANED);
                house.witness.cleaningResumed(house.now(), job);
                job.doneAt = house.now() + left / 2;
                house.agenda.at(job.doneAt, () -> finish(job, whenFree));
            });
        });
    }

    private void finish(CleaningJob job, Runnable whenFree) {
        Bed bed = job.bed();
        boolean made = bed.ward().emergency() || chance.happens(0.85);
        bed.job = null;
        show(bed, made ? Use.READY : Use.NOT_MADE);
        house.witness.cleaningDone(house.now(), job, made);
        if (made) {
            whenReady.run();
        } else {
            house.agenda.in(chance.normal(9, 4, 2) * House.MINUTE, () -> {
                show(bed, Use.READY);
                house.witness.bedMade(house.now(), bed);
                whenReady.run();
            });
        }
        whenFree.run();
    }

    private void show(Bed bed, Use use) {
        bed.become(use);
        house.bedChanged(bed);
    }
}
