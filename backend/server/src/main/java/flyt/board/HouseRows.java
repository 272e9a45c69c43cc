package flyt.board;

import flyt.domain.capacity.Count;
import flyt.domain.capacity.Counts;
import flyt.domain.capacity.Hourly;
import flyt.domain.capacity.Occupancy;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Named;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the house and of its wards: counts only, no patient. The view {@code capacity} has the same and the beds beside. */
final class HouseRows {
    private static final String HOUSE = "house";

    private static final List<Count> OF_CAPACITY = List.of(Count.BEDS, Count.STAFFED, Count.CLOSED, Count.PATIENTS);
    private static final List<Count> OF_PATIENTS = List.of(
            Count.WITHOUT_BED,
            Count.ON_LEAVE,
            Count.NEWBORNS,
            Count.DAY_PATIENTS,
            Count.OBSERVATION,
            Count.ISOLATED,
            Count.COMING,
            Count.GOING);
    private static final List<Count> OF_BEDS = List.of(
            Count.READY,
            Count.RESERVED,
            Count.WAITING_CLEANING,
            Count.AIR_CHANGE,
            Count.BEING_CLEANED,
            Count.PAUSED,
            Count.NOT_MADE,
            Count.HELD,
            Count.NOT_LEFT,
            Count.EXTRA_PLACES,
            Count.CORRIDOR,
            Count.SURGE);
    private static final List<Count> OF_FLOW =
            List.of(Count.INCOMING, Count.OUT_TODAY, Count.READY_TO_LEAVE, Count.LEFT_TODAY);

    private static final List<Count> OF_CLUSTER = List.of(
            Count.BEDS,
            Count.CLOSED,
            Count.READY,
            Count.RESERVED,
            Count.WAITING_CLEANING,
            Count.ISOLATED,
            Count.ON_LEAVE,
            Count.OUTLIERS_IN);
    private static final List<Count> OF_DEPARTMENT = List.of(
            Count.CORRIDOR, Count.SURGE, Count.WITHOUT_BED, Count.AT_HOME, Count.OUTLIERS_OUT, Count.RESPONSIBLE);

    private HouseRows() {}

    /** Makes the row of the whole hospital: the sum over the wards that count in its occupancy. */
    static void writeHouse(Moment moment, Collection<Census> wards, LeftToday leftToday, Sink sink) {
        HospitalDefinition definition = moment.plan().definition();
        Counts counted = new Counts();
        Counts emergency = new Counts();
        Counts all = new Counts();
        Hourly left = new Hourly();
        Hourly ready = new Hourly();
        Hourly expected = new Hourly();
        for (Census census : wards) {
            Ward ward = census.plan().ward();
            all.add(census.counts());
            if (ward.inOccupancy()) {
                counted.add(census.counts());
                left.add(leftToday.from(ward.id()));
                ready.add(census.count().ready());
                expected.add(census.count().expected());
            }
            if (ward.kind() == WardKind.EMERGENCY) {
                emergency.add(census.counts());
            }
        }
        byte[] house = RowJson.row(HOUSE, HOUSE, row -> {
            row.text("name", definition.name());
            row.flag("synthetic", definition.synthetic());
            row.text("timeZone", definition.timeZone().getId());
            writeCounts(row, counted);
            row.number("outliers", counted.of(Count.OUTLIERS_IN));
            row.number("emergencyPresent", emergency.of(Count.PATIENTS));
            row.number("emergencyPlaces", emergency.of(Count.STAFFED));
            row.number("boarding", emergency.of(Count.BOARDING));
            row.number("atHome", all.of(Count.AT_HOME));
            row.object("counting", definition.counting(), (object, counting) -> {
                object.word("newborns", counting.newborns());
                object.word("dayPatients", counting.dayPatients());
                object.word("observation", counting.observation());
            });
            row.objects("departments", departments(definition, wards).entrySet(), (object, department) -> {
                object.text("id", department.getKey().id());
                object.text("name", department.getKey().name());
                writePart(object, department.getValue());
                object.counts(department.getValue(), OF_DEPARTMENT);
            });
            row.object("discharges", left, (object, hours) -> {
                object.numbers("left", hours.byHour());
                object.numbers("ready", ready.byHour());
                object.numbers("expected", expected.byHour());
                object.number("readyWithoutTime", ready.withoutTime());
                object.number("expectedWithoutTime", expected.withoutTime());
            });
        });
        write(moment, HOUSE, house, sink);
    }

