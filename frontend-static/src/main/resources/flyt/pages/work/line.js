import { deadlineOf, notBefore } from './deadline.js';
import { spanWords } from './spans.js';
import { kindText, placeNote, reasonText, stateOf, urgencyText, wayText } from './task-words.js';

/**
 * What one line of the queue says, in words. Pure.
 *
 * @typedef {import('./task-words.js').Context & {counts: 'done' | 'started', team: import('./teams.js').Team}} QueueContext
 * @typedef {ReturnType<typeof lineOf>} Line
 */

/** @param {{row: import('../core/rows.js').Row, place: number | null}} placed @param {QueueContext} context */
export function lineOf({ row, place }, context) {
  const { words } = context;
  const deadline = deadlineOf(row, context.counts, context.now);
  const earliest = context.stale ? null : notBefore(row, context.counts, context.now);
  return {
    row,
    place,
    pinned: row.pinnedUntil !== null && row.pinnedUntil !== undefined,
    way: wayText(row),
    where: placeNote(row.to || row.at, words),
    kind: kindText(row, words),
    reason: reasonText(row, place === 1, context),
    state: stateOf(row, context),
    who: whoText(row, context),
    helpWanted: row.helpWanted === true,
    unreachable: earliest !== null,
    late: deadline !== null && deadline.late,
    delay: row.delay || '',
    urgency: row.urgency ? urgencyText(row.urgency, context.team, words) : '',
    due: deadline === null ? '–' : context.time.clock(deadline.at),
    left: deadline === null || context.stale ? '' : leftText(deadline, earliest, context),
    ...waitedTexts(row, context),
  };
}

/** Who has it, where the word of the state does not say so; of an offer, how long it still stands. */
function whoText(row, { words, now, stale }) {
  if (row.state === 'offered') {
    return row.offerUntil && !stale ? words('work.offer-left', { seconds: Math.max(0, Math.ceil((Date.parse(row.offerUntil) - now) / 1000)) }) : '';
  }
  const by = ['in-progress', 'paused'].includes(row.state) ? row.by || '' : '';
  return [by, row.handOver ? words('work.handed-to', { who: row.handOver.name || '–' }) : ''].filter(Boolean).join(', ');
}

function leftText(deadline, earliest, { words, time }) {
  if (deadline.met) {
    return words('work.begun-in-time');
  }
  if (deadline.late) {
    return words('work.over', { span: spanWords(-deadline.leftMs, words) });
  }
  return earliest === null ? words('work.left', { span: spanWords(deadline.leftMs, words) }) : words('work.not-before', { at: time.clock(earliest) });
}

/** How long it has waited, and since when; of what has its own time, and where no clock may run on, only when it was ordered. */
function waitedTexts(row, { words, time, now, stale }) {
  const ordered = row.orderedAt ? time.clock(row.orderedAt) : '';
  if (ordered === '' || stale) {
    return { waited: ordered === '' ? '–' : words('work.from-time', { at: ordered }), since: '' };
  }
  return row.state === 'scheduled'
    ? { waited: '–', since: words('task.ordered', { at: ordered }) }
    : { waited: spanWords(now - Date.parse(row.orderedAt), words), since: words('work.from-time', { at: ordered }) };
}

/** What a search looks through. @param {Line} line */
export function searched({ row, way, where, kind, state, who }) {
  return [way, where, kind, state.text, who, row.task, row.at && row.at.wardName ? row.at.wardName : ''];
}
