package flyt.simulator.placing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a ward says to whoever asks for a bed of it, and when: of a hundred wards, by assumption, 70 say yes in time, 15 no, and 15 let the
 * time pass and say yes late. It follows from the seed, the request and the ward, so the same hospital gets the same answers.
 *
 * @param at hospital time
 * @param no why the patient is not taken; empty: the ward takes the patient
 */
record WardAnswer(Instant at, Optional<String> no) {
    private static final double IN_TIME = 0.85;
    private static final double NO = 0.15;

    /** How often which reason is said, by assumption: staffing, as often as the two next together. */
    private static final List<String> REASONS =
            List.of("staffing", "staffing", "other-care-needed", "bed-not-usable", "swap-wanted");

    /** Of a row of the view {@code requests} to which nothing has been said. */
    static WardAnswer to(JsonNode row, long seed) {
        JsonNode asked = row.path("asked");
        String what = row.path("request").asText() + asked.path("ward").asText();
        SplittableRandom chance = new SplittableRandom(seed ^ ((long) what.hashCode() << 32));
        Instant by = Instant.parse(asked.path("by").asText());
        double kind = chance.nextDouble();
        if (kind >= IN_TIME) {
            return new WardAnswer(by.plus(chance.nextInt(5, 30), ChronoUnit.MINUTES), Optional.empty());
        }
        Instant at = by.minus(chance.nextInt(8, 26), ChronoUnit.MINUTES);
        return new WardAnswer(
                at, kind < NO ? Optional.of(REASONS.get(chance.nextInt(REASONS.size()))) : Optional.empty());
    }

    /** Whether somebody is asked still. */
    static boolean isOwed(JsonNode row) {
        String state = row.path("state").asText();
        return state.equals("waiting") || state.equals("reserved");
    }
}
