/**
 * A hospital that behaves like one, in virtual time: patients, beds, people at work.
 *
 * <p>Pure: the same plan, seed and opening give the same course on any machine. Belongs here: what happens and
 * when. Does not belong here: how it is told (reports, HTTP), what is measured of it, any clock or file.
 */
@NullMarked
package flyt.simulator.hospital;

import org.jspecify.annotations.NullMarked;
