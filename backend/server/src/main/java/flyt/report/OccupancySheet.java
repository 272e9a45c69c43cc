package flyt.report;

import flyt.domain.capacity.Occupancy;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How full a hospital was over a period, by the definitions that are of days and not of now (domain 3.1).
 *
 * @param from the first day, by the hospital's own calendar
 * @param to the last one
 * @param days how many there are from the first to the last
 * @param counted of how many of them the night was counted; of the others nothing is known, and nothing is guessed
 * @param detailed of how many all figures were counted; nights before there were so many have only some
 * @param late of how many it was counted later than at midnight, from what had been heard until then
 * @param lines the hospital, its departments and its wards
 * @param apart what stands neither above nor below, or is part of what stands above
 */
public record OccupancySheet(
        LocalDate from,
        LocalDate to,
        long days,
        int counted,
        int detailed,
        int late,
        List<Line> lines,
        List<Apart> apart) {

    public OccupancySheet {
        lines = List.copyOf(lines);
        apart = List.copyOf(apart);
    }

    /** What a line is of. */
    public enum Part {
        HOSPITAL,
        /** A specialty with its wards. */
        DEPARTMENT,
        WARD
    }

    /**
     * One part of the hospital.
     *
     * @param shares midnight census, Statistics Norway's and the OECD's; null: fewer people stand behind them than may be shown
     * @param figures what else was counted, by nights; without those that no night has, or fewer people stand behind
     */
    public record Line(
            Part part, String id, String name, @Nullable List<Occupancy> shares, Map<NightFigure, Long> figures) {
        public Line {
            figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        }
    }

    /** What is counted apart. */
    public enum Beside {
        /** Patients of a ward that does not count, as an emergency department. */
        OUTSIDE,
        AT_HOME,
        DAY_PATIENTS,
        NEWBORNS,
        OBSERVATION,
        WITHOUT_BED,
        /** In a bed-day, but not in the midnight census. */
        ON_LEAVE,
        /** In all three: places outside the plan. */
        EXTRA
    }

    /**
     * Patients by nights, counted apart.
     *
     * @param ward whose they are; null: the whole hospital's
     * @param name that of the ward
     * @param nights null: fewer people stand behind it than may be shown
     */
    public record Apart(Beside what, @Nullable String ward, @Nullable String name, @Nullable Long nights) {}
}
