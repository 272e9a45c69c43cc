package flyt.simulator.traffic;

import flyt.simulator.hospital.Colleague;
import flyt.simulator.hospital.Witness;
import java.util.List;

/** Who cleans comes on duty, rests and goes by the commands that people's phones give; the cleaners' system gives them. */
final class DutyWishes implements Witness {

    private final Correspondent cleaners;

    DutyWishes(Correspondent cleaners) {
        this.cleaners = cleaners;
    }

    @Override
    public void dutyStarted(long at, Colleague cleaner, String zone, boolean infectionTrained, long until) {
        cleaners.wish("StartDuty", at, cleaner)
                .with("team", "cleaning")
                .withTexts("zones", List.of(zone))
                .withTexts("skills", infectionTrained ? List.of("infection") : List.of())
                .withTime("until", until)
                .send();
    }

    @Override
    public void dutyEnded(long at, Colleague cleaner) {
        cleaners.wish("EndDuty", at, cleaner).send();
    }

    @Override
    public void breakStarted(long at, Colleague cleaner) {
        cleaners.wish("StartBreak", at, cleaner).send();
    }

    @Override
    public void breakEnded(long at, Colleague cleaner) {
        cleaners.wish("EndBreak", at, cleaner).send();
    }
}
