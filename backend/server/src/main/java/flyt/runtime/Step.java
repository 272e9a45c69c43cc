package flyt.runtime;

import flyt.domain.Hospital;
import flyt.domain.event.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * One event of a hospital's journal, and the hospital before and after it.
 *
 * @param seq number of the event
 * @param before null: it is the first
 */
public record Step(long seq, @Nullable Hospital before, Recorded recorded, Hospital after) {}
