import { CLASSES, USES } from '../ward/states.js';
import { extraText, useText } from '../ward/bed-view.js';

/**
 * What a bed's cell shows, and says. Pure.
 *
 * @typedef {{key: string, bed: string, ward: string, order: number, cluster: string | null, label: string, suffix: string | null,
 *   class: string, extra: string | null, closed: {reason: string, until: string | null} | null, reservedUntil: string | null,
 *   use: string, airChangeUntil: string | null, outToday: boolean, outlier: boolean, boarding: boolean}} BedRow
 * @typedef {{glyph: string, tone: string}} Cell
 */

/** The cells of the legend, in its order: each with the key of its words. @type {[Cell, string][]} */
export const LEGEND = [
  [{ glyph: 'bed-occupied', tone: 'quiet' }, 'use.occupied'],
  [{ glyph: 'bed-out-today', tone: 'pale' }, 'capacity.out-today'],
  [{ glyph: 'bed-outlier', tone: 'quiet' }, 'capacity.outlier'],
  [{ glyph: 'bed-held', tone: 'pale' }, 'use.held'],
  [USES.ready, 'use.ready'],
  [CLASSES.reserved, 'class.reserved'],
  [CLASSES.extra, 'capacity.extra'],
  [CLASSES.closed, 'class.closed'],
  [USES['waiting-cleaning'], 'use.waiting-cleaning'],
  [USES['air-change'], 'use.air-change'],
  [USES['being-cleaned'], 'use.being-cleaned'],
  [USES['cleaning-paused'], 'use.cleaning-paused'],
  [USES['not-made'], 'use.not-made'],
  [{ glyph: 'bed-boarding', tone: 'info' }, 'capacity.boarding'],
];

/**
 * @param {BedRow} bed
 * @param {boolean} [inside] whether its ward is one where patients are placed: elsewhere a free place calls for nobody
 * @returns {Cell}
 */
export function cellOf(bed, inside = true) {
  if (!inside && bed.use === 'ready' && bed.class === 'open') {
    return { glyph: 'bed-place', tone: 'quiet' };
  }
  if (bed.class === 'closed') {
    return CLASSES.closed;
  }
  if (bed.class === 'reserved' && bed.use === 'ready') {
    return CLASSES.reserved;
  }
  if (bed.class === 'extra' && bed.use === 'ready') {
    return { glyph: 'bed-extra-free', tone: 'mute' };
  }
  if (bed.class === 'extra' && bed.use === 'occupied') {
    return CLASSES.extra;
  }
  return bed.use === 'occupied' ? occupied(bed) : bed.use === 'held' ? { glyph: 'bed-held', tone: 'pale' } : USES[bed.use];
}

function occupied({ outToday, outlier, boarding }) {
  if (boarding) {
    return { glyph: 'bed-boarding', tone: 'info' };
  }
  if (outlier) {
    return { glyph: outToday ? 'bed-outlier-out-today' : 'bed-outlier', tone: outToday ? 'pale' : 'quiet' };
  }
  return outToday ? { glyph: 'bed-out-today', tone: 'pale' } : { glyph: 'bed-occupied', tone: 'quiet' };
}

/** Whether a bar stands under the cell: promised, and not ready yet. @param {BedRow} bed */
export function isPromised(bed) {
  return bed.class === 'reserved' && bed.use !== 'ready';
}

/** `317²`. @param {BedRow} bed */
export function nameOf({ label, suffix }) {
  return `${label}${suffix || ''}`;
}

/** All that is to be said of the bed, class before use, marks last: `Reservert til kl. 11:05, venter på renhold`. */
export function bedWords(bed, words, time) {
  const said = [];
  if (bed.class === 'closed') {
    said.push(words('class.closed-because', { why: words(`closed.${bed.closed.reason}`) }));
  } else if (bed.class === 'extra') {
    said.push(extraText(bed, words));
  } else if (bed.class === 'reserved') {
    said.push(bed.reservedUntil && time ? words('capacity.reserved-until', { at: time.clock(bed.reservedUntil) }) : words('class.reserved'));
  }
  if (bed.class !== 'closed' || bed.use !== 'ready') {
    said.push(time ? useText(bed, words, time) : words(USES[bed.use].word));
  }
  for (const [mark, key] of [['outToday', 'capacity.out-today'], ['outlier', 'capacity.outlier'], ['boarding', 'capacity.boarding']]) {
    if (bed[mark]) {
      said.push(words(key));
    }
  }
  return said.join(', ');
}