    /** The departments are the specialties whose wards count, in the hospital's order; who of them is treated at home is in it too. */
    private static Map<Named, Counts> departments(HospitalDefinition definition, Collection<Census> wards) {
        Map<Named, Counts> departments = new LinkedHashMap<>();
        for (Named specialty : definition.specialties()) {
            Counts sum = new Counts();
            for (Census census : wards) {
                Ward ward = census.plan().ward();
                if (!specialty.id().equals(ward.specialty())) {
                    continue;
                } else if (ward.inOccupancy()) {
                    sum.add(census.counts());
                } else {
                    sum.add(Count.AT_HOME, census.counts().of(Count.AT_HOME));
                }
            }
            if (sum.of(Count.BEDS) > 0 || sum.of(Count.AT_HOME) > 0) {
                departments.put(specialty, sum);
            }
        }
        return departments;
    }

    static void writeWard(Moment moment, Census census, Sink sink) {
        Ward ward = census.plan().ward();
        Counts counts = census.counts();
        String key = "ward/" + ward.id().value();
        byte[] json = RowJson.row(key, "ward", row -> {
            row.text("ward", ward.id().value());
            row.text("name", ward.name());
            row.number("order", census.plan().order());
            row.word("wardKind", ward.kind());
            row.flag("inOccupancy", ward.inOccupancy());
            writeCounts(row, counts);
            row.counts(
                    counts,
                    List.of(Count.OUTLIERS_IN, Count.OUTLIERS_OUT, Count.RESPONSIBLE, Count.AT_HOME, Count.BOARDING));
            row.objects("clusters", ward.clusters(), (object, cluster) -> {
                Counts there = census.count().clusters().getOrDefault(cluster.id(), new Counts());
                object.text("id", cluster.id());
                object.text("name", cluster.name());
                writePart(object, there);
            });
        });
        write(moment, key, json, sink);
    }

    private static void writeCounts(RowJson row, Counts counts) {
        row.counts(counts, OF_CAPACITY);
        row.number("live", (int) Occupancy.live(counts).above());
        row.number("committed", (int) Occupancy.committed(counts).above());
        writeClosed(row, counts);
        row.counts(counts, OF_PATIENTS);
        row.counts(counts, OF_BEDS);
        row.counts(counts, OF_FLOW);
    }

    private static void writeClosed(RowJson row, Counts counts) {
        row.object("closedBy", counts, (object, closed) -> {
            object.number("staffing", closed.of(Count.CLOSED_STAFFING));
            object.number("infection", closed.of(Count.CLOSED_INFECTION));
            object.number("repair", closed.of(Count.CLOSED_REPAIR));
            object.number("other", closed.of(Count.CLOSED_OTHER));
        });
    }

    /** Of a cluster or a department: what the live and the committed share are of, and how its beds and patients are. */
    private static void writePart(RowJson object, Counts counts) {
        object.number("staffed", counts.of(Count.STAFFED));
        object.number("live", (int) Occupancy.live(counts).above());
        object.number("committed", (int) Occupancy.committed(counts).above());
        object.counts(counts, OF_CLUSTER);
        writeClosed(object, counts);
    }

    private static void write(Moment moment, String key, byte[] json, Sink sink) {
        sink.row(moment.plan().house(), key, json);
        sink.row(moment.plan().capacity(), key, json);
    }
}
