import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { glyph } from '../glyphs/glyph.js';
import { TASKS } from '../ward/states.js';
import './queue-row.js';
import { taskMore } from './task-more.js';

/**
 * The queue of a team as a table in the order in which work comes; the line that is open has its reasons and what can be done under it.
 *
 * @typedef {object} Table
 * @property {import('./line.js').Line[]} lines those that are shown
 * @property {number} all how many there are without the search
 * @property {string | null} open the task that is open
 * @property {string | null} current the task whose line the keyboard comes to
 * @property {(task: string) => void} toggle
 */

/** @param {Table} table @param {import('./line.js').QueueContext} context @param {any} deeds of {@link taskMore} */
export function queueTable({ lines, all, open, current, toggle }, context, deeds) {
  const { words, team, counts } = context;
  const stop = lines.some(({ row }) => row.task === current) ? current : lines.length > 0 ? lines[0].row.task : null;
  return html`<section class="panel queue" aria-labelledby="queue-title">
    <h2 id="queue-title">${words('work.queue')} <span>${words(lines.length === all ? 'work.queue-order' : 'work.found', { found: lines.length, all })}</span></h2>
    ${lines.length === 0
      ? html`<p class="nothing">${glyph(TASKS.done.glyph, TASKS.done.tone)}${words(all === 0 ? 'work.queue-empty' : 'work.none-found')}</p>`
      : html`<div class="lines" role="table" aria-labelledby="queue-title" aria-describedby="summary">
          <div role="rowgroup"><div role="row" class="heads">
            <div role="columnheader" class="cell rank">${words('work.place')}</div>
            <div role="columnheader" class="cell place">${words('work.where')}</div>
            <div role="columnheader" class="cell job">${words('work.job')}</div>
            <div role="columnheader" class="cell state">${words('work.state')}</div>
            <div role="columnheader" class="cell due">${words(`work.due-${counts}`)}</div>
            <div role="columnheader" class="cell waited">${words('work.waited')}</div>
          </div></div>
          <div role="rowgroup">${repeat(lines, ({ row }) => row.key, (line) => {
            const { task } = line.row;
            const opened = task === open;
            return html`<flyt-queue-row role="row" class=${opened ? 'opened' : nothing} data-key=${line.row.key} .line=${line} .words=${words}
                .opened=${opened} .current=${task === stop} @click=${(event) => pressed(event) && toggle(task)}></flyt-queue-row>
              ${opened ? html`<div role="row" class="more" id="more-${task}"><div role="cell" aria-colspan="6">${taskMore(line, context, deeds)}</div></div>` : nothing}`;
          })}</div>
        </div>`}
  </section>`;
}

/** A click, and not the end of marking some text. */
function pressed(event) {
  return event.target.closest('.opens') !== null || String(getSelection()) === '';
}
