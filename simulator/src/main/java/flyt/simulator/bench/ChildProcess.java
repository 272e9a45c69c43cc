package flyt.simulator.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process with this one's class path and flags, and the moment it was started. */
final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final long started = System.nanoTime();

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** @param errors a file for what it says on its error stream */
    static ChildProcess start(Path errors, Map<String, String> environment, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        try {
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double secondsSinceStart() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** Processor time it has used so far, all its threads together; 0 where the system does not tell. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Gives it a line of input, the only one. */
    void tell(String line) {
        try (OutputStream input = process.getOutputStream()) {
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its output says after this text, to the end of the line; what it says before is passed over. */
    String waitFor(String text) {
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int at = line.indexOf(text);
                if (at >= 0) {
                    return line.substring(at + text.length());
                }
            }
            throw new IllegalStateException("a process ended without saying " + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells it to stop, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
