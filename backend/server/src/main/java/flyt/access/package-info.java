/**
 * Who someone is, what they may see and do.
 *
 * <p>Here: the kinds of askers ({@link flyt.access.Principal}), the one table of what each role may
 * ({@link flyt.access.RoleTable}), and the {@link flyt.access.Doorkeeper}, which the doors ask who stands before them. The
 * packages below keep the credentials: {@code account} people and their sessions, {@code client} systems, {@code screen}
 * devices, {@code oidc} people whom another house vouches for, {@code log} what was seen. Not here: HTTP and WebSocket, and
 * what a row shows at a level, which is {@code flyt.board}.
 */
@NullMarked
package flyt.access;

import org.jspecify.annotations.NullMarked;
