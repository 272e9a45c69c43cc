package flyt.intake.hl7;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Acknowledgements: which of them a message asks for, and how they are written. HL7 v2 chapter 2.9. */
public final class Ack {
    private static final DateTimeFormatter NOW =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private Ack() {}

    /** HL7 table 0008, of the original mode. */
    public enum Code {
        /** Taken, and on disk. */
        AA,
        /** Not taken, since something in it is wrong; it waits at the desk. */
        AE,
        /** Not taken, since it is not for here. */
        AR;

        /** The code of the enhanced mode for the same. */
        private String commit() {
            return "C" + name().charAt(1);
        }
    }

    /** Why, for the sender's log: a code of table 0357 and plain words, without anything of the message. */
    record Because(String code, String words) {
        static final Because UNREADABLE = new Because("100", "this is no message that can be read");
        static final Because XML = new Because("100", "XML is not taken here, send the vertical bar encoding");
        static final Because UNKNOWN_SENDER =
                new Because("207", "this sender (MSH-3, MSH-4) is not let in on this port");
        static final Because NOT_YOURS = new Because("207", "this system may not report that here");
        static final Because NOT_READ_HERE = new Because("201", "nothing here reads messages of this event");
        static final Because NOT_KEPT = new Because("207", "it could not be kept");
        static final Because FAULTY = new Because("207", "something that is needed is missing or cannot be read");
    }

    /**
     * The answers to one message: none, one, or a commit and an application answer.
     *
     * @param msh of the message; null where it has none that can be read
     * @param always one application answer, whatever it asks for
     */
    static List<String> answers(
            @Nullable Msh msh, Code code, @Nullable Because because, boolean always, Instant now, long number) {
        if (msh == null || always || !msh.enhanced()) {
            return List.of(write(msh, code.name(), because, now, number));
        }
        List<String> answers = new ArrayList<>();
        if (asks(msh.field(15), code)) {
            answers.add(write(msh, code.commit(), because, now, number));
        }
        if (asks(msh.field(16), code)) {
            answers.add(write(msh, code.name(), because, now, number));
        }
        return answers;
    }

    /** HL7 table 0155. Nothing said in enhanced mode is never. */
    private static boolean asks(String when, Code code) {
        return switch (when.strip().toUpperCase(Locale.ROOT)) {
            case "AL" -> true;
            case "ER" -> code != Code.AA;
            case "SU" -> code == Code.AA;
            default -> false;
        };
    }

    private static String write(@Nullable Msh msh, String code, @Nullable Because because, Instant now, long number) {
        char bar = msh == null ? '|' : msh.separator();
        String encoding = msh == null ? "^~\\&" : msh.encoding();
        String component = encoding.substring(0, 1);
        String event = msh == null ? "" : msh.component(9, 2);
        String type = event.isEmpty() ? "ACK" : "ACK" + component + event + component + "ACK";
        List<String> header = new ArrayList<>(List.of("MSH", encoding));
        header.add(of(msh, 5));
        header.add(of(msh, 6));
        header.add(of(msh, 3));
        header.add(of(msh, 4));
        header.addAll(List.of(NOW.format(now), "", type, "F" + now.toEpochMilli() + "-" + number));
        header.add(or(of(msh, 11), "P"));
        header.add(or(of(msh, 12), "2.5"));
        List<String> segments = new ArrayList<>();
        segments.add(String.join(String.valueOf(bar), header));
        segments.add("MSA" + bar + code + bar + of(msh, 10));
        if (because != null) {
            String condition = because.code() + component + because.words() + component + "HL70357";
            segments.add("ERR" + bar + bar + bar + condition + bar + "E");
        }
        return String.join("\r", segments) + "\r";
    }

    private static String of(@Nullable Msh msh, int field) {
        return msh == null ? "" : msh.field(field);
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
