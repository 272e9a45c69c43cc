package flyt.outbound.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import flyt.access.FaultyFile;
import flyt.outbound.Receiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The file that says who is told what. */
class ReceiversFileTest {

    @Test
    void theOneInTheHandbookIsRead() throws Exception {
        String handbook = Files.readString(Path.of("..", "..", "docs", "hl7.md"));
        int from = handbook.indexOf("{\n  \"receivers\"");
        assertThat(from).isPositive();
        Receiver read = ReceiversFile.read(handbook.substring(from, handbook.indexOf("```", from)))
                .get(0);
        assertThat(read.hospital() + " " + read.id() + " " + read.address())
                .isEqualTo("KAL capacity mllps://capacity.example.org:2575");
        assertThat(read.terms()).isEqualTo(new Receiver.Terms(1, 3, Duration.ofSeconds(1), Duration.ofMinutes(1)));
    }

    @Test
    void everyFaultIsNamedWithItsPlace() {
        FaultyFile faulty = catchThrowableOfType(
                FaultyFile.class,
                () -> ReceiversFile.read(
                        """
                        {"receivers": [
                          {"id": "a", "hospital": "KAL", "host": "10.0.0.7", "tells": ["bed-status", "weather"],
                           "places": [{"match": "(x", "place": "y"}, {"match": "x", "place": "$1"}]},
                          {"id": "a", "hospital": "KAL", "host": "127.0.0.1", "version": "3", "zone": "Oslo",
                           "tls": {"keyFile": "k.pem"}, "work": "*", "colour": "red"}]}"""));
        assertThat(faulty.faults())
                .containsExactly(
                        "receivers[0].host: is another machine: say tls, or inClear when nobody else hears it",
                        "receivers[0].tells: must be a list of [bed-status, work-outcome]",
                        "receivers[0].places[0].match: must be a regular expression",
                        "receivers[0].places[1].place: must be a place such as L3^$1^$2, of the groups that match has",
                        "receivers[1].colour: is none of [answerWithinSeconds, application, atOnce, facility, hospital,"
                                + " host, id, inClear, longestPauseMs, pauseMs, places, port, tells, tls,"
                                + " toApplication, toFacility, tries, version, work, zone]",
                        "receivers[1].id: there are two of the id a",
                        "receivers[1].tls.keyFile: goes with certificateFile",
                        "receivers[1].zone: must be a zone such as Europe/Oslo",
                        "receivers[1].work: must be a regular expression",
                        "receivers[1].version: must be 2.3 to 2.6");
    }
}
