import { html, nothing } from 'lit';
import { BECAUSE } from './because.js';
import { airs, isLate } from './jobs.js';
import { isCleaning, precautionOf } from './precautions.js';

/**
 * A job in words: where, what, when, why and how it stands.
 *
 * @typedef {import('./jobs.js').Job} Job
 * @typedef {import('./jobs.js').Spot} Spot
 * @typedef {{words: import('../core/words.js').Words, time: import('../core/hospital-time.js').HospitalTime, now: number}} Told
 */

/** The name of a place as it is called out: `316`, `317-2`, `Radiologi`. @param {Spot | undefined} spot */
export function placeName(spot) {
  if (!spot) {
    return '';
  }
  return spot.label ? `${spot.label}${spot.suffix ? `${/^[0-9]/.test(spot.suffix) ? '-' : ''}${spot.suffix}` : ''}` : spot.wardName || spot.ward || spot.stopName || spot.stop || spot.building || '';
}

/** What stands beside the name of a place: ward, floor, building. @param {Spot | undefined} spot @param {import('../core/words.js').Words} words @returns {string[]} */
export function placeNotes(spot, words) {
  if (!spot) {
    return [];
  }
  const floor = spot.floor === undefined || spot.floor === '' ? null : /^-?[0-9]+$/.test(spot.floor) ? words('place.floor', { floor: spot.floor }) : spot.floor;
  return [spot.label ? spot.wardName || spot.ward : null, [floor, spot.building].filter(Boolean).join(' ')].filter(Boolean);
}

/** `Smittevask`, `Pasient i rullestol`, or what the hospital calls its own. @param {Job} job @param {import('../core/words.js').Words} words */
export function kindName(job, words) {
  const key = isCleaning(job.type) ? `cleaning.${job.type.slice('clean-'.length)}` : `kind.${job.type}`;
  return words.has(key) ? words(key) : job.typeName || words('kind.other');
}

/** `ferdig innen 11:01` of cleaning, `start innen 11:01` of the rest; empty where nothing is due. @param {Job} job @param {Told} told */
export function dueWords(job, { words, time }) {
  if (job.state === 'scheduled' && job.startBy) {
    return words('due.from', { at: time.clock(job.startBy) });
  }
  if (!job.dueAt) {
    return '';
  }
  return words(isCleaning(job.type) || job.type === 'bed-wash' ? 'due.done' : 'due.begun', { at: time.clock(job.dueAt) });
}

/** Why a job stands where it stands; null where it has no reason. @param {Job} job @param {Told} told */
export function reasonWords(job, { words, time }) {
  const [first] = job.reasons || [];
  if (!first || !words.has(`why.${first.cause}`)) {
    return null;
  }
  const at = first.at || job.orderedAt;
  return words(`why.${first.cause}`, { at: at ? time.clock(at) : '' });
}

/** @param {Job} job @param {Told} told */
export function orderedWords(job, { words, time }) {
  const said = (job.reasons || [])[0];
  return job.orderedAt && !(said && said.cause === 'ordered') ? words('task.ordered', { at: time.clock(job.orderedAt) }) : '';
}

/** How a job stands, in the words of the field. @param {Job} job @param {Told} told */
export function stateWords(job, { words, time, now }) {
  const at = job.startBy || job.dueAt || job.orderedAt;
  const minutes = Math.max(0, Math.floor((now - Date.parse(job.startedAt || job.since)) / 60_000));
  const said = {
    scheduled: () => (at ? words('task.scheduled', { at: time.clock(at) }) : words('task.pending')),
    pending: () => words('task.pending'),
    offered: () => words('task.offered', { who: job.by || words('someone') }),
    accepted: () => words('task.accepted', { who: job.by || words('someone') }),
    'in-progress': () => words('task.in-progress', { minutes }),
    paused: () => words('task.paused'),
    'not-possible': () => words('task.not-possible', { why: reasonOf(job, words) }),
  };
  return (said[job.state] || said.pending)();
}

/** The glyph of a state, with its tone. @param {Job} job @returns {[string, import('../glyphs/glyph.js').Tone]} */
export function stateSign(job) {
  const signs = {
    scheduled: ['task-scheduled', 'mute'],
    pending: ['task-pending', 'mute'],
    offered: ['task-offered', 'accent'],
    accepted: ['task-accepted', 'accent'],
    'in-progress': ['info', 'info'],
    paused: ['task-paused', 'info'],
    'not-possible': ['task-not-possible', 'crit'],
  };
  return signs[job.state] || signs.pending;
}

/** What somebody said of a job, in this reader's language where it was one of the choices. @param {Job} job @param {import('../core/words.js').Words} words */
export function reasonOf(job, words) {
  return job.reason ? ownWords(job.reason, words) : words('task.no-reason');
}

/** A ready choice is read by each in their own language; own words stand as they were written. @param {string} text @param {import('./languages.js').PhoneWords} words */
export function ownWords(text, words) {
  const key = BECAUSE.find((because) => words.house(because) === text);
  return key === undefined ? text : words(key);
}

/** Amber and the word, where a job is late. @param {Job} job @param {Told} told */
export function lateWords(job, { words, now }) {
  return isLate(job, now) ? `${words('task.delayed')}${job.delay ? ` – ${ownWords(job.delay, words)}` : ''}` : '';
}

/** Everything that stands on a card, to be read aloud. @param {Job} job @param {Told} told */
export function aloud(job, told) {
  const { words, time, now } = told;
  const precaution = precautionOf(job.type);
  const reason = reasonWords(job, told);
  return [
    placeName(job.at),
    placeNotes(job.at, words).join(', '),
    job.to ? words('place.to', { place: [placeName(job.to), ...placeNotes(job.to, words)].join(', ') }) : '',
    kindName(job, words),
    dueWords(job, told),
    precaution === null ? '' : [words(precaution.title), ...precaution.dos.map((key) => words(key))].join('. '),
    airs(job, now) ? words('air.until', { at: time.clock(job.airChangeUntil) }) : '',
    reason === null ? '' : words('why.first', { why: reason }),
    job.note || '',
  ].filter(Boolean).join('. ');
}

/** Large figures of a place with what stands beside them. @param {Job} job @param {import('../core/words.js').Words} words */
export function placeHead(job, words) {
  const name = placeName(job.at) || kindName(job, words);
  const notes = placeNotes(job.at, words);
  return html`<div class="place ${name.length > 6 ? 'long' : ''}"><b>${name}</b>
    ${notes.length === 0 ? nothing : html`<span class="where">${notes.map((note) => html`<span>${note}</span>`)}</span>`}</div>`;
}
