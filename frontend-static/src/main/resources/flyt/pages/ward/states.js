/**
 * What stands on a board for each state of domain.md 3.6, 3.7, 3.7b and 3.11: glyph, tone and the key of the word.
 * One place; rows, panels, legend and catalogue all read it.
 *
 * @typedef {{glyph: string, tone: import('../glyphs/glyph.js').Tone, word: string}} Sign
 */

/** @type {Record<string, Sign>} the use of a bed */
export const USES = {
  ready: { glyph: 'bed-ready', tone: 'ok', word: 'use.ready' },
  occupied: { glyph: 'bed-occupied', tone: 'mute', word: 'use.occupied' },
  held: { glyph: 'bed-held', tone: 'mute', word: 'use.held' },
  'waiting-cleaning': { glyph: 'bed-waiting-cleaning', tone: 'warn', word: 'use.waiting-cleaning' },
  'air-change': { glyph: 'bed-air-change', tone: 'warn', word: 'use.air-change' },
  'being-cleaned': { glyph: 'bed-being-cleaned', tone: 'info', word: 'use.being-cleaned' },
  'cleaning-paused': { glyph: 'bed-cleaning-paused', tone: 'info', word: 'use.cleaning-paused' },
  'not-made': { glyph: 'bed-not-made', tone: 'ok', word: 'use.not-made' },
};

/** @type {Record<string, Sign>} the class of a bed, beyond open */
export const CLASSES = {
  extra: { glyph: 'bed-extra', tone: 'crit', word: 'class.extra' },
  'extra-free': { glyph: 'bed-extra-free', tone: 'crit', word: 'class.extra' },
  reserved: { glyph: 'bed-reserved', tone: 'ok', word: 'class.reserved' },
  closed: { glyph: 'bed-closed', tone: 'mute', word: 'class.closed' },
};

/** @type {Record<string, Sign>} the state of a task */
export const TASKS = {
  possible: { glyph: 'task-possible', tone: 'mute', word: 'task.possible' },
  scheduled: { glyph: 'task-scheduled', tone: 'mute', word: 'task.scheduled' },
  pending: { glyph: 'task-pending', tone: 'mute', word: 'task.pending' },
  offered: { glyph: 'task-offered', tone: 'mute', word: 'task.offered' },
  accepted: { glyph: 'task-accepted', tone: 'mute', word: 'task.accepted' },
  'in-progress': { glyph: 'info', tone: 'info', word: 'task.in-progress' },
  paused: { glyph: 'task-paused', tone: 'mute', word: 'task.paused' },
  delayed: { glyph: 'attention', tone: 'warn', word: 'task.delayed' },
  done: { glyph: 'task-done', tone: 'ok', word: 'task.done' },
  inspected: { glyph: 'task-inspected', tone: 'ok', word: 'task.inspected' },
  'not-possible': { glyph: 'task-not-possible', tone: 'crit', word: 'task.not-possible' },
  cancelled: { glyph: 'task-cancelled', tone: 'mute', word: 'task.cancelled' },
};

/** @type {Record<string, Sign>} laboratory status */
export const LABS = {
  ordered: { glyph: 'lab-ordered', tone: 'mute', word: 'lab.ordered' },
  collected: { glyph: 'lab-collected', tone: 'info', word: 'lab.collected' },
  final: { glyph: 'lab-final', tone: 'info', word: 'lab.final' },
  seen: { glyph: 'lab-seen', tone: 'ok', word: 'lab.seen' },
  critical: { glyph: 'lab-critical', tone: 'crit', word: 'lab.critical' },
  rejected: { glyph: 'lab-rejected', tone: 'warn', word: 'lab.rejected' },
  corrected: { glyph: 'lab-corrected', tone: 'info', word: 'lab.corrected' },
};

/** @type {Record<string, Sign>} isolation; purple is contagion and nothing else */
export const ISOLATIONS = {
  contact: { glyph: 'contact', tone: 'iso', word: 'isolation.contact' },
  'contact-chlorine': { glyph: 'contact-chlorine', tone: 'iso', word: 'isolation.contact-chlorine' },
  droplet: { glyph: 'droplet', tone: 'iso', word: 'isolation.droplet' },
  airborne: { glyph: 'airborne', tone: 'iso', word: 'isolation.airborne' },
  protective: { glyph: 'protective', tone: 'mute', word: 'isolation.protective' },
};
