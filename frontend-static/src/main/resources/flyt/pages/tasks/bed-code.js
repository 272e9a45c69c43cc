/**
 * What the square on a bed or a door says, and what was typed by hand. Pure.
 *
 * @typedef {{kind: 'bed' | 'room' | 'ward', id: string}} Place
 * @typedef {Place | {wrong: 'hospital' | 'code'}} Read
 */

const KINDS = ['bed', 'room', 'ward'];

/** @param {string} text `flyt:1:FJO:LUN-316`, `flyt:1:FJO:room:LUN-R316` @param {string} hospital of whoever scans @returns {Read} */
export function readSquare(text, hospital) {
  const [name, version, theirs, ...place] = text.trim().split(':');
  const [kind, id] = place.length === 1 ? ['bed', place[0]] : place;
  if (name !== 'flyt' || version !== '1' || place.length > 2 || !KINDS.includes(kind) || !id) {
    return { wrong: 'code' };
  }
  return theirs === hospital ? { kind, id } : { wrong: 'hospital' };
}

/** The jobs at the place of a square; at a ward's those of no bed. @param {Place} place @param {import('./jobs.js').Job[]} jobs */
export function jobsOf({ kind, id }, jobs) {
  return jobs.filter(({ at }) => at && at[kind] === id && (kind !== 'ward' || !at.bed));
}

/** The name on a bed's sign, `317-2`; the end of its id where no row names it. @param {string} bed @param {import('./jobs.js').Job[]} jobs */
export function bedName(bed, jobs) {
  const job = jobs.find(({ at, to }) => (at && at.bed === bed) || (to && to.bed === bed));
  const spot = job && (job.at && job.at.bed === bed ? job.at : job.to);
  return spot && spot.label ? `${spot.label}${spot.suffix || ''}` : bed.slice(bed.indexOf('-') + 1);
}

/** Jobs whose bed begins with what was typed; letters of a sign need not be typed. @param {string} typed @param {import('./jobs.js').Job[]} jobs */
export function jobsAt(typed, jobs) {
  const digits = (text) => text.replace(/[^0-9]/g, '');
  return typed === '' ? [] : jobs.filter(({ at }) => at && at.label && digits(`${at.label}${at.suffix || ''}`).startsWith(digits(typed)));
}
