package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import flyt.journal.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who never asks for FHIR pays nothing for it: nothing of the library is in memory before the first request. */
@Timeout(300)
class FhirLoadTest {

    @Test
    void theLibraryIsLoadedByTheFirstRequestAndNotBefore(@TempDir Path folder) throws Exception {
        Path loaded = folder.resolve("classes.log");
        try (TestDatabase database = TestDatabase.fresh()) {
            Process server = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xlog:class+load=info:file=" + loaded,
                            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            FhirLoadTest.class.getName(),
                            database.url(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
                String url = said.lines()
                        .filter(line -> line.startsWith("url "))
                        .findFirst()
                        .orElseThrow()
                        .substring(4);
                assertThat(ask(url + "/health/live")).isEqualTo(200);
                assertThat(ofTheLibrary(loaded)).isEmpty();
                assertThat(ask(url + "/fhir/FJO/metadata")).isEqualTo(200);
                assertThat(ofTheLibrary(loaded)).contains("ca.uhn.fhir.context.FhirContext");
            } finally {
                server.destroyForcibly();
                assertThat(server.waitFor()).isNotZero();
            }
        }
    }

    private static int ask(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .statusCode();
    }

    private static List<String> ofTheLibrary(Path loaded) throws IOException {
        return Files.readAllLines(loaded).stream()
                .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                .filter(word -> word.startsWith("ca.uhn.fhir.") || word.startsWith("org.hl7.fhir."))
                .toList();
    }

    /** The server of the test: says where it is, and waits to be killed. */
    public static void main(String[] args) throws IOException {
        RunningServer server = Main.start(java.util.Map.of(
                        "FLYT_DATABASE_URL",
                        args[0],
                        "FLYT_DATA_DIR",
                        args[1],
                        "FLYT_HOSPITAL_FILES",
                        "fjordvik",
                        "FLYT_CLUSTER_NAME",
                        "fhir-load",
                        "FLYT_IDENTITY_KEY_FILE",
                        key(Path.of(args[1])),
                        "FLYT_HTTP_PORT",
                        "0"))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        System.out.println("url " + server.url());
        int unused = new InputStreamReader(System.in, StandardCharsets.UTF_8).read();
    }

    private static String key(Path folder) throws IOException {
        return Files.writeString(
                        folder.resolve("identity.key"),
                        java.util.Base64.getEncoder().encodeToString(new byte[32]))
                .toString();
    }
}
