package flyt.simulator.truth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flyt.simulator.hospital.Bed;
import flyt.simulator.hospital.SimulatedHospital;
import flyt.simulator.hospital.Stay;
import flyt.simulator.hospital.Ward;
import flyt.simulator.hospital.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The truth of a run: what each bed was at every moment since the doors opened.
 *
 * <p>Kept in memory and, where a writer is given, written as JSON lines, one for each change of a bed:
 * {@code {"at":"…","bed":"LUN-301","ward":"LUN","use":"occupied","occupants":["V100123"],"closed":false}}.
 */
public final class Truth implements Witness {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, TreeMap<Instant, BedTruth>> beds = new TreeMap<>();
    private final @Nullable Writer lines;

    public Truth() {
        this(null);
    }

    /** @param lines where to write; the caller closes it */
    public Truth(@Nullable Writer lines) {
        this.lines = lines;
    }

    /** All bed places by id as they were at this moment; none before the doors opened. */
    public SortedMap<String, BedTruth> at(Instant time) {
        SortedMap<String, BedTruth> then = new TreeMap<>();
        beds.forEach((id, history) -> {
            Map.Entry<Instant, BedTruth> last = history.floorEntry(time);
            if (last != null) {
                then.put(id, last.getValue());
            }
        });
        return then;
    }

    @Override
    public void opening(long at, SimulatedHospital hospital) {
        for (Ward ward : hospital.wards()) {
            Stream.concat(ward.beds().stream(), ward.extraPlaces().stream()).forEach(bed -> bedChanged(at, bed));
        }
    }

    @Override
    public void bedChanged(long at, Bed bed) {
        write(at, BedTruth.of(bed));
    }

    /** A death leaves the bed as it is, but not what may be said of it. */
    @Override
    public void discharged(long at, Stay stay, String disposition) {
        Instant time = Instant.ofEpochSecond(at);
        for (BedTruth bed : at(time).values()) {
            if (bed.occupants().contains(stay.visit())) {
                write(at, new BedTruth(bed.bed(), bed.ward(), bed.use(), bed.occupants(), bed.closed(), true));
            }
        }
    }

    private void write(long at, BedTruth bed) {
        Instant time = Instant.ofEpochSecond(at);
        BedTruth before = beds.computeIfAbsent(bed.bed(), id -> new TreeMap<>()).put(time, bed);
        if (lines != null && !bed.equals(before)) {
            print(lines, time, bed);
        }
    }

    private static void print(Writer lines, Instant time, BedTruth bed) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", time.toString()).put("bed", bed.bed()).put("ward", bed.ward());
        line.put("use", bed.use());
        bed.occupants().forEach(line.putArray("occupants")::add);
        line.put("closed", bed.closed());
        try {
            lines.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
