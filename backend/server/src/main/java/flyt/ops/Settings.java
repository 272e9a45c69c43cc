package flyt.ops;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings of one run: the only reader of the environment.
 *
 * <p>Each setting is one {@link Setting} in {@link #TABLE}; {@link #help()} prints that table. What
 * the environment does not say has its default. Immutable.
 */
public final class Settings {
    private static final Setting<String> HTTP_HOST = Setting.of(
            "FLYT_HTTP_HOST",
            "127.0.0.1",
            "a loopback address",
            "Address to listen on. Only this machine can reach the server until access control exists.",
            Parse::loopback);
    private static final Setting<Integer> HTTP_PORT = Setting.of(
            "FLYT_HTTP_PORT", "8080", "0 to 65535", "Port to listen on; 0 takes a free one.", Parse.number(0, 65_535));
    private static final Setting<Path> DATA_DIR = Setting.of(
            "FLYT_DATA_DIR", "./data", "a folder", "Folder of the embedded database and its password.", Parse::path);
    private static final Setting<Optional<String>> DATABASE_URL = Setting.secret(
            "FLYT_DATABASE_URL",
            "postgresql://user:password@host:port/database",
            "A PostgreSQL of your own, 15 or newer; the embedded one when absent.",
            Parse::databaseUrl);
    private static final Setting<List<String>> CLUSTER_MEMBERS = Setting.of(
            "FLYT_CLUSTER_MEMBERS",
            "",
            "host:port, separated by commas; or dns:<headless service> in Kubernetes",
            "The members to share the load with; alone when absent. Needs FLYT_DATABASE_URL.",
            Parse::members);
    private static final Setting<String> CLUSTER_HOST = Setting.of(
            "FLYT_CLUSTER_HOST",
            "127.0.0.1",
            "a host name or address",
            "Address the other members reach this one at.",
            Parse::host);
    private static final Setting<Integer> CLUSTER_PORT = Setting.of(
            "FLYT_CLUSTER_PORT",
            "5701",
            "1 to 65534",
            "Port the other members reach this one at; the event bus between them takes the next one.",
            Parse.number(1, 65_534));
    private static final Setting<String> CLUSTER_NAME = Setting.of(
            "FLYT_CLUSTER_NAME",
            "flyt",
            "1 to 40 letters, digits, '.', '_' or '-'",
            "Members of another name are strangers.",
            Parse::name);
    private static final Setting<List<String>> HOSPITAL_FILES = Setting.of(
            "FLYT_HOSPITAL_FILES",
            "",
            "paths separated by commas; the word fjordvik stands for the built-in reference hospital",
            "Hospital definitions to load at start.",
            Parse::list);
    private static final Setting<Integer> SCREEN_LEVEL_MAX = Setting.of(
            "FLYT_SCREEN_LEVEL_MAX",
            "1",
            "1, 2 or 3",
            "Highest privacy level a screen may ask for until access control exists: 1 public, 3 closed room.",
            Parse.number(1, 3));
    private static final Setting<String> LOG_FORMAT = Setting.of(
            "FLYT_LOG_FORMAT", "json", "json or text", "Log as lines of JSON or as text for people.", Parse::logFormat);
    private static final Setting<Integer> SNAPSHOT_EVERY = Setting.of(
            "FLYT_SNAPSHOT_EVERY",
            "5000",
            "100 to 1000000",
            "Events of a hospital between two snapshots of its state.",
            Parse.number(100, 1_000_000));

    /** All settings there are, in the order of the help. */
    private static final List<Setting<?>> TABLE = List.of(
            HTTP_HOST,
            HTTP_PORT,
            DATA_DIR,
            DATABASE_URL,
            CLUSTER_MEMBERS,
            CLUSTER_HOST,
            CLUSTER_PORT,
            CLUSTER_NAME,
            HOSPITAL_FILES,
            SCREEN_LEVEL_MAX,
            LOG_FORMAT,
            SNAPSHOT_EVERY);

    private final Map<Setting<?>, Object> values = new HashMap<>();

    /**
     * Reads the settings.
     *
     * @param environment names and values; names that do not begin with {@code FLYT_} are somebody
     *     else's
     * @throws BadSettings with all faults at once: unknown names and values that are not allowed
     */
    public Settings(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        for (Setting<?> setting : TABLE) {
            String text = environment.getOrDefault(setting.name(), setting.byDefault());
            try {
                values.put(setting, setting.parser().read(text.strip()));
            } catch (IllegalArgumentException e) {
                faults.add(setting.name() + (setting.secret() ? "" : "=" + text) + ": " + e.getMessage() + ". Allowed: "
                        + setting.allowed() + ".");
            }
        }
        var unknown = new TreeSet<>(environment.keySet());
        unknown.removeIf(name -> !name.startsWith("FLYT_")
                || TABLE.stream().anyMatch(s -> s.name().equals(name)));
        unknown.forEach(name -> faults.add(name + ": there is no such setting; see ./flyt serve --help."));
        if (faults.isEmpty() && !clusterMembers().isEmpty() && databaseUrl().isEmpty()) {
            faults.add("FLYT_CLUSTER_MEMBERS=" + String.join(",", clusterMembers())
                    + ": members share one database, so FLYT_DATABASE_URL must name it.");
        }
        if (!faults.isEmpty()) {
            throw new BadSettings(faults);
        }
    }

    /** The settings that this process was started with. */
    public static Settings ofThisProcess() {
        return new Settings(System.getenv());
    }

    /** The table of all settings: name, meaning, what is allowed, default. */
    public static String help() {
        return TABLE.stream()
                .map(setting -> setting.name() + "\n    " + setting.meaning() + "\n    Allowed: " + setting.allowed()
                        + ". Default: " + (setting.byDefault().isEmpty() ? "absent" : setting.byDefault()) + ".\n")
                .collect(Collectors.joining());
    }

    public String httpHost() {
        return get(HTTP_HOST);
    }

    public int httpPort() {
        return get(HTTP_PORT);
    }

    public Path dataDir() {
        return get(DATA_DIR);
    }

    /** Contains a password; empty means the embedded database. */
    public Optional<String> databaseUrl() {
        return get(DATABASE_URL);
    }

    /** Other members as {@code host:port}; empty means alone. */
    public List<String> clusterMembers() {
        return get(CLUSTER_MEMBERS);
    }

    public String clusterHost() {
        return get(CLUSTER_HOST);
    }

    public int clusterPort() {
        return get(CLUSTER_PORT);
    }

    public String clusterName() {
        return get(CLUSTER_NAME);
    }

    /** Paths, or the word {@code fjordvik}. */
    public List<String> hospitalFiles() {
        return get(HOSPITAL_FILES);
    }

    /** 1, 2 or 3. */
    public int screenLevelMax() {
        return get(SCREEN_LEVEL_MAX);
    }

    /** {@code json} or {@code text}. */
    public String logFormat() {
        return get(LOG_FORMAT);
    }

    /** In events. */
    public int snapshotEvery() {
        return get(SNAPSHOT_EVERY);
    }

    @SuppressWarnings("unchecked") // each setting was read by its own parser
    private <T> T get(Setting<T> setting) {
        return (T) values.get(setting);
    }

    /** Readers of values; each says in an {@link IllegalArgumentException} what is wrong. */
    private static final class Parse {
        private static final String NAME = "[A-Za-z0-9._-]{1,40}";
        private static final String HOST = "[A-Za-z0-9._:\\[\\]-]+";

        static Setting.Parser<Integer> number(int least, int most) {
            return text -> {
                int number;
                try {
                    number = Integer.parseInt(text);
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("not a whole number", e);
                }
                if (number < least || number > most) {
                    throw new IllegalArgumentException("out of range");
                }
                return number;
            };
        }

        static String loopback(String text) {
            if (!text.equals("localhost")
                    && !text.equals("::1")
                    && !text.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")) {
                throw new IllegalArgumentException(
                        "other machines could reach it, and there is no access control yet that would ask who they are");
            }
            return text;
        }

        static Path path(String text) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("empty");
            }
            return Path.of(text);
        }

        static Optional<String> databaseUrl(String text) {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            URI url;
            try {
                url = URI.create(text);
            } catch (IllegalArgumentException e) {
                // Its message would show the password.
                throw new IllegalArgumentException("not an address (percent-encode special characters)");
            }
            boolean complete = url.getHost() != null
                    && url.getUserInfo() != null
                    && url.getPath() != null
                    && url.getPath().length() > 1;
            if (!List.of("postgresql", "postgres").contains(String.valueOf(url.getScheme())) || !complete) {
                throw new IllegalArgumentException("not such an address");
            }
            return Optional.of(text);
        }

        static List<String> members(String text) {
            List<String> members = list(text);
            if (members.size() == 1 && members.get(0).matches("dns:[A-Za-z0-9.-]+")) {
                return members;
            }
            for (String member : members) {
                int colon = member.lastIndexOf(':');
                if (colon < 1 || !member.substring(0, colon).matches(HOST)) {
                    throw new IllegalArgumentException("neither host:port nor dns:<service>: " + member);
                }
                int unused = number(1, 65_535).read(member.substring(colon + 1));
            }
            return members;
        }

        static String host(String text) {
            if (!text.matches(HOST)) {
                throw new IllegalArgumentException("not a host name or address");
            }
            return text;
        }

        static String name(String text) {
            if (!text.matches(NAME)) {
                throw new IllegalArgumentException("not such a name");
            }
            return text;
        }

        static List<String> list(String text) {
            return List.of(text.split(",")).stream()
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        static String logFormat(String text) {
            if (!text.equals("json") && !text.equals("text")) {
                throw new IllegalArgumentException("unknown format");
            }
            return text;
        }
    }
}
