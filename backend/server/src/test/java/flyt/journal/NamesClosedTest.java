package flyt.journal;

import static flyt.journal.Rows.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database from before names were closed. */
class NamesClosedTest {

    @Test
    void whatWasInTheOpenIsClosedAndNowhereElse() {
        try (TestDatabase database = TestDatabase.empty()) {
            var unused = Flyway.configure()
                    .dataSource(database.jdbc(), database.user(), database.password())
                    .target("2")
                    .load()
                    .migrate();
            database.run(
                    "INSERT INTO identity VALUES ('OLD', 'p', 'patient', 'P-Zaphod', 'Zaphod', 'Beeblebrox', '1952-03-04',"
                            + " true, '2026-11-12T09:00:00Z'), ('OLD', 'n', 'staff', 'N-Zaphod', 'Zaphod', null, null, null,"
                            + " '2026-11-12T09:00:00Z')",
                    "INSERT INTO secret VALUES ('pseudonyms', decode(repeat('0a', 32), 'hex'))",
                    "INSERT INTO snapshot VALUES ('OLD', 4, now(), 3, 'Zaphod')",
                    event(1, "DepartedTemporarily", "{\"stay\":\"V1\",\"destination\":\"with Zaphod\"}"),
                    event(2, "CleaningPaused", "{\"bed\":\"B-1\",\"reason\":\"Zaphod\"}"),
                    event(3, "CleaningCancelled", "{\"bed\":\"B-1\",\"reason\":\"Zaphod\"}"),
                    event(
                            4,
                            "BedReserved",
                            "{\"bed\":\"B-1\",\"until\":\"2026-11-12T09:00:00Z\",\"purpose\":\"Zaphod\"}"));

            Database.migrate(database.url(), TestDatabase.KEYS);

            assertThat(Dump.of(database)).contains("\"bed\"").doesNotContainIgnoringCase("zaphod");
            Vertx vertx = Vertx.vertx();
            Database open = database.open(vertx);
            Instant nine = Instant.parse("2026-11-12T09:00:00Z");
            assertThat(await(new Identities(open).all("OLD")).values())
                    .containsExactly(
                            new IdentityRow("n", "staff", "N-Zaphod", "Zaphod", null, null, null, nine),
                            new IdentityRow(
                                    "p",
                                    "patient",
                                    "P-Zaphod",
                                    "Zaphod",
                                    "Beeblebrox",
                                    LocalDate.parse("1952-03-04"),
                                    true,
                                    nine));
            byte[] secret = new byte[32];
            java.util.Arrays.fill(secret, (byte) 10);
            assertThat(await(new Secrets(open).get("pseudonyms"))).isEqualTo(Buffer.buffer(secret));
            await(open.close());
            await(vertx.close());
        }
    }

    private static String event(int seq, String type, String body) {
        return "INSERT INTO event (hospital, seq, recorded_at, occurred_at, type, source, message_id, body)"
                + " VALUES ('OLD', " + seq + ", now(), now(), '" + type + "', 'pas', 'm" + seq + "', '" + body + "')";
    }
}
