/**
 * Systems that send or ask: their credentials, what these are good for, and the short-lived tokens they are exchanged for.
 * Beyond what {@link flyt.access.RoleTable} offers to their kind they get nothing.
 */
@NullMarked
package flyt.access.client;

import org.jspecify.annotations.NullMarked;
