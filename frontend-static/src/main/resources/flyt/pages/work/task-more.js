import { html, nothing } from 'lit';
import { glyph, icon } from '../glyphs/glyph.js';
import { TASKS } from '../ward/states.js';
import { deadlineOf, notBefore } from './deadline.js';
import { reasonForm } from './reason-form.js';
import { spanWords } from './spans.js';
import { causeText, sentence } from './task-words.js';

/**
 * Everything about the task that is open: why it stands where it stands, by when, and what can be done with it.
 *
 * @typedef {object} Deeds
 * @property {'pin' | 'cancel' | null} form what is being asked before it is done
 * @property {(deed: string) => boolean} may what whoever looks is let do
 * @property {boolean} barred nothing can be done now, since the link is lost
 * @property {boolean} keys whether single keys are on
 * @property {(task: string, form: 'pin' | 'cancel' | null) => void} showForm
 * @property {(line: import('./line.js').Line, minutes: number, reason: string) => void} pin
 * @property {(line: import('./line.js').Line) => void} unpin
 * @property {(line: import('./line.js').Line) => void} reopen
 * @property {(line: import('./line.js').Line) => void} call what is planned for later is something to do now
 * @property {(line: import('./line.js').Line, reason: string) => void} cancel
 */

/** Those whom somebody has and has not begun, and those that could not be done. */
const REOPENED = ['offered', 'accepted', 'not-possible'];
export const canReopen = (row) => REOPENED.includes(row.state);

/** @param {import('./line.js').Line} line @param {import('./line.js').QueueContext} context @param {Deeds} deeds */
export function taskMore(line, context, deeds) {
  const { words } = context;
  const reasons = line.row.reasons || [];
  return html`<div class="why"><h3>${words('work.why')}</h3>
      ${reasons.length === 0
        ? html`<p>${line.reason || words('work.not-ranked')}</p>`
        : html`<ol>${reasons.map((reason) => html`<li>${sentence(causeText(reason, context))}</li>`)}</ol>`}
      ${unreachable(line.row, context)}</div>
    <dl class="facts">${facts(line, context).map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
    <div class="doing">${deeds.form === null ? buttons(line, context, deeds) : form(line, context, deeds)}</div>`;
}

function unreachable(row, { counts, now, stale, words, time }) {
  const earliest = stale ? null : notBefore(row, counts, now);
  return earliest === null
    ? nothing
    : html`<p class="unreachable">${glyph(TASKS.delayed.glyph, TASKS.delayed.tone)}${words('work.cannot-be-ready', { at: time.clock(earliest) })}</p>`;
}

function facts(line, { counts, team, now, stale, words, time }) {
  const { row } = line;
  const at = (instant) => time.clock(instant);
  const since = (instant) => (stale ? at(instant) : words('work.at-and-span', { at: at(instant), span: spanWords(now - Date.parse(instant), words) }));
  const deadline = deadlineOf(row, counts, now);
  return [
    line.urgency && [words('work.urgency'), line.urgency],
    deadline && [words(`work.due-${counts}`), [at(deadline.at), line.left].filter(Boolean).join(', ')],
    row.startBy && counts === 'done' && !['in-progress', 'paused'].includes(row.state) && [words('work.start-by'), at(row.startBy)],
    row.orderedAt && [words('work.ordered'), since(row.orderedAt)],
    row.since && row.since !== row.orderedAt && [line.state.text, words('work.since', { at: since(row.since) })],
    row.startedAt && [words('work.started'), at(row.startedAt)],
    row.expectedDoneAt && [words('work.expected-done'), at(row.expectedDoneAt)],
    row.airChangeUntil && [words('work.air-change'), words('work.until', { at: at(row.airChangeUntil) })],
    row.by && [words('work.who'), row.by],
    row.delay && [words('task.delayed'), row.delay],
    row.reason && [words('work.reason'), row.reason],
    row.note && [words('work.note'), row.note],
    [words('work.number'), row.task],
  ].filter(Boolean);
}

function buttons(line, { words, stale }, { may, barred, keys, showForm, unpin, reopen, call }) {
  const { row } = line;
  const key = (letter) => (keys ? html`<kbd aria-hidden="true">${letter}</kbd>` : nothing);
  return html`${!may(row.pinnedUntil ? 'unpin-task' : 'pin-task') ? nothing : row.pinnedUntil
      ? html`<button type="button" data-deed="unpin" ?disabled=${barred} @click=${() => unpin(line)}>${icon('pin')}${words('work.unpin')}${key('P')}</button>`
      : html`<button type="button" data-deed="pin" ?disabled=${barred} @click=${() => showForm(row.task, 'pin')}>${icon('pin')}${words('work.pin')}${key('P')}</button>`}
    ${canReopen(row) && may('reopen-task')
      ? html`<button type="button" data-deed="reopen" ?disabled=${barred} @click=${() => reopen(line)}>${icon('arrow-back-up')}${words(
          row.state === 'not-possible' ? 'work.reopen-impossible' : 'work.reopen', { who: row.by || '' })}${key('B')}</button>`
      : nothing}
    ${row.state === 'scheduled' && may('call-task')
      ? html`<button type="button" data-deed="call" ?disabled=${barred} @click=${() => call(line)}>${icon('player-play')}${words('work.call')}</button>`
      : nothing}
    ${may('cancel-task')
      ? html`<button type="button" data-deed="cancel" ?disabled=${barred} @click=${() => showForm(row.task, 'cancel')}>${icon('x')}${words('work.cancel')}${key('X')}</button>`
      : nothing}
    ${stale ? html`<p class="barred">${words('work.barred')}</p>` : nothing}`;
}

const PIN_MINUTES = [30, 60, 120];

function form(line, { words }, { form: which, barred, showForm, pin, cancel }) {
  const ready = (...keys) => keys.map((key) => words(`work.reason.${key}`));
  const asked = { words, barred, away: () => showForm(line.row.task, null) };
  return which === 'pin'
    ? reasonForm({
        ...asked,
        title: words('work.pin-title'),
        reasons: ready('pin-1', 'pin-2', 'pin-3'),
        sends: PIN_MINUTES.map((minutes) => pinFor(spanWords(minutes * 60_000, words), words, (reason) => pin(line, minutes, reason))),
      })
    : reasonForm({
        ...asked,
        title: words('work.cancel-title'),
        reasons: ready('cancel-1', 'cancel-2', 'cancel-3'),
        sends: [{ text: words('work.cancel-sure'), name: '', kind: 'yes', send: (reason) => cancel(line, reason) }],
      });
}

const pinFor = (span, words, send) => ({ text: span, name: words('work.pin-for', { span }), send });
