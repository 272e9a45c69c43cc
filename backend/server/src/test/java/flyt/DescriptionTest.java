package flyt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import flyt.access.Deed;
import flyt.access.Verdict;
import flyt.access.View;
import flyt.access.account.Unacceptable;
import flyt.journal.WireNames;
import io.vertx.ext.web.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code openapi.yaml} describes the routes that there are, and no others. */
class DescriptionTest {
    private static final String FOLDER = "/flyt/protocol/";
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern NEEDS =
            Pattern.compile("Needs (to be signed in|[^`.]*`([a-z:-]+)`).*", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void everyRouteIsDescribedAndEverythingDescribedIsARoute() throws IOException {
        List<String> mounted = AllRoutes.mounted(folder).stream()
                .filter(route -> route.getPath() != null && route.getPath().matches("/(api/v1|health|metrics).*"))
                .flatMap(DescriptionTest::names)
                .toList();
        assertThat(mounted).hasSizeGreaterThan(50);
        assertThat(operations().keySet()).containsExactlyInAnyOrderElementsOf(mounted);
    }

    private static Stream<String> names(Route route) {
        String path = route.getPath().replaceAll(":([a-z]+)", "{$1}");
        return route.methods().stream().map(method -> method + " " + path);
    }

    @Test
    void whateverNotEverybodyMaySaysWhatItNeedsInWordsOfTheTableOfRoles() throws IOException {
        Set<String> words = Stream.concat(
                        Arrays.stream(View.values()).map(View::wire),
                        Arrays.stream(Deed.values()).map(Deed::wire))
                .collect(Collectors.toSet());
        JsonNode usual = read("openapi.yaml").path("security");
        List<String> unclear = new ArrayList<>();
        operations().forEach((name, operation) -> {
            JsonNode security = operation.path("security").isMissingNode() ? usual : operation.path("security");
            Set<String> who = new HashSet<>();
            security.forEach(one -> one.fieldNames().forEachRemaining(who::add));
            boolean ofRoles = who.contains("person") || who.contains("system");
            Matcher needs = NEEDS.matcher(operation.path("description").asText());
            boolean clear = needs.matches() && (needs.group(2) == null || words.contains(needs.group(2)));
            if (ofRoles != clear) {
                unclear.add(name);
            }
        });
        assertThat(unclear).isEmpty();
    }

    @Test
    void everyReasonToTurnSomebodyAwayIsInTheTableOfProblems() throws IOException {
        String table = read("openapi.yaml").path("info").path("description").asText();
        assertThat(Stream.concat(
                        Arrays.stream(Verdict.Reason.values()).map(Verdict.Reason::wire),
                        Arrays.stream(Unacceptable.Why.values()).map(WireNames::of)))
                .allSatisfy(code -> assertThat(table).contains("`" + code + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "asyncapi.yaml"})
    void everyReferenceLeadsToSomething(String description) throws IOException {
        List<String> lost = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        follow(URI.create(FOLDER + description), read(description), seen, lost);
        assertThat(seen).hasSizeGreaterThan(5);
        assertThat(lost).isEmpty();
    }

    private static void follow(URI file, JsonNode node, Set<URI> seen, List<String> lost) throws IOException {
        JsonNode reference = node.path("$ref");
        if (reference.isTextual()) {
            URI target = file.resolve(reference.asText());
            if (seen.add(target)) {
                URI other = URI.create(target.getPath());
                JsonNode there = read(other.getPath().substring(FOLDER.length()))
                        .at(target.getFragment() == null ? "" : target.getFragment());
                if (there.isMissingNode()) {
                    lost.add(file + " -> " + reference.asText());
                }
                follow(other, there, seen, lost);
            }
        }
        for (JsonNode child : node) {
            follow(file, child, seen, lost);
        }
    }

    private static Map<String, JsonNode> operations() throws IOException {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        read("openapi.yaml").path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        all.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue());
                    }
                }));
        return all;
    }

    private static JsonNode read(String file) throws IOException {
        try (var in = DescriptionTest.class.getResourceAsStream(FOLDER + file)) {
            assertThat(in).as(file).isNotNull();
            return YAML.readTree(in);
        }
    }
}
