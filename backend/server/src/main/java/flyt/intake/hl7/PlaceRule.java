package flyt.intake.hl7;

import ca.uhn.hl7v2.HL7Exception;
import flyt.intake.hl7.Hl7Message.Part;
import flyt.intake.http.PlaceName;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one shape of a sender's places is to be read.
 *
 * @param match on the whole field in the usual delimiters, {@code LUN^301^1^^^^^^^}
 * @param ward our id, with {@code $1} for what a group of {@code match} holds; null: such a place says nothing
 * @param room the same
 * @param bed the same; null for pools, day rooms, theatres: in the ward without a bed
 */
public record PlaceRule(Pattern match, @Nullable String ward, @Nullable String room, @Nullable String bed) {
    /** A place as reports have it. One of them is there. */
    record Found(@Nullable String ward, @Nullable String room, @Nullable String bed) {}

    /**
     * Where a location field points: by the first rule that matches, else by its components as the standard has them.
     *
     * @return null when it says nothing: empty, cleared, delimiters only, or a facility without a ward
     */
    static @Nullable Found in(Part part, int field, List<PlaceRule> rules) {
        String whole = part.whole(field);
        for (PlaceRule rule : rules) {
            Matcher found = rule.match.matcher(whole);
            if (found.matches()) {
                return rule.found(found);
            }
        }
        String room = PlaceName.id(part.value(field, 2));
        String bed = PlaceName.id(part.value(field, 3));
        String ward = PlaceName.id(part.value(field, 1));
        if (ward == null && (bed != null || room != null)) {
            // some have it in "comprehensive location" or "assigning authority for location" instead
            ward = PlaceName.id(part.value(field, 10));
            ward = ward == null ? PlaceName.id(part.value(field, 11)) : ward;
        }
        return ward == null && room == null && bed == null ? null : new Found(ward, room, bed);
    }

    /** The same of a place that stands by itself, as {@link Part#whole} gives it. */
    static @Nullable Found in(String said, List<PlaceRule> rules) {
        try {
            Part pv1 = Hl7Message.parse("MSH|^~\\&|||||||ADT^A02|1|P|2.5\rPV1|1||" + said)
                    .first("PV1");
            return pv1 == null ? null : in(pv1, 3, rules);
        } catch (HL7Exception e) {
            return null;
        }
    }

    /** This very place, read as ours. */
    static PlaceRule only(String said, @Nullable String ward, @Nullable String room, @Nullable String bed) {
        return new PlaceRule(Pattern.compile(Pattern.quote(said)), ward, room, bed);
    }

    private @Nullable Found found(Matcher found) {
        String inWard = PlaceName.id(filled(ward, found));
        String inBed = PlaceName.id(filled(bed, found));
        return inWard == null && inBed == null ? null : new Found(inWard, PlaceName.id(filled(room, found)), inBed);
    }

    /** Null where a part of it was cleared: a bed called {@code ""} is none. */
    private static @Nullable String filled(@Nullable String template, Matcher found) {
        if (template == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < template.length(); at++) {
            if (template.charAt(at) == '$'
                    && at + 1 < template.length()
                    && Character.isDigit(template.charAt(at + 1))) {
                String group = found.group(template.charAt(++at) - '0');
                if ("\"\"".equals(group)) {
                    return null;
                }
                text.append(group == null ? "" : group);
            } else {
                text.append(template.charAt(at));
            }
        }
        return text.toString();
    }
}
