package flyt.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is behind an opaque key of the journal: a person, as far as anybody has said, or a free text. Never goes into a log.
 *
 * <p>Null means "not said". Where two rows of one key meet, the one said later counts, and the
 * earlier one fills what the later left out, whichever arrives first. Equal times: the one that
 * arrives last counts. One time is kept for the whole row: what filled a gap is not replaced by a
 * late row that was said between the two.
 *
 * @param key opaque, what the journal knows the person or the text by
 * @param kind {@link #PATIENT}, {@link #STAFF} or {@link #TEXT}
 * @param number the sender's number of the person
 * @param isProtected whether the person's name must not be shown
 * @param text the words of a free text; null for people
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
        @Nullable String text,
        Instant changedAt) {
    public static final String PATIENT = "patient";

    /** A member of staff in one shift. */
    public static final String STAFF = "staff";

    /** Words that somebody chose, which may name anybody. */
    public static final String TEXT = "text";

    public IdentityRow {
        changedAt = changedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A person. */
    public IdentityRow(
            String key,
            String kind,
            @Nullable String number,
            @Nullable String given,
            @Nullable String family,
            @Nullable LocalDate birthDate,
            @Nullable Boolean isProtected,
            Instant changedAt) {
        this(key, kind, number, given, family, birthDate, isProtected, null, changedAt);
    }

    /** A free text. */
    public static IdentityRow text(String key, String words, Instant saidAt) {
        return new IdentityRow(key, TEXT, null, null, null, null, null, words, saidAt);
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
                either(newer.text, older.text),
                newer.changedAt);
    }

    /** The same, said at this time at the latest: a sender whose clock is ahead must not have the last word for ever. */
    public IdentityRow saidBy(Instant latest) {
        return changedAt.isAfter(latest)
                ? new IdentityRow(key, kind, number, given, family, birthDate, isProtected, text, latest)
                : this;
    }

    /** Throws {@link Unstorable} where a text is not one. */
    void checkStorable() {
        var unused = Text.storable("number", number);
        unused = Text.storable("given", given);
        unused = Text.storable("family", family);
        unused = Text.storable("text", text);
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
