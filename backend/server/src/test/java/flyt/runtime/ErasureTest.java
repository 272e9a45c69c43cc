package flyt.runtime;

import static flyt.runtime.House.NOON;
import static flyt.runtime.House.await;
import static flyt.runtime.House.wish;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyt.board.RowUpdate;
import flyt.domain.Command;
import flyt.domain.place.BedId;
import flyt.domain.place.WardId;
import flyt.domain.stay.PatientKey;
import flyt.domain.task.TaskId;
import flyt.grid.RawRows;
import flyt.intake.http.Pseudonyms;
import flyt.intake.http.ReadReport;
import flyt.intake.http.ReportReader;
import flyt.journal.Dump;
import flyt.journal.StateCodec;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A name put into everything a sender or a tap can say, erased, and looked for everywhere. */
class ErasureTest extends InAHouse {
    private static final String[] PLANTED = {
        "zaphod", "beeblebrox", "P-771-89", "P-771-90", "1953-07-19", "\"initials\":\"ZB\"", "\"year\":1953"
    };
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[32]);
    private static final PatientKey ZAPHOD = PSEUDONYMS.patient(House.ID, "P-771-89");

    private final ReportReader reader = new ReportReader(PSEUDONYMS);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private int messages;

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        boolean unused = root().detachAppender(log);
    }

    @Test
    void afterErasureNothingHoldsTheNameNorOpensToIt() {
        plant();
        long before = head();
        assertThat(everything()).contains("\"initials\":\"ZB\"", "with Zaphod", "for Zaphod", "Zaphod sleeps");
        assertThat(Dump.opened(testDatabase)).contains("Beeblebrox", "P-771-90", "1953-07-19", "Zaphod calls");
        assertThat(Dump.of(testDatabase)).as("in the tables").doesNotContainIgnoringCase(PLANTED);

        assertThat(await(house.desk.erase(House.ID, ZAPHOD))).isTrue();
        await(house.work.grid().settled());

        assertThat(everything()).doesNotContainIgnoringCase(PLANTED);
        assertThat(Dump.of(testDatabase)).contains("IdentitiesErased").doesNotContainIgnoringCase(PLANTED);
        assertThat(Dump.opened(testDatabase)).contains("Trillian").doesNotContainIgnoringCase(PLANTED);
        house.handOverAndBack();
        assertThat(logged()).contains("Writing for hospital").doesNotContainIgnoringCase(PLANTED);
        assertThat(head()).isGreaterThan(before);
        assertThat(house.batches.get(house.batches.size() - 1).seq()).isEqualTo(head());
        assertThat(await(house.desk.erase(House.ID, ZAPHOD))).isFalse();
    }

    @Test
    void theOthersKeepTheirNamesAndWords() {
        plant();
        boolean known = await(house.desk.erase(House.ID, ZAPHOD));

        assertThat(known).isTrue();
        assertThat(house.rows("ward.3", "MED"))
                .anySatisfy(row -> assertThat(row).contains("\"initials\":\"TM\"", "\"to\":\"Rtg.\""));
    }

    @Test
    void theJournalReplaysAndBoardsOfThePastNameNobody() {
        plant();
        Instant whenKnown = house.state().recordedAt();
        boolean known = await(house.desk.erase(House.ID, ZAPHOD));
        assertThat(known).isTrue();
        say("BedMade", NOON.plus(Duration.ofHours(2)), "'bed':'KIR-4'");

        Replay replay = await(Replay.of(house.database, "KAL", Long.MAX_VALUE));
        String replayed = replay.book().rows().stream().map(ErasureTest::text).collect(Collectors.joining("\n"));
        assertThat(replayed).contains("\"initials\":\"TM\"").doesNotContainIgnoringCase(PLANTED);
        assertThat(replay.hospital()).isEqualTo(house.state());
        String past = String.join(
                "\n",
                House.texts(await(house.desk.rows(
                        new flyt.board.Stream("KAL", "ward.3", "MED"), new LookBack(whenKnown, true)))));
        assertThat(past).contains("\"use\":\"held\"").doesNotContainIgnoringCase(PLANTED);
        List<String> shown = house.rows("ward.3", "MED");
        house.handOverAndBack();
        assertThat(house.rows("ward.3", "MED")).isEqualTo(shown);
        assertThat(everything()).doesNotContainIgnoringCase(PLANTED);
    }

    @Test
    void aPatientWhoComesAgainIsNamedAgain() {
        plant();
        boolean known = await(house.desk.erase(House.ID, ZAPHOD));
        assertThat(known).isTrue();
        admit(NOON.plus(Duration.ofHours(3)), "V9", "KIR-1", "P-771-89", "Zaphod", "Beeblebrox");

        assertThat(house.rows("ward.3", "KIR")).anyMatch(row -> row.contains("\"initials\":\"ZB\""));
        house.handOverAndBack();
        assertThat(house.rows("ward.3", "KIR")).anyMatch(row -> row.contains("\"initials\":\"ZB\""));
    }

    @Test
    void whoHasBeenGoneLongEnoughIsErasedAndStaffAfterTheirShift() {
        admit(NOON, "V1", "MED-1", "P-771-89", "Zaphod", "Beeblebrox");
        say("ResponsibilityReported", NOON, "'visit':'V1','nurse':{'key':'N-1','name':'Marvin'}");
        say("CleaningPaused", NOON, "'bed':'KIR-1','reason':'Zaphod sleeps'");
        say("PatientDischarged", NOON.plus(Duration.ofDays(40)), "'visit':'V1','disposition':'home'");
        waitUntil(() -> !Dump.opened(testDatabase).contains("Marvin"));
        assertThat(Dump.opened(testDatabase)).contains("Beeblebrox");

        say("BedMade", NOON.plus(Duration.ofDays(129)), "'bed':'KIR-4'");
        waitUntil(() -> !Dump.opened(testDatabase).contains("sleeps"));
        assertThat(Dump.opened(testDatabase)).contains("Beeblebrox");

        say("BedMade", NOON.plus(Duration.ofDays(131)), "'bed':'KIR-4'");
        waitUntil(() -> !Dump.opened(testDatabase).contains("Beeblebrox"));
        assertThat(Dump.of(testDatabase)).contains("IdentitiesErased");
    }

    /** Every place that takes something of a sender's or a person's own choice. */
    private void plant() {
        String visit = "V1 Zaphod";
        admit(NOON, visit, "MED-1", "P-771-89", "Zaphod", "Beeblebrox");
        admit(NOON, "V1b", "MED-1", "P-771-90", "Zaphod", "Beeblebrox");
        say(
                "PatientsMerged",
                NOON,
                "'patient':{'number':'P-771-89'},'mergedPatient':{'number':'P-771-90','given':'Zaphod'}");
        admit(NOON, "V2", "MED-2", "P-2", "Trillian", "McMillan");
        say("DepartedTemporarily", NOON, "'visit':'V2','destination':'Rtg.'");
        say("DepartedTemporarily", NOON, "'visit':'" + visit + "','destination':'with Zaphod'");
        say("EarlyWarningReported", NOON, "'visit':'" + visit + "','scale':'Zaphod','score':2");
        say("LabStatusReported", NOON, "'visit':'" + visit + "','order':'L Zaphod','status':'final'");
        say("MilestoneReported", NOON, "'visit':'V2','milestone':'lab','state':'waiting','order':'L Zaphod'");
        say("StaysMerged", NOON, "'visit':'V3','mergedVisit':'V4 Zaphod'");
        say(
                "BedsSwapped",
                NOON,
                "'visit':'V5','place':{'bed':'KIR-1'},'otherVisit':'V6 Zaphod','otherPlace':{'bed':'KIR-2'}");
        say("FactCancelled", NOON, "'visit':'V5','cancelsType':'BedsSwapped','cancels':'m6 Zaphod'");
        say(
                "BedReserved",
                NOON,
                "'bed':'MED-3','until':'2026-11-13T11:00:00Z','visit':'V7 Zaphod','purpose':'for Zaphod'");
        for (int bed = 1; bed <= 4; bed++) {
            say("CleaningOrdered", NOON, "'bed':'KIR-" + bed + "'");
        }
        say("CleaningStarted", NOON, "'bed':'KIR-1'");
        say("CleaningStarted", NOON, "'bed':'KIR-3'");
        say("CleaningPaused", NOON, "'bed':'KIR-1','reason':'Zaphod sleeps'");
        say("CleaningCancelled", NOON, "'bed':'KIR-2','reason':'Zaphod stays'");
        accept(wish("w1", new Command.PauseTask(taskOf("KIR-3"), "Zaphod calls")));
        accept(wish("w2", new Command.CancelTask(taskOf("KIR-4"), "Zaphod shouts")));
        accept(wish("w3", new Command.ReserveBed(new BedId("MED-4"), NOON.plusSeconds(9_000), null, "Zaphod waits")));
        var unused = await(house.work
                .snapshots()
                .save("KAL", head(), StateCodec.FORMAT, Buffer.buffer(StateCodec.encode(house.state()))));
    }

    private TaskId taskOf(String bed) {
        return house.state().tasks().open().stream()
                .filter(open -> open.bed().equals(new BedId(bed)))
                .map(open -> open.id())
                .findFirst()
                .orElseThrow();
    }

    private void admit(Instant at, String visit, String bed, String number, String given, String family) {
        String birthDate = family.equals("Beeblebrox") ? "1953-07-19" : "1970-01-02";
        say(
                "PatientAdmitted",
                at,
                "'visit':'" + visit + "','patientClass':'I','place':{'bed':'" + bed + "'},'patient':{'number':'"
                        + number + "','given':'" + given + "','family':'" + family + "','birthDate':'" + birthDate
                        + "'}");
    }

    private void say(String type, Instant at, String fields) {
        messages++;
        String json = "{'type':'" + type + "','source':'pas','messageId':'m" + messages + " Zaphod','occurredAt':'" + at
                + "','sentAt':'" + at + "'," + fields + "}";
        try {
            ReadReport read = reader.read(
                            House.driven(),
                            new ObjectMapper().readTree(json.replace('\'', '"')),
                            bed -> new WardId(bed.value().substring(0, 3)))
                    .fold(report -> report, faults -> {
                        throw new AssertionError(type + ": " + faults);
                    });
            accept(((ReadReport.Fact) read).submission());
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private void accept(Submission submission) {
        assertThat(house.tell(submission)).isInstanceOf(Answer.Accepted.class);
    }

    /** What everybody is shown, and what lies in the grid. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        for (String view :
                List.of("ward.1/MED", "ward.2/MED", "ward.3/MED", "ward.3/KIR", "beds/-", "tasks/-", "conflicts/-")) {
            String[] parts = view.split("/");
            house.rows(parts[0], parts[1]).forEach(row -> all.append(row).append('\n'));
        }
        await(house.work.grid().settled());
        all.append(RawRows.of(house.grid));
        return all.toString();
    }

    private static String text(RowUpdate row) {
        return new String(row.json(), StandardCharsets.UTF_8);
    }

    private String logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void waitUntil(BooleanSupplier come) {
        for (int tries = 0; tries < 200 && !come.getAsBoolean(); tries++) {
            var unused = await(house.grid.vertx().timer(50, TimeUnit.MILLISECONDS));
        }
        assertThat(come.getAsBoolean()).isTrue();
    }
}
