import { html, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { minutesSince } from '../core/hospital-time.js';
import { wholeWords } from '../core/whole-words.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { CLASSES, TASKS, USES } from './states.js';

/**
 * The panels at the foot of a board: who comes, what is to be done, who lies elsewhere, how heavy the care is.
 *
 * @typedef {import('../core/rows.js').Row} Row
 * @typedef {import('./bed-row.js').Context} Context
 */

const PANELS = {
  incoming: { icon: 'login-2', list: incomingList },
  task: { icon: 'list-check', list: taskList },
  outlier: { icon: 'route', list: outlierList },
  nurse: { icon: 'users', list: nurseList },
};
const MOST_LINES = 4;

/**
 * @param {string[]} names the panels of the level
 * @param {Record<string, Row[]>} rows by panel, sorted
 * @param {Context} context
 * @param {number} threshold care weight from which a nurse has too much
 */
export function panels(names, rows, context, threshold) {
  return names.filter((name) => PANELS[name]).map((name) => panel(name, rows[name], context, threshold));
}

function panel(name, rows, context, threshold) {
  const { words, silent } = context;
  const old = silent.includes(name) ? glyph('clock', 'warn', words('feed.old-value')) : nothing;
  return html`<section class="panel panel-${name}" aria-label=${words(`panel.${name}`)}>
    <h2>${icon(PANELS[name].icon)}<span class="name">${words(`panel.${name}`)}</span><span class="old">${old}</span><span
        class="sum">${sumText(name, rows, words)}</span></h2>
    ${rows.length === 0
      ? html`<p class="empty">${words(`panel.${name}-empty`)}</p>`
      : PANELS[name].list(rows, context, threshold)}
  </section>`;
}

function sumText(name, rows, words) {
  if (name === 'task') {
    return words('panel.task-open', { count: rows.length });
  }
  return name === 'nurse' ? words('panel.nurse-mean', { mean: decimal(meanOf(rows), words) }) : String(rows.length);
}

/** At most four lines; when there are more, the last line says how many. */
function lines(rows, words, line) {
  const fits = rows.length <= MOST_LINES ? rows : rows.slice(0, MOST_LINES - 1);
  const rest = rows.length - fits.length;
  return html`<ul>
    ${repeat(fits, (row) => row.key, (row) => html`<li>${line(row)}</li>`)}
    ${rest > 0 ? html`<li class="rest">${words('panel.more', { count: rest })}</li>` : nothing}
  </ul>`;
}

function incomingList(rows, { words, time }) {
  return lines(rows, words, (row) => {
    const sign = row.use === 'ready' ? CLASSES.reserved : USES[row.use];
    return html`${sign ? glyph(sign.glyph, sign.tone, words(sign.word, { who: '', at: '' })) : html`<span class="no-sign"></span>`}
      <b class="place">${placeOf(row) || words('panel.no-bed')}</b>
      <span class="who">${row.initials ? `${row.initials} ${row.year}` : words('use.occupied')}</span>
      <span class="rest-of-line">${fromText(row.from, words)}</span>
      <b class="at">${row.at ? time.clock(row.at) : ''}</b>`;
  });
}

function taskList(rows, context) {
  return lines(rows, context.words, (row) => {
    const sign = row.stuck ? TASKS.delayed : TASKS[row.state];
    const at = row.expectedDoneAt || row.dueAt;
    return html`${glyph(sign.glyph, sign.tone)}
      <b class="place">${placeOf(row)}</b>
      <span class="rest-of-line">${taskName(row, context.words)} · ${taskText(row, context)}</span>
      <b class="at">${at ? context.time.clock(at) : ''}</b>`;
  });
}

function outlierList(rows, { words }) {
  return lines(rows, words, (row) => html`<b class="who">${row.initials ? `${row.initials} ${row.year}` : words('use.occupied')}</b>
    <span class="rest-of-line">${wholeWords(row.ward)}</span>
    <b class="place">${row.label}</b>
    <span class="doctor">${row.doctor || ''}</span>`);
}

function nurseList(rows, { words }, threshold) {
  const mean = meanOf(rows);
  const most = Math.max(12, ...rows.map((row) => row.weight));
  return html`<ul class="nurses">
    ${repeat(rows, (row) => row.key, (row) => {
      const heavy = row.weight >= threshold;
      return html`<li class=${heavy ? 'heavy' : nothing}>
        <span class="name">${row.name}</span>
        <svg class="bar ${heavy ? 'heavy' : ''}" viewBox="0 0 60 16" aria-hidden="true">
          <rect class="track" x="0" y="4" width="60" height="8" rx="4" />
          ${svg`<rect class="fill" x="0" y="4" width=${(60 * row.weight) / most} height="8" rx="4" />
            <path class="mean" d=${`M${(60 * mean) / most} 0v16`} />`}
        </svg>
        <b class="weight ${heavy ? 'heavy' : ''}">${row.weight}${heavy
          ? html`<span class="visually-hidden"> ${words('panel.nurse-heavy')}</span>`
          : nothing}</b>
      </li>`;
    })}
  </ul>`;
}

/** The name of a job: `Smittevask`, `Utskrivningsvask`, `Pasient i seng`. @param {Row} row */
export function taskName(row, words) {
  const key = row.type === 'cleaning' ? `cleaning.${row.cleaning}` : `work.kind.${row.type}`;
  return words(words.has(key) ? key : 'work.kind.other');
}

/** The state of a job in the words of domain.md 3.7b. @param {Row} row @param {Context} context */
export function taskText(row, { words, time, now, stale }) {
  if (row.stuck) {
    return words('task.delayed');
  }
  const running = row.state === 'in-progress';
  if (running && stale) {
    return words('task.started', { at: time.clock(row.since) });
  }
  const at = row.state === 'scheduled' ? row.dueAt : row.since;
  return words(`task.${row.state}`, {
    who: row.by || '',
    at: at ? time.clock(at) : '',
    minutes: running ? minutesSince(row.since, now) : '',
    why: row.reason || words('task.no-reason'),
  }).trim();
}

/** The rows of the panels for the beds shown, each in its order. @param {Row[]} all @param {Set<string>} beds @param {string[]} clusters */
export function panelRows(all, beds, clusters) {
  const ofKind = (kind) => all.filter((row) => row.kind === kind);
  const here = (row) => !row.bed || beds.has(row.bed);
  const by = (...fields) => (a, b) => fields.reduce((order, field) => order || compare(field(a), field(b)), 0);
  return {
    incoming: ofKind('incoming').filter(here).sort(by((row) => row.at, (row) => row.key)),
    task: ofKind('task').filter(here).sort(by((row) => row.dueAt || row.expectedDoneAt || row.since, (row) => row.key)),
    outlier: ofKind('outlier').sort(by((row) => row.ward, (row) => row.key)),
    nurse: ofKind('nurse')
      .filter((row) => clusters.length === 0 || row.clusters.some((id) => clusters.includes(id)))
      .sort(by((row) => row.clusters[0], (row) => row.name, (row) => row.key)),
  };
}

/** Absent comes last. */
function compare(a, b) {
  if (a === b) {
    return 0;
  }
  if (!a || !b) {
    return a ? -1 : 1;
  }
  return a < b ? -1 : 1;
}

function placeOf(row) {
  return row.label ? html`${row.label}${row.suffix ? html`<sup>${row.suffix}</sup>` : nothing}` : '';
}

function fromText(from, words) {
  return from === 'home' ? words('incoming.home') : from || '';
}

function meanOf(rows) {
  return rows.reduce((sum, row) => sum + row.weight, 0) / Math.max(1, rows.length);
}

function decimal(number, words) {
  return number.toFixed(1).replace('.', words('number.decimal'));
}
