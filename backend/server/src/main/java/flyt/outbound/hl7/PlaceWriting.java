package flyt.outbound.hl7;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver names some of our places.
 *
 * @param match on the whole of a place as we name it, {@code LUN^LUN-301^LUN-301-2}
 * @param place as the receiver names it, with {@code $1} for what a group of {@code match} holds: {@code L3^301^2}; null: it is told
 *     nothing of such a place
 */
record PlaceWriting(Pattern match, @Nullable String place) {

    /** A place as the receiver names it, by the first rule that matches, else as we do; null: it is told nothing of it. */
    static @Nullable String write(String ours, List<PlaceWriting> rules) {
        for (PlaceWriting rule : rules) {
            Matcher found = rule.match.matcher(ours);
            if (found.matches()) {
                return rule.place == null ? null : filled(rule.place, found);
            }
        }
        return ours;
    }

    private static String filled(String template, Matcher found) {
        return Pattern.compile("\\$(\\d)").matcher(template).replaceAll(group -> {
            String held = found.group(Integer.parseInt(group.group(1)));
            return Matcher.quoteReplacement(held == null ? "" : held);
        });
    }
}
