package flyt.simulator.hospital;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is at work on the wards: nurses by tun and shift (3 by day, 2 in the evening, 1 at night), doctors by ward, a
 * coordinator per ward and shift; and, by day and in the evening, what each
 * nurse says her patients weigh.
 */
final class Roster {

    /** A shift by the minute of the day when it takes over. */
    private enum Shift {
        DAY(7 * 60, 3),
        EVENING(14 * 60 + 30, 2),
        NIGHT(21 * 60 + 30, 1);

        final int from;
        final int nurses;

        Shift(int from, int nurses) {
            this.from = from;
            this.nurses = nurses;
        }
    }

    private static final int NURSES_PER_CLUSTER = 14;
    private static final int DOCTORS_PER_WARD = 3;

    private final House house;
    private final long seed;
    private final Chance chance;
    private final Chance weights;

    private final Map<String, List<String>> nurseNames = new HashMap<>();
    private final Map<String, List<String>> doctorNames = new HashMap<>();

    /** Nurses at work by ward and cluster; the order gives the beds. */
    private final Map<String, List<Colleague>> onDuty = new HashMap<>();

    Roster(House house, long seed) {
        this.house = house;
        this.seed = seed;
        this.chance = Chance.of(seed, "staff");
        this.weights = Chance.of(seed, "care weight");
    }

    /** Shifts change from now on. */
    void open() {
        for (Shift shift : Shift.values()) {
            house.daily(shift.from, () -> takeOver(shift));
        }
        takeOver(Shift.NIGHT);
        house.every(15 * House.MINUTE, this::newcomers);
    }

    private void takeOver(Shift shift) {
        long day = house.wall.date(house.now()).toEpochDay();
        for (Ward ward : house.wards.values()) {
            for (Plan.ClusterPlan cluster : ward.clusters()) {
                onDuty.put(key(ward, cluster.id()), draw(ward, cluster.id(), shift, day));
            }
            house.witness.coordinatorOnDuty(house.now(), ward, coordinator(ward, shift, day), phone(ward));
        }
        for (Stay stay : List.copyOf(house.stays)) {
            if (stay.bed != null) {
                assign(stay);
                house.witness.responsibilityTold(house.now(), stay);
                if (shift != Shift.NIGHT) {
                    weighLater(stay);
                }
            }
        }
    }

    /** Who has come to another bed since gets its nurse. */
    private void newcomers() {
        for (Stay stay : List.copyOf(house.stays)) {
            if (stay.bed != null && !stay.gone) {
                Colleague nurse = stay.nurse;
                boolean inGoodHands = nurse != null && nursesFor(stay.bed).contains(nurse);
                if (!inGoodHands) {
                    assign(stay);
                    house.witness.responsibilityTold(house.now(), stay);
                    if (stay.careWeight == 0) {
                        weighLater(stay);
                    }
                }
            }
        }
    }

    private void assign(Stay stay) {
        Bed bed = stay.inBed();
        List<Colleague> nurses = nursesFor(bed);
        List<Bed> beds = bed.ward().beds.stream()
                .filter(other -> other.cluster.equals(bed.cluster))
                .toList();
        int place = Math.max(0, beds.indexOf(bed));
        stay.nurse = nurses.get(beds.isEmpty() ? 0 : place * nurses.size() / beds.size());
        Ward responsible = stay.responsible == null ? bed.ward() : stay.responsible;
        stay.doctor = chance.happens(0.01) ? null : doctor(responsible, stay);
    }

    private List<Colleague> nursesFor(Bed bed) {
        String cluster = bed.isExtra() ? bed.ward().clusters().get(0).id() : bed.cluster;
        return onDuty.getOrDefault(key(bed.ward(), cluster), List.of());
    }

    private static String key(Ward ward, String cluster) {
        return ward.id() + "/" + cluster;
    }

    private void weighLater(Stay stay) {
        if (!stay.admitted() || !chance.happens(0.95)) {
            return;
        }
        house.agenda.in(weights.between(40, 170) * House.MINUTE, () -> {
            if (!stay.gone && stay.bed != null) {
                boolean intensive = stay.inBed().ward().profile != null
                        && stay.inBed().ward().numbers().field() == WardProfile.Field.INTENSIVE;
                double felt = 2.9 + 0.6 * stay.illness + 0.8 * weights.gaussian();
                int weight = intensive ? 5 : (int) Math.max(1, Math.min(5, StrictMath.round(felt)));
                stay.careWeight = weight;
                house.witness.weighed(house.now(), stay, weight);
            }
        });
    }

    private List<Colleague> draw(Ward ward, String cluster, Shift shift, long day) {
        int wanted = ward.emergency() ? shift.nurses * 2 : shift.nurses;
        List<String> names = namesOf(ward);
        int clusterIndex =
                ward.clusters().stream().map(Plan.ClusterPlan::id).toList().indexOf(cluster);
        List<Integer> team = new ArrayList<>();
        for (int i = 0; i < NURSES_PER_CLUSTER; i++) {
            team.add(clusterIndex * NURSES_PER_CLUSTER + i);
        }
        team = Chance.of(seed, "team " + key(ward, cluster) + day).shuffled(team);
        int first = shift.ordinal() * 4;
        List<Colleague> nurses = new ArrayList<>();
        for (int i = first; i < first + wanted; i++) {
            int number = team.get(i % team.size());
            nurses.add(new Colleague("N-" + ward.id() + "-" + (number + 1), names.get(number % names.size())));
        }
        return nurses;
    }

    /** First names of the ward's nurses: no two alike while the list lasts. */
    private List<String> namesOf(Ward ward) {
        List<String> names = new ArrayList<>(Names.WOMEN);
        names.addAll(Names.MEN.subList(0, 40));
        return nurseNames.computeIfAbsent(
                ward.id(), id -> Chance.of(seed, "nurses " + id).shuffled(names));
    }

    private Colleague coordinator(Ward ward, Shift shift, long day) {
        List<String> names = namesOf(ward);
        int number = names.size() - 1 - (int) ((day * 3 + shift.ordinal()) % 5);
        return new Colleague("K-" + ward.id() + "-" + number, names.get(number));
    }

    private String phone(Ward ward) {
        int place = List.copyOf(house.wards.keySet()).indexOf(ward.id());
        return String.valueOf(4100 + place * 7 + 6);
    }

    private Colleague doctor(Ward ward, Stay stay) {
        LocalDate today = house.wall.date(house.now());
        long week = today.toEpochDay() / 7;
        int number = (int) Math.floorMod(stay.visit().hashCode() + week, (long) DOCTORS_PER_WARD);
        List<String> families = doctorNames.computeIfAbsent(
                ward.id(), id -> Chance.of(seed, "doctors " + id).shuffled(Names.FAMILIES));
        return new Colleague("D-" + ward.id() + "-" + (number + 1), families.get(number));
    }
}
