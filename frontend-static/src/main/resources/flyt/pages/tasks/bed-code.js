/**
 * What the square on a bed or a door says, and what was typed by hand. Pure.
 *
 * @typedef {{bed: string} | {wrong: 'hospital' | 'code'}} Read
 */

/** @param {string} text `flyt:1:FJO:LUN-316` @param {string} hospital of whoever scans @returns {Read} */
export function readSquare(text, hospital) {
  const [name, version, theirs, ...bed] = text.trim().split(':');
  if (name !== 'flyt' || version !== '1' || bed.length !== 1 || bed[0] === '') {
    return { wrong: 'code' };
  }
  return theirs === hospital ? { bed: bed[0] } : { wrong: 'hospital' };
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
