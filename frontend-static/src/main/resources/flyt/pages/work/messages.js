import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../glyphs/glyph.js';

/**
 * What people on duty have been told and how many of them have read it, never who; the newest first.
 *
 * @typedef {object} Telling
 * @property {(deed: string) => boolean} may @property {boolean} barred
 * @property {{id: string, name: string}[]} zones of the hospital
 * @property {(message: string, to: string) => void} end takes a message away
 */

/** @param {import('../core/rows.js').Row[]} messages of the team @param {import('./line.js').QueueContext} context @param {Telling} telling */
export function messageList(messages, context, telling) {
  const newest = [...messages].sort((a, b) => (a.sentAt > b.sentAt ? -1 : 1));
  return messages.length === 0
    ? nothing
    : html`<section class="panel messages" aria-labelledby="messages-title"><h2 id="messages-title">${context.words('work.messages')}</h2>
        <ul>${repeat(newest, ({ key }) => key, (row) => line(row, context, telling))}</ul></section>`;
}

function line(row, { words, time, team }, { zones, may, barred, end }) {
  const to = toWhom(row, zones, team, words);
  return html`<li data-message=${row.message}><p class="what"><b>${to}</b> ${row.text || words('work.message-erased')}</p>
    <p class="second">${words('work.message-stands', { at: time.clock(row.sentAt), until: time.clock(row.until) })}</p>
    <p class="read">${words('work.message-read', { read: row.read, of: row.of })}</p>
    ${may('end-message') ? html`<button type="button" class="away" aria-label=${words('work.message-end', { to })} ?disabled=${barred} @click=${() => end(row.message, to)}>${icon('x')}</button>` : nothing}</li>`;
}

function toWhom({ worker, name, zone }, zones, team, words) {
  if (worker) {
    return name || words('work.somebody');
  }
  return zone ? (zones.find(({ id }) => id === zone) || { name: zone }).name : words('work.message-team', { team: words(`work.team.${team}`) });
}
