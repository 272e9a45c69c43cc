/**
 * Figures for those who lead and coordinate, computed from the journal when they are asked for.
 *
 * <p>Here: what is asked ({@link flyt.report.Question}), the statements that PostgreSQL answers, and how many people stand behind
 * an answer. Nothing is ever by person, and what fewer than so many people stand behind is left out (domain 3.13). Not here: who
 * may ask, and what the answer looks like on the wire.
 */
@NullMarked
package flyt.report;

import org.jspecify.annotations.NullMarked;
