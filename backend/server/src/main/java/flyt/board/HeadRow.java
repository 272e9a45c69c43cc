package flyt.board;

import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.staff.Staffing.RoleHolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The row that says what a board is of, which columns and panels it has, and who coordinates the ward. */
final class HeadRow {
    private static final String KEY = "head";
    private static final String LIGHT_FROM = "06:30";
    private static final String LIGHT_TO = "21:30";

    /** What a column shows follows from; one that no feed carries and nobody fills by hand is hidden. */
    private static final Map<Level, List<Carried>> COLUMNS = Map.of(
            Level.BARE, List.of(Carried.STAFF),
            Level.HALF_CLOSED, List.of(Carried.PATIENT, Carried.STAFF, Carried.ISOLATION, Carried.DISCHARGE),
            Level.CLOSED_ROOM,
                    List.of(
                            Carried.PATIENT,
                            Carried.STAFF,
                            Carried.CARE_WEIGHT,
                            Carried.EWS,
                            Carried.ISOLATION,
                            Carried.LAB,
                            Carried.DISCHARGE));

    /** What the state of a bed follows from, at every level: who holds it, and who cleans it. */
    private static final List<Carried> BEHIND_EVERY_BED = List.of(Carried.PATIENT, Carried.BED);

    /** A panel, from which level it is shown, and what it follows from. */
    private enum Panel {
        INCOMING(Level.HALF_CLOSED, Carried.INCOMING),
        TASK(Level.BARE, Carried.TASK),
        OUTLIER(Level.HALF_CLOSED, Carried.PATIENT),
        NURSE(Level.CLOSED_ROOM, Carried.STAFF);

        private final Level from;
        private final Carried carried;

        Panel(Level from, Carried carried) {
            this.from = from;
            this.carried = carried;
        }
    }

    private HeadRow() {}

    static void write(Moment moment, Census census, Sink sink) {
        for (Level level : Level.values()) {
            sink.row(census.plan().stream(level), KEY, row(moment, census, level));
        }
    }

    private static byte[] row(Moment moment, Census census, Level level) {
        Plan plan = moment.plan();
        Plan.WardPlan ward = census.plan();
        HospitalDefinition definition = plan.definition();
        List<Carried> columns = COLUMNS.get(level).stream()
                .filter(column -> isTold(plan, census, column))
                .toList();
        List<Panel> panels = List.of(Panel.values()).stream()
                .filter(panel -> level.compareTo(panel.from) >= 0)
                .filter(panel -> isTold(plan, census, panel.carried))
                .toList();
        RoleHolder coordinator =
                moment.hospital().staffing().coordinator(ward.ward().id());
        boolean nobody = coordinator == null || (coordinator.person() == null && coordinator.phone() == null);
        return RowJson.row(KEY, "head", row -> {
            row.text("hospital", definition.id().value());
            row.text("hospitalName", definition.name());
            row.text("timeZone", definition.timeZone().getId());
            row.text("ward", ward.ward().id().value());
            row.text("name", ward.ward().name());
            row.flag("synthetic", definition.synthetic());
            row.number("level", level.number());
            row.text("naming", level == Level.BARE ? "none" : "initials");
            row.objects("clusters", ward.ward().clusters(), (object, cluster) -> {
                object.text("id", cluster.id());
                object.text("name", cluster.name());
            });
            row.words("columns", columns);
            row.words("panels", panels);
            row.object(
                    "carriers",
                    carried(columns, panels),
                    (object, all) -> all.forEach((name, behind) -> {
                        if (!plan.carriers(behind).isEmpty()) {
                            object.texts(name, plan.carriers(behind));
                        }
                    }));
            row.object("coordinator", nobody ? null : coordinator, (object, holder) -> {
                object.text("name", moment.identities().firstName(holder.person()));
                object.text("phone", holder.phone());
            });
            if (level == Level.CLOSED_ROOM) {
                row.number("careWeightPerNurse", definition.thresholds().careWeightPerNurse());
            }
            row.object("theme", KEY, (object, always) -> {
                object.text("lightFrom", LIGHT_FROM);
                object.text("lightTo", LIGHT_TO);
            });
        });
    }

    private static boolean isTold(Plan plan, Census census, Carried carried) {
        return !plan.carriers(carried).isEmpty() || census.byHand().contains(carried);
    }

    /** The names of columns and panels, and of what every bed follows from, each with what a feed must carry for it. */
    private static Map<String, Carried> carried(List<Carried> columns, List<Panel> panels) {
        Map<String, Carried> all = new LinkedHashMap<>();
        columns.forEach(column -> all.put(RowJson.word(column), column));
        panels.forEach(panel -> all.put(RowJson.word(panel), panel.carried));
        BEHIND_EVERY_BED.forEach(one -> all.put(RowJson.word(one), one));
        return all;
    }
}
