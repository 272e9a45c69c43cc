package flyt.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import flyt.board.RowBatch;
import flyt.board.Stream;
import flyt.domain.Command;
import flyt.domain.Input;
import flyt.domain.event.Event;
import flyt.domain.event.MessageKey;
import flyt.domain.event.Source;
import flyt.domain.place.BedId;
import flyt.domain.place.FeedDefinition;
import flyt.domain.place.HospitalDefinition;
import flyt.domain.place.HospitalDefinition.Bed;
import flyt.domain.place.HospitalDefinition.Carried;
import flyt.domain.place.HospitalDefinition.Cleaning;
import flyt.domain.place.HospitalDefinition.ClockKind;
import flyt.domain.place.HospitalDefinition.Cluster;
import flyt.domain.place.HospitalDefinition.Leaving;
import flyt.domain.place.HospitalDefinition.Room;
import flyt.domain.place.HospitalDefinition.Thresholds;
import flyt.domain.place.HospitalDefinition.Ward;
import flyt.domain.place.HospitalDefinition.WardKind;
import flyt.domain.place.HospitalId;
import flyt.domain.place.Place;
import flyt.domain.place.RoomId;
import flyt.domain.place.WardId;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.PatientKey;
import flyt.domain.stay.StayFact.PatientAdmitted;
import flyt.domain.stay.StayId;
import flyt.grid.Grid;
import flyt.grid.GridConfig;
import flyt.grid.RowGrid;
import flyt.journal.Database;
import flyt.journal.EventCodec;
import flyt.journal.Experiences;
import flyt.journal.Identities;
import flyt.journal.Journal;
import flyt.journal.JournalAway;
import flyt.journal.JournalJson;
import flyt.journal.Snapshots;
import flyt.journal.TestDatabase;
import flyt.ops.Metrics;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A member with a desk, on a database of its own, and a hospital of two wards with four beds each. */
final class House implements AutoCloseable {
    static final HospitalId ID = new HospitalId("KAL");
    static final Instant NOON = Instant.parse("2026-11-12T11:00:00Z");

    final Grid grid;
    final Database database;
    final HospitalDesk desk;
    final Workplace work;
    final List<RowBatch> batches = new CopyOnWriteArrayList<>();
    final List<String> beats = new CopyOnWriteArrayList<>();

    House(TestDatabase testDatabase, int snapshotEvery) {
        this(testDatabase, snapshotEvery, Duration.ZERO);
    }

    /** {@code forecastEvery}: see {@link Workplace}. */
    House(TestDatabase testDatabase, int snapshotEvery, Duration forecastEvery) {
        grid = await(Grid.start(GridConfig.alone("test-" + UUID.randomUUID())));
        database = testDatabase.open(grid.vertx());
        work = new Workplace(
                new Journal(database),
                new Snapshots(database),
                new Identities(database),
                new EventCodec(),
                new RowGrid(grid),
                new Metrics(Set.of()),
                new Retention.Days(90, 30),
                snapshotEvery,
                new Experiences(database),
                forecastEvery,
                InstantSource.system(),
                System::nanoTime);
        desk = new HospitalDesk(grid, work);
        await(desk.open(new Onlookers() {
            @Override
            public void rows(RowBatch batch, long bornNanos) {
                batches.add(batch);
            }

            @Override
            public void beat(String hospital, byte[] frame) {
                beats.add(new String(frame, StandardCharsets.UTF_8));
            }
        }));
    }

    /** A hospital that is driven: its time moves as its reports say. */
    static HospitalDefinition driven() {
        return definition(ClockKind.DRIVEN, "Kalnes");
    }

    static HospitalDefinition definition(ClockKind clock, String name) {
        return new HospitalDefinition(
                ID,
                name,
                ZoneId.of("Europe/Oslo"),
                "nb",
                clock,
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(new FeedDefinition("pas", "PAS", List.of(Carried.PATIENT), 30, 90)),
                new Cleaning(45, true),
                List.of(ward("MED"), ward("KIR")),
                new Thresholds(9),
                HospitalDefinition.ByHand.GIVES_WAY);
    }

    private static Ward ward(String id) {
        List<Room> rooms = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            String bed = id + "-" + number;
            rooms.add(new Room(
                    new RoomId(bed), bed, List.of(), List.of(new Bed(new BedId(bed), String.valueOf(number), null))));
        }
        return new Ward(
                new WardId(id),
                id,
                WardKind.INPATIENT,
                null,
                null,
                null,
                null,
                true,
                new Leaving(true, true),
                List.of(new Cluster("A", "Tun A", rooms)),
                List.of());
    }

    void define() {
        Answer unused = await(desk.define(ID, driven()));
    }

    static Submission report(String id, Instant at, Event fact) {
        return new Submission(
                new Input.Report(new MessageKey(new Source("pas"), id), at, null, fact),
                ContentHash.of(id + at + fact),
                List.of(),
                at);
    }

    static Submission wish(String id, Command command) {
        return new Submission(
                new Input.Wish(new MessageKey(new Source("web"), id), NOON, null, command),
                ContentHash.of(id + command),
                List.of(),
                null);
    }

    static PatientAdmitted admitted(String visit, String bed) {
        return new PatientAdmitted(
                new StayId(visit),
                new PatientKey("p-" + visit),
                PatientClass.I,
                new Place(new WardId(bed.substring(0, 3)), new BedId(bed)),
                null);
    }

    Answer tell(Submission one) {
        return await(submitWhenReady(one, 100)).get(0);
    }

    /** As {@link #tell}, once the journal is back. */
    Answer tellUntilTaken(Submission one) {
        return await(submitWhenBack(one, 200)).get(0);
    }

    private Future<List<Answer>> submitWhenBack(Submission one, int tries) {
        return desk.submit(ID, List.of(one))
                .recover(failure -> failure instanceof JournalAway && tries > 0
                        ? grid.vertx()
                                .timer(50, TimeUnit.MILLISECONDS)
                                .compose(waited -> submitWhenBack(one, tries - 1))
                        : Future.failedFuture(failure));
    }

    /** A writer that has just been called takes a moment to be there. */
    private Future<List<Answer>> submitWhenReady(Submission one, int tries) {
        return desk.submit(ID, List.of(one))
                .recover(failure -> failure instanceof OwnerAway && tries > 0
                        ? grid.vertx()
                                .timer(50, TimeUnit.MILLISECONDS)
                                .compose(waited -> submitWhenReady(one, tries - 1))
                        : Future.failedFuture(failure));
    }

    List<String> rows(String view, String scope) {
        return texts(await(desk.rows(new Stream(ID.value(), view, scope), null)));
    }

    static List<String> texts(RowsAt rows) {
        return rows.rows().stream()
                .map(row -> new String(row, StandardCharsets.UTF_8))
                .toList();
    }

    /** The hospital as its writer has it. */
    flyt.domain.Hospital state() {
        return await(desk.writers().stateOf(ID.value())).hospital();
    }

    /** Another writer takes over, with nothing in memory. */
    void handOverAndBack() {
        await(desk.writers().layDown(ID.value()));
        desk.writers().owned(ID.value());
        await(desk.writers().whenWriting(ID.value()));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("did not come", e.getCause() == null ? e : e.getCause());
        }
    }

    static HospitalDefinition fjordvik() {
        try (var stream = House.class.getResourceAsStream("/flyt/protocol/hospitals/fjordvik.json")) {
            return JournalJson.mapper().readValue(stream, HospitalDefinition.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the reference hospital cannot be read", e);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        await(desk.close());
        await(work.grid().settled());
        await(database.close());
        await(grid.stop());
    }
}
