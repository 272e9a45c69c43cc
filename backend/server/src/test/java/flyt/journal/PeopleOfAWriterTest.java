package flyt.journal;

import static flyt.journal.Rows.await;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.journal.Appended.Committed;
import flyt.journal.Appended.Fenced;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two writers of one hospital, and what each of them knows of its people. */
class PeopleOfAWriterTest {
    private static final Instant NINE = Instant.parse("2026-11-12T09:00:00Z");

    private final TestDatabase testDatabase = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Database database = testDatabase.open(vertx);
    private final Identities identities = new Identities(database);
    private JournalWriter one;
    private JournalWriter other;

    @BeforeEach
    void open() {
        Journal journal = new Journal(database);
        await(journal.create("KAL"));
        one = journal.writer("KAL");
        other = journal.writer("KAL");
    }

    @AfterEach
    void close() {
        await(one.close());
        await(other.close());
        await(database.close());
        await(vertx.close());
        testDatabase.close();
    }

    @Test
    void whoHasNotSeenTheLastWordWritesNone() {
        assertThat(say(one, said("Kari", null))).isEqualTo(new Committed(0));
        assertThat(say(other, said(null, "Moe"))).isEqualTo(new Fenced());
        assertThat(all()).containsExactly(said("Kari", null));

        assertThat(await(other.readPeople())).containsOnlyKeys("p");
        assertThat(say(other, said(null, "Moe"))).isEqualTo(new Committed(0));
        assertThat(say(one, said("Karin", null))).isEqualTo(new Fenced());
        assertThat(all()).containsExactly(said("Kari", "Moe"));
    }

    @Test
    void whoWasErasedIsNotBroughtBackByAWriterThatStillKnows() {
        assertThat(say(one, said("Kari", "Moe"))).isEqualTo(new Committed(0));
        assertThat(await(identities.erase("KAL", Set.of("p")))).isEqualTo(1);

        assertThat(say(one, said("Karin", null))).isEqualTo(new Fenced());
        assertThat(Dump.of(testDatabase)).doesNotContain("\tpatient\t");
        one.forget(Set.of("p"));
        assertThat(say(one, said("Karin", null))).isEqualTo(new Committed(0));
        assertThat(all()).containsExactly(said("Karin", null));
    }

    @Test
    void nothingIsKnownOfAnAppendThatFailed() {
        assertThat(await(one.append(7, List.of(), List.of(), List.of(said("Kari", null)))))
                .isEqualTo(new Fenced());
        assertThat(all()).isEmpty();
        assertThat(say(one, said(null, "Moe"))).isEqualTo(new Committed(0));
        assertThat(all()).containsExactly(said(null, "Moe"));
    }

    @Test
    void retentionCountsFromWhenSomebodyWasSeenLast() {
        assertThat(say(one, said("Kari", null))).isEqualTo(new Committed(0));
        Instant noon = NINE.plusSeconds(10_800);

        assertThat(await(identities.lapsed("KAL", IdentityRow.PATIENT, NINE))).isEmpty();
        assertThat(await(identities.lapsed("KAL", IdentityRow.PATIENT, NINE.plusSeconds(1))))
                .containsExactly("p");
        await(identities.seen("KAL", Map.of("p", noon, "nobody", noon)));
        await(identities.seen("KAL", Map.of("p", NINE)));
        assertThat(await(identities.lapsed("KAL", IdentityRow.PATIENT, noon))).isEmpty();
        assertThat(await(identities.lapsed("KAL", IdentityRow.PATIENT, noon.plusSeconds(1))))
                .containsExactly("p");
        assertThat(await(identities.lapsed("KAL", IdentityRow.STAFF, noon.plusSeconds(1))))
                .isEmpty();
    }

    private Appended say(JournalWriter writer, IdentityRow row) {
        return await(writer.append(0, List.of(), List.of(), List.of(row)));
    }

    private List<IdentityRow> all() {
        return List.copyOf(await(identities.all("KAL")).values());
    }

    private static IdentityRow said(String given, String family) {
        return new IdentityRow("p", IdentityRow.PATIENT, "1", given, family, null, null, NINE);
    }
}
