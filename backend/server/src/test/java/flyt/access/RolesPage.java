package flyt.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code docs/roles.md} from the table; run {@code main} after a change of the table, and read the difference. */
final class RolesPage {
    private static final List<Role> ROLES = List.of(Role.values());

    private RolesPage() {}

    public static void main(String[] args) throws IOException {
        Path written = Files.writeString(Path.of(args[0]), write());
    }

    static String write() {
        StringBuilder page = new StringBuilder(
                """
                # What each role may see and do

                Written from `RoleTable` by its test; change the table, not this page. A figure is the highest level of the ward
                board (1 beds only, 2 initials, 3 closed room, 4 names). Where it holds (hospital, wards, zones) is said by the
                person's grant; a screen has only the view, scope and level it is bound to; a system only its scopes.

                """);
        page.append(lines("## See", Arrays.asList(View.values()), View::wire, (role, view) -> cell(role, view)));
        page.append("\n");
        page.append(lines(
                "## Do",
                Arrays.asList(Deed.values()),
                Deed::wire,
                (role, deed) -> RoleTable.does(role, deed) ? "x" : ""));
        return page.toString();
    }

    private static String cell(Role role, View view) {
        int level = RoleTable.level(role, view);
        return level == 0 ? "" : view.hasLevels() ? Integer.toString(level) : "x";
    }

    private static <T> String lines(
            String title, List<T> things, Function<T, String> name, BiFunction<Role, T, String> cell) {
        String head = ROLES.stream().map(Role::wire).collect(Collectors.joining(" | ", "| | ", " |\n"));
        String rule = "|---|" + ":-:|".repeat(ROLES.size()) + "\n";
        return title + "\n\n" + head + rule
                + things.stream()
                        .map(thing -> ROLES.stream()
                                .map(role -> cell.apply(role, thing))
                                .collect(Collectors.joining(" | ", "| " + name.apply(thing) + " | ", " |\n")))
                        .collect(Collectors.joining());
    }
}
