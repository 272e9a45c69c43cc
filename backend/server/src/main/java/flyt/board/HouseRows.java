package flyt.board;

import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import java.util.Collection;
import java.util.List;

/** The rows of the hospital-wide view: counts only, no patient. */
final class HouseRows {
    private static final String HOUSE = "house";

    private static final List<Count> OF_BEDS = List.of(
            Count.READY,
            Count.RESERVED,
            Count.WAITING_CLEANING,
            Count.AIR_CHANGE,
            Count.BEING_CLEANED,
            Count.PAUSED,
            Count.NOT_MADE,
            Count.HELD,
            Count.EXTRA_PLACES);
    private static final List<Count> OF_CAPACITY = List.of(Count.BEDS, Count.STAFFED, Count.CLOSED, Count.PATIENTS);
    private static final List<Count> OF_FLOW = List.of(Count.INCOMING, Count.OUT_TODAY, Count.LEFT_TODAY);

    private HouseRows() {}

    /** Makes the row of the whole hospital: the sum over the wards that count in its occupancy. */
    static void writeHouse(Moment moment, Collection<Census> wards, Sink sink) {
        HospitalDefinition definition = moment.plan().definition();
        Counts sum = new Counts();
        int emergencyPresent = 0;
        for (Census census : wards) {
            Ward ward = census.plan().ward();
            if (ward.inOccupancy()) {
                sum.add(census.counts());
            }
            if (ward.kind() == WardKind.EMERGENCY) {
                emergencyPresent += census.counts().of(Count.PATIENTS);
            }
        }
        int inEmergency = emergencyPresent;
        sink.row(moment.plan().house(), HOUSE, RowJson.row(HOUSE, HOUSE, row -> {
            row.text("name", definition.name());
            row.flag("synthetic", definition.synthetic());
            row.text("timeZone", definition.timeZone().getId());
            sum.write(row, OF_CAPACITY);
            sum.write(row, OF_BEDS);
            sum.write(row, OF_FLOW);
            sum.write(row, List.of(Count.WITHOUT_BED));
            row.number("outliers", sum.of(Count.OUTLIERS_IN));
            row.number("emergencyPresent", inEmergency);
        }));
    }

    static void writeWard(Moment moment, Census census, Sink sink) {
        Ward ward = census.plan().ward();
        String key = "ward/" + ward.id().value();
        sink.row(moment.plan().house(), key, RowJson.row(key, "ward", row -> {
            row.text("ward", ward.id().value());
            row.text("name", ward.name());
            row.number("order", census.plan().order());
            row.word("wardKind", ward.kind());
            row.flag("inOccupancy", ward.inOccupancy());
            census.counts().write(row, OF_CAPACITY);
            census.counts().write(row, List.of(Count.WITHOUT_BED));
            census.counts().write(row, OF_BEDS);
            census.counts().write(row, OF_FLOW);
            census.counts().write(row, List.of(Count.OUTLIERS_IN, Count.OUTLIERS_OUT));
            row.objects("clusters", ward.clusters(), (object, cluster) -> {
                object.text("id", cluster.id());
                object.text("name", cluster.name());
                object.number(
                        "beds",
                        cluster.rooms().stream()
                                .mapToInt(room -> room.beds().size())
                                .sum());
            });
        }));
    }
}
