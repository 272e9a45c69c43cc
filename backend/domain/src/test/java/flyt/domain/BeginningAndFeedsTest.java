package flyt.domain;

import static flyt.domain.Facts.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import flyt.domain.Decision.Accepted;
import flyt.domain.event.Event;
import flyt.domain.event.Source;
import flyt.domain.feed.FeedEvent.FeedCameBack;
import flyt.domain.feed.FeedEvent.FeedFellSilent;
import flyt.domain.feed.FeedEvent.FeedRejectsFell;
import flyt.domain.feed.FeedEvent.FeedRejectsRose;
import flyt.domain.place.PlaceEvent.ClockSet;
import flyt.domain.place.PlaceEvent.DayStarted;
import flyt.domain.place.PlaceEvent.HospitalDefined;
import flyt.domain.place.Places;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of the hospital itself: that it begins, what its clock shows, which of its senders is silent. */
class BeginningAndFeedsTest {

    private static final Source LAB = new Source("lab");

    @Test
    void aHospitalBeginsWithItsDefinitionAndItsFirstDay() {
        Accepted begun = decide(null, new Input.Define(message("d"), SmallHospital.asDefined()), time("08:00"));
        assertThat(told(begun)).containsExactly(new HospitalDefined(SmallHospital.asDefined()), new DayStarted(DAY));
        assertThat(begun.after().places().today()).isEqualTo(DAY);
        assertThat(begun.after().recordedAt()).isEqualTo(time("08:00"));
    }

    @Test
    void bedsStandInTheOrderOfTheDefinition() {
        assertThat(hospital().places().beds().stream()
                        .filter(place -> place.ward().id().value().equals("MED"))
                        .sorted(Comparator.comparing(Places.BedPlace::order))
                        .map(place -> place.bed().value()))
                .containsExactly("MED-1", "MED-2", "MED-3", "MED-K");
    }

    @Test
    void nothingElseCanBeToldBeforeThat() {
        Input input = new Input.TimePassed(message("t"));
        assertThatIllegalStateException().isThrownBy(() -> decide(null, input, time("08:00")));
    }

    @Test
    void aFeedOfWhichTooMuchIsRejectedIsNamedUntilItIsTakenAgain() {
        Accepted rose = decide(hospital(), new Input.FeedRejects(message("f"), LAB, time("09:30")), time("10:00"));
        assertThat(told(rose)).containsExactly(new FeedRejectsRose(LAB, time("09:30")));
        assertThat(rose.after().feeds().rejecting()).containsExactly(Map.entry(LAB, time("09:30")));

        Accepted fell = decide(rose.after(), new Input.FeedRejects(message("g"), LAB, null), time("10:10"));
        assertThat(told(fell)).containsExactly(new FeedRejectsFell(LAB));
        assertThat(fell.after().feeds().rejecting()).isEmpty();
    }

    @Test
    void aSilentSenderIsSilentSinceThenUntilItIsHeardAgain() {
        Accepted silent = decide(hospital(), new Input.FeedHeard(message("f"), LAB, time("09:30")), time("10:00"));
        assertThat(told(silent)).containsExactly(new FeedFellSilent(LAB, time("09:30")));
        assertThat(silent.after().feeds().silent()).containsExactly(Map.entry(LAB, time("09:30")));

        Accepted back = decide(silent.after(), new Input.FeedHeard(message("g"), LAB, null), time("10:10"));
        assertThat(told(back)).containsExactly(new FeedCameBack(LAB));
        assertThat(back.after().feeds().silent()).isEmpty();
    }

    @Test
    void everyFactIsASignOfLifeOfItsSender() {
        Hospital after = Story.given(
                        Story.at("08:00", admitted("anna", "MED-1")).toldAt("08:03"))
                .hospital();
        assertThat(after.feeds().lastFact(new Source("pas"))).isEqualTo(time("08:03"));
        assertThat(after.feeds().lastFacts()).containsOnlyKeys(new Source("pas"));
        assertThat(after.feeds().lastFact(LAB)).isNull();
    }

    @Test
    void theClockOfADrivenHospitalIsSet() {
        Accepted set = decide(hospital(), new Input.SetClock(message("c"), time("12:00"), 60), time("10:00"));
        assertThat(told(set)).containsExactly(new ClockSet(time("12:00"), 60));
        assertThat(set.after().places().clock()).isEqualTo(new Places.Clock(time("12:00"), 60));
    }

    private static Hospital hospital() {
        return Story.given().hospital();
    }

    private static Accepted decide(@Nullable Hospital hospital, Input input, Instant now) {
        return (Accepted) Decider.decide(hospital, input, now);
    }

    private static List<Event> told(Accepted accepted) {
        return accepted.events().stream().map(recorded -> recorded.event()).toList();
    }
}
