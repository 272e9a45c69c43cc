/**
 * The access log: who saw what about whom, when and why; apart from the ordinary log and append only.
 *
 * <p>Here: writing it ({@link flyt.access.log.AccessLog}), the time somebody sat before a board
 * ({@link flyt.access.log.Sittings}), asking it by person, patient and time, its export, its
 * retention, relations taken in an emergency ({@link flyt.access.log.BreakGlass}) and what is stored
 * about one employee. Not here: who may do what, and who may read this log.
 *
 * <p>Futures fail with {@link flyt.journal.JournalAway} when the database cannot be reached, and with
 * {@link flyt.access.log.LogFull} when more waits to be written than may.
 */
@NullMarked
package flyt.access.log;

import org.jspecify.annotations.NullMarked;
