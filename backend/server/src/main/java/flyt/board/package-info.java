/**
 * Rows: what a screen shows, for one audience. Here belong the streams and their rows, how a hospital's state
 * becomes rows, what is left out for whom, and how a row is written as JSON. Nothing here knows a socket, a
 * database or the grid.
 */
@NullMarked
package flyt.board;

import org.jspecify.annotations.NullMarked;
