package flyt.access.oidc;

import flyt.access.Grant;
import flyt.access.Reach;
import flyt.access.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the provider's claims are worth here. Every rule that holds adds its role; when none does, the person has nothing to do
 * here.
 *
 * @param everyone must hold too, whatever a rule says
 */
public record RoleRules(List<Condition> everyone, List<Rule> rules) {
    public RoleRules {
        everyone = List.copyOf(everyone);
        rules = List.copyOf(rules);
    }

    /**
     * Something that a claim must say.
     *
     * @param path of names into the ID token: {@code [realm_access, roles]}
     * @param values one of them must be the claim's value, or one of its values; null: it must be there
     */
    public record Condition(List<String> path, @Nullable Set<String> values) {
        public Condition {
            path = List.copyOf(path);
            values = values == null ? null : Set.copyOf(values);
        }

        boolean holds(Map<String, Object> claims) {
            Object found = claims;
            for (String name : path) {
                found = found instanceof Map<?, ?> inner ? inner.get(name) : null;
            }
            Collection<?> said =
                    found instanceof Collection<?> several ? several : found == null ? List.of() : List.of(found);
            Set<String> wanted = values;
            return said.stream().anyMatch(one -> one != null && (wanted == null || wanted.contains(one.toString())));
        }
    }

    /**
     * A role for those for whom all conditions hold.
     *
     * @param when at least one
     */
    public record Rule(List<Condition> when, Role role, Reach reach) {
        public Rule {
            when = List.copyOf(when);
        }

        /** Whether what both give together can be said as one grant. */
        boolean joins(Rule other) {
            return role != other.role
                    || !reach.hospital().equals(other.reach.hospital())
                    || equal(reach.wards(), other.reach.wards())
                    || equal(reach.zones(), other.reach.zones());
        }

        private static boolean equal(@Nullable Set<String> one, @Nullable Set<String> other) {
            return one == null ? other == null : one.equals(other);
        }
    }

    /** The grants of somebody with these claims, in the order of the rules, one for a role in a hospital; or none. */
    public List<Grant> grants(Map<String, Object> claims) {
        Map<List<Object>, Grant> grants = new LinkedHashMap<>();
        if (everyone.stream().allMatch(one -> one.holds(claims))) {
            rules.stream()
                    .filter(rule -> rule.when().stream().allMatch(one -> one.holds(claims)))
                    .forEach(rule -> grants.merge(
                            List.of(rule.role(), rule.reach().hospital()),
                            new Grant(rule.role(), rule.reach()),
                            RoleRules::joined));
        }
        return new ArrayList<>(grants.values());
    }

    /** Exact, since the rules agree in wards or in zones; see {@link Rule#joins}. */
    private static Grant joined(Grant one, Grant other) {
        return new Grant(
                one.role(),
                new Reach(
                        one.reach().hospital(),
                        joined(one.reach().wards(), other.reach().wards()),
                        joined(one.reach().zones(), other.reach().zones())));
    }

    private static @Nullable Set<String> joined(@Nullable Set<String> some, @Nullable Set<String> more) {
        if (some == null || more == null) {
            return null;
        }
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
