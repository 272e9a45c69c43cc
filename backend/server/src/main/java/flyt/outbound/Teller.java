package flyt.outbound;

import flyt.domain.Hospital;
import flyt.runtime.Follower.Step;
import java.util.List;

/** What a receiver is told. Pure: of the same event it says the same, on any member. Used on worker threads. */
public interface Teller {

    /** Of one event, in order. */
    List<Message> of(Step step);

    /** How things stand behind an event, for a receiver that begins there. */
    List<Message> all(Hospital hospital, long seq);
}
