package flyt.runtime;

import java.time.Instant;

/**
 * What time it is in a hospital.
 *
 * @param rate seconds of hospital time per second; 1 for a hospital on the system's clock
 */
public record ClockReading(Instant time, double rate) {}
