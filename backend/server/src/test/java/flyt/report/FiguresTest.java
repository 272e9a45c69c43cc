package flyt.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flyt.domain.place.HospitalDefinition;
import flyt.domain.priority.Team;
import flyt.report.Question.By;
import flyt.report.Question.Counted;
import flyt.report.Sheet.Group;
import flyt.report.Sheet.Spread;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Figures on a journal whose times are known. All is on Thursday 12 November 2026 in Oslo, an hour ahead, unless it says so. */
@Timeout(120)
class FiguresTest {
    private static final HospitalDefinition FJORDVIK = WorkJournal.fjordvik();
    private static final String FROM = "2026-11-11T23:00:00Z";
    private static final String TO = "2026-11-12T23:00:00Z";

    private final WorkJournal journal = new WorkJournal();

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void medianAndNinetiethPercentileAreThoseOfHand() {
        for (int i = 1; i <= 5; i++) {
            journal.clean("T-" + i, "2026-11-12T08:00:00Z", "LUN-301", "w" + i, i, 2 * i, 10 * i);
        }
        Group whole = asked(By.NONE).whole();
        // of 10 20 30 40 50: the third; and six tenths of the way from the fourth to the fifth
        assertThat(times(whole).toDone()).isEqualTo(new Spread(5, 30.0, 46.0));
        assertThat(times(whole).toStarted()).isEqualTo(new Spread(5, 6.0, 9.2));
        assertThat(times(whole).toAccepted()).isEqualTo(new Spread(5, 3.0, 4.6));
        assertThat(times(whole).people()).isEqualTo(5);
        assertThat(whole.count()).isEqualTo(5);
    }

    @Test
    void cleansOfBedsThatCountedAsCleanAreCounted() {
        five("LUN-301");
        journal.tell(
                "CleaningOrdered",
                "2026-11-12T09:30:00Z",
                null,
                WorkJournal.about("T-again")
                        .put("bed", "LUN-301")
                        .put("cleaning", "standard")
                        .put("origin", "found-dirty"));
        Group whole = asked(By.NONE).whole();
        assertThat(times(whole).foundDirty()).isOne();
        assertThat(whole.count()).isEqualTo(6);
    }

    @Test
    void whatIsNotDoneYetCountsAsATaskAndHasNoTime() {
        five("LUN-301");
        journal.ordered("T-open", "2026-11-12T09:00:00Z", "LUN-301");
        journal.tell(
                "TaskDelayed",
                "2026-11-12T09:30:00Z",
                null,
                WorkJournal.about("T-open").put("reason", "x"));
        Group whole = asked(By.NONE).whole();
        assertThat(whole.count()).isEqualTo(6);
        assertThat(times(whole).toDone().count()).isEqualTo(5);
        assertThat(times(whole).delayed()).isOne();
    }

    @Test
    void behindFourPeopleNothingIsShownButTheNumberOfTasks() {
        for (int i = 1; i <= 20; i++) {
            journal.clean("T-" + i, "2026-11-12T08:00:00Z", "LUN-301", "w" + i % 4, 1, 2, 10);
        }
        assertThat(asked(By.HOUR)).satisfies(sheet -> {
            assertThat(sheet.whole()).isEqualTo(new Group("", 20, null));
            assertThat(sheet.groups()).containsExactly(new Group("09", 20, null));
            assertThat(sheet.onDutyByHour().get(9)).isNull();
            assertThat(sheet.requestsByHour().get(9)).isEqualTo(20.0);
        });
    }

    @Test
    void aStepThatFourPeopleTookIsLeftOutOfAFigureBehindWhichFiveStand() {
        five("LUN-301");
        for (int i = 1; i <= 4; i++) {
            journal.accepted("T-" + i, "2026-11-12T08:01:00Z", "w" + i);
        }
        Spread toAccepted = times(asked(By.NONE).whole()).toAccepted();
        assertThat(toAccepted).isEqualTo(new Spread(4, null, null));
        assertThat(toAccepted.isSuppressed()).isTrue();
    }

