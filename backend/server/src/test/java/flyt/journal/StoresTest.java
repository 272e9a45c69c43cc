package flyt.journal;

import static flyt.journal.Rows.DAY;
import static flyt.journal.Rows.await;
import static flyt.journal.Rows.patient;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.journal.Appended.Committed;
import flyt.journal.Snapshots.Snapshot;
import flyt.ops.Durability;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What lies beside the journal: snapshots, identities, secrets. */
class StoresTest {
    private static TestDatabase testDatabase;
    private static Vertx vertx;
    private static Database database;
    private static Journal journal;

    @BeforeAll
    static void open() {
        testDatabase = TestDatabase.fresh();
        vertx = Vertx.vertx();
        database = testDatabase.open(vertx);
        journal = new Journal(database);
    }

    @AfterAll
    static void close() {
        await(database.close());
        await(vertx.close());
        testDatabase.close();
    }

    @Test
    void aMessageAboutAVisitToComeIsKeptUntilThat() {
        var inbox = new Inbox(database);
        Instant then = Instant.parse("2026-11-01T08:00:00Z");
        await(inbox.keep(message("plain", then, null), new byte[] {1}));
        await(inbox.keep(message("past", then, then.plusSeconds(3_600)), new byte[] {2}));
        await(inbox.keep(message("to-come", then, DAY.plus(Duration.ofDays(90))), new byte[] {3}));
        assertThat(await(inbox.forget(DAY))).isEqualTo(2);
        assertThat(await(inbox.called("INB", "to-come"))).singleElement().satisfies(row -> assertThat(row.planned())
                .isEqualTo(new InboxRow.Planned("A-1", DAY.plus(Duration.ofDays(90)))));
    }

    private static InboxRow message(String id, Instant receivedAt, @Nullable Instant startsAt) {
        return new InboxRow(
                UUID.randomUUID(),
                "INB",
                receivedAt,
                "pas",
                "PAS/FJO",
                "pas/1",
                id,
                "SIU^S12",
                InboxRow.Outcome.KEPT_FOR_LATER,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                new InboxRow.Planned("A-1", startsAt),
                null);
    }

    @Test
    void theNewestSnapshotOfAFormatUpToANumber() {
        var snapshots = new Snapshots(database);
        append("SNAP", 0, Rows.events(1, 30));
        Buffer large = Buffer.buffer(randomBytes(3_000_000));
        await(snapshots.save("SNAP", 10, 1, Buffer.buffer("ten")));
        await(snapshots.save("SNAP", 20, 1, large));
        await(snapshots.save("SNAP", 30, 2, Buffer.buffer("thirty")));
        await(snapshots.save("SNAP", 99, 1, Buffer.buffer("of no event")));

        assertThat(await(snapshots.latest("SNAP", 1, Long.MAX_VALUE, body -> body)))
                .contains(new Snapshot<>(20, large));
        assertThat(await(snapshots.latest("SNAP", 1, 19, body -> body)))
                .contains(new Snapshot<>(10, Buffer.buffer("ten")));
        assertThat(await(snapshots.latest("SNAP", 1, 9, body -> body))).isEmpty();
        assertThat(await(snapshots.latest("SNAP", 2, 30, body -> body)))
                .contains(new Snapshot<>(30, Buffer.buffer("thirty")));
        assertThat(await(snapshots.latest("SNAP", 3, 30, body -> body))).isEmpty();
    }

    @Test
    void aNewerFormatReplacesTheOlderAndNotTheOtherWayRound() {
        var snapshots = new Snapshots(database);
        append("FORM", 0, Rows.events(1, 1));
        await(snapshots.save("FORM", 1, 1, Buffer.buffer("old")));
        await(snapshots.save("FORM", 1, 2, Buffer.buffer("new")));
        await(snapshots.save("FORM", 1, 1, Buffer.buffer("old again")));

        assertThat(await(snapshots.latest("FORM", 2, 1, body -> body)))
                .contains(new Snapshot<>(1, Buffer.buffer("new")));
        assertThat(await(snapshots.latest("FORM", 1, 1, body -> body))).isEmpty();
    }

    @Test
    void pruningKeepsTwoDaysWholeAndOneOfSoManyEventsBefore() {
        var snapshots = new Snapshots(database);
        List<EventRow> sixHourly = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Instant at = Instant.parse("2026-11-10T00:00:00Z").plus(Duration.ofHours(6L * i));
            sixHourly.add(new EventRow(i + 1, at, at, "t", "pas", "m" + i, null, null, "{}"));
        }
        append("PRUNE", 0, sixHourly);
        for (int seq = 1; seq <= 20; seq++) {
            await(snapshots.save("PRUNE", seq, seq == 6 ? 2 : 1, Buffer.buffer("x")));
        }

        // of 1-5, 6-10, 11-15, ... the last; two days before is the 12th at 18:00, which is 12
        assertThat(await(snapshots.prune("PRUNE", Instant.parse("2026-11-14T18:00:00Z"), 5)))
                .isEqualTo(8);

