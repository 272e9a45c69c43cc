package flyt.access.log;

import flyt.access.Grant;
import flyt.access.Principal;
import flyt.access.Role;
import flyt.journal.WireNames;
import org.jspecify.annotations.Nullable;

/**
 * Who looked, in the words of that time: names and roles change, what was seen does not.
 *
 * @param id of the account, the screen or the client; null for nobody
 * @param name {@code Ingrid Solheim}, {@code Vaktrom LUN}; empty for nobody
 * @param role wire name, {@code nurse}; null where there is none
 * @param unit where they belong: {@code LUN}, {@code Vaktrom, 3. etasje}
 */
public record Who(Kind kind, @Nullable String id, String name, @Nullable String role, @Nullable String unit) {
    /** Nobody who is known. */
    public static final Who NOBODY = new Who(Kind.NOBODY, null, "", null, null);

    /**
     * Somebody as the doors know them.
     *
     * @param by what allowed it; null where nothing did, and then a person has no role in it
     */
    public static Who of(Principal principal, @Nullable Grant by) {
        if (principal instanceof Principal.Person person) {
            return new Who(
                    Kind.PERSON,
                    person.account(),
                    person.name(),
                    by == null ? null : WireNames.of(by.role()),
                    by == null ? null : by.reach().unit());
        } else if (principal instanceof Principal.Screen screen) {
            return new Who(Kind.SCREEN, screen.id(), screen.name(), WireNames.of(Role.WARD_SCREEN), screen.place());
        } else if (principal instanceof Principal.Machine machine) {
            return new Who(
                    Kind.MACHINE, machine.id(), machine.name(), WireNames.of(machine.kind()), machine.hospital());
        }
        return NOBODY;
    }

    /** What sort of viewer. */
    public enum Kind {
        PERSON,
        SCREEN,
        MACHINE,
        NOBODY
    }
}
