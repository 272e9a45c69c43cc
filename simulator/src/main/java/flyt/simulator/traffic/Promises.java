package flyt.simulator.traffic;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which beds are promised at a server to those who wait in the simulated hospital. Rows name a stay otherwise than its sender does, so
 * each visit's name is asked for, once.
 */
final class Promises {
    private final ServerDoor door;

    /** As rows name them, by the visit; those that wait. */
    private final Map<String, String> names = new HashMap<>();

    Promises(ServerDoor door) {
        this.door = door;
    }

    /** A bed's id by the visit, of these visits. */
    Future<Map<String, String>> of(Set<String> visits) {
        names.keySet().retainAll(visits);
        Future<Void> asked = Future.succeededFuture();
        for (String visit : visits) {
            if (!names.containsKey(visit)) {
                asked = asked.compose(before -> door.nameOf(visit)
                        .onSuccess(name -> name.ifPresent(known -> names.put(visit, known)))
                        .mapEmpty());
            }
        }
        return asked.compose(known -> door.promises()).map(this::byVisit);
    }

    private Map<String, String> byVisit(Map<String, String> promised) {
        Map<String, String> beds = new TreeMap<>();
        names.forEach((visit, name) -> {
            String bed = promised.get(name);
            if (bed != null) {
                beds.put(visit, bed);
            }
        });
        return beds;
    }
}
