/**
 * Queues for blood samples: since when people wait, at which place, and who could come to help. Nobody is known here: a place in a queue
 * is a ticket. What is done at which wait is not here, it is a threshold.
 */
@NullMarked
package flyt.domain.sampling;

import org.jspecify.annotations.NullMarked;
