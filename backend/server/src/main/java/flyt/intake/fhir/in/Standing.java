package flyt.intake.fhir.in;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How things stood with an Encounter by one version of it: its status, and whether the hour of it was said. */
enum Standing {
    PLANNED('p'),
    PRESENT('i'),
    /** On leave; since when is in the version. */
    AWAY('a'),
    /** On leave since no hour that is said. */
    AWAY_UNTIMED('l'),
    /** Finished; when is in the version. */
    ENDED('f'),
    /** Finished at no hour that is said. */
    ENDED_UNTIMED('e'),
    /** Cancelled, or entered in error: nothing of it was so. */
    VOID('v');

    private final char letter;

    Standing(char letter) {
        this.letter = letter;
    }

    /** As names of messages have it. */
    char letter() {
        return letter;
    }

    static @Nullable Standing of(char letter) {
        return Arrays.stream(values())
                .filter(one -> one.letter == letter)
                .findFirst()
                .orElse(null);
    }
}
