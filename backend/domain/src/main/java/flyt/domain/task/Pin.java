package flyt.domain.task;

import flyt.domain.event.StaffKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A coordinator's word that a task comes first. */
public record Pin(Instant until, @Nullable StaffKey by, String reason) {}
