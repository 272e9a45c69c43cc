package flyt.intake.hl7;

import com.fasterxml.jackson.databind.JsonNode;
import flyt.access.StrictObject;
import flyt.domain.stay.Disposition;
import flyt.domain.stay.Isolation;
import flyt.domain.stay.PatientClass;
import flyt.domain.stay.StayKind;
import flyt.intake.hl7.SenderProfile.IsolationSign;
import flyt.intake.hl7.SenderProfile.KindSign;
import flyt.intake.hl7.SenderProfile.Sign;
import flyt.journal.WireNames;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a {@link SenderProfile}, and tries it on its own samples. */
final class ProfileReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern EVENT = Pattern.compile("[A-Z0-9]{1,8}");
    private static final String NO_ISOLATION = "none";
    private static final List<FieldPath> VISIT =
            List.of(new FieldPath("PV1", 19, 1, 1), new FieldPath("PID", 18, 1, 1));
    private static final List<FieldPath> PATIENT =
            List.of(new FieldPath("PID", 3, 1, 1), new FieldPath("PID", 2, 1, 1));

    private final StrictObject object;
    private final List<String> faults;
    private final String at;

    private ProfileReader(JsonNode node, String at, List<String> faults) {
        this.faults = faults;
        this.at = at;
        this.object = new StrictObject(
                node,
                at,
                faults,
                Set.of(
                        "id",
                        "version",
                        "source",
                        "zone",
                        "visit",
                        "patient",
                        "patientType",
                        "places",
                        "classes",
                        "kinds",
                        "expected",
                        "isolations",
                        "dispositions",
                        "zbe",
                        "triggers",
                        "unknown",
                        "alwaysAnswered",
                        "samples"));
    }

    /** Null after a fault; {@code at} is where it stands in the file. */
    static @Nullable SenderProfile read(JsonNode node, String at, List<String> faults) {
        int before = faults.size();
        ProfileReader reader = new ProfileReader(node, at, faults);
        SenderProfile profile = reader.profile();
        if (faults.size() > before) {
            return null;
        }
        var unused = reader.object.each("samples", (sample, where) -> reader.tried(profile, sample, where));
        return faults.size() > before ? null : profile;
    }

    private SenderProfile profile() {
        ZoneId zone = object.maybe("zone", ProfileReader::zone, "must be a zone such as Europe/Oslo");
        if (zone == null && !object.has("zone")) {
            object.fault("zone", "is missing");
        }
        Ack.Code unknown = object.maybe("unknown", ProfileReader::code, "must be AA, AE or AR");
        return new SenderProfile(
                object.text("id", text -> ID.matcher(text).matches(), "must be 1 to 40 of A-Z a-z 0-9 . _ -"),
                object.number("version", 1, 1, Integer.MAX_VALUE),
                object.text(
                        "source", text -> ID.matcher(text).matches() && !text.equals("flyt"), "must be a source's id"),
                zone == null ? ZoneId.of("UTC") : zone,
                object.texts("visit", FieldPath::of, "must be a list of fields such as PV1-19", VISIT),
                object.texts("patient", FieldPath::of, "must be a list of fields such as PID-3", PATIENT),
                object.maybeText("patientType", text -> !text.isBlank(), "must be a type of number such as MR"),
                object.each("places", this::place),
                object.map(
                        "classes", said -> WireNames.parse(PatientClass.class, said), "must be a letter of table 0004"),
                object.each("kinds", this::kind),
                object.each(
                        "expected",
                        (one, where) -> sign(new StrictObject(one, where, faults, Set.of("field", "match")))),
                object.each("isolations", this::isolation),
                object.map(
                        "dispositions",
                        said -> WireNames.parse(Disposition.class, said),
                        "must be one of " + WireNames.all(Disposition.class)),
                object.flag("zbe"),
                object.map(
                        "triggers",
                        said -> said.equals(SenderProfile.IGNORE)
                                        || EVENT.matcher(said).matches()
                                ? said
                                : null,
                        "must be an event such as A02, or " + SenderProfile.IGNORE),
                unknown == null ? Ack.Code.AA : unknown,
                object.flag("alwaysAnswered"));
    }

    private @Nullable PlaceRule place(JsonNode node, String where) {
        StrictObject rule = new StrictObject(node, where, faults, Set.of("match", "ward", "room", "bed"));
        Pattern match = pattern(rule);
        if (match == null) {
            return null;
        }
        int groups = match.matcher("").groupCount();
        return new PlaceRule(
                match, template(rule, "ward", groups), template(rule, "room", groups), template(rule, "bed", groups));
    }

    private static @Nullable String template(StrictObject rule, String name, int groups) {
        return rule.maybeText(
                name,
                text -> !text.isBlank()
                        && Pattern.compile("\\$(\\d)")
                                .matcher(text)
                                .results()
                                .allMatch(group -> Integer.parseInt(group.group(1)) <= groups),
                "must be an id, or be made of $1 to $9 for the groups that match has");
    }

    private @Nullable IsolationSign isolation(JsonNode node, String where) {
        StrictObject rule = new StrictObject(node, where, faults, Set.of("field", "match", "isolation"));
        Sign sign = sign(rule);
        String said = rule.text(
                "isolation",
                text -> text.equals(NO_ISOLATION) || WireNames.parse(Isolation.class, text) != null,
                "must be none or one of " + WireNames.all(Isolation.class));
        return sign == null ? null : new IsolationSign(sign, WireNames.parse(Isolation.class, said));
    }

    private @Nullable KindSign kind(JsonNode node, String where) {
        StrictObject rule = new StrictObject(node, where, faults, Set.of("field", "match", "kind"));
        Sign sign = sign(rule);
        String said = rule.text(
                "kind",
                text -> WireNames.parse(StayKind.class, text) != null,
                "must be one of " + WireNames.all(StayKind.class));
        StayKind kind = WireNames.parse(StayKind.class, said);
        return sign == null || kind == null ? null : new KindSign(sign, kind);
    }

    private static @Nullable Sign sign(StrictObject rule) {
        FieldPath field = rule.maybe("field", FieldPath::of, "must be a field such as ZIN-3.1");
        if (field == null && !rule.has("field")) {
            rule.fault("field", "is missing");
        }
        Pattern match = pattern(rule);
        return field == null || match == null ? null : new Sign(field, match);
    }

    private static @Nullable Pattern pattern(StrictObject rule) {
        String text = rule.text("match", said -> compiled(said) != null, "must be a regular expression");
        return text.isEmpty() ? null : compiled(text);
    }

    private static @Nullable Pattern compiled(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    private static Ack.@Nullable Code code(String text) {
        return Arrays.stream(Ack.Code.values())
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A sample: the segments of a message, and of each report that is to come of it the fields that matter. */
    private @Nullable Boolean tried(SenderProfile profile, JsonNode node, String where) {
        StrictObject sample = new StrictObject(node, where, faults, Set.of("message", "reports"));
        List<String> segments = sample.texts("message", text -> text, "must be a list of segments", List.of());
        JsonNode wanted = sample.raw("reports");
        if (segments.isEmpty() || !wanted.isArray()) {
            sample.fault("reports", "must be a list, and message be there");
            return null;
        }
        Interpreter.Understood got = Interpreter.understand(profile, String.join("\r", segments), Instant.EPOCH);
        List<? extends JsonNode> reports = got.mapped().reports();
        boolean same = reports.size() == wanted.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = has(reports.get(i), wanted.get(i));
        }
        if (!same) {
            faults.add(where + ": " + at + " makes of it " + reports + " with "
                    + got.mapped().notes());
        }
        return same;
    }

    private static boolean has(JsonNode got, JsonNode wanted) {
        if (!wanted.isObject()) {
            return Objects.equals(got, wanted);
        }
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (!has(got.path(field.getKey()), field.getValue())) {
                return false;
            }
        }
        return true;
    }
}
