package flyt.push;

/**
 * Why a client does not get a stream.
 *
 * @param reason a code, such as {@code unknown-ward}
 * @param title the same in plain words
 */
public record Refusal(String reason, String title) {}
