package flyt.journal;

import io.vertx.core.buffer.Buffer;

/**
 * What tells one input from another: a repeat has the same key, the same id with other content has
 * not.
 *
 * @param source the sending system
 * @param messageId the sender's id
 * @param hash of the content, made by the caller; equal by its bytes
 */
public record InputKey(String source, String messageId, Buffer hash) {}
