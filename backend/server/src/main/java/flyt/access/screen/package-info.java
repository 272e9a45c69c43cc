/**
 * Screens on walls: how one is paired, what it shows, and the credential by which it is known.
 *
 * <p>Here: the code that an unpaired screen shows ({@link flyt.access.screen.Pairings}), the paired ones
 * ({@link flyt.access.screen.Screens}) and the wheel of their credentials. Not here: cookies and HTTP, and
 * what a board shows at a level.
 *
 * <p>Futures fail with {@link flyt.journal.JournalAway} when the database cannot be reached.
 */
@NullMarked
package flyt.access.screen;

import org.jspecify.annotations.NullMarked;
