package flyt.simulator.chaos;

import flyt.simulator.traffic.ServerSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Flyt server in a process of its own, with this process's Java and class path, so that it can be killed. Its log is
 * {@code server.log} in its folder; a second process in the same folder appends to it. Every method may block.
 */
public final class ServerProcess implements AutoCloseable {
    /** What {@code ./flyt} starts Java with, besides what makes a short life shorter. */
    private static final List<String> FLAGS = List.of(
            "--add-modules",
            "java.se",
            "--add-exports",
            "java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "--add-opens",
            "java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens",
            "java.management/sun.management=ALL-UNNAMED",
            "--add-opens",
            "jdk.management/com.sun.management.internal=ALL-UNNAMED",
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=logback.xml",
            "-DFLYT_LOG_FORMAT=text");

    private static final long LOOK_MS = 50;

    private final Process process;
    private final Path log;
    private final long logBefore;
    private final Door door;

    private ServerProcess(Process process, Path log, long logBefore, Door door) {
        this.process = process;
        this.log = log;
        this.logBefore = logBefore;
        this.door = door;
    }

    /**
     * Starts a server; it is not ready yet.
     *
     * @param folder made when absent; holds the log, and {@code data} unless the settings say otherwise
     * @param port of its pages, on 127.0.0.1; see {@link #freePort}
     * @param secrets the same for all that share a database
     * @param settings {@code FLYT_…}; it gets no others from this process
     */
    public static ServerProcess start(Path folder, int port, ServerSecrets secrets, Map<String, String> settings) {
        try {
            Path home = Files.createDirectories(folder.toAbsolutePath());
            Path log = home.resolve("server.log");
            long logBefore = Files.exists(log) ? Files.size(log) : 0;
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(FLAGS);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "flyt.Main"));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("FLYT_"));
            environment.put("FLYT_HTTP_PORT", String.valueOf(port));
            environment.putAll(secrets.settings(home, settings));
            Door door = new Door(secrets.pass("http://127.0.0.1:" + port));
            return new ServerProcess(builder.start(), log, logBefore, door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A port that is free just now.
     *
     * @param run how many on end must be free: 2 for the members' port and that of their event bus
     */
    public static int freePort(int run) {
        while (true) {
            List<ServerSocket> taken = new ArrayList<>();
            try {
                ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                taken.add(first);
                for (int i = 1; i < run; i++) {
                    taken.add(new ServerSocket(first.getLocalPort() + i, 1, InetAddress.getLoopbackAddress()));
                }
                return first.getLocalPort();
            } catch (IOException | IllegalArgumentException e) {
                // the next one is taken; try elsewhere
            } finally {
                taken.forEach(ServerProcess::close);
            }
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the server says it is ready.
     *
     * @throws IllegalStateException with the end of its log when it ended, or was not ready in time
     */
    public ServerProcess awaitReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (door.status("/health/ready") != 200) {
            if (ended(LOOK_MS) || System.nanoTime() > end) {
                throw new IllegalStateException("The server " + (process.isAlive() ? "is not ready" : "ended")
                        + ". Its log ends:\n" + logTail());
            }
        }
        return this;
    }

    /** Its HTTP API. */
    public Door door() {
        return door;
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether this process, not one before it in the folder, has written the text to its log. */
    public boolean hasLogged(String text) {
        return written().contains(text);
    }

    /** SIGKILL: it gets to do nothing more. Returns when it is gone. */
    public void kill() {
        Process killed = process.destroyForcibly();
        if (!ended(10_000)) {
            throw new IllegalStateException("Process " + killed.pid() + " outlives SIGKILL");
        }
    }

    /**
     * SIGTERM: it stops in order.
     *
     * @return its exit code
     * @throws IllegalStateException with the end of its log when it is not gone in time; it is killed then
     */
    public int stop(Duration patience) {
        process.destroy();
        if (!ended(patience.toMillis())) {
            kill();
            throw new IllegalStateException("The server did not stop. Its log ends:\n" + logTail());
        }
        return process.exitValue();
    }

    /** Stops it if it still runs, so that its embedded database stops too; kills it when that takes too long. */
    @Override
    public void close() {
        process.destroy();
        if (!ended(10_000)) {
            kill();
        }
    }

    /** The last lines of its log. */
    public String logTail() {
        List<String> lines = written().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private String written() {
        try {
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) logBefore, (int) (all.length - logBefore), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ended(long withinMs) {
        try {
            return process.waitFor(withinMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
