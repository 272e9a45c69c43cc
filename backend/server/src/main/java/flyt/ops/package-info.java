/**
 * What keeps the program running: its settings, its own database process, its metrics, its health.
 *
 * <p>Here: the only reader of the environment ({@link flyt.ops.Settings}), every metric name
 * ({@link flyt.ops.Metrics}), the named checks behind the health pages ({@link flyt.ops.Health}),
 * the embedded PostgreSQL ({@link flyt.ops.LocalPostgres}) and the check that a database keeps what
 * it has acknowledged ({@link flyt.ops.Durability}). Not here: what is stored (package
 * {@code flyt.journal}), and anything that knows what a hospital is.
 */
@NullMarked
package flyt.ops;

import org.jspecify.annotations.NullMarked;
