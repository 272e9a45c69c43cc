package flyt.fhir;

import java.time.Instant;

/**
 * Something that a topic tells of.
 *
 * @param focus the resource as it left it
 * @param isolation it is the isolation of whoever lies in a bed, and nothing else
 * @param seq number of the event
 * @param at hospital time of it
 */
record Happening(Topic topic, Version focus, boolean isolation, long seq, Instant at) {}