        List<Long> kept = await(database.pool()
                .query("SELECT seq FROM snapshot WHERE hospital = 'PRUNE' ORDER BY seq")
                .execute()
                .map(rows -> rows.stream().map(row -> row.getLong(0)).toList()));
        assertThat(kept)
                .as("6 is of a newer format, which 10 does not replace")
                .containsExactly(5L, 6L, 10L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
    }

    @Test
    void identitiesMeetTheSameWayInOneBatchAndInTwo() {
        IdentityRow first = new IdentityRow("p", "patient", "P1", "Kari", null, null, true, DAY);
        IdentityRow later = new IdentityRow(
                "p", "patient", "P1", "Kåre", null, LocalDate.parse("1952-03-04"), null, DAY.plusSeconds(9));
        IdentityRow between = new IdentityRow(
                "p", "patient", "P9", "Ola", "Hansen", LocalDate.parse("1900-01-01"), null, DAY.plusSeconds(5));
        IdentityRow met = new IdentityRow(
                "p", "patient", "P1", "Kåre", "Hansen", LocalDate.parse("1952-03-04"), true, DAY.plusSeconds(9));
        var identities = new Identities(database);
        int n = 0;
        for (List<IdentityRow> order : List.of(List.of(first, later, between), List.of(first, between, later))) {
            String together = "ID" + n++;
            String apart = "ID" + n++;
            identify(together, order);
            order.forEach(row -> identify(apart, List.of(row)));

            assertThat(await(identities.all(together))).containsOnlyKeys("p").containsEntry("p", met);
            assertThat(await(identities.all(apart))).containsOnlyKeys("p").containsEntry("p", met);
        }
    }

    @Test
    void atEqualTimesWhatArrivesLastCounts() {
        identify("EQ", List.of(patient("p", "P1", "Kari", DAY), patient("q", "P2", "Ola", DAY)));
        identify("EQ", List.of(patient("p", "P1", "Kåre", DAY)));
        identify("EQ", List.of(patient("q", "P2", "Olav", DAY), patient("q", "P2", "Oliver", DAY)));

        assertThat(await(new Identities(database).all("EQ")).values())
                .extracting(IdentityRow::given)
                .containsExactly("Kåre", "Oliver");
    }

    @Test
    void identitiesAreReadByKeyAndErased() {
        identify("ERASE", List.of(patient("p", "P1", "Kari", DAY), patient("q", "P2", "Ola", DAY)));
        var identities = new Identities(database);

        assertThat(await(identities.of("ERASE", List.of("q", "unknown")))).containsOnlyKeys("q");
        assertThat(await(identities.erase("ERASE", List.of("q", "unknown")))).isEqualTo(1);
        assertThat(await(identities.erase("ERASE", List.of("q")))).isZero();
        assertThat(await(identities.all("ERASE"))).containsOnlyKeys("p");
        assertThat(patient("p", "P1", "Kari", DAY).toString())
                .doesNotContain("Kari")
                .doesNotContain("P1");
    }

    @Test
    void aSecretIsMadeOnceAndIsTheSameForAll() {
        var one = new Secrets(database);
        var other = new Secrets(database);
        var mine = one.get("keys");
        var theirs = other.get("keys");

        assertThat(await(mine)).isEqualTo(await(theirs)).isEqualTo(await(one.get("keys")));
        assertThat(await(mine).length()).isEqualTo(32);
        assertThat(await(one.get("other"))).isNotEqualTo(await(mine));
    }

    @Test
    void theEmbeddedDatabaseKeepsWhatItAcknowledges() {
        assertThat(await(Durability.read(database.pool()))).isEqualTo(new Durability("on", "on", "on"));
        assertThat(await(Durability.read(database.pool())).faults()).isEmpty();
    }

    @Test
    void aSessionThatDoesNotWaitForTheDiskIsSeen() {
        Database careless =
                Database.at(vertx, testDatabase.url() + "?options=-csynchronous_commit%3Doff", TestDatabase.KEYS);

        assertThat(await(Durability.read(careless.pool())).faults()).containsExactly("synchronous_commit=off");

        await(careless.close());
    }

    private static void append(String hospital, long head, List<EventRow> events) {
        await(journal.create(hospital));
        JournalWriter writer = journal.writer(hospital);
        assertThat(await(writer.append(head, events, List.of(), List.of())))
                .isEqualTo(new Committed(head + events.size()));
        await(writer.close());
    }

    private static void identify(String hospital, List<IdentityRow> rows) {
        await(journal.create(hospital));
        JournalWriter writer = journal.writer(hospital);
        assertThat(await(writer.readPeople())).isEqualTo(await(new Identities(database).all(hospital)));
        assertThat(await(writer.append(0, List.of(), List.of(), rows))).isEqualTo(new Committed(0));
        await(writer.close());
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
