package flyt.access.screen;

import flyt.journal.WireNames;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** A screen's settings as values of a statement, in the order name, place, hospital, view, scope, clusters, level, naming, … */
final class ScreenStatement {
    private ScreenStatement() {}

    /** These values, and then the settings. */
    static Tuple settings(Tuple before, ScreenSettings settings) {
        return before.addString(settings.name())
                .addString(settings.place())
                .addString(settings.hospital())
                .addString(settings.view().wire())
                .addString(settings.scope())
                .addArrayOfString(settings.clusters().toArray(String[]::new))
                .addShort((short) settings.level())
                .addString(WireNames.of(settings.naming()))
                .addFloat(number(settings.diagonalInches()))
                .addFloat(number(settings.distanceMetres()));
    }

    private static @Nullable Float number(@Nullable Double number) {
        return number == null ? null : number.floatValue();
    }
}
