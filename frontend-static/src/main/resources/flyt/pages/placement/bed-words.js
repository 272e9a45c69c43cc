import { minutesSince } from '../core/hospital-time.js';

/**
 * What a screen says about beds and those who wait for one. Pure.
 *
 * @typedef {{ward: string, name?: string, bed: string, label: string, suffix: string | null, standing: string, readyAt: string | null,
 *   version: string, reasons: string[], barriers?: string[], suits?: boolean, promised?: boolean}} Bed
 *   `promised`: whether it is another's who waits
 */

/** From then on somebody has waited for long (domain 3.2: attention). */
const LONG_MINUTES = 120;
/** So many reasons say enough. */
const REASONS = 3;

/** Why a ward says no. */
export const DECLINES = ['staffing', 'other-care-needed', 'bed-not-usable', 'outbreak', 'swap-wanted', 'other'];

/** `LUN · 317²`. @param {Bed} bed */
export function bedText({ ward, label, suffix }) {
  return `${ward} · ${label}${suffix ? (SUPERSCRIPTS[suffix] || `-${suffix}`) : ''}`;
}

const SUPERSCRIPTS = { 1: '¹', 2: '²', 3: '³', 4: '⁴' };

/** `317 2`, `lun-317-2` and `LUN · 317²` are the same bed. @param {string} text */
export function folded(text) {
  return text.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The bed of what somebody typed, its ward before it or not; null where none or more than one is meant. @param {Bed[]} beds @param {string} typed */
export function bedTyped(beds, typed) {
  const wanted = folded(typed);
  const exact = beds.filter((bed) => folded(bedText(bed)) === wanted || folded(bed.bed) === wanted);
  const found = exact.length > 0 ? exact : beds.filter((bed) => folded(`${bed.label}${bed.suffix || ''}`) === wanted);
  return found.length === 1 ? found[0] : null;
}

/** `EB 1946`, or that the person is protected. @param {{who: {initials: string | null, year: number | null, protected: boolean}}} request */
export function whoText({ who }, words) {
  return who.protected ? words('placement.protected') : [who.initials || words('placement.somebody'), who.year].filter(Boolean).join(' ');
}

/** What speaks for a bed and against it, the weightiest first. @param {Bed} bed */
export function reasonsText(bed, words) {
  return bed.reasons.slice(0, REASONS).map((reason) => words(`placement.reason.${reason}`)).join(', ');
}

/** Why a bed is out of the question. @param {Bed} bed */
export function barriersText(bed, words) {
  return (bed.barriers || []).map((barrier) => words(`placement.barrier.${barrier}`)).join(', ');
}

/** When a bed can be taken: nothing of one that is ready, else when or after what. @param {Bed} bed */
export function readyText({ standing, readyAt }, words, time) {
  if (standing === 'ready') {
    return '';
  }
  return readyAt === null ? words(`placement.after.${standing}`) : words('placement.from', { at: time.clock(readyAt) });
}

/** `3 t 10 min`. @param {string} since @param {number} now */
export function waitText(since, now, words) {
  const minutes = minutesSince(since, now);
  const rest = minutes % 60;
  return minutes < 60
    ? words('placement.minutes', { minutes })
    : words('placement.hours', { hours: Math.floor(minutes / 60), minutes: String(rest).padStart(2, '0') });
}

/** Whether somebody has waited for long. @param {string} since @param {number} now */
export function waitsLong(since, now) {
  return minutesSince(since, now) >= LONG_MINUTES;
}

/** Those who wait, the longest first. @param {Iterable<any>} rows */
export function waitingOf(rows) {
  return [...rows]
    .filter((row) => row.kind === 'request')
    .sort((one, other) => one.since.localeCompare(other.since) || one.key.localeCompare(other.key, 'en', { numeric: true }));
}
