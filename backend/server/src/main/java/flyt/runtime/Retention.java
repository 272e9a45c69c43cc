package flyt.runtime;

import flyt.domain.Hospital;
import flyt.journal.Identities;
import flyt.journal.IdentityRow;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases, once in each day of the hospital, whom nobody may name any longer: patients whose last stay ended long enough ago, staff
 * of shifts long enough ago, and texts that no board shows. Used by one writer.
 */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /**
     * How long names are kept.
     *
     * @param patients days after the end of the last stay; 0: for ever
     * @param staff days after a key was mentioned last, which is good for one shift
     */
    public record Days(int patients, int staff) {}

    private final String hospital;
    private final Identities identities;
    private final Days days;
    private final Pen pen;
    private final Standing standing;
    private @Nullable LocalDate swept;
    private boolean sweeping;

    Retention(String hospital, Workplace work, Pen pen, Standing standing) {
        this.hospital = hospital;
        this.identities = work.identities();
        this.days = work.kept();
        this.pen = pen;
        this.standing = standing;
    }

    /** Looks at the calendar; {@code now}: hospital time. What fails is tried again at the next look. */
    void look(Hospital state, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, state.places().definition().timeZone());
        if (sweeping || today.equals(swept)) {
            return;
        }
        sweeping = true;
        var unused = identities
                .seen(hospital, Forgetting.patientsUntil(state, now))
                .compose(noted -> Future.all(
                        days.patients() == 0
                                ? Future.succeededFuture(List.<String>of())
                                : identities.lapsed(hospital, IdentityRow.PATIENT, before(now, days.patients())),
                        identities.lapsed(hospital, IdentityRow.STAFF, before(now, days.staff()))))
                .compose(lapsed -> pen.erase(then -> toErase(then, lapsed.resultAt(0), lapsed.resultAt(1))))
                .onComplete(done -> {
                    sweeping = false;
                    if (done.failed()) {
                        LOG.info(
                                "Nothing erased yet today in {}: {}",
                                hospital,
                                done.cause().getClass().getSimpleName());
                        return;
                    }
                    swept = today;
                    if (done.result() > 0) {
                        LOG.info("Erased {} names and texts of {}", done.result(), hospital);
                    }
                });
    }

    private Set<String> toErase(Hospital then, List<String> patients, List<String> staff) {
        Set<String> keys = new HashSet<>(standing.texts());
        keys.removeAll(Forgetting.textsShown(then));
        keys.addAll(patients);
        keys.addAll(staff);
        return keys;
    }

    private static Instant before(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }
}
