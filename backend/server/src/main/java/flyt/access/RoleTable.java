package flyt.access;

import static flyt.access.Deed.*;
import static flyt.access.View.*;

import flyt.access.Principal.Machine;
import flyt.access.Principal.Nobody;
import flyt.access.Principal.Person;
import flyt.access.Principal.Screen;
import flyt.access.Verdict.Allowed;
import flyt.access.Verdict.Reason;
import flyt.access.Verdict.Refused;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * THE table: what each role may see and do. Whatever enforces asks here, and nothing else decides.
 *
 * <p>Each role has the least it needs (domain 1.A A6, 3.13). A grant's reach then says where; a screen has only what it is bound
 * to; a system only its scopes out of its row. Pure.
 */
public final class RoleTable {
    private static final Map<Role, Permissions> TABLE = new EnumMap<>(Map.ofEntries(
            // A wall. Its own binding narrows this to one view of one scope at one level.
            Map.entry(Role.WARD_SCREEN, row().ward(3).sees(HOUSE)),

            // The ward's own staff: their patients by name, and by hand what no system tells.
            Map.entry(
                    Role.NURSE,
                    row().ward(4)
                            .sees(HOUSE, REQUESTS, STAY, PAST, DEFINITION, MY_DATA)
                            .does(
                                    ORDER_CLEANING,
                                    ORDER_TASK,
                                    CALL_TASK,
                                    START_TASK,
                                    RESUME_TASK,
                                    PAUSE_TASK,
                                    FINISH_TASK)
                            .does(MARK_ROOM_LEFT, RELEASE_ROOM, MARK_BED_MADE, OPEN_BED, CLOSE_BED)
                            .does(REQUEST_BED, WITHDRAW_REQUEST, ACCEPT_REQUEST, DECLINE_REQUEST)
                            .does(ASSIGN_NURSE, ASSIGN_DOCTOR, EXPECT_DISCHARGE, SET_ISOLATION, USE_CORRIDOR_PLACE)
                            .does(UNDO, BREAK_GLASS)),
            Map.entry(
                    Role.WARD_COORDINATOR,
                    row().ward(4)
                            .sees(HOUSE, BEDS, TASKS, CONFLICTS, REQUESTS, STAY, PAST, FIGURES, DEFINITION, MY_DATA)
                            .does(
                                    ORDER_CLEANING,
                                    ORDER_TASK,
                                    CALL_TASK,
                                    START_TASK,
                                    RESUME_TASK,
                                    PAUSE_TASK,
                                    FINISH_TASK)
                            .does(CANCEL_TASK, MARK_ROOM_LEFT, RELEASE_ROOM, MARK_BED_MADE)
                            .does(OPEN_BED, CLOSE_BED, RESERVE_BED, END_RESERVATION, SETTLE_CONFLICT)
                            .does(REQUEST_BED, WITHDRAW_REQUEST, ACCEPT_REQUEST, DECLINE_REQUEST)
                            .does(ASSIGN_NURSE, ASSIGN_DOCTOR, EXPECT_DISCHARGE, SET_ISOLATION, USE_CORRIDOR_PLACE)
                            .does(UNDO, BREAK_GLASS)),
            Map.entry(
                    Role.DOCTOR,
                    row().ward(4)
                            .sees(HOUSE, STAY, PAST, DEFINITION, MY_DATA)
                            .does(ASSIGN_DOCTOR, EXPECT_DISCHARGE, SET_ISOLATION, UNDO, BREAK_GLASS)),
            Map.entry(
                    Role.SECRETARY,
                    row().ward(4)
                            .sees(HOUSE, CONFLICTS, DEFINITION, MY_DATA)
                            .does(ASSIGN_NURSE, ASSIGN_DOCTOR, EXPECT_DISCHARGE, SETTLE_CONFLICT, UNDO)),

            // Service: the bed and the job, not the patient.
            Map.entry(
                    Role.CLEANER,
                    row().ward(1)
                            .sees(TASKS, QUEUE, DEFINITION, MY_DATA)
                            .does(
                                    TAKE_TASK,
                                    RECEIVE_OFFER,
                                    DECLINE_TASK,
                                    HAND_BACK_TASK,
                                    HAND_OVER_TASK,
                                    DELAY_TASK,
                                    ASK_FOR_HELP,
                                    REJECT_TASK)
                            .does(
                                    ORDER_CLEANING,
                                    ORDER_TASK,
                                    START_TASK,
                                    RESUME_TASK,
                                    PAUSE_TASK,
                                    FINISH_TASK,
                                    MARK_BED_MADE)
                            .does(START_DUTY, END_DUTY, START_BREAK, END_BREAK, READ_MESSAGE, UNDO)),
            Map.entry(
                    Role.PORTER,
                    row().ward(1)
                            .sees(TASKS, QUEUE, TASK_PATIENT, DEFINITION, MY_DATA)
                            .does(
                                    TAKE_TASK,
                                    RECEIVE_OFFER,
                                    DECLINE_TASK,
                                    HAND_BACK_TASK,
                                    HAND_OVER_TASK,
                                    DELAY_TASK,
                                    ASK_FOR_HELP,
                                    REJECT_TASK)
                            .does(CALL_TASK, ARRIVE_AT_TASK, CONFIRM_PATIENT)
                            .does(ORDER_CLEANING, ORDER_TASK, START_TASK, RESUME_TASK, PAUSE_TASK, FINISH_TASK)
                            .does(START_DUTY, END_DUTY, START_BREAK, END_BREAK, READ_MESSAGE, UNDO)),
            Map.entry(
                    Role.LOGISTICS_COORDINATOR,
                    row().ward(1)
                            .sees(HOUSE, BEDS, TASKS, QUEUE, CREW, PAST, FIGURES, RULES, DEFINITION, MY_DATA)
                            .does(ORDER_CLEANING, ORDER_TASK, CALL_TASK, CANCEL_TASK, REOPEN_TASK, PIN_TASK, UNPIN_TASK)
                            .does(MOVE_WORKER, ADOPT_RULES, SEND_MESSAGE, END_MESSAGE, UNDO)),

            // Places a patient: initials, precautions and the day of leaving, on every ward.
            Map.entry(
                    Role.BED_MANAGER,
                    row().ward(2)
                            .sees(
                                    HOUSE,
                                    CAPACITY,
                                    BEDS,
                                    TASKS,
                                    CONFLICTS,
                                    REQUESTS,
                                    ALERTS,
                                    PAST,
                                    FIGURES,
                                    FORECAST,
                                    DEFINITION,
                                    MY_DATA)
                            .does(ADOPT_THRESHOLDS, ANSWER_THRESHOLD, ANSWER_RELIEF, DECLARE_LEVEL, MARK_ACTION)
                            .does(OPEN_BED, CLOSE_BED, SETTLE_CONFLICT, USE_CORRIDOR_PLACE, UNDO)
                            .does(RESERVE_BED, END_RESERVATION, SWAP_RESERVATIONS)
                            .does(REQUEST_BED, WITHDRAW_REQUEST, ACCEPT_REQUEST, DECLINE_REQUEST)),

            // Figures only, and what the duty leadership declares by them.
            Map.entry(
                    Role.LEADER,
                    row().sees(HOUSE, ALERTS, CAPACITY, PAST, FIGURES, RULES, FORECAST, DEFINITION, MY_DATA)
                            .does(ADOPT_THRESHOLDS, ANSWER_THRESHOLD, ANSWER_RELIEF, DECLARE_LEVEL, MARK_ACTION)),
            // Its own patients and figures only; no view is made for that alone yet.
            Map.entry(Role.MUNICIPALITY, row().sees(MY_DATA)),

            // As a system: the status of answers. As people: nothing here is theirs to see.
            Map.entry(
                    Role.LABORATORY, row().sees(DEFINITION, MY_DATA).does(REPORT_LAB, REPORT_FIGURE, REPORT_SAMPLING)),
            Map.entry(
                    Role.INTEGRATION,
                    row().ward(3)
                            .sees(
                                    HOUSE,
                                    BEDS,
                                    TASKS,
                                    QUEUE,
                                    CONFLICTS,
                                    REQUESTS,
                                    ALERTS,
                                    STAY,
                                    PAST,
                                    INBOX,
                                    FORECAST,
                                    METRICS,
                                    DEFINITION)
                            .does(
                                    ORDER_CLEANING,
                                    ORDER_TASK,
                                    CALL_TASK,
                                    START_TASK,
                                    RESUME_TASK,
                                    PAUSE_TASK,
                                    FINISH_TASK)
                            .does(
                                    CANCEL_TASK,
                                    MARK_ROOM_LEFT,
                                    RELEASE_ROOM,
                                    MARK_BED_MADE,
                                    REQUEST_BED,
                                    WITHDRAW_REQUEST,
                                    UNDO)
                            .does(START_DUTY, END_DUTY, START_BREAK, END_BREAK)
                            .does(REPORT_PATIENT, REPORT_INCOMING, REPORT_DISCHARGE, REPORT_STAFF, REPORT_CARE_WEIGHT)
                            .does(REPORT_EWS, REPORT_ISOLATION, REPORT_LAB, REPORT_BED, REPORT_TASK)
                            .does(REPORT_FIGURE, REPORT_SAMPLING)
                            .does(DEFINE_HOSPITAL, ADOPT_THRESHOLDS, SET_CLOCK, REPLAY_MESSAGE, RELOAD_PROFILES)),

            // Looks into what came in, of people the shape alone, and has it read and told again.
            Map.entry(
                    Role.INTEGRATION_ENGINEER,
                    row().sees(INBOX, METRICS, DEFINITION, MY_DATA).does(REPLAY_MESSAGE, RELOAD_PROFILES)),

            // Runs the system and sees no patient.
            Map.entry(
                    Role.ADMINISTRATOR,
                    row().sees(INBOX, METRICS, DEFINITION, SCREENS, ACCOUNTS, MY_DATA)
                            .does(
                                    DEFINE_HOSPITAL,
                                    SET_CLOCK,
                                    REPLAY_MESSAGE,
                                    RELOAD_PROFILES,
                                    PAIR_SCREEN,
                                    MANAGE_ACCOUNTS,
                                    MANAGE_CLIENTS)
                            .does(ERASE_IDENTITY)),
            // Sees who saw, and nothing of what they saw.
            Map.entry(
                    Role.AUDITOR,
                    row().sees(ACCESS_LOG, DEFINITION, MY_DATA).does(REVIEW_BREAK_GLASS, EXPORT_ACCESS_LOG))));

