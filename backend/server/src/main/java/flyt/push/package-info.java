/**
 * The push gateway: WebSockets of boards and phones on one side, committed batches of rows on the other. Here belongs how
 * a stream becomes frames and how frames reach each client no faster than it reads. What is in a row, who may see it and
 * where rows are kept is decided elsewhere.
 */
@NullMarked
package flyt.push;

import org.jspecify.annotations.NullMarked;
