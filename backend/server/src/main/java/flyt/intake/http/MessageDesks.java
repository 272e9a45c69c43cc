package flyt.intake.http;

import flyt.domain.place.HospitalId;
import flyt.journal.Inbox;
import flyt.journal.InboxRow;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One desk for messages of all standards: each is seen to by the desk of its own. */
public final class MessageDesks implements MessageDesk {
    private final Inbox inbox;
    private final Function<InboxRow, MessageDesk> deskOf;

    public MessageDesks(Inbox inbox, Function<InboxRow, MessageDesk> deskOf) {
        this.inbox = inbox;
        this.deskOf = deskOf;
    }

    @Override
    public Future<Optional<Opened>> open(HospitalId hospital, UUID id) {
        return inbox.one(hospital.value(), id)
                .compose(row -> row.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : deskOf.apply(row.orElseThrow()).open(hospital, id));
    }

    @Override
    public Future<Again> again(HospitalId hospital, UUID id, How how) {
        return inbox.one(hospital.value(), id)
                .compose(row -> row.isEmpty()
                        ? Future.succeededFuture(new Again(id, "unknown", List.of(), List.of(), List.of()))
                        : deskOf.apply(row.orElseThrow()).again(hospital, id, how));
    }
}
