package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language files: the words of the field, exactly, and none that a ward must not be shown. */
final class WordsTest {

    private static final JsonObject NORWEGIAN = language("nb");
    private static final JsonObject ENGLISH = language("en");
    private static final List<String> TO_AVOID = List.of(
            "overligger",
            "langligger",
            "utligger",
            "belagt",
            "skjermet",
            "vaktansvarlig",
            "sist sett",
            "meldt inn",
            "blindtarm",
            "bed blocker",
            "!");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(NORWEGIAN.keySet()).isEqualTo(ENGLISH.keySet()).hasSizeGreaterThan(150);
    }

    @Test
    void noWordToAvoidIsUsed() {
        assertThat(List.of(NORWEGIAN, ENGLISH))
                .allSatisfy(language ->
                        assertThat(language.toString().toLowerCase(Locale.ROOT)).doesNotContain(TO_AVOID));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use.ready | Ledig og klar",
                "use.occupied | Opptatt",
                "use.held | Holdes av",
                "use.waiting-cleaning | Venter på renhold",
                "use.air-change-until | Venter – luftskifte til {at}",
                "use.being-cleaned | Renhold pågår",
                "use.cleaning-paused | Renhold pauset",
                "use.not-made | Ren – ikke oppredd",
                "class.reserved-to | Reservert til {who}, kl. {at}",
                "class.reserved | Reservert",
                "class.extra | Ekstraseng – {where}",
                "class.closed-because | Stengt – {why}",
                "ask.discharge | Utskrevet {at} – er rommet forlatt?",
                "task.possible | Mulig",
                "task.scheduled | Planlagt {at}",
                "task.pending | Venter",
                "task.offered | Tilbudt {who}",
                "task.accepted | Tatt av {who}",
                "task.in-progress | Pågår {minutes} min",
                "task.paused | Pause",
                "task.delayed | Forsinket",
                "task.done | Ferdig {at}",
                "task.inspected | Kontrollert",
                "task.not-possible | Kan ikke gjøres – {why}",
                "task.cancelled | Avlyst – {why}",
                "count.waiting-cleaning | til vask",
                "count.being-cleaned | vaskes",
                "house.occupancy | Belegg nå",
                "test.strip | Dette er testdata. Ingen av personene finnes."
            })
    void theStatesHaveTheWordsOfTheField(String key, String text) {
        assertThat(NORWEGIAN.get(key).getAsString()).isEqualTo(text);
    }

    private static JsonObject language(String name) {
        return JsonParser.parseString(Golden.text("/flyt/pages/lang/" + name + ".json"))
                .getAsJsonObject();
    }
}
