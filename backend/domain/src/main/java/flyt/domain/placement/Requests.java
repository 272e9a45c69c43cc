package flyt.domain.placement;

import flyt.domain.stay.StayId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** Who waits for a bed: at most one request for each stay. A value. */
public final class Requests {

    /** Nobody waits. */
    public static final Requests NONE = new Requests(1, TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    private final long nextNumber;
    private final TreePMap<RequestId, Request> open;
    private final TreePMap<StayId, RequestId> byStay;
    private final TreePMap<StayId, Sex> sexes;

    private Requests(
            long nextNumber,
            TreePMap<RequestId, Request> open,
            TreePMap<StayId, RequestId> byStay,
            TreePMap<StayId, Sex> sexes) {
        this.nextNumber = nextNumber;
        this.open = open;
        this.byStay = byStay;
        this.sexes = sexes;
    }

    /** These requests, all others ended. {@code sexes}: what was said of stays, also of those that wait no longer. */
    public static Requests of(long nextNumber, Collection<Request> open, Map<StayId, Sex> sexes) {
        Requests all = new Requests(nextNumber, TreePMap.empty(), TreePMap.empty(), TreePMap.from(sexes));
        for (Request one : open) {
            all = all.with(one);
        }
        return all;
    }

    /** The number of the next request. */
    public long nextNumber() {
        return nextNumber;
    }

    /** The id of the next request. */
    public RequestId next() {
        return new RequestId("R-" + nextNumber);
    }

    /** Everybody who waits, by id. */
    public Collection<Request> open() {
        return open.values();
    }

    /** The open request, or null. */
    public @Nullable Request request(RequestId id) {
        return open.get(id);
    }

    /** The open request of one of these visit numbers of a stay, or null. */
    public @Nullable Request ofStay(Collection<StayId> numbers) {
        List<Request> all = allOf(numbers);
        return all.isEmpty() ? null : all.get(0);
    }

    /** The open requests of these visit numbers: more than one only where they have just come to be one stay. */
    public List<Request> allOf(Collection<StayId> numbers) {
        return numbers.stream()
                .map(byStay::get)
                .filter(Objects::nonNull)
                .map(open::get)
                .toList();
    }

    /** With whom the patient shares a room, as far as anybody who asked for a bed has said; null: nobody has. */
    public @Nullable Sex sexOf(StayId stay) {
        return sexes.get(stay);
    }

    /** What was said of whom, by visit number. */
    public SortedMap<StayId, Sex> sexes() {
        return sexes;
    }

    /** When the next answer becomes overdue, or null. */
    public @Nullable Instant nextDue() {
        return open.values().stream()
                .map(Request::due)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The requests whose answer is overdue by then and was not before. */
    public List<Request> dueBy(Instant now) {
        return open.values().stream()
                .filter(one -> one.due() != null && !one.due().isAfter(now))
                .toList();
    }

    /** Without these stays, of which nobody speaks any more. */
    public Requests without(Collection<StayId> gone) {
        Requests left = this;
        for (Request one : allOf(gone)) {
            left = left.ended(one.id());
        }
        return new Requests(nextNumber, left.open, left.byStay, sexes.minusAll(gone));
    }

    /** With this request, new or in place of what it was. */
    Requests with(Request request) {
        boolean isNew = request.id().equals(next());
        TreePMap<StayId, Sex> said = request.sex() == null ? sexes : sexes.plus(request.stay(), request.sex());
        return new Requests(
                isNew ? nextNumber + 1 : nextNumber,
                open.plus(request.id(), request),
                byStay.plus(request.stay(), request.id()),
                said);
    }

    /** Without this request, which has ended. */
    Requests ended(RequestId id) {
        Request was = open.get(id);
        return was == null ? this : new Requests(nextNumber, open.minus(id), byStay.minus(was.stay()), sexes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Requests that
                && nextNumber == that.nextNumber
                && open.equals(that.open)
                && sexes.equals(that.sexes);
    }

    @Override
    public int hashCode() {
        return open.hashCode();
    }

    @Override
    public String toString() {
        return open.values().toString();
    }
}
