package flyt.simulator.hospital;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The cleaners: who is on duty by day, evening and night, in which zone they begin, and when they rest. Who is at work when their
 * shift ends goes when that is done; a break is taken by whoever is idle, once in a shift.
 */
final class Crew {

    private static final int DAY_FROM = 7;
    private static final int EVENING_FROM = 15;
    private static final int NIGHT_FROM = 22;

    /** The first may rest after three hours, the next after twenty minutes more, so that never all are away. */
    private static final long FIRST_BREAK_AFTER = 3 * House.HOUR;

    private static final long BREAKS_APART = 20 * House.MINUTE;
    private static final long BREAK = 30 * House.MINUTE;

    private static final List<String> FIRST_NAMES = List.of(
            "Tomasz", "Leila", "Ewa", "Amara", "Bogdan", "Hodan", "Irena", "Sanjay", "Milena", "Abdi", "Nadia",
            "Piotr");

    private static final class Duty {
        final int place;
        final long breakFrom;
        long until;
        boolean rested;
        boolean resting;

        Duty(int place, long since, long until) {
            this.place = place;
            this.until = until;
            this.breakFrom = since + FIRST_BREAK_AFTER + place * BREAKS_APART;
        }
    }

    private final House house;
    private final Runnable idleAgain;
    private final List<Colleague> cleaners = new ArrayList<>();
    private final List<String> zones;
    private final Map<Integer, Duty> onDuty = new LinkedHashMap<>();

    /** @param idleAgain is run when a shift begins and when somebody is back from a break */
    Crew(House house, Runnable idleAgain) {
        this.house = house;
        this.idleAgain = idleAgain;
        this.zones = List.copyOf(new TreeSet<>(
                house.inpatientWards().stream().map(ward -> ward.zone()).toList()));
        for (int i = 0; i < FIRST_NAMES.size(); i++) {
            cleaners.add(new Colleague("C-" + (i + 1), FIRST_NAMES.get(i)));
        }
        begin(house.now());
        for (int hour : new int[] {DAY_FROM, EVENING_FROM, NIGHT_FROM}) {
            house.daily(hour * 60, () -> {
                begin(house.now());
                idleAgain.run();
            });
        }
    }

    /** Everybody who has not gone yet. */
    List<Integer> all() {
        return List.copyOf(onDuty.keySet());
    }

    /** Those of the shift, in the order of their places in it; whoever only ends a task is not among them. */
    List<Integer> now() {
        return onDuty.entrySet().stream()
                .filter(entry -> entry.getValue().until > house.now())
                .map(Map.Entry::getKey)
                .toList();
    }

    Colleague colleague(int cleaner) {
        return cleaners.get(cleaner);
    }

    /** Which place of the shift they have, from 0. */
    int place(int cleaner) {
        return onDuty.get(cleaner).place;
    }

    /** Whether every second place is of somebody trained for infection. */
    static boolean trained(int place) {
        return place % 2 == 0;
    }

    /** Whether somebody who has nothing to do rests, or goes to rest now. */
    boolean rests(int cleaner) {
        Duty duty = onDuty.get(cleaner);
        if (!duty.rested && house.now() >= duty.breakFrom) {
            duty.rested = true;
            duty.resting = true;
            house.witness.breakStarted(house.now(), colleague(cleaner));
            house.agenda.in(BREAK, () -> back(cleaner, duty));
        }
        return duty.resting;
    }

    /** Says who is on duty when the doors open. */
    void tell() {
        onDuty.forEach(this::tell);
    }

    /** Somebody has nothing more to do: they go, if their shift is over. */
    void idle(int cleaner) {
        Duty duty = onDuty.get(cleaner);
        if (duty != null && duty.until <= house.now() && !duty.resting) {
            onDuty.remove(cleaner);
            house.witness.dutyEnded(house.now(), colleague(cleaner));
        }
    }

    private void back(int cleaner, Duty duty) {
        duty.resting = false;
        house.witness.breakEnded(house.now(), colleague(cleaner));
        idle(cleaner);
        idleAgain.run();
    }

    private void begin(long now) {
        int hour = house.wall.hour(now);
        boolean day = hour >= DAY_FROM && hour < EVENING_FROM;
        boolean evening = hour >= EVENING_FROM && hour < NIGHT_FROM;
        int first = day ? 0 : evening ? 7 : 11;
        int people = day ? 8 : evening ? 4 : 1;
        long until = house.wall.next(now, (day ? EVENING_FROM : evening ? NIGHT_FROM : DAY_FROM) * 60);
        for (int place = 0; place < people; place++) {
            int cleaner = (first + place) % cleaners.size();
            Duty duty = new Duty(place, now, until);
            onDuty.put(cleaner, duty);
            tell(cleaner, duty);
        }
    }

    private void tell(int cleaner, Duty duty) {
        house.witness.dutyStarted(
                house.now(), colleague(cleaner), zones.get(duty.place % zones.size()), trained(duty.place), duty.until);
    }
}
