package flyt.push;

import flyt.board.Stream;
import flyt.board.StreamRows;
import flyt.domain.place.HospitalId;
import flyt.runtime.HospitalDesk;
import flyt.runtime.LookBack;
import flyt.runtime.Playback;
import io.vertx.core.Future;
import java.util.Optional;

/** The streams of all hospitals, as the desk has them. */
public final class DeskStreams implements StreamSource {
    private final HospitalDesk desk;

    public DeskStreams(HospitalDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Refusal> refusal(Stream stream) {
        return desk.refusal(stream).map(refusal -> new Refusal(refusal.reason(), refusal.title()));
    }

    @Override
    public Future<StreamRows> snapshot(Stream stream) {
        return desk.snapshot(stream);
    }

    @Override
    public Future<Playback> past(String hospital, LookBack back) {
        return desk.playback(new HospitalId(hospital), back);
    }

    @Override
    public Optional<byte[]> beat(String hospital) {
        return desk.beat(hospital);
    }
}
