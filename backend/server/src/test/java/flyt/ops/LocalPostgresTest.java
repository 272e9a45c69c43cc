package flyt.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class LocalPostgresTest {
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    @TempDir
    Path folder;

    @Test
    void aKilledProgramLeavesAnOrphanThatTheNextStartReplacesWithoutLosingARow() throws Exception {
        Process killed = orphanMaker();
        long orphan = serverOf(killed);
        assertThat(killed.destroyForcibly().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(new PostmasterPid(orphan).isServerOf(folder.resolve("data")))
                .as("PostgreSQL outlives its program")
                .isTrue();

        try (LocalPostgres postgres = start()) {
            assertEnds(orphan);
            assertThat(postgres.pid()).isNotEqualTo(orphan);
            assertThat(ask(postgres, "SELECT word FROM kept")).isEqualTo("still here");
        }
    }

    @Test
    void twoProgramsNeverShareAFolder() throws Exception {
        Process living = orphanMaker();
        try {
            long server = serverOf(living);

            assertThatThrownBy(this::start)
                    .isInstanceOf(PostgresTrouble.class)
                    .hasMessageStartingWith("Another Flyt is running in the folder");

            assertThat(new PostmasterPid(server).isServerOf(folder.resolve("data")))
                    .isTrue();
        } finally {
            assertThat(living.destroyForcibly().waitFor(60, TimeUnit.SECONDS)).isTrue();
            start().close();
        }
    }

    @Test
    void twoInOneProgramNeitherAndAfterClosingTheNextMayStart() {
        LocalPostgres first = start();
        long server = first.pid();

        assertThatThrownBy(this::start).isInstanceOf(PostgresTrouble.class);

        first.close();
        assertEnds(server);
        start().close();
    }

    @Test
    void carelessSettingsInTheFolderDoNotCount() throws Exception {
        start().close();
        Files.writeString(
                folder.resolve("data/postgresql.conf"),
                "fsync=off\nsynchronous_commit=off\nfull_page_writes=off\nlisten_addresses='*'\n",
                StandardOpenOption.APPEND);

        try (LocalPostgres postgres = start()) {
            assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "SHOW unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void nobodyIsTrustedWithoutThePassword() throws Exception {
        start().close();
        Files.writeString(folder.resolve("data/pg_hba.conf"), "host all all 0.0.0.0/0 trust\n");

        try (LocalPostgres postgres = start()) {
            String wrong = jdbc(postgres).replaceFirst("password=.*", "password=guess");

            assertThatThrownBy(() -> DriverManager.getConnection(wrong))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(ask(postgres, "SELECT string_agg(auth_method, ',') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(folder.resolve("password"))).hasSize(43);
        }
    }

    @Test
    void aPidFileThatNamesSomebodyElseIsNoObstacleAndNobodyElseIsStopped() throws Exception {
        start().close();
        Process bystander = new ProcessBuilder("sleep", "60").start();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                bystander.pid() + "\n" + folder.resolve("data") + "\n1700000000\n5432\n\n127.0.0.1\n\nready\n");

        start().close();

        assertThat(bystander.isAlive()).isTrue();
        assertThat(bystander.destroyForcibly().waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFolderWhoseMakingWasCutShortIsMadeAgain() throws Exception {
        Files.createDirectories(folder.resolve("data.new/base"));
        Files.writeString(folder.resolve("data.new/PG_VERSION"), "18\n");

        try (LocalPostgres postgres = start()) {
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatCannotStartSaysWhy() throws Exception {
        start().close();
        Files.writeString(folder.resolve("data/PG_VERSION"), "15\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(PostgresTrouble.class)
                .hasMessageContaining("database files are incompatible with server");
    }

    static String jdbc(LocalPostgres postgres) {
        URI url = URI.create(postgres.url());
        String[] user = url.getUserInfo().split(":", 2);
        return "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath() + "?user=" + user[0]
                + "&password=" + user[1];
    }

    private LocalPostgres start() {
        return LocalPostgres.start(folder, PROGRAMS);
    }

    /**
     * The server removes its pid file a moment before it is gone; where nobody reaps it, a dead
     * entry stays for ever.
     */
    private void assertEnds(long server) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (new PostmasterPid(server).isServerOf(folder.resolve("data"))) {
            assertThat(System.nanoTime()).as("server %d still runs", server).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String ask(LocalPostgres postgres, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc(postgres));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private Process orphanMaker() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrphanMaker.class.getName(),
                        folder.toString(),
                        PROGRAMS.toString()))
                .redirectErrorStream(true)
                .start();
    }

    private static long serverOf(Process process) throws IOException {
        var output = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("server ")) {
                return Long.parseLong(line.substring("server ".length()));
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the process ended:\n" + said);
    }
}
