/**
 * The journal in PostgreSQL: what happened in each hospital, in one order.
 *
 * <p>Here: opening the database and its schema ({@link flyt.journal.Database}), appending behind
 * the fence ({@link flyt.journal.JournalWriter}), reading ({@link flyt.journal.Journal}), snapshots,
 * identities, the secrets of the installation, and how events and states
 * are written as JSON. Not here: who may write (the grid decides who tries, the fence who wins) and
 * any rule of a hospital.
 *
 * <p>Futures fail with {@link flyt.journal.JournalAway} when the database cannot be reached or does
 * not answer in time, with {@link flyt.journal.Unstorable} when a value cannot be stored, and with
 * the driver's exception for anything else, which is a fault of ours.
 */
@NullMarked
package flyt.journal;

import org.jspecify.annotations.NullMarked;
