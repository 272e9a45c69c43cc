/**
 * People: their accounts and grants, their passwords, and where they are signed in.
 *
 * <p>Here: {@link flyt.access.account.Accounts} and {@link flyt.access.account.Sessions} over PostgreSQL, hashing and comparing
 * passwords off the event loops, and what slows down those who guess. Not here: another house's word for who somebody is
 * ({@code oidc}), and HTTP.
 *
 * <p>Futures fail with what {@code flyt.journal} says about the database, with {@link flyt.access.TooMany}, and with {@link
 * flyt.access.account.Unacceptable} for what a person may mend.
 */
@NullMarked
package flyt.access.account;

import org.jspecify.annotations.NullMarked;
