import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { whoCanTake } from './crew.js';
import { spanWords } from './spans.js';
import { kindText, wayText } from './task-words.js';

/**
 * What does not go on by itself, above everything else: what, the limit that it passed, and who can do something about it. A press opens
 * the task in the queue. Last, and as one, what nobody was told of.
 *
 * @param {import('./stuck.js').Stuck[]} stuck @param {import('../core/rows.js').Row[]} untold the oldest first @param {import('./crew.js').Person[]} crew
 * @param {import('./line.js').QueueContext} context @param {(task: string) => void} open
 */
export function stuckStrip(stuck, untold, crew, context, open) {
  const { words, time } = context;
  const [oldest] = untold;
  return html`<section class="stuck ${stuck.length + untold.length === 0 ? 'none' : ''}" aria-labelledby="stuck-title">
    <h2 id="stuck-title">${stuck.length === 0 ? html`${glyph('task-done', 'ok')}${words('work.stuck-none')}` : words('work.stuck', { count: stuck.length })}</h2>
    <ul>${repeat(stuck, ({ row }) => row.key, ({ row, cause }) => {
      const sign = SIGNS[cause];
      return html`<li><button type="button" data-stuck=${row.task} data-cause=${cause} @click=${() => open(row.task)}>
        ${glyph(sign.glyph, sign.tone)}
        <span class="what"><b>${wayText(row)}: ${kindText(row, words)}</b>
          <span class="limit">${limitText(row, cause, crew, context)}</span>
          <span class="remedy">${icon('user')}<span>${remedyText(row, cause, crew, words)}</span></span></span></button></li>`;
    })}${oldest === undefined
      ? nothing
      : html`<li><button type="button" data-untold=${oldest.task} @click=${() => open(oldest.task)}>
        ${glyph('attention', 'warn')}
        <span class="what"><b>${words('work.untold', { count: untold.length })}</b>
          <span class="limit">${words('work.untold-oldest', { what: `${wayText(oldest)}: ${kindText(oldest, words)}`, at: time.clock(oldest.orderedAt) })}</span>
          <span class="remedy">${icon('user')}<span>${words('work.remedy-untold')}</span></span></span></button></li>`}</ul>
  </section>`;
}

const SIGNS = {
  'wrong-patient': { glyph: 'act', tone: 'crit' },
  'not-possible': { glyph: 'act', tone: 'crit' },
  help: { glyph: 'act', tone: 'crit' },
  'offered-to-all': { glyph: 'attention', tone: 'warn' },
  untaken: { glyph: 'attention', tone: 'warn' },
  'not-begun': { glyph: 'attention', tone: 'warn' },
  paused: { glyph: 'attention', tone: 'warn' },
};

/** The limit that was passed. */
export function limitText(row, cause, crew, { words, time, now, stale }) {
  const why = row.reason || words('task.no-reason');
  const limit = row.stuck ? spanWords(row.stuck.minutes * 60_000, words) : '';
  switch (cause) {
    case 'wrong-patient':
      return words('work.stuck-wrong-patient', { at: time.clock(row.patient.mismatchAt) });
    case 'not-possible':
      return words('task.not-possible', { why });
    case 'help':
      return words('work.stuck-help', { who: row.by || words('work.somebody') });
    case 'offered-to-all':
      return words('work.stuck-offered', { count: crew.filter(({ state }) => state !== 'break').length });
    case 'paused':
      return stale
        ? words('work.stuck-paused-since', { at: time.clock(row.since), why })
        : words('work.stuck-paused', { span: spanWords(now - Date.parse(row.since), words), why, limit });
    case 'not-begun':
      return stale ? words('work.stuck-not-begun-since', { at: time.clock(row.since) }) : words('work.stuck-not-begun', { span: spanWords(now - Date.parse(row.since), words), limit });
    default: {
      const begin = row.startBy || row.dueAt;
      return words(Date.parse(begin) < now ? 'work.stuck-untaken-late' : 'work.stuck-untaken', {
        at: time.clock(begin),
        limit,
      });
    }
  }
}

/** Who can do something about it, and what. */
function remedyText(row, cause, crew, words) {
  if (cause === 'wrong-patient') {
    return words('work.remedy-wrong-patient', { who: row.by || words('work.somebody') });
  }
  if (cause === 'not-possible') {
    return words(row.by ? 'work.remedy-not-possible' : 'work.remedy-not-possible-nobody', { who: row.by });
  }
  if (cause === 'paused' || cause === 'not-begun') {
    return words('work.remedy-paused', { who: row.by || words('work.somebody') });
  }
  const free = whoCanTake(crew, row).map(({ name }) => name);
  if (free.length === 0) {
    return words('work.remedy-nobody-free');
  }
  const who = free.length > 3 ? words('work.and-more', { names: free.slice(0, 2).join(', '), count: free.length - 2 }) : free.join(', ');
  return words(cause === 'help' ? 'work.remedy-help' : 'work.remedy-free', { who });
}
