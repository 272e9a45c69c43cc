import { html, nothing } from 'lit';
import { glyph } from '../glyphs/glyph.js';
import { actionText } from './values.js';

/**
 * What one role does at the level in force, by when, and whether it is done.
 *
 * @param {import('./alert-cards.js').AlertCards} cards @param {import('../core/rows.js').Row} row
 */
export function actionCard(cards, row) {
  const { words } = cards;
  return html`<article class="actions" data-key=${row.key}><h3>${words('alerts.card', { role: words(`alerts.owner.${row.role}`) })}</h3>
    <ul>${row.actions.map((action) => html`<li data-action=${action.action} data-done=${action.done}>
      ${glyph(SIGNS[action.done].glyph, SIGNS[action.done].tone)}<div><span>${actionText(action, words)}</span>
      <small>${saidText(cards, action)}</small>${action.done === 'open' ? deeds(cards, action) : nothing}</div></li>`)}</ul></article>`;
}

function saidText({ words, time }, action) {
  if (action.done === 'open') {
    return action.dueAt === null ? '' : words('alerts.due', { at: time.clock(action.dueAt) });
  }
  const at = time.clock(action.at);
  if (action.done === 'not-done') {
    return words('alerts.not-done-why', { reason: action.reason || words('alerts.not-done') });
  }
  return action.by === null ? words('alerts.done-nobody', { at }) : words('alerts.done-by', { name: action.by, at });
}

function deeds(cards, { action }) {
  const { words } = cards;
  if (!cards.may.includes('mark-action')) {
    return nothing;
  }
  const key = `action/${action}`;
  return cards.asking === key
    ? cards.form(key, words('alerts.why-not'), (reason) => cards.send({ type: 'MarkAction', action, done: 'not-done', reason }, 'alerts.saved'), true)
    : html`<span class="deeds"><button type="button" class="main" ?disabled=${cards.sending.busy}
          @click=${() => cards.send({ type: 'MarkAction', action, done: 'done' }, 'alerts.saved')}>${words('alerts.done')}</button>
        <button type="button" @click=${() => cards.ask(key)}>${words('alerts.not-done')}</button></span>`;
}

const SIGNS = {
  open: { glyph: 'ring-thin', tone: 'mute' },
  done: { glyph: 'task-done', tone: 'ok' },
  'not-done': { glyph: 'attention', tone: 'warn' },
};
