import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { glyph } from '../../glyphs/glyph.js';
import { CLASSES, USES } from '../states.js';
import { isExtra } from '../clusters.js';
import { patientName } from './patient-name.js';

/**
 * The numbers of a ward's beds, to press: those on this board first.
 *
 * @typedef {import('../../core/rows.js').Row} Row
 */

/**
 * @param {{beds: Row[], here: Set<string>, unplaced: Row[]}} board `here`: the keys of the rows on this board; `unplaced`: who has no bed
 * @param {string | null} chosen the key of a row
 * @param {(key: string) => void} choose
 */
export function bedPad({ beds, here, unplaced }, chosen, choose, { words, time }) {
  const groups = [
    ['here', beds.filter((row) => here.has(row.key))],
    ['other', beds.filter((row) => !here.has(row.key) && !isExtra(row))],
    ['extra', beds.filter((row) => !here.has(row.key) && isExtra(row))],
  ];
  const key = (row) => html`<button type="button" class="key" data-key=${row.key} aria-pressed=${String(row.key === chosen)} @click=${() => choose(row.key)}>
    <b>${row.label}${row.suffix ? html`<sup>${row.suffix}</sup>` : nothing}</b>${stateOf(row, words)}</button>`;
  const person = (row) => html`<button type="button" class="key person" data-key=${row.key} aria-pressed=${String(row.key === chosen)} @click=${() => choose(row.key)}>
    ${patientName(row.occupants[0], words, time)}</button>`;
  return html`<nav class="pad" aria-label=${words('hand.pad')}>${groups.map(([name, rows]) => group(name, rows, key, words))}
    ${group('unplaced', unplaced, person, words)}</nav>`;
}

function group(name, rows, key, words) {
  return rows.length === 0
    ? nothing
    : html`<h3 class=${name === 'here' ? 'visually-hidden' : ''}>${words(`hand.pad-${name}`)}</h3>
        <div class="keys">${repeat(rows, (row) => row.key, key)}</div>`;
}

/** The state's sign under the number; a bed with somebody in it is quiet. */
function stateOf(row, words) {
  const sign = row.class === 'closed' ? CLASSES.closed : row.askLeft ? ASKED : USES[row.use];
  return sign === USES.occupied ? html`<span class="visually-hidden">${words(sign.word)}</span>` : glyph(sign.glyph, sign.tone, words(sign.word, { who: '', at: '' }));
}

const ASKED = { glyph: 'attention', tone: 'warn', word: 'hand.ask-left' };
