package flyt.access.client;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.Deed;
import flyt.access.FaultyFile;
import flyt.access.JsonFile;
import flyt.access.Reach;
import flyt.access.Role;
import flyt.access.RoleTable;
import flyt.access.SecretToken;
import flyt.access.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file that declares systems, for those who run the server rather than its pages.
 *
 * <pre>{@code
 * {"clients": [
 *    {"id": "ris", "secret": "<43 characters of base64url>", "name": "Radiology", "kind": "integration",
 *     "hospital": "FJO", "scopes": ["report:patient", "ward.2"], "sources": ["ris"],
 *     "addresses": ["10.20.0.0/16"]}]}
 * }</pre>
 *
 * <p>{@code hospital} may be {@code "*"}, {@code scopes} may be {@code "all"}: everything that {@link RoleTable} offers to the
 * kind. Without {@code sources} or {@code addresses} any will do. No message says anything of a secret.
 */
public final class ClientsFile {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    /** How the ids begin that {@link Clients#create} gives. */
    private static final String MADE_BY_PEOPLE = "c-";

    private static final String ALL = "all";
    private static final int NAME_MAX = 80;

    private final List<String> faults = new ArrayList<>();

    private ClientsFile() {}

    /** @throws FaultyFile with all faults at once */
    public static List<Declared> read(String json) throws FaultyFile {
        ClientsFile file = new ClientsFile();
        List<Declared> declared = file.whole(JsonFile.root(json));
        if (!file.faults.isEmpty()) {
            throw new FaultyFile(file.faults);
        }
        return declared;
    }

    private List<Declared> whole(JsonNode root) {
        knows(root, "", Set.of("clients"));
        JsonNode list = root.path("clients");
        if (!list.isArray()) {
            fault("clients", "must be a list");
        }
        List<Declared> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String at = "clients[" + i + "]";
            Declared one = client(list.get(i), at);
            if (one != null && !ids.add(one.id())) {
                fault(at + ".id", "is that of another one too");
            } else if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private @Nullable Declared client(JsonNode node, String at) {
        int before = faults.size();
        knows(node, at, Set.of("id", "secret", "name", "kind", "hospital", "scopes", "sources", "addresses"));
        String id = text(
                node,
                at,
                "id",
                text -> ID.matcher(text).matches() && !text.startsWith(MADE_BY_PEOPLE),
                "must have 1 to 40 letters, digits, '.', '_' or '-', and not begin with " + MADE_BY_PEOPLE);
        String secret = text(
                node,
                at,
                "secret",
                SecretToken::hasForm,
                "must be 32 random bytes, written in 43 characters of base64url");
        String name = text(
                node,
                at,
                "name",
                text -> !text.isBlank() && text.length() <= NAME_MAX,
                "must have 1 to " + NAME_MAX + " characters");
        Role kind = Role.of(node.path("kind").asText());
        if (kind == null || !kind.isForMachines()) {
            fault(at + ".kind", "must be integration or laboratory");
            kind = null;
        }
        String hospital = text(
                node,
                at,
                "hospital",
                text -> text.equals(Reach.EVERY) || ID.matcher(text).matches(),
                "must be a hospital's id or \"*\"");
        Set<String> scopes = scopes(node.path("scopes"), at + ".scopes", kind);
        Set<String> sources =
                texts(node, at, "sources", text -> ID.matcher(text).matches(), "ids of sources");
        Set<String> addresses =
                texts(node, at, "addresses", Client::isRange, "ranges of addresses such as 10.20.0.0/16");
        return faults.size() > before
                ? null
                : new Declared(
                        id,
                        secret,
                        name,
                        Objects.requireNonNull(kind),
                        hospital,
                        scopes,
                        sources,
                        addresses == null ? null : List.copyOf(addresses));
    }

    private Set<String> scopes(JsonNode node, String at, @Nullable Role kind) {
        if (kind == null) {
            return Set.of();
        }
        Set<String> offered = offered(kind);
        if (node.isTextual() && node.asText().equals(ALL)) {
            return offered;
        }
        Set<String> scopes = distinct(node, offered::contains);
        if (scopes == null) {
            fault(at, "must be \"all\" or a list out of " + String.join(" ", offered));
            return Set.of();
        }
        return scopes;
    }

    /** Everything a system of this kind may have. */
    private static Set<String> offered(Role kind) {
        return Stream.concat(
                        Arrays.stream(Deed.values()).map(Deed::wire),
                        Arrays.stream(View.values()).flatMap(ClientsFile::scopes))
                .filter(scope -> RoleTable.offers(kind, scope))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> scopes(View view) {
        return view.hasLevels()
                ? IntStream.rangeClosed(1, View.LEVEL_MAX).mapToObj(level -> view.wire() + "." + level)
                : Stream.of(view.wire());
    }

    private String text(JsonNode node, String at, String name, Predicate<String> sound, String must) {
        JsonNode found = node.path(name);
        if (!found.isTextual() || !sound.test(found.asText())) {
            fault(at + "." + name, must);
        }
        return found.asText();
    }

    /** A list of texts; null: there is none. */
    private @Nullable Set<String> texts(JsonNode node, String at, String name, Predicate<String> sound, String what) {
        if (!node.has(name)) {
            return null;
        }
        Set<String> texts = distinct(node.path(name), sound);
        if (texts == null) {
            fault(at + "." + name, "must be a list of " + what + ", at least one and none twice, or be left out");
        }
        return texts;
    }

    /** Null for anything else than a list of at least one, all sound and none twice. */
    private static @Nullable Set<String> distinct(JsonNode list, Predicate<String> sound) {
        Set<String> all = new LinkedHashSet<>();
        boolean good = list.isArray() && !list.isEmpty();
        for (JsonNode one : list) {
            good &= one.isTextual() && sound.test(one.asText()) && all.add(one.asText());
        }
        return good ? all : null;
    }

    private void knows(JsonNode node, String at, Set<String> names) {
        if (!node.isObject()) {
            fault(at.isEmpty() ? "the file" : at, "must be an object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                fault(at.isEmpty() ? "the file" : at, "has a field that is none of " + new TreeSet<>(names));
            }
        });
    }

    private void fault(String where, String what) {
        faults.add(where + ": " + what);
    }
}
