package flyt.domain.staff;

import flyt.domain.event.EventHeader;
import flyt.domain.event.StaffKey;
import flyt.domain.place.WardId;
import flyt.domain.staff.StaffEvent.Assigned;
import flyt.domain.staff.StaffEvent.WardRole;
import flyt.domain.stay.StayId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
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

    /** What was told under one visit number; null was not told. */
    public record OfStay(
            @Nullable Latest<Assigned> nurse, @Nullable Latest<Assigned> doctor, @Nullable Latest<Integer> weight) {
        static final OfStay NOTHING = new OfStay(null, null, null);

        /** The headers of the reports that told it. */
        public List<EventHeader> told() {
            return Stream.of(nurse, doctor, weight)
                    .filter(Objects::nonNull)
                    .map(Latest::told)
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
        OfStay before = byStay.getOrDefault(stay, OfStay.NOTHING);
        return with(
                stay,
                new OfStay(
                        nurse == null ? before.nurse() : Latest.of(before.nurse(), nurse, header),
                        doctor == null ? before.doctor() : Latest.of(before.doctor(), doctor, header),
                        before.weight()));
    }

    Staffing withWeight(StayId stay, int weight, EventHeader header) {
        OfStay before = byStay.getOrDefault(stay, OfStay.NOTHING);
        return with(stay, new OfStay(before.nurse(), before.doctor(), Latest.of(before.weight(), weight, header)));
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
