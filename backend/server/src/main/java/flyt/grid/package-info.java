/**
 * The grid: which member owns which hospital, and the rows that all members can read. Here belongs everything that
 * touches Hazelcast. Nothing here is the truth: the journal is, and losing the whole grid loses nothing. Nothing here is
 * waited for on the way to an answer.
 */
@NullMarked
package flyt.grid;

import org.jspecify.annotations.NullMarked;
