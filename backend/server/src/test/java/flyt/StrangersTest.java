package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that others wrote each send a thousand messages and get a thousand answers to them. With Node and npm: {@code -Pstrangers}. */
@Tag("strangers")
@Timeout(600)
class StrangersTest {
    private static final int COUNT = 1_000;
    private static final Path SCRIPTS = Path.of("src", "test", "strangers");

    @TempDir
    private static Path folder;

    private static MllpHouse house;

    @BeforeAll
    static void start() throws Exception {
        house = new MllpHouse(Files.createDirectory(folder.resolve("house")));
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.toList()) {
                Path unused = Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void theClientOfHapi() throws Exception {
        int matching = 0;
        try (DefaultHapiContext context = new DefaultHapiContext(new GenericModelClassFactory())) {
            context.setValidationContext(ValidationContextFactory.noValidation());
            Connection connection =
                    context.newClient("127.0.0.1", house.server.hl7Ports().get(0), false);
            for (int i = 0; i < COUNT; i++) {
                Message message = context.getPipeParser().parse(movement(i));
                Terser answer = new Terser(connection.getInitiator().sendAndReceive(message));
                boolean ours = "AA".equals(answer.get("/MSA-1")) && ("hapi-" + i).equals(answer.get("/MSA-2"));
                matching += ours ? 1 : 0;
            }
            connection.close();
        }
        assertThat(matching).isEqualTo(COUNT);
    }

    /** By turns an admission and the discharge of whom it admitted, so that never more than one lies in the bed. */
    private static String movement(int number) {
        String id = "hapi-" + number;
        String visit = "H" + number / 2;
        return number % 2 == 0
                ? MllpHouse.admission(id, visit, "LUN-301")
                : MllpHouse.message(
                        "PAS",
                        "A03",
                        id,
                        "EVN|A03|20261122130000\rPV1|1|I|LUN^LUN-301^LUN-301" + "|".repeat(16) + visit);
    }

    @Test
    void theClientsOfNode() throws Exception {
        assertThat(run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"))
                .isNotNull();
        String port = String.valueOf(house.server.hl7Ports().get(0));
        for (String script : List.of("simple-hl7.js", "mllp-node.js")) {
            assertThat(run("node", script, port, String.valueOf(COUNT)))
                    .as(script)
                    .contains("matching " + COUNT);
        }
        assertThat(house.inbox("message_id LIKE 'simple-%' OR message_id LIKE 'node-%'"))
                .hasSize(2 * COUNT)
                .containsOnly("accepted []");
    }

    /** What it printed; it has to end well. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
