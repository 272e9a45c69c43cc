package flyt.domain.placement;

import flyt.domain.event.Event;
import flyt.domain.event.EventHeader;
import flyt.domain.place.WardId;
import flyt.domain.placement.Request.Asked;
import flyt.domain.placement.Request.Reply;
import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What happens while a patient waits for a bed, apart from which bed is promised. */
public sealed interface PlacementEvent extends Event {

    RequestId request();

    /** The requests after this event. */
    Requests applyTo(Requests requests, EventHeader header);

    /**
     * A bed is asked for, or what was asked for is another. A ward that is another one is asked anew.
     *
     * @param answerBy when the ward should have answered
     */
    record BedRequested(
            RequestId request,
            StayId stay,
            WardId to,
            SortedSet<BedNeed> needs,
            @Nullable Sex sex,
            @Nullable Instant readyAt,
            boolean byItself,
            Instant answerBy)
            implements PlacementEvent {
        public BedRequested {
            needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        }

        @Override
        public Requests applyTo(Requests requests, EventHeader header) {
            Request was = requests.request(request);
            boolean sameWard = was != null && was.to().equals(to);
            return requests.with(new Request(
                    request,
                    stay,
                    to,
                    needs,
                    sex,
                    readyAt,
                    was == null ? header.effectiveAt() : was.since(),
                    byItself,
                    sameWard ? was.asked() : new Asked(to, answerBy, false, null)));
        }
    }

    /** Another ward is asked to receive the patient: a bed of it was promised. */
    record WardAsked(RequestId request, WardId ward, Instant answerBy) implements PlacementEvent {
        @Override
        public Requests applyTo(Requests requests, EventHeader header) {
            return asking(requests, request, new Asked(ward, answerBy, false, null));
        }
    }

    /** The ward takes the patient. */
    record RequestAccepted(RequestId request) implements PlacementEvent {
        @Override
        public Requests applyTo(Requests requests, EventHeader header) {
            return answered(requests, request, new Reply(true, null, header.effectiveAt()));
        }
    }

    /** The ward does not take the patient. */
    record RequestDeclined(RequestId request, DeclineReason reason) implements PlacementEvent {
        @Override
        public Requests applyTo(Requests requests, EventHeader header) {
            return answered(requests, request, new Reply(false, reason, header.effectiveAt()));
        }
    }

    /** The ward has not answered in time. */
    record AnswerOverdue(RequestId request) implements PlacementEvent {
        @Override
        public Requests applyTo(Requests requests, EventHeader header) {
            Request was = requests.request(request);
            return was == null
                    ? requests
                    : requests.with(was.asking(new Asked(
                            was.asked().ward(),
                            was.asked().by(),
                            true,
                            was.asked().reply())));
        }
    }

    /** Nobody waits any more. {@code why}: it was taken back, where that was said. */
    record RequestEnded(RequestId request, EndReason reason, @Nullable WithdrawReason why) implements PlacementEvent {
        /** What ended by itself, or was taken back without a word. */
        public RequestEnded(RequestId request, EndReason reason) {
            this(request, reason, null);
        }

        @Override
        public Requests applyTo(Requests requests, EventHeader header) {
            return requests.ended(request);
        }
    }

    private static Requests answered(Requests requests, RequestId id, Reply reply) {
        Request was = requests.request(id);
        return was == null
                ? requests
                : requests.with(
                        was.asking(new Asked(was.asked().ward(), was.asked().by(), false, reply)));
    }

    private static Requests asking(Requests requests, RequestId id, Asked asked) {
        Request was = requests.request(id);
        return was == null ? requests : requests.with(was.asking(asked));
    }
}
