package flyt.runtime;

/**
 * Why nobody, or not this asker, can have a stream.
 *
 * @param reason a code, such as {@code unknown-ward}
 * @param title the same in plain words
 */
public record StreamRefusal(String reason, String title) {}
