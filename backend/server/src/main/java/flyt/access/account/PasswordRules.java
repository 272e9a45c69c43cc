package flyt.access.account;

import flyt.access.account.Unacceptable.Why;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a new password must be (NIST SP 800-63B): long enough, and nobody's first guess. Nothing about its characters. */
public final class PasswordRules {
    /** Characters that a password has at least. */
    public static final int LENGTH_MIN = 10;

    private static final int LENGTH_MAX = 200;
    private static final Set<String> COMMONEST = commonest();

    private PasswordRules() {}

    /**
     * What is wrong with a new password, if anything.
     *
     * @param login of whom; a password that is mostly it is the first guess
     */
    public static Optional<Why> fault(String password, @Nullable String login) {
        int length = password.codePointCount(0, password.length());
        String lower = password.toLowerCase(Locale.ROOT);
        if (length < LENGTH_MIN) {
            return Optional.of(Why.PASSWORD_TOO_SHORT);
        } else if (length > LENGTH_MAX) {
            return Optional.of(Why.PASSWORD_TOO_LONG);
        } else if (COMMONEST.contains(lower)
                || lower.chars().distinct().count() <= 2
                || (login != null && lower.replace(login, "").length() < LENGTH_MIN / 2)) {
            return Optional.of(Why.PASSWORD_TOO_COMMON);
        }
        return Optional.empty();
    }

    private static Set<String> commonest() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("commonest-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
