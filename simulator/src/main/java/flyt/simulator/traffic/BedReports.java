package flyt.simulator.traffic;

import flyt.simulator.hospital.Bed;
import flyt.simulator.hospital.CleaningJob;
import flyt.simulator.hospital.Colleague;
import flyt.simulator.hospital.Stay;
import flyt.simulator.hospital.Witness;

/** What the cleaners' system tells: beds left, promised, closed, found dirty, cleaned and made. */
final class BedReports implements Witness {

    private final Correspondent cleaners;

    BedReports(Correspondent cleaners) {
        this.cleaners = cleaners;
    }

    @Override
    public void leftRoom(long at, Stay stay, Bed bed) {
        cleaners.about("RoomLeft", at).stay(stay).with("bed", bed.id()).send();
    }

    @Override
    public void foundDirty(long at, Bed bed) {
        cleaners.about("BedStatusReported", at)
                .with("bed", bed.id())
                .with("status", "K")
                .send();
        cleaners.about("CleaningOrdered", at)
                .with("bed", bed.id())
                .with("kind", "standard")
                .send();
    }

    @Override
    public void closed(long at, Bed bed, long until) {
        closing(cleaners.about("BedClosed", at), bed).withTime("until", until).send();
    }

    static Correspondent.Letter closing(Correspondent.Letter letter, Bed bed) {
        String reason = bed.closedBecause();
        return letter.with("bed", bed.id()).with("reason", reason == null ? "other" : reason);
    }

    @Override
    public void opened(long at, Bed bed) {
        bed("BedOpened", at, bed);
    }

    @Override
    public void reserved(long at, Bed bed, Stay stay, long until) {
        cleaners.about("BedReserved", at)
                .with("bed", bed.id())
                .withTime("until", until)
                .with("visit", stay.visit())
                .send();
    }

    @Override
    public void reservationEnded(long at, Bed bed) {
        bed("ReservationEnded", at, bed);
    }

    @Override
    public void cleaningStarted(long at, CleaningJob job) {
        work(cleaners.about("CleaningStarted", at), job)
                .withTime("expectedDoneAt", job.doneAt())
                .send();
    }

    @Override
    public void cleaningPaused(long at, CleaningJob job) {
        cleaners.about("CleaningPaused", at)
                .with("bed", job.bed().id())
                .with("reason", "Hastevask et annet sted")
                .send();
    }

    @Override
    public void cleaningResumed(long at, CleaningJob job) {
        work(cleaners.about("CleaningResumed", at), job).send();
    }

    static Correspondent.Letter work(Correspondent.Letter letter, CleaningJob job) {
        Colleague worker = job.worker();
        Correspondent.Letter started = letter.with("bed", job.bed().id());
        return worker == null ? started : started.colleague("worker", worker);
    }

    @Override
    public void cleaningDone(long at, CleaningJob job, boolean made) {
        cleaners.about("CleaningDone", at)
                .with("bed", job.bed().id())
                .with("made", made)
                .send();
    }

    @Override
    public void roomCleaned(long at, Bed bed) {
        cleaners.about("CleaningDone", at)
                .with("bed", bed.id())
                .with("made", true)
                .send();
    }

    @Override
    public void bedMade(long at, Bed bed) {
        bed("BedMade", at, bed);
    }

    @Override
    public void spillOrdered(long at, Bed bed) {
        cleaners.about("CleaningOrdered", at)
                .with("bed", bed.id())
                .with("kind", "spill")
                .send();
    }

    @Override
    public void spillCancelled(long at, Bed bed) {
        cleaners.about("CleaningCancelled", at)
                .with("bed", bed.id())
                .with("reason", "Tørket opp av posten")
                .send();
    }

    @Override
    public void roomReleased(long at, Bed bed) {
        bed("RoomReleased", at, bed);
    }

    private void bed(String type, long at, Bed bed) {
        cleaners.about(type, at).with("bed", bed.id()).send();
    }
}
