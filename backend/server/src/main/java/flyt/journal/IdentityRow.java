package flyt.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind an opaque key, as far as anybody has said. Never goes into a log.
 *
 * <p>Null means "not said". Where two rows of one key meet, the one said later counts, and the
 * earlier one fills what the later left out, whichever arrives first. Equal times: the one that
 * arrives last counts. One time is kept for the whole row: what filled a gap is not replaced by a
 * late row that was said between the two.
 *
 * @param key opaque, what the journal knows the person by
 * @param kind {@code patient} or {@code staff}
 * @param number the sender's number of the person
 * @param isProtected whether the person's name must not be shown
 * @param changedAt when it was said, to the microsecond
 */
public record IdentityRow(
        String key,
        String kind,
        @Nullable String number,
        @Nullable String given,
        @Nullable String family,
        @Nullable LocalDate birthDate,
        @Nullable Boolean isProtected,
        Instant changedAt) {
    public IdentityRow {
        changedAt = changedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** This row met by one of the same key that arrives after it. */
    public IdentityRow with(IdentityRow arriving) {
        IdentityRow newer = arriving.changedAt.isBefore(changedAt) ? this : arriving;
        IdentityRow older = newer == this ? arriving : this;
        return new IdentityRow(
                key,
                newer.kind,
                either(newer.number, older.number),
                either(newer.given, older.given),
                either(newer.family, older.family),
                either(newer.birthDate, older.birthDate),
                either(newer.isProtected, older.isProtected),
                newer.changedAt);
    }

    /** The same, said at this time at the latest: a sender whose clock is ahead must not have the last word for ever. */
    public IdentityRow saidBy(Instant latest) {
        return changedAt.isAfter(latest)
                ? new IdentityRow(key, kind, number, given, family, birthDate, isProtected, latest)
                : this;
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }

    /** The kind only: a row that slips into a log names nobody. */
    @Override
    public String toString() {
        return "IdentityRow[" + kind + "]";
    }
}