    /** The scope of what is bound to a whole hospital. */
    private static final String EVERYWHERE = "-";

    private RoleTable() {}

    private static Permissions row() {
        return Permissions.none();
    }

    /** Up to which level a role sees a view, 0: not at all. Views without levels have 1. */
    public static int level(Role role, View view) {
        return TABLE.get(role).sees().getOrDefault(view, 0);
    }

    /** Whether a role does this. */
    public static boolean does(Role role, Deed deed) {
        return TABLE.get(role).does().contains(deed);
    }

    /** The roles that treat the patients of their wards; a protected patient's name is for them alone, at level 4. */
    public static boolean treats(Role role) {
        return Set.of(Role.NURSE, Role.DOCTOR, Role.WARD_COORDINATOR, Role.SECRETARY)
                .contains(role);
    }

    /**
     * Whether somebody may see a view.
     *
     * @param hospital its id; {@value Reach#EVERY} where it is about none
     * @param scope as on the wire: a ward's id (of {@link View#TASKS} a zone's), {@code -} for all
     * @param level 1 for views without levels
     */
    public static Verdict verdict(Principal who, View view, String hospital, String scope, int level) {
        return verdict(who, view, hospital, view.where(scope), level);
    }

    /**
     * Whether somebody may have rows.
     *
     * @param zone of the ward that they are of; null: they are of none, or it is not known
     */
    public static Verdict verdict(Principal who, Shown shown, String hospital, @Nullable String zone) {
        return verdict(who, shown.view(), hospital, shown.where(zone), shown.level());
    }

