package flyt.push;

import flyt.board.Stream;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a client may say. */
sealed interface ClientMessage {

    /** The client wants a stream, from the start; {@code back}: as it was. */
    record Subscribe(Stream stream, @Nullable Back back) implements ClientMessage {}

    /** The client wants what it looks back on to go on at this rate. */
    record Play(double rate) implements ClientMessage {}

    /**
     * A moment that is over, from which time goes on.
     *
     * @param at hospital time
     * @param rate seconds of hospital time per second, 0 to {@value #FASTEST}; 0 stands still
     * @param reason why whoever looks needs to see names; null: they do not
     */
    record Back(Instant at, double rate, @Nullable String reason) {}

    /** A day in less than two and a half minutes. */
    int FASTEST = 600;

    int REASON_MAX = 200;

    /** The client no longer wants a stream. */
    record Unsubscribe(Stream stream) implements ClientMessage {}

    /** The client said something it may not say; it is closed with this code and reason. */
    record Offence(short code, String reason) implements ClientMessage {}

    short NOT_TEXT = 1003;
    short AGAINST_THE_RULES = 1008;
    short TOO_LARGE = 1009;
    short TRY_AGAIN_LATER = 1013;

    /** Whoever it was may not be here any more, or not with what they watched: come again and say who you are. */
    short WHO_ARE_YOU = 4401;

    /** Reads one text message; what is wrong with it comes back as an {@link Offence}, nothing is thrown. */
    static ClientMessage read(String text) {
        JsonObject message;
        try {
            message = new JsonObject(text);
        } catch (DecodeException e) {
            return new Offence(NOT_TEXT, "not a JSON object");
        }
        try {
            return switch (String.valueOf(message.getValue("type"))) {
                case "subscribe" -> new Subscribe(wanted(message), back(message));
                case "play" -> new Play(rate(message));
                case "unsubscribe" -> new Unsubscribe(Stream.parse(word(message, "stream")));
                default -> new Offence(AGAINST_THE_RULES, "type must be subscribe, unsubscribe or play");
            };
        } catch (IllegalArgumentException e) {
            return new Offence(AGAINST_THE_RULES, String.valueOf(e.getMessage()));
        }
    }

    private static Stream wanted(JsonObject message) {
        String hospital = word(message, "hospital");
        String view = word(message, "view");
        String scope = word(message, "scope");
        return view.equals("ward") ? Stream.ward(hospital, scope, level(message)) : new Stream(hospital, view, scope);
    }

    private static @Nullable Back back(JsonObject message) {
        if (!message.containsKey("at")) {
            return null;
        }
        String reason = message.containsKey("reason") ? word(message, "reason").strip() : "";
        if (reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("reason must have at most " + REASON_MAX + " characters");
        }
        return new Back(moment(word(message, "at")), rate(message), reason.isEmpty() ? null : reason);
    }

    private static Instant moment(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("at must be a moment in UTC", e);
        }
    }

    private static double rate(JsonObject message) {
        Object rate = message.getValue("rate", 0);
        if (rate instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= FASTEST) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("rate must be 0 to " + FASTEST);
    }

    private static int level(JsonObject message) {
        Object level = message.getValue("level", 1);
        if (level instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException("level must be 1, 2 or 3");
    }

    private static String word(JsonObject message, String field) {
        if (message.getValue(field) instanceof String word) {
            return word;
        }
        throw new IllegalArgumentException(field + " must be a text");
    }
}
