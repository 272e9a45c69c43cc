package flyt.access.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.FaultyFile;
import flyt.access.JsonFile;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.oidc.RoleRules.Condition;
import flyt.access.oidc.RoleRules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file that says which claims make which roles.
 *
 * <pre>{@code
 * {"everyone": [{"claim": "helseid://claims/identity/assurance_level", "is": "high"}],
 *  "rules": [
 *    {"when": [{"claim": ["realm_access", "roles"], "is": ["lunge", "lunge-vikar"]}],
 *     "role": "nurse", "hospital": "FJO", "wards": ["LUN"], "zones": "*"}]}
 * }</pre>
 *
 * <p>{@code claim} is one name, or a list of names that lead into it; {@code is} one value, a list of which one suffices, or
 * {@code "*"} for any. {@code everyone} may be left out.
 */
public final class RolesFile {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final String ANY = "*";

    private final List<String> faults = new ArrayList<>();

    private RolesFile() {}

    /** @throws FaultyFile with all faults at once */
    public static RoleRules read(String json) throws FaultyFile {
        RolesFile file = new RolesFile();
        RoleRules rules = file.whole(JsonFile.root(json));
        if (!file.faults.isEmpty()) {
            throw new FaultyFile(file.faults);
        }
        return rules;
    }

    private RoleRules whole(JsonNode root) {
        knows(root, "", Set.of("everyone", "rules"));
        List<Condition> everyone =
                root.has("everyone") ? conditions(filled(root, "", "everyone"), "everyone") : List.of();
        List<Rule> rules = new ArrayList<>();
        JsonNode list = filled(root, "", "rules");
        for (int i = 0; i < list.size(); i++) {
            Rule rule = rule(list.get(i), "rules[" + i + "]");
            if (rule != null) {
                for (Rule earlier : rules) {
                    if (!rule.joins(earlier)) {
                        fault(
                                "rules[" + i + "]",
                                "differs both in wards and in zones from an earlier rule of its role");
                        break;
                    }
                }
                rules.add(rule);
            }
        }
        return new RoleRules(everyone, rules);
    }

    private @Nullable Rule rule(JsonNode node, String at) {
        int before = faults.size();
        knows(node, at, Set.of("when", "role", "hospital", "wards", "zones"));
        JsonNode list = filled(node, at, "when");
        List<Condition> when = conditions(list, at + ".when");
        Role role = Role.of(node.path("role").asText());
        if (role == null || !role.isForPeople()) {
            fault(at + ".role", "there is no role of people " + shown(node.path("role")));
        }
        String hospital = node.path("hospital").asText();
        if (!hospital.equals(Reach.EVERY) && !ID.matcher(hospital).matches()) {
            fault(at + ".hospital", "must be a hospital's id or \"*\"");
        }
        Set<String> wards = ids(node, at, "wards");
        Set<String> zones = ids(node, at, "zones");
        return faults.size() > before
                ? null
                : new Rule(when, Objects.requireNonNull(role), new Reach(hospital, wards, zones));
    }

    private List<Condition> conditions(JsonNode list, String at) {
        List<Condition> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            all.add(condition(list.get(i), at + "[" + i + "]"));
        }
        return all;
    }

    private Condition condition(JsonNode node, String at) {
        knows(node, at, Set.of("claim", "is"));
        List<String> path = words(node, at, "claim");
        List<String> values = words(node, at, "is");
        return new Condition(
                path, node.path("is").asText().equals(ANY) ? null : Set.copyOf(new LinkedHashSet<>(values)));
    }

    /** One text or a list of them. */
    private List<String> words(JsonNode node, String at, String name) {
        JsonNode found = node.path(name);
        List<String> all = new ArrayList<>();
        for (JsonNode one : found.isArray() ? found : List.of(found)) {
            if (!one.isTextual() || one.asText().isBlank()) {
                fault(at + "." + name, "must be a text or a list of texts");
                return List.of();
            }
            all.add(one.asText());
        }
        if (all.isEmpty()) {
            fault(at + "." + name, "must not be empty");
        }
        return all;
    }

    /** A list of ids; null: all. */
    private @Nullable Set<String> ids(JsonNode node, String at, String name) {
        JsonNode found = node.path(name);
        if (found.isTextual() && found.asText().equals(ANY)) {
            return null;
        }
        Set<String> all = new LinkedHashSet<>();
        boolean sound = found.isArray() && !found.isEmpty();
        for (JsonNode one : found) {
            sound &= one.isTextual() && ID.matcher(one.asText()).matches();
            all.add(one.asText());
        }
        if (!sound) {
            fault(at + "." + name, "must be \"*\" or a list of ids, at least one");
        }
        return all;
    }

    /** A list of at least one. */
    private JsonNode filled(JsonNode node, String at, String name) {
        JsonNode found = node.path(name);
        if (!found.isArray() || found.isEmpty()) {
            fault(at.isEmpty() ? name : at + "." + name, "must be a list of at least one");
        }
        return found;
    }

    private void knows(JsonNode node, String at, Set<String> names) {
        if (!node.isObject()) {
            fault(at.isEmpty() ? "the file" : at, "must be an object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                fault(at.isEmpty() ? name : at + "." + name, "is not a field of this");
            }
        });
    }

    private void fault(String where, String what) {
        faults.add(where + ": " + what);
    }

    private static String shown(JsonNode node) {
        String text = node.asText();
        return text.isEmpty() ? "without a name" : text.substring(0, Math.min(text.length(), 40));
    }
}
