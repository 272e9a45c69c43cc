package flyt;

import flyt.access.Principal;
import flyt.access.RoleTable;
import flyt.access.Verdict;
import flyt.access.View;
import flyt.access.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A subscription that somebody may try.
 *
 * @param wire what the client calls the view: {@code names} is {@link View#WARD} at level 4
 */
record Asked(Spot spot, View view, String wire, String scope, int level) {
    /** The views that have streams; the others of the table of roles are routes. */
    private static final Set<View> STREAMS = Set.of(
            View.WARD,
            View.HOUSE,
            View.CAPACITY,
            View.BEDS,
            View.TASKS,
            View.QUEUE,
            View.CREW,
            View.CONFLICTS,
            View.FORECAST,
            View.REQUESTS,
            View.ALERTS);

    private static final Set<View> OF_TEAMS = Set.of(View.QUEUE, View.CREW);

    /** All that anybody can think of, at three places; each stream once. */
    static List<Asked> everything() {
        List<Asked> all = new ArrayList<>();
        for (Spot spot : List.of(Spot.HOME, Spot.ANOTHER_WARD, Spot.ANOTHER_HOSPITAL)) {
            for (int level = 1; level <= 3; level++) {
                all.add(new Asked(spot, View.WARD, "ward", spot.ward(), level));
            }
            all.add(new Asked(spot, View.WARD, "names", spot.ward(), View.LEVEL_MAX));
            all.add(new Asked(spot, View.TASKS, "tasks", spot.zone(), 1));
        }
        for (Spot spot : List.of(Spot.HOME, Spot.ANOTHER_HOSPITAL)) {
            Arrays.stream(View.values())
                    .filter(view -> view != View.WARD)
                    .forEach(view ->
                            all.add(new Asked(spot, view, view.wire(), OF_TEAMS.contains(view) ? "cleaning" : "-", 1)));
        }
        return all;
    }

    /** Its name on the wire. */
    String stream() {
        return spot.hospital() + "/" + (wire.equals("ward") ? "ward." + level : wire) + "/" + scope;
    }

    /** Whether there is such a stream for anybody. */
    boolean exists() {
        return STREAMS.contains(view);
    }

    Verdict verdict(Principal who) {
        Where where = Where.WHOLE;
        if (view == View.WARD) {
            where = spot.where();
        } else if (view == View.TASKS && !scope.equals("-")) {
            where = Where.zone(scope);
        }
        return RoleTable.verdict(who, view, spot.hospital(), where, level);
    }
}
