package flyt.access;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a grant holds. Each limit must be met: who is limited to zone R1 reaches nothing whose zone is not known.
 *
 * @param hospital the hospital's id, or {@value #EVERY}
 * @param wards ids of wards; null: all
 * @param zones ids of zones; null: all
 */
public record Reach(String hospital, @Nullable Set<String> wards, @Nullable Set<String> zones) {
    /** In place of a hospital's id: every hospital, also those to come. */
    public static final String EVERY = "*";

    public Reach {
        wards = wards == null ? null : Set.copyOf(wards);
        zones = zones == null ? null : Set.copyOf(zones);
    }

    /** All of every hospital. */
    public static final Reach EVERYWHERE = new Reach(EVERY, null, null);

    /** All of one hospital. */
    public static Reach hospital(String hospital) {
        return new Reach(hospital, null, null);
    }

    /** These wards of one hospital. */
    public static Reach wards(String hospital, String... wards) {
        return new Reach(hospital, Set.of(wards), null);
    }

    /** Whether it holds in this hospital at all. */
    public boolean covers(String hospital) {
        return this.hospital.equals(EVERY) || this.hospital.equals(hospital);
    }

    /** Whether it holds in this place of this hospital. */
    public boolean covers(String hospital, Where where) {
        return covers(hospital) && within(wards, where.ward()) && within(zones, where.zone());
    }

    /** Whether all of the other one lies in this one. */
    public boolean contains(Reach other) {
        return covers(other.hospital) && holds(wards, other.wards) && holds(zones, other.zones);
    }

    /** In words for the log: {@code FJO}, {@code FJO LUN GER}. */
    public String unit() {
        return wards == null ? hospital : hospital + " " + String.join(" ", new TreeSet<>(wards));
    }

    private static boolean within(@Nullable Set<String> limit, @Nullable String one) {
        return limit == null || (one != null && limit.contains(one));
    }

    private static boolean holds(@Nullable Set<String> limit, @Nullable Set<String> others) {
        return limit == null || (others != null && limit.containsAll(others));
    }
}