    @Test
    void fiveNightsOfOneCleanerAreNotFivePeople() {
        for (int day = 5; day <= 9; day++) {
            journal.clean("T-" + day, "2026-11-0" + day + "T08:00:00Z", "LUN-301", "key-of-day-" + day, 1, 2, 10);
        }
        assertThat(inNovember()).isEqualTo(new Group("", 5, null));
    }

    @Test
    void keysThatAreKnownToBeOnePersonAreOne() {
        for (int day = 5; day <= 9; day++) {
            journal.clean("T-" + day, "2026-11-0" + day + "T08:00:00Z", "LUN-301", "k" + day, 1, 2, 10);
            journal.known("k" + day, "account/a-1");
        }
        assertThat(inNovember().times()).isNull();
    }

    @Test
    void keysOfSeveralShiftsThatAreKnownToBeFivePeopleAreFive() {
        for (int day = 5; day <= 9; day++) {
            journal.clean("T-" + day, "2026-11-0" + day + "T08:00:00Z", "LUN-301", "k" + day, 1, 2, 10);
            journal.known("k" + day, "account/a-" + day);
        }
        assertThat(times(inNovember()).people()).isEqualTo(5);
    }

    @Test
    void theZoneIsThatOfTheBedOrTheWardInTheDefinitionInForce() {
        five("LUN-301");
        journal.ordered("T-obs", "2026-11-12T08:00:00Z", "OBS-012");
        journal.ordered("T-gone", "2026-11-12T08:00:00Z", "NO-SUCH-BED");
        assertThat(asked(By.ZONE).groups())
                .extracting(Group::name, Group::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("", 1),
                        org.assertj.core.groups.Tuple.tuple("R1", 1),
                        org.assertj.core.groups.Tuple.tuple("R4", 5));
        Sheet inR1 = journal.answer(new Question(
                FJORDVIK, Team.CLEANING, Instant.parse(FROM), Instant.parse(TO), "R1", By.NONE, Counted.ORDERED));
        assertThat(inR1.whole().count()).isOne();
        assertThat(inR1.requestsByHour().get(9)).isEqualTo(1.0);
    }

    @Test
    void portersAreCountedFromTheirHourAndByWardOrStop() {
        journal.porterOrdered("T-1", "2026-11-12T08:00:00Z", new JsonObject().put("ward", "OBS"), null);
        journal.porterOrdered(
                "T-2", "2026-11-10T08:00:00Z", new JsonObject().put("stop", "XRAY"), "2026-11-12T12:00:00Z");
        five("LUN-301");
        Question question = question(Team.PORTERS, FROM, TO, By.ZONE, Counted.ORDERED);
        Sheet sheet = journal.written().answer(question);
        assertThat(sheet.groups()).containsExactly(new Group("", 1, null), new Group("R1", 1, null));
        assertThat(sheet.requestsByHour().get(9)).isEqualTo(1.0);
        assertThat(sheet.requestsByHour().get(13)).isEqualTo(1.0);
        assertThat(journal.answer(question(Team.PORTERS, FROM, TO, By.KIND, Counted.ORDERED))
                        .groups())
                .containsExactly(new Group("patient-bed", 2, null));
    }

    @Test
    void aPeriodHasItsFirstMomentAndNotItsLast() {
        journal.ordered("T-before", "2026-11-11T22:59:59.999Z", "LUN-301");
        journal.ordered("T-first", FROM, "LUN-301");
        journal.ordered("T-last", "2026-11-12T22:59:59.999Z", "LUN-301");
        journal.ordered("T-after", TO, "LUN-301");
        Sheet sheet = asked(By.HOUR);
        assertThat(sheet.groups()).containsExactly(new Group("00", 1, null), new Group("23", 1, null));
    }

    @Test
    void whatWasOrderedInThePeriodAndDoneAfterItCounts() {
        for (int i = 1; i <= 5; i++) {
            journal.clean("T-" + i, "2026-11-12T22:50:00Z", "LUN-301", "w" + i, 1, 2, 60);
        }
        assertThat(times(asked(By.NONE).whole()).toDone()).isEqualTo(new Spread(5, 60.0, 60.0));
    }

