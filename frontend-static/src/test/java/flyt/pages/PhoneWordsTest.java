package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The languages of the phone: each file holds every word that the phone says, with the same gaps, and no others. */
final class PhoneWordsTest {

    private static final Path PAGE = Path.of("src/main/resources/flyt/pages/tasks");
    private static final JsonObject NORWEGIAN = language("tasks.nb");

    /** Kinds of work, causes of rank, refusals and the like, which the phone puts together from what the server sends. */
    private static final List<String> SENT = List.of(
            "cleaning.standard cleaning.protective cleaning.contact cleaning.contact-chlorine cleaning.droplet cleaning.airborne",
            "cleaning.spill cleaning.daily kind.bed-wash kind.patient-bed kind.patient-wheelchair kind.patient-walking kind.deceased",
            "kind.samples kind.blood kind.medicine kind.equipment kind.linen kind.food kind.waste kind.emergency-team kind.fault",
            "why.pinned why.ordered-acute why.emergency-patient-waits why.patient-waits why.intensive-care why.patient-unattended",
            "why.ordered-urgent why.patient-comes why.isolation-room-needed why.no-free-bed why.appointment why.waited-too-long",
            "why.waited-long why.shortage-expected why.near why.ordered no.task-gone no.taken-already no.not-on-duty no.not-your-team",
            "no.not-trained no.already-started no.not-started no.not-paused no.room-must-air no.not-offered-to-you",
            "no.not-taken-by-you no.colleague-not-there no.colleague-not-trained no.not-handed-over no.in-the-middle-of-a-task no.on-break-already no.not-on-break no.end-in-the-past",
            "no.wrong-patient no.wristband-not-confirmed no.not-at-the-bed no.equipment-held no.not-to-be-done-yet no.older-rules no.too-late no.changed-since team.cleaning team.porters team.technical shift.day shift.evening shift.night",
            "wake.cannot wake.denied wake.failed wake.on skill.infection skill.lifting skill.driving state.unreachable state.no-work scan.other-hospital scan.other-code");

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "lt"})
    void aLanguageHasEveryWordWithTheSameGaps(String code) {
        JsonObject language = language("tasks." + code);
        assertThat(language.keySet()).isEqualTo(NORWEGIAN.keySet()).hasSizeGreaterThan(200);
        assertThat(NORWEGIAN.keySet()).allSatisfy(key -> {
            assertThat(language.get(key).getAsString()).as(key).isNotBlank();
            assertThat(gaps(language, key)).as(key).isEqualTo(gaps(NORWEGIAN, key));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "lt"})
    void whatNobodyHasReadThroughSaysSo(String code) {
        assertThat(language("tasks." + code).get("about").getAsString()).startsWith("Machine-made, not reviewed");
        assertThat(text(PAGE.resolve("languages.js")))
                .containsPattern("code: '" + code + "', name: '[^']+', machine: '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "en"})
    void theSameThingHasTheSameNameOnThePhoneAsOnTheWall(String code) {
        JsonObject wall = language(code);
        JsonObject phone = language("tasks." + code);
        List<String> both = phone.keySet().stream().filter(wall::has).sorted().toList();
        assertThat(both).hasSizeGreaterThan(20);
        assertThat(both).allSatisfy(key -> assertThat(phone.get(key)).as(key).isEqualTo(wall.get(key)));
    }

    @Test
    void everyWordThatThePhoneAsksForIsThereAndNoneIsIdle() {
        String scripts = scripts();
        Set<String> said = Stream.concat(
                        SENT.stream().flatMap(line -> Stream.of(line.split(" "))),
                        Pattern.compile(
                                        "'([a-z-]+(?:\\.[a-z0-9-]+)+|hello|someone|close|minutes|tabs|speak|precaution|steps)'")
                                .matcher(scripts)
                                .results()
                                .map((MatchResult found) -> found.group(1))
                                .filter(key -> NORWEGIAN.has(key) || scripts.contains("words('" + key + "'")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(NORWEGIAN.keySet()).containsAll(said);
        Set<String> idle = new TreeSet<>(NORWEGIAN.keySet());
        idle.removeAll(said);
        idle.removeIf(key -> key.endsWith("-place") && scripts.contains("name('" + key.replace("-place", "") + "')"));
        // Words of parts that other pages have too.
        assertThat(idle).containsExactlyInAnyOrder("about", "hand.undo", "ask.no");
    }

    @Test
    void noWordToAvoidIsUsed() {
        assertThat(Stream.of("nb", "en", "pl", "lt").map(code -> language("tasks." + code)))
                .allSatisfy(language -> assertThat(language.toString()).doesNotContain("!", "skjermet", "sist sett"));
    }

    private static Set<String> gaps(JsonObject language, String key) {
        return Pattern.compile("\\{\\w+}")
                .matcher(language.get(key).getAsString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String scripts() {
        try (Stream<Path> all = Files.list(PAGE)) {
            return all.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .map(PhoneWordsTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject language(String name) {
        return JsonParser.parseString(Golden.text("/flyt/pages/lang/" + name + ".json"))
                .getAsJsonObject();
    }
}
