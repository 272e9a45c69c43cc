package flyt.intake.hl7;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages in one frame: one, or several with the segments of a file and a batch around them (FHS, BHS). HL7 v2 chapter 2.10.3.
 *
 * @param around the headers of file and batch as they came, to be repeated in the answer
 */
record Batch(List<String> around, List<String> messages) {

    /** @param text segments end with CR */
    static Batch of(String text) {
        List<String> around = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        for (String segment : text.split("\r")) {
            String name = segment.length() < 3 ? "" : segment.substring(0, 3);
            boolean frame = name.equals("FHS") || name.equals("BHS") || name.equals("BTS") || name.equals("FTS");
            if (frame || name.equals("MSH")) {
                add(messages, message);
            }
            if (name.equals("FHS") || name.equals("BHS")) {
                around.add(segment);
            } else if (!frame) {
                message.append(segment).append('\r');
            }
        }
        add(messages, message);
        return new Batch(List.copyOf(around), List.copyOf(messages));
    }

    private static void add(List<String> messages, StringBuilder message) {
        if (!message.toString().isBlank()) {
            messages.add(message.toString());
        }
        message.setLength(0);
    }

    /**
     * What goes back: the answers as they are, or as one where they belong into one. A batch without a message is answered by one
     * without an answer; where nobody asked for any, nothing goes back.
     */
    List<String> answered(List<String> answers) {
        boolean empty = messages.isEmpty() && !around.isEmpty();
        return isOne() || (answers.isEmpty() && !empty) ? answers : List.of(answer(answers));
    }

    /** All answers as one, within what was around the messages; {@code answers} may be fewer than these. */
    private String answer(List<String> answers) {
        StringBuilder text = new StringBuilder();
        around.forEach(header -> text.append(header).append('\r'));
        answers.forEach(text::append);
        for (int i = around.size() - 1; i >= 0; i--) {
            String header = around.get(i);
            String trailer = header.startsWith("FHS") ? "FTS" : "BTS";
            text.append(trailer)
                    .append(header.charAt(3))
                    .append(trailer.equals("BTS") ? answers.size() : 1)
                    .append('\r');
        }
        return text.toString();
    }

    /** Whether the answers belong into one. */
    boolean isOne() {
        return around.isEmpty() && messages.size() == 1;
    }
}
