package flyt.access.log;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A treatment relation that somebody took in an emergency, to one stay or to one ward.
 *
 * @param account whose
 * @param who their name at that time
 * @param stay visit number; null: to a ward
 * @param ward its id; null: to a stay
 * @param review what the reviewer found, in the reviewer's words
 */
public record Relation(
        long id,
        String hospital,
        String account,
        String who,
        @Nullable String stay,
        @Nullable String ward,
        String reason,
        Instant openedAt,
        Instant until,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String review) {

    static Relation of(Row row) {
        OffsetDateTime reviewed = row.getOffsetDateTime("reviewed_at");
        return new Relation(
                row.getLong("id"),
                row.getString("hospital"),
                row.getString("account"),
                row.getString("who"),
                row.getString("stay"),
                row.getString("ward"),
                row.getString("reason"),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getOffsetDateTime("until").toInstant(),
                row.getString("reviewed_by"),
                reviewed == null ? null : reviewed.toInstant(),
                row.getString("review"));
    }
}
