/**
 * A hospital as a value: how it is put together ({@link flyt.domain.Hospital}), what follows from what is told to it
 * ({@link flyt.domain.Decider}). The JDK and a persistent-collection library, nothing else: no clock, no random, no I/O.
 */
@NullMarked
package flyt.domain;

import org.jspecify.annotations.NullMarked;
