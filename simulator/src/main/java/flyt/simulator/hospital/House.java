package flyt.simulator.hospital;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all who work in the simulated hospital share: its wards, who is there, the time, and who looks on. */
final class House {

    static final long MINUTE = 60;
    static final long HOUR = 3600;
    static final long DAY = 86_400;

    final Plan plan;
    final Agenda agenda;
    final WallClock wall;
    final Map<String, Ward> wards = new LinkedHashMap<>();
    final Ward emergency;
    private final List<Ward> inpatient;
    private final List<Ward> general;

    /** Everybody who is in the hospital, in the order of their arrival. */
    final Set<Stay> stays = new LinkedHashSet<>();

    /** Nobody looks on before the doors open. */
    Witness witness = new Witness() {};

    private int visits = 100_000;

    House(Plan plan, long start) {
        this.plan = plan;
        this.agenda = new Agenda(start);
        this.wall = new WallClock(plan.zone());
        for (Plan.WardPlan ward : plan.wards()) {
            wards.put(ward.id(), new Ward(ward, WardProfile.of(ward.id())));
        }
        this.inpatient =
                wards.values().stream().filter(ward -> ward.profile != null).toList();
        this.general =
                inpatient.stream().filter(ward -> ward.numbers().general()).toList();
        this.emergency = wards.values().stream()
                .filter(Ward::emergency)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no emergency department"));
    }

    long now() {
        return agenda.now();
    }

    /** The season of today. */
    Season season() {
        return Season.of(wall.date(now()));
    }

    String nextVisit() {
        return "V" + ++visits;
    }

    /** The wards that patients are admitted to. */
    List<Ward> inpatientWards() {
        return inpatient;
    }

    /** Those of them that take each other's patients when they are full. */
    List<Ward> generalWards() {
        return general;
    }

    /** Those who lie in a ward's bed, as a list of its own: the hospital may change while it is walked through. */
    List<Stay> inBeds(Predicate<Stay> which) {
        List<Stay> found = new ArrayList<>();
        for (Stay stay : stays) {
            if (stay.admitted() && stay.bed != null && which.test(stay)) {
                found.add(stay);
            }
        }
        return found;
    }

    /** The bed or extra place of this id; null: there is none. */
    @Nullable
    Bed bed(@Nullable String id) {
        return wards.values().stream()
                .flatMap(ward -> Stream.concat(ward.beds.stream(), ward.extraPlaces.stream()))
                .filter(bed -> bed.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    void bedChanged(Bed bed) {
        witness.bedChanged(now(), bed);
    }

    /** Lets something happen every day at this minute by the wall, from the next such minute on. */
    void daily(int minuteOfDay, Runnable action) {
        agenda.at(wall.next(now(), minuteOfDay), () -> {
            action.run();
            daily(minuteOfDay, action);
        });
    }

    /** Lets something happen again and again, first after one interval. */
    void every(long seconds, Runnable action) {
        agenda.in(seconds, () -> {
            action.run();
            every(seconds, action);
        });
    }
}
