package flyt.access.log;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows on which wards' boards a patient was shown, and when; asked when somebody wants to know who saw the patient. */
@FunctionalInterface
public interface Whereabouts {
    /** Of one stay; null when nothing was told about it. */
    Future<@Nullable Shown> of(String hospital, String visit);

    /**
     * Where a patient was shown.
     *
     * @param visits every number of the stay, also those from before a merge
     * @param patient opaque key, where it is known
     */
    record Shown(Set<String> visits, @Nullable String patient, List<Stretch> stretches) {
        public Shown {
            visits = Set.copyOf(visits);
            stretches = List.copyOf(stretches);
        }
    }

    /**
     * A stretch of time on one ward's board: in a bed, without one, as its responsibility, or expected.
     *
     * @param from the first moment shown
     * @param to the first moment not shown any more; null: still shown
     */
    record Stretch(String ward, Instant from, @Nullable Instant to) {}
}
