package flyt;

import flyt.access.Role;
import flyt.access.View;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One of each kind who may come to the doors of a house: every role, every kind of screen and system, and nobody. A patient lies in each {@link Spot}. */
final class Everybody {
    private final List<Caller> all = new ArrayList<>(List.of(Caller.NOBODY));

    Everybody(DemoHouse house) throws IOException, InterruptedException {
        for (Role role : Role.values()) {
            if (role.isForPeople()) {
                all.add(house.person(role));
            }
        }
        all.add(house.newcomer());
        all.add(house.chief);
        for (int level = 1; level <= 3; level++) {
            all.add(house.screen("FJO", View.WARD, "OBS", level));
        }
        all.add(house.screen("FJO", View.HOUSE, "-", 1));
        all.add(house.screen("KAL", View.WARD, "MED", 3));
        for (String system : List.of("record-system", "laboratory-system", "thermometer", "record-system-of-kal")) {
            all.add(house.system(system));
        }
        var unused1 = house.report(
                one("record-system"),
                "FJO",
                DemoHouse.admission(Spot.HOME.visit(), "OBS", "OBS-012"),
                DemoHouse.admission(Spot.ANOTHER_WARD.visit(), "LUN", "LUN-302"));
        var unused2 = house.report(
                one("record-system-of-kal"), "KAL", DemoHouse.admission(Spot.ANOTHER_HOSPITAL.visit(), "MED", "MED-1"));
    }

    List<Caller> all() {
        return List.copyOf(all);
    }

    /** All but nobody. */
    List<Caller> known() {
        return all.stream().filter(caller -> caller != Caller.NOBODY).toList();
    }

    Caller one(String name) {
        return all.stream()
                .filter(caller -> caller.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
