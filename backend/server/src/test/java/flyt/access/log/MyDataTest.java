package flyt.access.log;

import static flyt.access.log.LogBench.AMINA;
import static flyt.access.log.LogBench.INGRID;
import static flyt.access.log.LogBench.NINE;
import static flyt.access.log.Soon.answer;
import static org.assertj.core.api.Assertions.assertThat;

import flyt.access.Gone;
import flyt.ops.ExpectLog;
import flyt.ops.Watch;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Watch.class)
@Timeout(120)
class MyDataTest {
    @Test
    @ExpectLog("was taken in an emergency in FJO")
    void everythingAboutOneselfAndNothingAboutOthers() {
        try (LogBench bench = new LogBench()) {
            for (String id : List.of("a-ingrid", "a-amina")) {
                assertThat(bench.rows(
                                "INSERT INTO account (id, login, name, given, argon2, made_at)"
                                        + " VALUES ($1, $2, $3, $4, 'top-secret-hash', now()) RETURNING id",
                                id,
                                id.substring(2),
                                id.equals("a-ingrid") ? "Ingrid Solheim" : "Amina Nur",
                                "G"))
                        .hasSize(1);
                assertThat(bench.rows(
                                "INSERT INTO account_grant (account, role, hospital, wards)"
                                        + " VALUES ($1, 'nurse', 'FJO', ARRAY['LUN']) RETURNING role",
                                id))
                        .hasSize(1);
                assertThat(bench.rows(
                                "INSERT INTO session (hash, account, device_kind, made_at, last_seen, idle_seconds,"
                                        + " until, address, agent) VALUES (sha256($1::text::bytea), $1::text, 'own',"
                                        + " now(), now(), 60, now(), '10.0.4.17', 'Firefox') RETURNING account",
                                id))
                        .hasSize(1);
            }
            for (Who who : List.of(INGRID, AMINA)) {
                answer(bench.log.write(LogEntry.of(who, "stay", NINE).in("FJO").about("V1", null)));
                assertThat(answer(new BreakGlass(bench.database, bench.log, new Gone(bench.vertx))
                                .open(who, "FJO", "V9", null, "Hjertestans", null, NINE)))
                        .isNotNull();
            }
            LogSearch search = new LogSearch(bench.database, (hospital, visit) -> Future.succeededFuture(null));
            MyData mine = new MyData(
                    bench.database,
                    search,
                    account -> Future.succeededFuture(List.of(new JsonObject().put("task", "T-1 " + account))));

            JsonObject stored = answer(mine.of("a-ingrid"));
            assertThat(stored.encode()).doesNotContain("mina").doesNotContain("top-secret-hash");
            assertThat(stored.getJsonObject("account").getString("login")).isEqualTo("ingrid");
            assertThat(stored.getJsonObject("account").getBoolean("hasPassword"))
                    .isTrue();
            assertThat(stored.getJsonArray("grants").encode())
                    .isEqualTo("[{\"role\":\"nurse\",\"hospital\":\"FJO\",\"wards\":[\"LUN\"],\"zones\":\"*\"}]");
            assertThat(stored.getJsonArray("sessions")).hasSize(1);
            assertThat(stored.getJsonArray("sessions").getJsonObject(0).getString("agent"))
                    .isEqualTo("Firefox");
            assertThat(stored.getJsonArray("breakGlass")).hasSize(1);
            assertThat(stored.getJsonArray("tasks").encode()).isEqualTo("[{\"task\":\"T-1 a-ingrid\"}]");
            assertThat(stored.getJsonArray("log")).hasSize(2);
            assertThat(stored.getBoolean("logMore")).isFalse();
            assertThat(answer(mine.of("a-nobody"))).isNull();
        }
    }
}
