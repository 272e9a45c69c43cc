package flyt.ops;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
            "a host name or address",
            "Address to listen on. One that other machines reach needs TLS: FLYT_TLS_CERT_FILE here, or https in"
                    + " FLYT_PUBLIC_URL and whatever does it in front.",
            Parse::host);
    private static final Setting<Integer> HTTP_PORT = Setting.of(
            "FLYT_HTTP_PORT", "8080", "0 to 65535", "Port to listen on; 0 takes a free one.", Parse.number(0, 65_535));
    private static final Setting<Path> DATA_DIR = Setting.of(
            "FLYT_DATA_DIR", "./data", "a folder", "Folder of the embedded database and its password.", Parse::path);
    private static final Setting<Optional<String>> DATABASE_URL = Setting.secret(
            "FLYT_DATABASE_URL",
            "postgresql://user:password@host:port/database",
            "A PostgreSQL of your own, 15 or newer; the embedded one when absent.",
            Parse::databaseUrl);
    private static final Setting<Optional<Path>> IDENTITY_KEY_FILE = Setting.of(
            "FLYT_IDENTITY_KEY_FILE",
            "",
            "a file with 32 random bytes in Base64 on each line",
            "The master keys that close names and free text: the first for what is new, the others to read what is old."
                    + " With the embedded database: identity.key in FLYT_DATA_DIR when absent, made at the first start."
                    + " Back it up apart from the database.",
            Parse::file);
    private static final Setting<Integer> IDENTITY_DAYS = Setting.of(
            "FLYT_IDENTITY_DAYS",
            "90",
            "0 to 36500",
            "Days after the end of their last stay after which patients' names are erased; 0: never by itself.",
            Parse.number(0, 36_500));
    private static final Setting<Integer> STAFF_DAYS = Setting.of(
            "FLYT_STAFF_DAYS",
            "30",
            "1 to 3650",
            "Days after a shift after which nobody can tell any more who of the staff did what in it.",
            Parse.number(1, 3_650));
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
    private static final Setting<Optional<URI>> PUBLIC_URL = Setting.of(
            "FLYT_PUBLIC_URL",
            "",
            "an address such as https://flyt.example.no",
            "Where people's browsers reach the server; what they ask for when absent.",
            Parse::webAddress);
    private static final Setting<Optional<Path>> TLS_CERT_FILE = Setting.of(
            "FLYT_TLS_CERT_FILE",
            "",
            "a PEM file",
            "The server's certificate chain; with it the server speaks https and nothing else.",
            Parse::file);
    private static final Setting<Optional<Path>> TLS_KEY_FILE =
            Setting.of("FLYT_TLS_KEY_FILE", "", "a PEM file", "The certificate's private key.", Parse::file);
    private static final Setting<Boolean> DEMO = Setting.of(
            "FLYT_DEMO",
            "false",
            "true or false",
            "For hospitals in which everybody is invented: one account per role, signed in to with one tap.",
            Parse::flag);
    private static final Setting<Optional<Path>> ADMIN_PASSWORD_FILE = Setting.of(
            "FLYT_ADMIN_PASSWORD_FILE",
            "",
            "a file",
            "The first password of the account admin, to be changed at the first sign-in. When absent, a link that makes"
                    + " the first administrator lies in the data folder.",
            Parse::file);
    private static final Setting<Optional<Path>> CLIENTS_FILE = Setting.of(
            "FLYT_CLIENTS_FILE",
            "",
            "a JSON file",
            "Systems that send or ask, with their secrets; more can be let in by an administrator.",
            Parse::file);
    private static final Setting<Optional<Path>> HL7_FILE = Setting.of(
            "FLYT_HL7_FILE",
            "",
            "a JSON file",
            "The ports on which HL7 v2 is taken over MLLP, from whom, and how each sender writes it; none when absent. See"
                    + " docs/hl7.md.",
            Parse::file);
    private static final Setting<Optional<Path>> RECEIVERS_FILE = Setting.of(
            "FLYT_RECEIVERS_FILE",
            "",
            "a JSON file",
            "Systems that are told of bed statuses and of work by HL7 v2; none when absent. See docs/hl7.md.",
            Parse::file);
    private static final Setting<Optional<Path>> FHIR_HOOKS_FILE = Setting.of(
            "FLYT_FHIR_HOOKS_FILE",
            "",
            "a JSON file",
            "Where notifications of FHIR subscriptions may go, and what has to be said there; nowhere when absent. See"
                    + " docs/fhir.md.",
            Parse::file);
    private static final Setting<List<String>> WEB_PUSH_SERVICES = Setting.of(
            "FLYT_WEB_PUSH_SERVICES",
            "",
            "addresses separated by commas, such as https://fcm.googleapis.com,https://*.notify.windows.com",
            "Push services of browsers, by which phones may be woken for an offered task; none are when absent. Needs"
                    + " FLYT_PUBLIC_URL. See docs/operations.md.",
            Parse::services);
    private static final Setting<Integer> INBOX_DAYS = Setting.of(
            "FLYT_INBOX_DAYS",
            "30",
            "1 to 3650",
            "Days for which messages of HL7 v2 are kept as they came, and those that a receiver refused.",
            Parse.number(1, 3_650));
    private static final Setting<Integer> SHARED_IDLE_SECONDS = Setting.of(
            "FLYT_SHARED_IDLE_SECONDS",
            "300",
            "30 to 3600",
            "After how long without a tap somebody is signed out of a shared phone.",
            Parse.number(30, 3_600));
    private static final Setting<Integer> ACCESS_LOG_DAYS = Setting.of(
            "FLYT_ACCESS_LOG_DAYS",
            "1826",
            "1 to 36500",
            "Days for which it is remembered who saw what.",
            Parse.number(1, 36_500));
    private static final Setting<String> LOG_FORMAT = Setting.of(
            "FLYT_LOG_FORMAT",
            "json",
            "json or text",
            "Log as lines of JSON or as text for people.",
            Parse.oneOf("json", "text"));
    private static final Setting<Integer> SNAPSHOT_EVERY = Setting.of(
            "FLYT_SNAPSHOT_EVERY",
            "5000",
            "100 to 1000000",
            "Events of a hospital between two snapshots of its state.",
            Parse.number(100, 1_000_000));

    private static final Setting<Integer> FORECAST_MINUTES = Setting.of(
            "FLYT_FORECAST_MINUTES",
            "10",
            "0 to 60",
            "Minutes of hospital time between two forecasts, one at each full hour besides; 0: none are made.",
            Parse.number(0, 60));

    private static final Setting<Integer> LEAST_PEOPLE = Setting.of(
            "FLYT_LEAST_PEOPLE",
            "5",
            "5 to 1000",
            "How many different people must stand behind a figure about their work for it to be shown.",
            Parse.number(5, 1_000));
    private static final Setting<Optional<String>> OIDC_ISSUER = Setting.of(
            "FLYT_OIDC_ISSUER",
            "",
            "as the provider writes it",
            "The hospital's OpenID provider; local accounts alone when absent. See docs/sign-in.md.",
            Parse::text);
    private static final Setting<Optional<String>> OIDC_CLIENT_ID =
            Setting.of("FLYT_OIDC_CLIENT_ID", "", "as registered there", "Who this server is to it.", Parse::text);
    private static final Setting<Optional<Path>> OIDC_CLIENT_SECRET_FILE = Setting.of(
            "FLYT_OIDC_CLIENT_SECRET_FILE", "", "a file", "The client's secret; or a key, below.", Parse::file);
    private static final Setting<Optional<Path>> OIDC_CLIENT_KEY_FILE = Setting.of(
            "FLYT_OIDC_CLIENT_KEY_FILE", "", "a file", "The client's private key as JWK; or a secret.", Parse::file);
    private static final Setting<String> OIDC_SCOPES = Setting.of(
            "FLYT_OIDC_SCOPES", "openid profile", "words separated by spaces", "What to ask it for.", text -> text);
    private static final Setting<Optional<Path>> OIDC_ROLES_FILE =
            Setting.of("FLYT_OIDC_ROLES_FILE", "", "a JSON file", "Which of its claims make which roles.", Parse::file);
    private static final Setting<String> OIDC_NAME = Setting.of(
            "FLYT_OIDC_NAME", "OpenID", "a word or two", "What people call it, on the button.", text -> text);
    private static final Setting<String> OIDC_DPOP = Setting.of(
            "FLYT_OIDC_DPOP",
            "when-offered",
            "when-offered, always or never",
            "Proofs of possession with its tokens (RFC 9449).",
            Parse.oneOf("when-offered", "always", "never"));

    /** All settings there are, in the order of the help. */
    private static final List<Setting<?>> TABLE = List.of(
            HTTP_HOST,
            HTTP_PORT,
            PUBLIC_URL,
            TLS_CERT_FILE,
            TLS_KEY_FILE,
            DATA_DIR,
            DATABASE_URL,
            IDENTITY_KEY_FILE,
            IDENTITY_DAYS,
            STAFF_DAYS,
            CLUSTER_MEMBERS,
            CLUSTER_HOST,
            CLUSTER_PORT,
            CLUSTER_NAME,
            HOSPITAL_FILES,
            DEMO,
            ADMIN_PASSWORD_FILE,
            CLIENTS_FILE,
            HL7_FILE,
            RECEIVERS_FILE,
            FHIR_HOOKS_FILE,
            WEB_PUSH_SERVICES,
            INBOX_DAYS,
            SHARED_IDLE_SECONDS,
            ACCESS_LOG_DAYS,
            LEAST_PEOPLE,
            OIDC_ISSUER,
            OIDC_CLIENT_ID,
            OIDC_CLIENT_SECRET_FILE,
            OIDC_CLIENT_KEY_FILE,
            OIDC_SCOPES,
            OIDC_ROLES_FILE,
            OIDC_NAME,
            OIDC_DPOP,
            LOG_FORMAT,
            SNAPSHOT_EVERY,
            FORECAST_MINUTES);

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
        if (faults.isEmpty()) {
            faults.addAll(contradictions());
        }
        if (faults.isEmpty() && databaseUrl().isPresent() && identityKeyFile().isEmpty()) {
            faults.add(
                    "FLYT_IDENTITY_KEY_FILE: with FLYT_DATABASE_URL it must name the file of the keys that close names;"
                            + " make one with: head -c 32 /dev/urandom | base64");
        }
        if (!faults.isEmpty()) {
            throw new BadSettings(faults);
        }
    }

    /** What does not go together, though each value alone is allowed. */
    private List<String> contradictions() {
        List<String> faults = new ArrayList<>();
        if (!clusterMembers().isEmpty() && databaseUrl().isEmpty()) {
            faults.add("FLYT_CLUSTER_MEMBERS=" + String.join(",", clusterMembers())
                    + ": members share one database, so FLYT_DATABASE_URL must name it.");
        }
        if (tlsCertFile().isPresent() != tlsKeyFile().isPresent()) {
            faults.add("FLYT_TLS_CERT_FILE and FLYT_TLS_KEY_FILE: one is of no use without the other.");
        }
        if (!Parse.isLoopback(httpHost()) && !isHttps()) {
            faults.add(
                    "FLYT_HTTP_HOST=" + httpHost() + ": other machines could reach it, and passwords and patients would"
                            + " go in clear. Set FLYT_TLS_CERT_FILE and FLYT_TLS_KEY_FILE, or FLYT_PUBLIC_URL=https://... when"
                            + " something in front of it does TLS.");
        }
        if (!webPushServices().isEmpty() && publicUrl().isEmpty()) {
            faults.add(
                    "FLYT_WEB_PUSH_SERVICES needs FLYT_PUBLIC_URL: push services are told whose messages they carry.");
        }
        if (oidcIssuer().isPresent()) {
            if (oidcClientId().isEmpty()
                    || oidcRolesFile().isEmpty()
                    || publicUrl().isEmpty()) {
                faults.add("FLYT_OIDC_ISSUER needs FLYT_OIDC_CLIENT_ID, FLYT_OIDC_ROLES_FILE and FLYT_PUBLIC_URL.");
            }
            if (oidcClientSecretFile().isPresent() == oidcClientKeyFile().isPresent()) {
                faults.add("FLYT_OIDC_ISSUER needs either FLYT_OIDC_CLIENT_SECRET_FILE or FLYT_OIDC_CLIENT_KEY_FILE.");
            }
        }
        return faults;
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

    /** Empty means {@code identity.key} in the data folder, beside the embedded database. */
    public Optional<Path> identityKeyFile() {
        return get(IDENTITY_KEY_FILE);
    }

    /** Days; 0 for never. */
    public int identityDays() {
        return get(IDENTITY_DAYS);
    }

    /** Days. */
    public int staffDays() {
        return get(STAFF_DAYS);
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

    /** Where browsers reach the server; empty: by what they ask for. */
    public Optional<URI> publicUrl() {
        return get(PUBLIC_URL);
    }

    /** Whether people reach the server by https alone. */
    public boolean isHttps() {
        return tlsCertFile().isPresent()
                || publicUrl().map(url -> "https".equals(url.getScheme())).orElse(false);
    }

    public Optional<Path> tlsCertFile() {
        return get(TLS_CERT_FILE);
    }

    public Optional<Path> tlsKeyFile() {
        return get(TLS_KEY_FILE);
    }

    public boolean demo() {
        return get(DEMO);
    }

    public Optional<Path> adminPasswordFile() {
        return get(ADMIN_PASSWORD_FILE);
    }

    public Optional<Path> clientsFile() {
        return get(CLIENTS_FILE);
    }

    public Optional<Path> hl7File() {
        return get(HL7_FILE);
    }

    public Optional<Path> fhirHooksFile() {
        return get(FHIR_HOOKS_FILE);
    }

    /** See {@link #help}. */
    public Optional<Path> receiversFile() {
        return get(RECEIVERS_FILE);
    }

    public int inboxDays() {
        return get(INBOX_DAYS);
    }

    public int sharedIdleSeconds() {
        return get(SHARED_IDLE_SECONDS);
    }

    public int accessLogDays() {
        return get(ACCESS_LOG_DAYS);
    }

    /** Behind a figure. */
    public int leastPeople() {
        return get(LEAST_PEOPLE);
    }

    public Optional<String> oidcIssuer() {
        return get(OIDC_ISSUER);
    }

    public Optional<String> oidcClientId() {
        return get(OIDC_CLIENT_ID);
    }

    public Optional<Path> oidcClientSecretFile() {
        return get(OIDC_CLIENT_SECRET_FILE);
    }

    public Optional<Path> oidcClientKeyFile() {
        return get(OIDC_CLIENT_KEY_FILE);
    }

    /** Separated by spaces. */
    public String oidcScopes() {
        return get(OIDC_SCOPES);
    }

    public Optional<Path> oidcRolesFile() {
        return get(OIDC_ROLES_FILE);
    }

    public String oidcName() {
        return get(OIDC_NAME);
    }

    /** {@code when-offered}, {@code always} or {@code never}. */
    public String oidcDpop() {
        return get(OIDC_DPOP);
    }

    /** {@code https://fcm.googleapis.com}; with {@code *.} at the beginning of the host: all below it. */
    public List<String> webPushServices() {
        return get(WEB_PUSH_SERVICES);
    }

    /** {@code json} or {@code text}. */
    public String logFormat() {
        return get(LOG_FORMAT);
    }

    /** In events. */
    public int snapshotEvery() {
        return get(SNAPSHOT_EVERY);
    }

    /** Between two forecasts of a hospital; zero: none are made. */
    public Duration forecastEvery() {
        return Duration.ofMinutes(get(FORECAST_MINUTES));
    }

    @SuppressWarnings("unchecked") // each setting was read by its own parser
    private <T> T get(Setting<T> setting) {
        return (T) values.get(setting);
    }
}