    /** The same for a place of which more is known than the scope says, such as the zone of a ward. */
    public static Verdict verdict(Principal who, View view, String hospital, Where where, int level) {
        if (who instanceof Screen screen) {
            return bound(screen, view, hospital, where, level, screen.level())
                    ? new Allowed(new Grant(Role.WARD_SCREEN, Reach.hospital(hospital)))
                    : new Refused(Reason.NOT_YOURS);
        } else if (who instanceof Person person && person.wall() != null && view != DEFINITION) {
            // Whoever signs in at a wall sees what the wall shows, and names where it may have them.
            Screen wall = person.at();
            if (wall == null || !bound(wall, view, hospital, where, level, levelAfterSignIn(wall))) {
                return new Refused(Reason.NOT_YOURS);
            }
        }
        Verdict verdict = decide(
                who,
                view.breadth(),
                hospital,
                where,
                role -> level(role, view) >= level,
                scopes -> covers(scopes, view, level));
        return verdict.equals(new Refused(Reason.NOT_YOURS)) && who instanceof Person person && person.wall() == null
                ? inEmergency(person, view, hospital, where, level).orElse(verdict)
                : verdict;
    }

    /** Looking, not doing, by a relation that was taken in an emergency. */
    private static Optional<Verdict> inEmergency(Person person, View view, String hospital, Where where, int level) {
        return person.emergencies().stream().anyMatch(emergency -> emergency.covers(hospital, where))
                ? person.grants().stream()
                        .filter(grant -> grant.reach().covers(hospital)
                                && does(grant.role(), Deed.BREAK_GLASS)
                                && level(grant.role(), view) >= level)
                        .<Verdict>map(grant -> new Allowed(new Grant(grant.role(), Reach.hospital(hospital))))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether somebody may do something there; {@link Where#WHOLE} for what is about a hospital. */
    public static Verdict verdict(Principal who, Deed deed, String hospital, Where where) {
        if (who instanceof Person person && person.wall() != null && !isAtItsWall(person, deed, hospital, where)) {
            return new Refused(Reason.NOT_YOURS);
        }
        return decide(
                who,
                deed.breadth(),
                hospital,
                where,
                role -> does(who, role, deed),
                scopes -> scopes.contains(deed.wire()));
    }

    /**
     * The same for something of which nothing is known any more, such as a task that is done: whoever may do it somewhere in the
     * hospital is told so by the hospital.
     */
    public static Verdict verdict(Principal who, Deed deed, String hospital) {
        return decide(
                who,
                Breadth.HOSPITAL,
                hospital,
                Where.WHOLE,
                role -> does(who, role, deed),
                scopes -> scopes.contains(deed.wire()));
    }

    /** Who signs in at a wall acts on what the wall is bound to. */
    private static boolean isAtItsWall(Person person, Deed deed, String hospital, Where where) {
        Screen wall = person.at();
        return wall != null
                && deed.breadth() == Breadth.PLACE
                && wall.hospital().equals(hospital)
                && (wall.scope().equals(EVERYWHERE) || wall.scope().equals(where.ward()));
    }

    /** Whether somebody may report anything at all, as one must who only says to be alive. */
    public static Verdict mayReport(Principal who, String hospital) {
        return decide(
                who,
                Breadth.HOSPITAL,
                hospital,
                Where.WHOLE,
                role -> Deed.reports().stream().anyMatch(deed -> does(who, role, deed)),
                scopes -> Deed.reports().stream().anyMatch(deed -> scopes.contains(deed.wire())));
    }

    /** Whether somebody may see a view somewhere; each thing in it is asked for by its hospital then. */
    public static Verdict somewhere(Principal who, View view) {
        return somewhere(who, view, 1);
    }

    /** The same at a level. */
    public static Verdict somewhere(Principal who, View view, int level) {
        return decide(
                who,
                Breadth.ANYWHERE,
                Reach.EVERY,
                Where.WHOLE,
                role -> level(role, view) >= level,
                scopes -> covers(scopes, view, level));
    }

    /** Whether somebody may do one of these somewhere; each thing done is asked for by its place then. */
    public static Verdict somewhere(Principal who, Set<Deed> deeds) {
        return decide(
                who,
                Breadth.ANYWHERE,
                Reach.EVERY,
                Where.WHOLE,
                role -> deeds.stream().anyMatch(deed -> does(who, role, deed)),
                scopes -> deeds.stream().anyMatch(deed -> scopes.contains(deed.wire())));
    }

    /** What somebody may see somewhere, as on the wire: {@code house}, {@code ward.4}. */
    public static List<String> views(Principal who) {
        return Arrays.stream(View.values())
                .flatMap(view -> IntStream.iterate(View.LEVEL_MAX, level -> level - 1)
                        .limit(View.LEVEL_MAX)
                        .filter(level -> view.hasLevels() || level == 1)
                        .filter(level -> somewhere(
                                who, role -> level(role, view) >= level, scopes -> covers(scopes, view, level)))
                        .mapToObj(level -> view.wire() + (view.hasLevels() ? "." + level : ""))
                        .limit(1))
                .toList();
    }

    /** What somebody may do somewhere, as on the wire. */
    public static List<String> deeds(Principal who) {
        return Arrays.stream(Deed.values())
                .filter(deed -> somewhere(who, role -> does(who, role, deed), scopes -> scopes.contains(deed.wire())))
                .map(Deed::wire)
                .toList();
    }

    /** Whether a system of this kind may have this scope: the name of a deed, or of a view with its level. */
    public static boolean offers(Role kind, String scope) {
        return offered(kind).contains(scope);
    }

    /** The scopes that a system of this kind may have, deeds first, each view at each of its levels. */
    public static List<String> offered(Role kind) {
        Stream<String> deeds =
                Arrays.stream(Deed.values()).filter(deed -> does(kind, deed)).map(Deed::wire);
        Stream<String> views = Arrays.stream(View.values()).flatMap(view -> IntStream.rangeClosed(1, level(kind, view))
                .mapToObj(level -> view.hasLevels() ? view.wire() + "." + level : view.wire()));
        return Stream.concat(deeds, views).toList();
    }

    /* {@code row}: what a role's row must have; {@code scoped}: whether a system's scopes have it besides. */
    private static Verdict decide(
            Principal who,
            Breadth breadth,
            String hospital,
            Where where,
            Predicate<Role> row,
            Predicate<Set<String>> scoped) {
        if (who instanceof Nobody) {
            return new Refused(Reason.SIGN_IN_NEEDED);
        } else if (who instanceof Person person && person.mustChange()) {
            return new Refused(Reason.MUST_CHANGE_PASSWORD);
        }
        boolean held = false;
        for (Grant grant : grants(who, scoped)) {
            if (row.test(grant.role())) {
                held = true;
                if (reaches(grant.reach(), breadth, hospital, where)) {
                    return new Allowed(grant);
                }
            }
        }
        return new Refused(held ? Reason.NOT_YOURS : Reason.NOT_YOUR_ROLE);
    }

    private static boolean reaches(Reach reach, Breadth breadth, String hospital, Where where) {
        return switch (breadth) {
            case PLACE -> reach.covers(hospital, where);
            case HOSPITAL -> reach.covers(hospital);
            case ANYWHERE -> true;
        };
    }

    /** Reports are of systems; people say what they know by command, under their own name. */
    private static boolean does(Principal who, Role role, Deed deed) {
        return does(role, deed) && !(deed.isReport() && who instanceof Person);
    }

    private static boolean somewhere(Principal who, Predicate<Role> row, Predicate<Set<String>> scoped) {
        return grants(who, scoped).stream().anyMatch(grant -> row.test(grant.role()));
    }

    private static List<Grant> grants(Principal who, Predicate<Set<String>> scoped) {
        if (who instanceof Person person) {
            return person.grants();
        }
        return who instanceof Machine machine && scoped.test(machine.scopes())
                ? List.of(new Grant(machine.kind(), new Reach(machine.hospital(), null, null)))
                : List.of();
    }

    private static boolean bound(Screen screen, View view, String hospital, Where where, int level, int levelMax) {
        return screen.hospital().equals(hospital)
                && screen.view() == view
                && Objects.equals(view.where(screen.scope()).ward(), where.ward())
                && level <= (view.hasLevels() ? levelMax : 1);
    }

    /** Names belong to a closed room, and only where the screen is set to show them (domain 3.13). */
    private static int levelAfterSignIn(Screen wall) {
        return wall.level() == 3 && wall.naming() == Naming.NAME_ON_SIGN_IN ? View.LEVEL_MAX : wall.level();
    }

    /** Whether one of a system's scopes, {@code ward.3} or {@code house}, goes as far as this. */
    private static boolean covers(Set<String> scopes, View view, int level) {
        if (!view.hasLevels()) {
            return scopes.contains(view.wire());
        }
        return IntStream.rangeClosed(level, View.LEVEL_MAX).anyMatch(l -> scopes.contains(view.wire() + "." + l));
    }
}
