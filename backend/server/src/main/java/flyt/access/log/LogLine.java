package flyt.access.log;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line as it stands in the access log; its words are names that pages translate for laypeople.
 *
 * @param until end of a sitting; null: a moment, or still sitting
 * @param sitting whether it has a length
 * @param kind {@code person}, {@code screen}, {@code machine} or {@code nobody}
 * @param outcome {@code allowed} or {@code refused}
 */
public record LogLine(
        long id,
        Instant at,
        @Nullable Instant until,
        boolean sitting,
        @Nullable String hospital,
        String kind,
        @Nullable String who,
        String name,
        @Nullable String role,
        @Nullable String unit,
        String deed,
        @Nullable String view,
        @Nullable String scope,
        @Nullable Integer level,
        @Nullable String stay,
        @Nullable String patient,
        @Nullable String reason,
        @Nullable String address,
        @Nullable String screen,
        String outcome) {
    static final String COLUMNS = "id, at, until, member IS NOT NULL AS sitting, hospital, who_kind, who, name, role,"
            + " unit, deed, view, scope, level, stay, patient, reason, address, screen, outcome";

    static LogLine of(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("until");
        return new LogLine(
                row.getLong("id"),
                row.getOffsetDateTime("at").toInstant(),
                until == null ? null : until.toInstant(),
                row.getBoolean("sitting"),
                row.getString("hospital"),
                row.getString("who_kind"),
                row.getString("who"),
                row.getString("name"),
                row.getString("role"),
                row.getString("unit"),
                row.getString("deed"),
                row.getString("view"),
                row.getString("scope"),
                row.getInteger("level"),
                row.getString("stay"),
                row.getString("patient"),
                row.getString("reason"),
                row.getString("address"),
                row.getString("screen"),
                row.getString("outcome"));
    }
}
