package flyt.simulator.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One report as its sender writes it.
 *
 * @param source the sending system: {@code pas}, {@code turnus}, {@code kurve}, {@code lab}, {@code renhold}
 * @param sentAt seconds since 1970; never before it occurred
 * @param body all of it, {@code type} first
 */
public record Report(String type, String source, String messageId, long sentAt, ObjectNode body) {

    static final String COMMAND_ID = "commandId";

    /** Whether it is no report but what one of the system's people wishes: for the door of commands. */
    public boolean isWish() {
        return body.has(COMMAND_ID);
    }
}
