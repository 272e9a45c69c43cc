package flyt.access;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Principal.Machine;
import flyt.access.Principal.Person;
import flyt.access.Principal.Screen;
import flyt.access.Verdict.Reason;
import flyt.access.Verdict.Refused;
import flyt.intake.http.CommandReader;
import flyt.intake.http.ReportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoleTableTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "roles.md");
    private static final Screen WALL = screen(3, Naming.NAME_ON_SIGN_IN);

    @Test
    void thePageInTheDocumentsIsTheTable() throws IOException {
        assertThat(RolesPage.write()).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void everyTypeOfCommandAndOfReportIsADeed() {
        assertThat(CommandReader.types())
                .allSatisfy(type -> assertThat(Deed.ofCommand(type)).as(type).isNotNull());
        Set<String> told = ReportReader.types();
        told.removeAll(Set.of("FeedAlive", "FactCancelled"));
        assertThat(told)
                .hasSizeGreaterThan(30)
                .allSatisfy(type -> assertThat(Deed.ofReport(type)).as(type).isNotNull());
    }

    @Test
    void everyDeedIsSomebodysAndHasOneName() {
        assertThat(Deed.values()).allSatisfy(deed -> {
            assertThat(Role.values()).anyMatch(role -> RoleTable.does(role, deed));
            assertThat(Deed.of(deed.wire())).isEqualTo(deed);
        });
        assertThat(Deed.ORDER_CLEANING.wire()).isEqualTo("order-cleaning");
        assertThat(Deed.REPORT_CARE_WEIGHT.wire()).isEqualTo("report:care-weight");
        assertThat(Deed.ofCommand("ManageAccounts")).isNull();
    }

    @Test
    void patientsAreForThoseWhoTreatOrPlaceThem() {
        assertThat(rolesAt(4))
                .containsExactlyInAnyOrder(Role.NURSE, Role.WARD_COORDINATOR, Role.DOCTOR, Role.SECRETARY)
                .allMatch(RoleTable::treats);
        assertThat(rolesAt(2))
                .contains(Role.BED_MANAGER, Role.WARD_SCREEN, Role.INTEGRATION)
                .hasSize(7);
        assertThat(Arrays.stream(Role.values()).filter(role -> RoleTable.level(role, View.STAY) > 0))
                .containsExactlyInAnyOrder(Role.NURSE, Role.WARD_COORDINATOR, Role.DOCTOR, Role.INTEGRATION);
    }

    @Test
    void whoKeepsMessagesFlowingSeesThemAndNoBoard() {
        Person engineer = person(false, null, new Grant(Role.INTEGRATION_ENGINEER, Reach.hospital("FJO")));
        assertThat(RoleTable.views(engineer)).containsExactly("inbox", "metrics", "definition", "my-data");
        assertThat(RoleTable.deeds(engineer)).containsExactly("replay-message", "reload-profiles");
    }

    @Test
    void aScreenDoesNothing() {
        assertThat(Deed.values())
                .noneMatch(deed -> RoleTable.does(Role.WARD_SCREEN, deed)
                        || RoleTable.verdict(WALL, deed, "FJO", Where.ward("LUN"))
                                .isAllowed());
    }

    @Test
    void aNurseSeesHerWardAndNoOther() {
        Person nurse = person(new Grant(Role.NURSE, Reach.wards("FJO", "LUN", "GER")));
        assertThat(sees(nurse, View.WARD, "FJO", "LUN", 4)).isNull();
        assertThat(sees(nurse, View.WARD, "FJO", "GER", 1)).isNull();
        assertThat(sees(nurse, View.WARD, "FJO", "MED", 1)).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(nurse, View.WARD, "KAL", "LUN", 4)).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(nurse, View.WARD, "FJO", "-", 1)).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(nurse, View.HOUSE, "FJO", "-", 1)).isNull();
        assertThat(sees(nurse, View.BEDS, "FJO", "-", 1)).isEqualTo(Reason.NOT_YOUR_ROLE);
        assertThat(does(nurse, Deed.CLOSE_BED, "FJO", Where.ward("LUN"))).isNull();
        assertThat(does(nurse, Deed.CLOSE_BED, "FJO", Where.ward("MED"))).isEqualTo(Reason.NOT_YOURS);
        assertThat(does(nurse, Deed.CLOSE_BED, "FJO", Where.WHOLE)).isEqualTo(Reason.NOT_YOURS);
        assertThat(does(nurse, Deed.BREAK_GLASS, "FJO", Where.ward("MED"))).isNull();
        assertThat(does(nurse, Deed.BREAK_GLASS, "KAL", Where.ward("MED"))).isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void aCleanerIsBoundToTheZone() {
        Person cleaner = person(new Grant(Role.CLEANER, new Reach("FJO", null, Set.of("R1"))));
        assertThat(does(cleaner, Deed.START_TASK, "FJO", new Where("LUN", "R1")))
                .isNull();
        assertThat(does(cleaner, Deed.START_TASK, "FJO", new Where("LUN", "R2")))
                .isEqualTo(Reason.NOT_YOURS);
        assertThat(does(cleaner, Deed.START_TASK, "FJO", Where.ward("LUN"))).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(cleaner, View.TASKS, "FJO", "R1", 1)).isNull();
        assertThat(sees(cleaner, View.TASKS, "FJO", "-", 1)).isEqualTo(Reason.NOT_YOURS);
        assertThat(RoleTable.verdict(cleaner, View.WARD, "FJO", new Where("LUN", "R1"), 1)
                        .isAllowed())
                .isTrue();
        assertThat(RoleTable.verdict(cleaner, View.WARD, "FJO", new Where("LUN", "R1"), 2))
                .isEqualTo(new Refused(Reason.NOT_YOUR_ROLE));
    }

    @Test
    void rolesOfOnePersonDoNotMix() {
        Person both = person(
                new Grant(Role.NURSE, Reach.wards("FJO", "LUN")), new Grant(Role.BED_MANAGER, Reach.hospital("KAL")));
        assertThat(sees(both, View.WARD, "KAL", "LUN", 2)).isNull();
        assertThat(sees(both, View.WARD, "KAL", "LUN", 4)).isEqualTo(Reason.NOT_YOURS);
        assertThat(does(both, Deed.RESERVE_BED, "FJO", Where.ward("LUN"))).isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void nobodyAndWhoMustChangeThePasswordGetNothing() {
        Person fresh = person(true, null, new Grant(Role.ADMINISTRATOR, Reach.EVERYWHERE));
        for (View view : View.values()) {
            assertThat(sees(Principal.NOBODY, view, "FJO", "LUN", 1)).isEqualTo(Reason.SIGN_IN_NEEDED);
            assertThat(sees(fresh, view, "FJO", "LUN", 1)).isEqualTo(Reason.MUST_CHANGE_PASSWORD);
        }
        for (Deed deed : Deed.values()) {
            assertThat(does(Principal.NOBODY, deed, "FJO", Where.WHOLE)).isEqualTo(Reason.SIGN_IN_NEEDED);
            assertThat(does(fresh, deed, "FJO", Where.WHOLE)).isEqualTo(Reason.MUST_CHANGE_PASSWORD);
        }
    }

    @Test
    void aScreenSeesWhatItIsBoundToAndNothingElse() {
        Screen half = screen(2, Naming.INITIALS);
        assertThat(sees(half, View.WARD, "FJO", "LUN", 2)).isNull();
        assertThat(sees(half, View.WARD, "FJO", "LUN", 1)).isNull();
        assertThat(sees(half, View.WARD, "FJO", "LUN", 3)).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(half, View.WARD, "FJO", "GER", 1)).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(half, View.WARD, "KAL", "LUN", 1)).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(half, View.HOUSE, "FJO", "-", 1)).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(half, View.STAY, "FJO", "LUN", 1)).isEqualTo(Reason.NOT_YOURS);
    }

    @Test
    void signingInAtAWallNeverRaisesItsLevel() {
        Grant nurse = new Grant(Role.NURSE, Reach.hospital("FJO"));
        Person atHalf = person(false, screen(2, Naming.NAME_ON_SIGN_IN), nurse);
        assertThat(sees(atHalf, View.WARD, "FJO", "LUN", 2)).isNull();
        assertThat(sees(atHalf, View.WARD, "FJO", "LUN", 3)).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(person(false, WALL, nurse), View.WARD, "FJO", "LUN", 4)).isNull();
        assertThat(sees(person(false, WALL, nurse), View.WARD, "FJO", "GER", 1)).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(person(false, WALL, nurse), View.STAY, "FJO", "LUN", 1)).isEqualTo(Reason.NOT_YOURS);
        assertThat(sees(person(false, screen(3, Naming.INITIALS), nurse), View.WARD, "FJO", "LUN", 4))
                .isEqualTo(Reason.NOT_YOURS);
        assertThat(does(atHalf, Deed.MARK_ROOM_LEFT, "FJO", Where.ward("LUN"))).isNull();
        assertThat(does(atHalf, Deed.BREAK_GLASS, "FJO", Where.ward("LUN"))).isEqualTo(Reason.NOT_YOURS);
        Person porter = person(false, WALL, new Grant(Role.PORTER, Reach.hospital("FJO")));
        assertThat(sees(porter, View.WARD, "FJO", "LUN", 3)).isEqualTo(Reason.NOT_YOUR_ROLE);
    }

    @Test
    void aSystemHasItsScopesOutOfItsRow() {
        Machine laboratory = machine(Role.LABORATORY, "FJO", "report:lab", "report:patient", "ward.3");
        assertThat(does(laboratory, Deed.REPORT_LAB, "FJO", Where.WHOLE)).isNull();
        assertThat(does(laboratory, Deed.REPORT_LAB, "KAL", Where.WHOLE)).isEqualTo(Reason.NOT_YOURS);
        assertThat(does(laboratory, Deed.REPORT_PATIENT, "FJO", Where.WHOLE)).isEqualTo(Reason.NOT_YOUR_ROLE);
        assertThat(sees(laboratory, View.WARD, "FJO", "LUN", 1)).isEqualTo(Reason.NOT_YOUR_ROLE);
        assertThat(RoleTable.mayReport(laboratory, "FJO").isAllowed()).isTrue();

        Machine board = machine(Role.INTEGRATION, "*", "ward.2", "house");
        assertThat(sees(board, View.WARD, "KAL", "LUN", 2)).isNull();
        assertThat(sees(board, View.WARD, "KAL", "LUN", 3)).isEqualTo(Reason.NOT_YOUR_ROLE);
        assertThat(RoleTable.mayReport(board, "FJO").isAllowed()).isFalse();
        assertThat(RoleTable.offers(Role.INTEGRATION, "ward.3")).isTrue();
        assertThat(RoleTable.offers(Role.INTEGRATION, "ward.4")).isFalse();
        assertThat(RoleTable.offers(Role.INTEGRATION, "ward")).isFalse();
        assertThat(RoleTable.offers(Role.INTEGRATION, "manage-accounts")).isFalse();
    }

    @Test
    void peopleDoNotReport() {
        Person petter = person(new Grant(Role.LABORATORY, Reach.hospital("FJO")));
        assertThat(does(petter, Deed.REPORT_LAB, "FJO", Where.WHOLE)).isEqualTo(Reason.NOT_YOUR_ROLE);
        assertThat(RoleTable.mayReport(petter, "FJO").isAllowed()).isFalse();
        assertThat(RoleTable.deeds(petter)).isEmpty();
    }

    @Test
    void whatOneMayIsToldAsOnTheWire() {
        Person cleaner = person(new Grant(Role.CLEANER, Reach.hospital("FJO")));
        assertThat(RoleTable.views(cleaner)).containsExactly("ward.1", "tasks", "queue", "definition", "my-data");
        assertThat(RoleTable.deeds(cleaner)).contains("start-task").doesNotContain("cancel-task");
        assertThat(RoleTable.views(Principal.NOBODY)).isEmpty();
        assertThat(RoleTable.views(machine(Role.INTEGRATION, "*", "ward.2", "house")))
                .containsExactly("ward.2", "house");
    }

    @Test
    void aReachContainsNoMoreThanItself() {
        Reach lun = Reach.wards("FJO", "LUN");
        assertThat(Reach.hospital("FJO").contains(lun)).isTrue();
        assertThat(lun.contains(Reach.hospital("FJO"))).isFalse();
        assertThat(lun.contains(Reach.wards("FJO", "LUN", "GER"))).isFalse();
        assertThat(Reach.hospital("FJO").contains(Reach.EVERYWHERE)).isFalse();
        assertThat(Reach.EVERYWHERE.contains(lun)).isTrue();
    }

    private static Set<Role> rolesAt(int level) {
        return Arrays.stream(Role.values())
                .filter(role -> RoleTable.level(role, View.WARD) >= level)
                .collect(Collectors.toSet());
    }

    private static @Nullable Reason sees(Principal who, View view, String hospital, String scope, int level) {
        return reason(RoleTable.verdict(who, view, hospital, scope, level));
    }

    private static @Nullable Reason does(Principal who, Deed deed, String hospital, Where where) {
        return reason(RoleTable.verdict(who, deed, hospital, where));
    }

    private static @Nullable Reason reason(Verdict verdict) {
        return verdict instanceof Refused refused ? refused.reason() : null;
    }

    private static Person person(Grant... grants) {
        return person(false, null, grants);
    }

    private static Person person(boolean mustChange, @Nullable Screen wall, Grant... grants) {
        return new Person(
                "u-1",
                "00",
                "kari",
                "Kari Vik",
                "Kari",
                "nb",
                List.of(grants),
                wall == null ? DeviceKind.OWN : DeviceKind.WALL,
                wall == null ? null : wall.id(),
                wall,
                mustChange,
                Instant.MAX,
                60,
                List.of());
    }

    private static Screen screen(int level, Naming naming) {
        return new Screen("s-1", "Vaktrom", "3. etasje", "FJO", View.WARD, "LUN", List.of(), level, naming);
    }

    private static Machine machine(Role kind, String hospital, String... scopes) {
        return new Machine("c-1", "System", kind, hospital, Set.of(scopes), null);
    }
}
