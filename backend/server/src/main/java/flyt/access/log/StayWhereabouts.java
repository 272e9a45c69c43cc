package flyt.access.log;

import flyt.domain.place.HospitalId;
import flyt.domain.place.WardId;
import flyt.domain.stay.StayId;
import flyt.runtime.Hospitals;
import flyt.runtime.StayHistory;
import flyt.runtime.StayHistory.Fact;
import flyt.runtime.StayHistory.Placement;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where boards showed a patient, worked out from the history of the stay.
 *
 * <p>A board shows what has been told, so a stretch begins when its placement was told and ends when the
 * next one, the discharge or the empty room was. The ward that is responsible showed the patient all
 * the while.
 */
public final class StayWhereabouts implements Whereabouts {
    private static final String ROOM_LEFT = "RoomLeft";

    private final Hospitals hospitals;

    public StayWhereabouts(Hospitals hospitals) {
        this.hospitals = hospitals;
    }

    @Override
    public Future<@Nullable Shown> of(String hospital, String visit) {
        return hospitals
                .stay(new HospitalId(hospital), new StayId(visit))
                .map(history -> history == null ? null : shown(visit, history));
    }

    static Shown shown(String visit, StayHistory history) {
        List<Stretch> stretches = new ArrayList<>();
        for (Placement placement : history.placements()) {
            stretches.add(new Stretch(placement.ward().value(), begin(history, placement), end(history, placement)));
        }
        WardId responsible = history.responsibleWard();
        if (responsible != null && !stretches.isEmpty()) {
            Stretch last = stretches.get(stretches.size() - 1);
            stretches.add(new Stretch(responsible.value(), stretches.get(0).from(), last.to()));
        }
        return new Shown(Set.copyOf(List.of(visit, history.visit().value())), null, stretches);
    }

    private static Instant begin(StayHistory history, Placement placement) {
        return history.facts().stream()
                .filter(fact -> fact.message().equals(placement.by()))
                .map(Fact::recordedAt)
                .findFirst()
                .orElse(placement.from());
    }

    /** When the board was told: by what happened at its end, or, for one who lingered, by the room being left. */
    private static @Nullable Instant end(StayHistory history, Placement placement) {
        Instant to = placement.to();
        if (to == null) {
            return null;
        }
        return history.facts().stream()
                .filter(fact -> fact.occurredAt().equals(to)
                        || (fact.type().equals(ROOM_LEFT) && !fact.occurredAt().isBefore(to)))
                .map(Fact::recordedAt)
                .filter(told -> told.isAfter(to))
                .max(Instant::compareTo)
                .orElse(to);
    }
}
