package flyt.runtime;

import flyt.grid.RowGrid;
import flyt.journal.EventCodec;
import flyt.journal.Experiences;
import flyt.journal.Identities;
import flyt.journal.Journal;
import flyt.journal.Snapshots;
import flyt.ops.Metrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What the writers of one member work with.
 *
 * @param kept how long names are kept
 * @param snapshotEvery events between two snapshots of a hospital
 * @param forecastEvery hospital time between two forecasts; zero: none are made
 * @param system the system's clock
 * @param nanos its nano clock
 */
public record Workplace(
        Journal journal,
        Snapshots snapshots,
        Identities identities,
        EventCodec codec,
        RowGrid grid,
        Metrics metrics,
        Retention.Days kept,
        int snapshotEvery,
        Experiences experiences,
        Duration forecastEvery,
        InstantSource system,
        LongSupplier nanos) {

    StateLoader loader() {
        return new StateLoader(journal, snapshots, codec);
    }
}