    @Test
    void theLastHourCountsWhatWasDoneInIt() {
        for (int i = 1; i <= 5; i++) {
            journal.clean("T-" + i, "2026-11-12T08:00:00Z", "LUN-301", "w" + i, 1, 2, 90 + i);
            journal.clean("U-" + i, "2026-11-12T09:05:00Z", "LUN-301", "w" + i, 1, 2, 5);
            journal.ordered("V-" + i, "2026-11-12T09:50:00Z", "LUN-301");
        }
        Sheet sheet = journal.written()
                .answer(question(Team.CLEANING, "2026-11-12T09:30:00Z", "2026-11-12T10:30:00Z", By.NONE, Counted.DONE));
        assertThat(sheet.whole().count()).isEqualTo(5);
        assertThat(times(sheet.whole()).toDone().median()).isEqualTo(93.0);
    }

    @Test
    void whatWasTakenBackIsAsIfItHadNotBeenTold() {
        five("LUN-301");
        journal.done("T-1", "2026-11-12T08:55:00Z", "w1");
        journal.undone("2026-11-12T08:55:05Z");
        journal.ordered("T-9", "2026-11-12T08:00:00Z", "LUN-301");
        journal.undone("2026-11-12T08:00:05Z");
        Group whole = asked(By.NONE).whole();
        assertThat(whole.count()).isEqualTo(5);
        assertThat(times(whole).toDone()).isEqualTo(new Spread(5, 10.0, 10.0));
    }

    @Test
    void aTapThatComesLateCountsWhenItWasMade() {
        for (int i = 1; i <= 5; i++) {
            journal.ordered("T-" + i, "2026-11-12T08:00:00Z", "LUN-301");
            journal.tell(
                    "CleaningDone",
                    "2026-11-12T08:20:00Z",
                    "2026-11-12T11:00:00Z",
                    "w" + i,
                    WorkJournal.about("T-" + i));
        }
        assertThat(times(asked(By.NONE).whole()).toDone().median()).isEqualTo(20.0);
    }

