package flyt.journal;

import static flyt.journal.Rows.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

class MasterKeysTest {
    private static final byte[] OLD = bytes(1);
    private static final byte[] NEW = bytes(2);
    private static final IdentityRow KARI =
            new IdentityRow("p", "patient", "P1", "Kari", "Hansen", null, true, Instant.EPOCH);

    private final MasterKeys old = MasterKeys.of(List.of(OLD));
    private final MasterKeys both = MasterKeys.of(List.of(NEW, OLD));
    private final MasterKeys fresh = MasterKeys.of(List.of(NEW));

    @Test
    void whatTheFirstWrapsTheOthersDoNotOpen() {
        SecretKey key = MasterKeys.fresh();
        assertThat(both.unwrap(both.wrap(key))).isEqualTo(key);
        assertThat(fresh.unwrap(both.wrap(key))).isEqualTo(key);
        assertThat(both.unwrap(old.wrap(key))).isEqualTo(key);
        assertThatThrownBy(() -> fresh.unwrap(old.wrap(key))).isInstanceOf(LostKey.class);
        byte[] touched = old.wrap(key);
        touched[20] ^= 1;
        assertThatThrownBy(() -> old.unwrap(touched)).isInstanceOf(LostKey.class);
        assertThat(both.toString()).isEqualTo("MasterKeys[2]");
    }

    @Test
    void aRowOpensInItsPlaceOnly() {
        SecretKey key = MasterKeys.fresh();
        byte[] sealed = Sealing.seal("FJO", KARI, key);
        assertThat(Sealing.open("FJO", "p", "patient", Instant.EPOCH, sealed, key))
                .isEqualTo(KARI);
        assertThat(Sealing.seal("FJO", KARI, key)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> Sealing.open("KAL", "p", "patient", Instant.EPOCH, sealed, key))
                .hasMessage("an identity does not open with its key")
                .hasNoCause();
        assertThatThrownBy(() -> Sealing.open("FJO", "q", "patient", Instant.EPOCH, sealed, key))
                .hasMessage("an identity does not open with its key");
        assertThatThrownBy(() -> Sealing.open("FJO", "p", "staff", Instant.EPOCH, sealed, key))
                .hasMessage("an identity does not open with its key");
        assertThatThrownBy(() -> Sealing.open("FJO", "p", "patient", Instant.EPOCH, sealed, MasterKeys.fresh()))
                .hasMessage("an identity does not open with its key");
    }

    @Test
    void aRestartWithANewFirstKeyWrapsAllAnew() {
        try (TestDatabase database = TestDatabase.fresh(old)) {
            Buffer secret = with(database, old, MasterKeysTest::begin);

            assertThatThrownBy(() -> Database.migrate(database.url(), fresh)).isInstanceOf(LostKey.class);
            Database.migrate(database.url(), both);

            Buffer again = with(database, fresh, open -> {
                assertThat(await(new Identities(open).all("ROT")).values()).containsExactly(KARI);
                return await(new Secrets(open).get("pseudonyms"));
            });
            assertThat(again).isEqualTo(secret);
            Database.migrate(database.url(), fresh);
        }
    }

    private static Buffer begin(Database open) {
        Journal journal = new Journal(open);
        await(journal.create("ROT"));
        JournalWriter writer = journal.writer("ROT");
        Appended unused = await(writer.append(0, List.of(), List.of(), List.of(KARI)));
        await(writer.close());
        return await(new Secrets(open).get("pseudonyms"));
    }

    private static <T> T with(TestDatabase database, MasterKeys keys, java.util.function.Function<Database, T> use) {
        Vertx vertx = Vertx.vertx();
        Database open = Database.at(vertx, database.url(), keys);
        try {
            return use.apply(open);
        } finally {
            await(open.close());
            await(vertx.close());
        }
    }

    private static byte[] bytes(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return bytes;
    }
}
