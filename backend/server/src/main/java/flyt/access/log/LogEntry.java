package flyt.access.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line to be written: a moment in which somebody saw or did something, or was refused it.
 *
 * <p>Made by {@link #of} and added to. Text that PostgreSQL could not store is made storable, and cut
 * where it is longer than {@value #TEXT_MAX} characters: a line is never lost for its content.
 *
 * @param at by the system's clock, whatever clock the hospital has
 * @param hospital null: about no hospital
 * @param deed wire name of a deed or a view, {@code stay}, {@code break-glass}
 * @param view wire name, {@code ward}
 * @param scope of the view: a ward's id, or {@code -} for the whole hospital
 * @param level 1 to 4 where the view has levels
 * @param stay visit number
 * @param patient opaque key
 * @param reason in the viewer's own words
 * @param address of the network, {@code 10.0.4.17}
 * @param screen id of the wall it happened on
 */
public record LogEntry(
        Instant at,
        @Nullable String hospital,
        Who who,
        String deed,
        @Nullable String view,
        @Nullable String scope,
        @Nullable Integer level,
        @Nullable String stay,
        @Nullable String patient,
        @Nullable String reason,
        @Nullable String address,
        @Nullable String screen,
        boolean allowed) {
    private static final int TEXT_MAX = 400;

    public LogEntry {
        who = new Who(who.kind(), text(who.id()), plain(who.name()), text(who.role()), text(who.unit()));
        hospital = text(hospital);
        deed = plain(deed);
        view = text(view);
        scope = text(scope);
        stay = text(stay);
        patient = text(patient);
        reason = text(reason);
        address = text(address);
        screen = text(screen);
    }

    /** Something that was allowed, with nothing told about it yet. */
    public static LogEntry of(Who who, String deed, Instant at) {
        return new LogEntry(at, null, who, deed, null, null, null, null, null, null, null, null, true);
    }

    /** It happened in this hospital. */
    public LogEntry in(String id) {
        return new LogEntry(at, id, who, deed, view, scope, level, stay, patient, reason, address, screen, allowed);
    }

    /** It showed this view. */
    public LogEntry showing(String itsView, String itsScope, @Nullable Integer itsLevel) {
        return new LogEntry(
                at, hospital, who, deed, itsView, itsScope, itsLevel, stay, patient, reason, address, screen, allowed);
    }

    /** It was about this patient; either may be unknown. */
    public LogEntry about(@Nullable String visit, @Nullable String key) {
        return new LogEntry(at, hospital, who, deed, view, scope, level, visit, key, reason, address, screen, allowed);
    }

    /** They gave this reason. */
    public LogEntry because(@Nullable String words) {
        return new LogEntry(
                at, hospital, who, deed, view, scope, level, stay, patient, words, address, screen, allowed);
    }

    /** It came from this network address, and from this wall where it was one. */
    public LogEntry from(@Nullable String network, @Nullable String wall) {
        return new LogEntry(at, hospital, who, deed, view, scope, level, stay, patient, reason, network, wall, allowed);
    }

    /** It was refused. */
    public LogEntry refused() {
        return new LogEntry(at, hospital, who, deed, view, scope, level, stay, patient, reason, address, screen, false);
    }

    /** The same at another time. */
    LogEntry at(Instant time) {
        return new LogEntry(
                time, hospital, who, deed, view, scope, level, stay, patient, reason, address, screen, allowed);
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : plain(text);
    }

    private static String plain(String text) {
        StringBuilder storable = new StringBuilder();
        text.codePoints()
                .limit(TEXT_MAX)
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '\uFFFD' : c)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }
}