    @Test
    void theHourThatAutumnHasTwiceIsOneGroupAndItsRateThatOfTwoHours() {
        journal.ordered("T-1", "2026-10-25T00:30:00Z", "LUN-301"); // 02:30, summer time
        journal.ordered("T-2", "2026-10-25T01:30:00Z", "LUN-301"); // 02:30, winter time
        journal.ordered("T-3", "2026-10-25T02:30:00Z", "LUN-301"); // 03:30
        Sheet sheet = journal.written()
                .answer(question(
                        Team.CLEANING, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", By.HOUR, Counted.ORDERED));
        assertThat(sheet.groups()).containsExactly(new Group("02", 2, null), new Group("03", 1, null));
        assertThat(sheet.requestsByHour().get(2)).isEqualTo(1.0);
    }

    @Test
    void theHourThatSpringLacksIsNotThere() {
        journal.ordered("T-1", "2026-03-29T00:30:00Z", "LUN-301"); // 01:30
        journal.ordered("T-2", "2026-03-29T01:00:00Z", "LUN-301"); // 03:00
        Sheet sheet = journal.written()
                .answer(question(
                        Team.CLEANING, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", By.HOUR, Counted.ORDERED));
        assertThat(sheet.groups()).containsExactly(new Group("01", 1, null), new Group("03", 1, null));
        assertThat(sheet.requestsByHour().get(2)).isNull();
        assertThat(sheet.onDutyByHour().get(2)).isNull();
    }

    @Test
    void weekdaysBeginWithMonday() {
        journal.ordered("T-1", "2026-11-15T22:59:00Z", "LUN-301"); // Sunday 23:59
        journal.ordered("T-2", "2026-11-15T23:00:00Z", "LUN-301"); // Monday 00:00
        Sheet sheet = journal.written()
                .answer(question(
                        Team.CLEANING, "2026-11-12T00:00:00Z", "2026-11-17T00:00:00Z", By.WEEKDAY, Counted.ORDERED));
        assertThat(sheet.groups()).containsExactly(new Group("1", 1, null), new Group("7", 1, null));
    }

    @Test
    void peopleOnDutyAreCountedByTheTimeTheyWereThere() {
        for (int i = 1; i <= 6; i++) {
            journal.onDuty("w" + i, "cleaning", "2026-11-12T06:00:00Z", "2026-11-12T10:30:00Z");
        }
        journal.onDuty("w7", "cleaning", "2026-11-12T12:00:00Z", "2026-11-12T13:00:00Z");
        journal.onDuty("p1", "porters", "2026-11-12T06:00:00Z", null);
        Sheet sheet = asked(By.NONE);
        assertThat(sheet.signedOn()).isTrue();
        assertThat(sheet.onDutyByHour().subList(6, 12)).containsExactly(0.0, 6.0, 6.0, 6.0, 6.0, 3.0);
        assertThat(sheet.onDutyByHour().get(13)).as("one person is not shown").isNull();
    }

    @Test
    void whoeverForgotToGoGoesWhenTheySaidAndWhoSignsOnAnewIsOnce() {
        for (int i = 1; i <= 5; i++) {
            JsonObject body = new JsonObject().put("worker", "w" + i).put("team", "cleaning");
            journal.tell("DutyStarted", "2026-11-12T06:00:00Z", "w" + i, body);
            journal.tell(
                    "DutyStarted", "2026-11-12T07:00:00Z", "w" + i, body.copy().put("until", "2026-11-12T09:00:00Z"));
        }
        assertThat(asked(By.NONE).onDutyByHour().subList(6, 11)).containsExactly(0.0, 5.0, 5.0, 5.0, 0.0);
    }

    @Test
    void whereNobodySignsOnThoseCountWhoWereSeenAtWorkInAnHour() {
        five("LUN-301");
        Sheet sheet = asked(By.NONE);
        assertThat(sheet.signedOn()).isFalse();
        assertThat(sheet.onDutyByHour().get(9)).isEqualTo(5.0);
        assertThat(sheet.onDutyByHour().get(10)).isZero();
    }

    @Test
    void anEmptyJournalHasNoFigures() {
        Sheet sheet = asked(By.HOUR);
        assertThat(sheet.whole()).isEqualTo(new Group("", 0, null));
        assertThat(sheet.groups()).isEmpty();
        assertThat(sheet.requestsByHour()).hasSize(24).containsOnly(0.0);
    }

    @Test
    void aHourThatHasJustBegunCountsByItsPart() {
        assertThat(Hours.in(
                        Instant.parse("2026-11-12T08:30:00Z"),
                        Instant.parse("2026-11-12T10:15:00Z"),
                        FJORDVIK.timeZone()))
                .satisfies(hours -> {
                    assertThat(hours[9]).isEqualTo(0.5);
                    assertThat(hours[10]).isEqualTo(1);
                    assertThat(hours[11]).isEqualTo(0.25, within(1e-9));
                    assertThat(hours[12]).isZero();
                });
    }

    /** Five cleans at nine o'clock by five people, ten minutes each; nobody took them before. */
    private void five(String bed) {
        for (int i = 1; i <= 5; i++) {
            journal.ordered("T-" + i, "2026-11-12T08:00:00Z", bed);
            journal.started("T-" + i, "2026-11-12T08:02:00Z", "w" + i);
            journal.done("T-" + i, "2026-11-12T08:10:00Z", "w" + i);
        }
    }

    private Sheet asked(By by) {
        return journal.written().answer(question(Team.CLEANING, FROM, TO, by, Counted.ORDERED));
    }

    private Group inNovember() {
        return journal.written()
                .answer(question(
                        Team.CLEANING, "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z", By.NONE, Counted.ORDERED))
                .whole();
    }

    private static Question question(Team team, String from, String to, By by, Counted counted) {
        return new Question(FJORDVIK, team, Instant.parse(from), Instant.parse(to), null, by, counted);
    }

    private static Sheet.Times times(Group group) {
        return Objects.requireNonNull(group.times());
    }
}
