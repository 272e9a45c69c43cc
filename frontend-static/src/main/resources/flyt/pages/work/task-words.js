import { TASKS } from '../ward/states.js';
import { minutesSince } from '../core/hospital-time.js';

/**
 * What is said of a task: its place, its kind, its state and what makes it urgent. Pure.
 *
 * @typedef {import('../core/rows.js').Row} Row
 * @typedef {{bed?: string, label?: string, suffix?: string, ward?: string, wardName?: string, floor?: string, building?: string}} Spot
 * @typedef {{words: import('../core/words.js').Words, time: import('../core/hospital-time.js').HospitalTime, now: number, stale: boolean}} Context
 *   `now`: hospital time; `stale`: the link is lost, and nothing may look as if it ran on
 */

/** `LUN 316`, `LUN 317-2`, or whatever is known. @param {Spot | undefined} spot */
export function placeText(spot) {
  if (!spot) {
    return '–';
  }
  const bed = spot.label ? `${spot.label}${spot.suffix ? `-${spot.suffix}` : ''}` : '';
  return [spot.ward, bed].filter(Boolean).length === 2 ? `${spot.ward} ${bed}` : bed || spot.wardName || spot.stopName || spot.stop || spot.building || spot.bed || '–';
}

/** `Lunge, 3. etasje`. @param {Spot | undefined} spot @param {import('../core/words.js').Words} words */
export function placeNote(spot, words) {
  const ward = spot && spot.label ? spot.wardName : '';
  return [ward, spot && spot.floor ? words('work.floor', { floor: spot.floor }) : ''].filter(Boolean).join(', ');
}

/** `LUN 316`, or `AKM 12 → LUN 316` of what is moved. @param {Row} row */
export function wayText(row) {
  return row.to ? `${placeText(row.at)} → ${placeText(row.to)}` : placeText(row.at);
}

/** `Smittevask`; a hospital's own kind by the name that the hospital gave it. @param {Row | {type: string, typeName?: string | null}} row */
export function kindText(row, words) {
  const key = kindKey(row.type);
  return row.typeName || (words.has(key) ? words(key) : row.type);
}

const kindKey = (kind) => (kind.startsWith('clean-') ? `cleaning.${kind.slice('clean-'.length)}` : `work.kind.${kind}`);

/** The state in the words of domain.md 3.7b, with its sign. @param {Row} row @param {Context} context */
export function stateOf(row, { words, time, now, stale }) {
  const sign = TASKS[row.state] || TASKS.pending;
  const who = row.by || '–';
  const started = row.startedAt || row.since;
  const fill = {
    who,
    at: row.airChangeUntil || row.dueAt ? time.clock(row.airChangeUntil || row.dueAt) : '',
    minutes: started ? minutesSince(started, now) : 0,
    why: row.reason || words('task.no-reason'),
  };
  const text = stale && row.state === 'in-progress' && started ? words('task.started', { at: time.clock(started) }) : words(sign.word, fill);
  return { glyph: sign.glyph, tone: sign.tone, text: text.trim() };
}

/**
 * Why a task stands where it stands: `en pasient i akuttmottaket venter på denne sengen, siden 10:21`.
 * @param {{cause: string, at: string}} reason @param {Context} context
 */
export function causeText({ cause, at }, { words, time }) {
  return words(`work.cause.${cause}`, { at: at ? time.clock(at) : '–' });
}

/** One sentence for the strongest of its reasons. @param {Row} row @param {boolean} first whether nothing comes before it @param {Context} context */
export function reasonText(row, first, context) {
  const [strongest] = row.reasons || [];
  if (!strongest) {
    return row.orderedAt ? context.words('task.ordered', { at: context.time.clock(row.orderedAt) }) : '';
  }
  const why = causeText(strongest, context);
  return strongest.cause === 'ordered' ? sentence(why) : context.words(first ? 'work.first-because' : 'work.because', { why });
}

/** With a capital letter. @param {string} text */
export function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The class of a task, as its team says it: porters' and technicians' jobs are urgent or ordinary. */
export function urgencyText(urgency, team, words) {
  const own = `work.urgency.${team}.${urgency}`;
  return words(words.has(own) ? own : `work.urgency.${urgency}`);
}
