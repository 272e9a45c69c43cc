package flyt.access.screen;

import flyt.access.Naming;
import flyt.access.Principal.Screen;
import flyt.access.View;
import flyt.journal.WireNames;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A screen in the administrators' list.
 *
 * @param madeBy id of the account that paired it
 * @param lastSeen null: it has never connected
 * @param version of the page it runs, as it said last
 */
public record PairedScreen(
        String id,
        ScreenSettings settings,
        State state,
        String madeBy,
        Instant madeAt,
        @Nullable Instant lastSeen,
        @Nullable String version) {

    /** How it is doing. */
    public enum State {
        /** Paired, and it has not fetched its credential yet. */
        WAITING,
        /** It has a credential. */
        PAIRED,
        /** Its credential was used by two; neither works any more, and it is to be paired again. */
        STOLEN
    }

    static PairedScreen of(Row row) {
        OffsetDateTime seen = row.getOffsetDateTime("last_seen");
        Float diagonal = row.getFloat("diagonal_inches");
        Float distance = row.getFloat("distance_m");
        State state = row.getOffsetDateTime("stolen_at") != null
                ? State.STOLEN
                : row.getBuffer("hash") == null ? State.WAITING : State.PAIRED;
        return new PairedScreen(
                row.getString("id"),
                new ScreenSettings(
                        row.getString("name"),
                        row.getString("place"),
                        row.getString("hospital"),
                        Objects.requireNonNull(View.of(row.getString("view"))),
                        row.getString("scope"),
                        List.of(row.getArrayOfStrings("clusters")),
                        row.getInteger("level"),
                        Objects.requireNonNull(WireNames.parse(Naming.class, row.getString("naming"))),
                        exact(diagonal),
                        exact(distance)),
                state,
                row.getString("made_by"),
                row.getOffsetDateTime("made_at").toInstant(),
                seen == null ? null : seen.toInstant(),
                row.getString("version"));
    }

    /** As the doors know it. */
    Screen principal() {
        return new Screen(
                id,
                settings.name(),
                settings.place(),
                settings.hospital(),
                settings.view(),
                settings.scope(),
                settings.clusters(),
                settings.level(),
                settings.naming());
    }

    /** The decimal that was stored, not the binary fraction next to it. */
    private static @Nullable Double exact(@Nullable Float number) {
        return number == null ? null : Double.valueOf(number.toString());
    }
}
