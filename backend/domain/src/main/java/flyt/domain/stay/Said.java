package flyt.domain.stay;

import org.jspecify.annotations.Nullable;

/** What somebody said by hand; a null {@code value} is said too: nobody, none, no date. */
public record Said<T>(@Nullable T value) {}
