import { html } from 'lit';
import { spanWords } from './spans.js';
import { kindText, wayText } from './task-words.js';

/**
 * The figures of the head: what waits, for how long, who is there. Pure. What is done by the day's plan waits for its hour and for
 * nobody, so that it is never the oldest.
 *
 * @typedef {ReturnType<typeof countsOf>} Counts
 *
 * @param {import('../core/rows.js').Row[]} tasks @param {import('./crew.js').Person[]} crew @param {number} late
 */
export function countsOf(tasks, crew, late) {
  const inState = (...states) => tasks.filter(({ state }) => states.includes(state));
  const waiting = inState('pending', 'offered');
  const oldest = waiting.filter(({ orderedAt, urgency }) => orderedAt && urgency !== 'plan').sort((a, b) => Date.parse(a.orderedAt) - Date.parse(b.orderedAt))[0] || null;
  return {
    waiting: waiting.length,
    scheduled: inState('scheduled').length,
    planned: waiting.filter(({ urgency }) => urgency === 'plan').length,
    oldest,
    accepted: inState('accepted').length,
    begun: inState('in-progress').length,
    paused: inState('paused').length,
    late,
    onDuty: crew.length,
    onBreak: crew.filter(({ state }) => state === 'break').length,
    free: crew.filter(({ state }) => state === 'free'),
  };
}

/** @param {Counts} counts @param {boolean} crewKnown @param {import('./line.js').QueueContext} context */
export function countTiles(counts, crewKnown, { words, time, now, stale }) {
  const { oldest } = counts;
  const figure = (number) => (crewKnown ? number : '–');
  const waited = oldest === null ? '–' : stale ? words('work.from-time', { at: time.clock(oldest.orderedAt) }) : spanWords(now - Date.parse(oldest.orderedAt), words);
  const tile = (name, title, big, note) => html`<li data-count=${name}><span class="title">${title}</span><b>${big}</b><span class="note">${note}</span></li>`;
  return html`<ul class="tiles" aria-label=${words('counts.label')}>
    ${tile('waiting', words('work.waiting'), counts.waiting, words('work.waiting-more', counts))}
    ${tile('oldest', words('work.oldest'), waited, oldest === null ? words('work.nothing-waits') : `${wayText(oldest)} · ${kindText(oldest, words)}`)}
    ${tile('begun', words('work.begun'), counts.begun, words('work.begun-more', { accepted: counts.accepted, paused: counts.paused }))}
    ${tile('late', words('work.late'), counts.late, words('work.late-more'))}
    ${tile('on-duty', words('work.on-duty'), figure(counts.onDuty), crewKnown ? words('work.on-break', { count: counts.onBreak }) : '')}
    ${tile('free', words('work.free'), figure(counts.free.length), names(counts.free, words))}
  </ul>`;
}

function names(free, words) {
  const all = free.filter(({ row }) => row.name).map(({ name }) => name);
  return all.length > 3 ? words('work.and-more', { names: all.slice(0, 3).join(', '), count: all.length - 3 }) : all.join(', ');
}

/** The same in one sentence, for whoever does not see it. @param {Counts} counts @param {number} stuck @param {import('./line.js').Line[]} lines */
export function summaryText(counts, stuck, lines, { words, now, team }) {
  const [first] = lines;
  return [
    words('work.summary', {
      team: words(`work.team.${team}`),
      waiting: counts.waiting,
      oldest: counts.oldest === null ? words('work.nothing-waits') : spanWords(now - Date.parse(counts.oldest.orderedAt), words),
      duty: counts.onDuty,
      free: counts.free.length,
    }),
    stuck === 0 ? `${words('work.stuck-none')}.` : `${words('work.stuck', { count: stuck })}.`,
    first ? words('work.summary-first', { what: `${first.way}, ${first.kind}`, why: first.reason }) : '',
  ].join(' ');
}
