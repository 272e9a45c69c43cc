package flyt.domain.staff;

import flyt.domain.event.EventHeader;
import flyt.domain.event.MessageKey;
import flyt.domain.event.StaffKey;
import flyt.domain.place.WardId;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.WardRole;
import flyt.domain.stay.StayId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** Who is responsible for whom and how heavy the care is, as last told by time. Immutable. */
public final class Staffing {

    /** Nobody responsible for anybody. */
    public static final Staffing NONE = new Staffing(TreePMap.empty(), TreePMap.empty());

    /** A value and the header of the report that told it last. */
    public record Latest<T>(T value, EventHeader told) {
        static <T> Latest<T> of(@Nullable Latest<T> before, T value, EventHeader header) {
            return before != null && before.after(header) ? before : new Latest<>(value, header);
        }

        private boolean after(EventHeader other) {
            int byTime = told.effectiveAt().compareTo(other.effectiveAt());
            return byTime != 0 ? byTime > 0 : told.message().compareTo(other.message()) > 0;
        }
    }

    /**
     * What was told under one visit number.
     *
     * @param nurses by time, the last one holds; those before it hold again when it is taken back
     * @param doctors the same
     * @param weight null: not told
     * @param cancelled the messages that were taken back, whether or not they have come
     */
    public record OfStay(
            List<Latest<Assigned>> nurses,
            List<Latest<Assigned>> doctors,
            @Nullable Latest<Integer> weight,
            Set<MessageKey> cancelled) {
        static final OfStay NOTHING = new OfStay(List.of(), List.of(), null, Set.of());

        public OfStay {
            nurses = List.copyOf(nurses);
            doctors = List.copyOf(doctors);
            cancelled = Collections.unmodifiableSortedSet(new TreeSet<>(cancelled));
        }

        /** The nurse told last by time; null: nothing was told. */
        public @Nullable Latest<Assigned> nurse() {
            return last(nurses);
        }

        /** The doctor told last by time; null: nothing was told. */
        public @Nullable Latest<Assigned> doctor() {
            return last(doctors);
        }

        /** The headers of the reports that hold. */
        public List<EventHeader> told() {
            return Stream.of(nurse(), doctor(), weight)
                    .filter(Objects::nonNull)
                    .map(Latest::told)
                    .toList();
        }

        OfStay with(@Nullable Assigned nurse, @Nullable Assigned doctor, EventHeader header) {
            return cancelled.contains(header.message())
                    ? this
                    : new OfStay(inTime(nurses, nurse, header), inTime(doctors, doctor, header), weight, cancelled);
        }

        OfStay with(int newWeight, EventHeader header) {
            return new OfStay(nurses, doctors, Latest.of(weight, newWeight, header), cancelled);
        }

        OfStay without(MessageKey message) {
            Set<MessageKey> all = new TreeSet<>(cancelled);
            all.add(message);
            return new OfStay(without(nurses, message), without(doctors, message), weight, all);
        }

        private static @Nullable Latest<Assigned> last(List<Latest<Assigned>> told) {
            return told.isEmpty() ? null : told.get(told.size() - 1);
        }

        private static List<Latest<Assigned>> inTime(
                List<Latest<Assigned>> before, @Nullable Assigned now, EventHeader header) {
            if (now == null) {
                return before;
            }
            List<Latest<Assigned>> all = new ArrayList<>(before);
            int at = all.size();
            while (at > 0 && all.get(at - 1).after(header)) {
                at--;
            }
            all.add(at, new Latest<>(now, header));
            return all;
        }

        private static List<Latest<Assigned>> without(List<Latest<Assigned>> told, MessageKey message) {
            return told.stream()
                    .filter(one -> !one.told().message().equals(message))
                    .toList();
        }
    }

    /** Who holds a role and how to reach them. */
    public record RoleHolder(@Nullable StaffKey person, @Nullable String phone) {}

    private final TreePMap<StayId, OfStay> byStay;
    private final TreePMap<WardId, Latest<RoleHolder>> coordinators;

    private Staffing(TreePMap<StayId, OfStay> byStay, TreePMap<WardId, Latest<RoleHolder>> coordinators) {
        this.byStay = byStay;
        this.coordinators = coordinators;
    }

    /** The staffing as told. */
    public static Staffing of(Map<StayId, OfStay> byStay, Map<WardId, Latest<RoleHolder>> coordinators) {
        return new Staffing(TreePMap.from(byStay), TreePMap.from(coordinators));
    }

    /** What was told, by visit number. */
    public SortedMap<StayId, OfStay> byStay() {
        return byStay;
    }

    /** The coordinators as told, by ward. */
    public SortedMap<WardId, Latest<RoleHolder>> coordinators() {
        return coordinators;
    }

    /** The responsible nurse told under this visit number, or null: nobody, or nothing said. */
    public @Nullable StaffKey nurse(StayId stay) {
        Latest<Assigned> told = byStay.getOrDefault(stay, OfStay.NOTHING).nurse();
        return told == null ? null : told.value().person();
    }

    /** The responsible doctor told under this visit number, or null: nobody, or nothing said. */
    public @Nullable StaffKey doctor(StayId stay) {
        Latest<Assigned> told = byStay.getOrDefault(stay, OfStay.NOTHING).doctor();
        return told == null ? null : told.value().person();
    }

    /** The care weight told under this visit number, 1 to 5, or null. */
    public @Nullable Integer careWeight(StayId stay) {
        Latest<Integer> told = byStay.getOrDefault(stay, OfStay.NOTHING).weight();
        return told == null ? null : told.value();
    }

    /** The ward's coordinator this shift, or null when nothing was said. */
    public @Nullable RoleHolder coordinator(WardId ward) {
        Latest<RoleHolder> told = coordinators.get(ward);
        return told == null ? null : told.value();
    }

    /** The staffing without these visit numbers. */
    public Staffing without(List<StayId> stays) {
        return new Staffing(byStay.minusAll(stays), coordinators);
    }

    Staffing withResponsible(StayId stay, @Nullable Assigned nurse, @Nullable Assigned doctor, EventHeader header) {
        return with(stay, byStay.getOrDefault(stay, OfStay.NOTHING).with(nurse, doctor, header));
    }

    Staffing without(StayId stay, MessageKey message) {
        return with(stay, byStay.getOrDefault(stay, OfStay.NOTHING).without(message));
    }

    Staffing withWeight(StayId stay, int weight, EventHeader header) {
        return with(stay, byStay.getOrDefault(stay, OfStay.NOTHING).with(weight, header));
    }

    Staffing withRole(WardId ward, WardRole role, Assigned holder, @Nullable String phone, EventHeader header) {
        return switch (role) {
            case COORDINATOR ->
                new Staffing(
                        byStay,
                        coordinators.plus(
                                ward,
                                Latest.of(coordinators.get(ward), new RoleHolder(holder.person(), phone), header)));
        };
    }

    private Staffing with(StayId stay, OfStay values) {
        return new Staffing(byStay.plus(stay, values), coordinators);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Staffing that
                && Objects.equals(byStay, that.byStay)
                && Objects.equals(coordinators, that.coordinators);
    }

    @Override
    public int hashCode() {
        return Objects.hash(byStay, coordinators);
    }

    @Override
    public String toString() {
        return "byStay " + byStay + ", " + "coordinators " + coordinators;
    }
}
