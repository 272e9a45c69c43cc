package flyt.intake.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments as senders write them. */
class Hl7TimeTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @CsvSource({
        "20261122,                  2026-11-21T23:00:00Z",
        "2026112214,                2026-11-22T13:00:00Z",
        "202611221405,              2026-11-22T13:05:00Z",
        "20261122140507,            2026-11-22T13:05:07Z",
        "20261122140507.1234,       2026-11-22T13:05:07.123Z",
        "20261122140507123,         2026-11-22T13:05:07.123Z",
        "20261122140507+0000,       2026-11-22T14:05:07Z",
        "202611221405-0500,         2026-11-22T19:05:00Z",
        "20261122140507.5+0545,     2026-11-22T08:20:07.500Z",
        "2026-11-22T14:05:07Z,      2026-11-22T14:05:07Z",
        "2026-11-22 14:05,          2026-11-22T13:05:00Z",
        "20261122 1405,             2026-11-22T13:05:00Z",
        "20261122140507+01,         2026-11-22T13:05:07Z",
        "20261122240000,            2026-11-22T23:00:00Z",
        "20261122140560,            2026-11-22T13:05:59Z",
        "202607011200,              2026-07-01T10:00:00Z",
        "202603290230,              2026-03-29T01:30:00Z",
        "202610250230,              2026-10-25T00:30:00Z"
    })
    void isReadInTheSendersZone(String text, Instant at) {
        assertThat(Hl7Time.of(text, OSLO)).isNotNull().extracting(Hl7Time::at).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "2026",
                "202611",
                "20261322",
                "20260230",
                "00000000",
                "00010101000000",
                "17530101",
                "99991231235959",
                "2026112225",
                "yesterday",
                "20261122140",
                "22.11.2026"
            })
    void whatIsNoDayIsNone(String text) {
        assertThat(Hl7Time.of(text, OSLO)).isNull();
    }

    @Test
    void aDayIsKnownToBeNoMore() {
        assertThat(Hl7Time.of("20261122", OSLO))
                .isNotNull()
                .extracting(Hl7Time::dayOnly)
                .isEqualTo(true);
        assertThat(Hl7Time.of("20261122000000", OSLO))
                .isNotNull()
                .extracting(Hl7Time::dayOnly)
                .isEqualTo(false);
    }
}
