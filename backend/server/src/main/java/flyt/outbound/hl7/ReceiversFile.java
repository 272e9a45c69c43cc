package flyt.outbound.hl7;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.FaultyFile;
import flyt.access.JsonFile;
import flyt.access.StrictObject;
import flyt.domain.place.HospitalId;
import flyt.journal.WireNames;
import flyt.outbound.Receiver;
import flyt.outbound.Receiver.Terms;
import flyt.outbound.hl7.Hl7Receiver.Kind;
import flyt.outbound.hl7.Hl7Receiver.Tls;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the file that says who is told what by HL7 v2; see docs/hl7.md. It is taken whole or not at all. */
public final class ReceiversFile {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]+");
    private static final Pattern NAME = Pattern.compile("[\\x20-\\x7e]{0,180}");
    private static final Set<String> VERSIONS = Set.of("2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6");

    private final List<String> faults = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    private ReceiversFile() {}

    /**
     * The receivers that a file names.
     *
     * @throws FaultyFile with all faults at once
     */
    public static List<Receiver> read(String json) throws FaultyFile {
        ReceiversFile file = new ReceiversFile();
        StrictObject root = new StrictObject(JsonFile.root(json), "", file.faults, Set.of("receivers"));
        List<Hl7Receiver> receivers = root.each("receivers", file::receiver);
        if (!file.faults.isEmpty()) {
            throw new FaultyFile(file.faults);
        }
        return receivers.stream().map(Hl7Receiver::asReceiver).toList();
    }

    private Hl7Receiver receiver(JsonNode node, String at) {
        StrictObject object = new StrictObject(
                node,
                at,
                faults,
                Set.of(
                        "id",
                        "hospital",
                        "host",
                        "port",
                        "tls",
                        "inClear",
                        "answerWithinSeconds",
                        "application",
                        "facility",
                        "toApplication",
                        "toFacility",
                        "version",
                        "zone",
                        "tells",
                        "places",
                        "work",
                        "atOnce",
                        "tries",
                        "pauseMs",
                        "longestPauseMs"));
        String id = object.text("id", matches(ID), "must be 1 to 40 of A-Z a-z 0-9 . _ -");
        String hospital = object.text("hospital", matches(ID), "must be a hospital's id");
        if (!known.add(hospital + "/" + id)) {
            object.fault("id", "there are two of the id " + id);
        }
        String host = object.text("host", matches(HOST), "must be a host name or address");
        Tls tls = object.has("tls") ? tls(object.raw("tls"), at + ".tls") : null;
        boolean inClear = object.flag("inClear");
        if (tls == null && !inClear && !isLoopback(host)) {
            object.fault("host", "is another machine: say tls, or inClear when nobody else hears it");
        }
        ZoneId zone = object.maybe("zone", ReceiversFile::zone, "must be a zone such as Europe/Oslo");
        String facility = object.maybeText("facility", matches(NAME), "must be ASCII");
        String work = object.maybeText("work", text -> pattern(text) != null, "must be a regular expression");
        Pattern kinds = pattern(work == null ? ".*" : work);
        return new Hl7Receiver(
                new HospitalId(hospital.isEmpty() ? "-" : hospital),
                id,
                host,
                object.number("port", 2575, 1, 65_535),
                tls,
                Duration.ofSeconds(object.number("answerWithinSeconds", 30, 1, 600)),
                name(object, "application", "FLYT"),
                facility == null ? hospital : facility,
                name(object, "toApplication", ""),
                name(object, "toFacility", ""),
                version(object),
                zone == null ? ZoneId.of("UTC") : zone,
                tells(object),
                object.each("places", this::place),
                kinds == null ? Pattern.compile("") : kinds,
                terms(object));
    }

    private static String name(StrictObject object, String field, String otherwise) {
        String said = object.maybeText(field, matches(NAME), "must be ASCII");
        return said == null ? otherwise : said;
    }

    private static String version(StrictObject object) {
        String said = object.maybeText("version", VERSIONS::contains, "must be 2.3 to 2.6");
        return said == null ? "2.5" : said;
    }

    private static Set<Kind> tells(StrictObject object) {
        List<Kind> said = object.texts(
                "tells",
                text -> WireNames.parse(Kind.class, text),
                "must be a list of " + WireNames.all(Kind.class),
                List.of(Kind.values()));
        return said.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(said);
    }

    private static Terms terms(StrictObject object) {
        return new Terms(
                object.number("atOnce", 1, 1, 100),
                object.number("tries", 3, 1, 100),
                Duration.ofMillis(object.number("pauseMs", 1_000, 10, 600_000)),
                Duration.ofMillis(object.number("longestPauseMs", 60_000, 10, 3_600_000)));
    }

    private Tls tls(JsonNode node, String at) {
        StrictObject tls = new StrictObject(node, at, faults, Set.of("trustFile", "certificateFile", "keyFile"));
        Tls read = new Tls(file(tls, "trustFile"), file(tls, "certificateFile"), file(tls, "keyFile"));
        if ((read.certificate() == null) != (read.key() == null)) {
            tls.fault("keyFile", "goes with certificateFile");
        }
        return read;
    }

    private static @Nullable Path file(StrictObject tls, String name) {
        return tls.maybe(name, text -> text.isBlank() ? null : Path.of(text), "must name a PEM file");
    }

    private @Nullable PlaceWriting place(JsonNode node, String at) {
        StrictObject rule = new StrictObject(node, at, faults, Set.of("match", "place"));
        String match = rule.text("match", text -> pattern(text) != null, "must be a regular expression");
        Pattern pattern = pattern(match);
        if (pattern == null) {
            return null;
        }
        int groups = pattern.matcher("").groupCount();
        String place = rule.maybeText(
                "place",
                text -> matches(NAME).test(text)
                        && Pattern.compile("\\$(\\d)")
                                .matcher(text)
                                .results()
                                .allMatch(group -> Integer.parseInt(group.group(1)) <= groups),
                "must be a place such as L3^$1^$2, of the groups that match has");
        return new PlaceWriting(pattern, place);
    }

    private static Predicate<String> matches(Pattern pattern) {
        return text -> pattern.matcher(text).matches();
    }

    private static @Nullable Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    private static @Nullable ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }
}
