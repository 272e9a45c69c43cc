import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { wardAddress } from '../core/address.js';
import { elsewhere } from '../capacity/counts.js';
import { cue } from '../core/cue.js';
import { LightElement } from '../core/light-element.js';
import { shareText } from '../core/occupancy.js';

/**
 * One ward's line of the overview: `<flyt-ward-line role="row" .row=${row} .words=${words} hospital="FJO">`.
 * Counts only; no patient.
 */
export class WardLine extends LightElement {
  static properties = { row: { attribute: false }, words: { attribute: false }, hospital: {}, query: { attribute: false } };

  render() {
    const { row, words, hospital, query } = this;
    return html`<div role="rowheader" class="cell ward"><a href=${wardAddress(hospital, row.ward, query)}>${row.name}</a>
        ${row.inOccupancy ? whose(row, words) : html`<small>${words('house.not-in-occupancy')}</small>`}</div>
      ${COLUMNS.map((column) => numberCell(column, row, words))}`;
  }

  updated(changed) {
    const before = changed.get('row');
    if (!before || before.key !== this.row.key) {
      return;
    }
    COLUMNS.forEach((column) => {
      if (column.text(before) !== column.text(this.row)) {
        cue(this.querySelector(`[data-cell="${column.key}"]`));
      }
    });
  }
}

/** The columns of the overview: what each says of a ward or of the whole house. */
export const COLUMNS = [
  { key: 'occupancy', text: (row) => (row.inOccupancy === false ? '–' : shareText(row.live, row.staffed)) },
  { key: 'patients', text: (row) => String(row.patients) },
  { key: 'beds', text: (row) => String(row.beds) },
  { key: 'free', text: (row) => String(row.ready), tone: (row) => (row.ready > 0 ? 'good' : '') },
  { key: 'dirty', text: (row) => String(row.waitingCleaning) },
  { key: 'cleaning', text: (row) => String(row.beingCleaned + row.paused) },
  { key: 'incoming', text: (row) => String(row.incoming) },
  { key: 'outgoing', text: (row) => String(row.outToday) },
  { key: 'closed', text: (row) => String(row.closed) },
  { key: 'outliers', text: (row) => String(row.outliersIn === undefined ? row.outliers : row.outliersIn) },
];

/** Whose patients lie here, where its own lie, and for how many it is responsible: said of who has outliers. */
function whose(row, words) {
  const phrases = elsewhere(row, words);
  return phrases.length === 0
    ? nothing
    : html`<small>${[...phrases, words('counts.responsible', { count: row.responsible })].join(' · ')}</small>`;
}

/** One number of a line; a narrow page shows its label, since the heads are out of sight there. */
export function numberCell(column, row, words) {
  const text = column.text(row);
  const over = column.key === 'occupancy' && row.staffed > 0 && row.live > row.staffed ? 'over' : '';
  const tone = column.tone ? column.tone(row) : '';
  return html`<div role="cell" class="cell number ${column.key} ${text === '0' ? 'zero' : ''} ${tone} ${over}" data-cell=${column.key} data-label=${words(`house.${column.key}`)}>${text}</div>`;
}

/** The table of wards, the sum in its last line. @param {any} house @param {any[]} wards */
export function houseTable(house, wards, words, hospital, query, old) {
  const inside = wards.filter((row) => row.inOccupancy);
  const outside = wards.filter((row) => !row.inOccupancy);
  const line = (row) => html`<flyt-ward-line role="row" data-key=${row.key} hospital=${hospital} .row=${row} .words=${words} .query=${query}></flyt-ward-line>`;
  return html`<div class="wards" role="table" aria-label=${words('house.title')}>
    <div class="heads" role="row"><div role="columnheader" class="cell ward">${words('house.ward')}</div>
      ${COLUMNS.map((column) => html`<div role="columnheader" class="cell number ${column.key}">${words(`house.${column.key}`)}${old(column.key)}</div>`)}</div>
    <div role="rowgroup">${repeat(inside, (row) => row.key, line)}</div>
    <div role="row" class="sum"><div role="rowheader" class="cell ward">${words('house.sum')}</div>
      ${COLUMNS.map((column) => numberCell(column, house, words))}</div>
    <div role="rowgroup">${repeat(outside, (row) => row.key, line)}</div>
  </div>`;
}

customElements.define('flyt-ward-line', WardLine);
