import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/light-element.js';
import { glyph } from '../glyphs/glyph.js';
import './bed-row.js';
import { ORDER } from './bed-row.js';
import { isCritical } from './ews-view.js';

/**
 * The beds of a board, as one table per column: `<flyt-ward-board .columns=${…} .context=${…}>`.
 * Speaks new critical rows to a screen reader, and nothing else.
 */
export class WardBoard extends LightElement {
  static properties = { columns: { attribute: false }, context: { attribute: false }, spoken: { state: true } };

  #critical = null;

  constructor() {
    super();
    /** @type {{name: string, beds: import('../core/rows.js').Row[]}[]} */
    this.columns = [];
    this.spoken = '';
  }

  willUpdate(changed) {
    if (changed.has('columns')) {
      this.#listen();
    }
  }

  render() {
    const { columns, context } = this;
    const rows = Math.max(1, ...columns.map((column) => column.beds.length));
    const beds = columns.reduce((sum, column) => sum + column.beds.length, 0);
    this.className = `rows-${Math.min(12, rows)} ${beds > 18 ? 'many' : ''} ${context.columns.includes('patient') ? '' : 'beds-only'}`;
    this.style.setProperty('--beds', String(beds));
    return html`${columns.filter((column) => column.beds.length > 0).map((column) => this.#table(column, context))}
      <p class="visually-hidden" role="status">${this.spoken}</p>`;
  }

  #table({ name, beds }, context) {
    return html`<div class="table" role="table" aria-label=${name || context.words('column.bed')}>
      <div class="heads" role="row">${heads(name, context)}</div>
      <div class="lines-of-beds" role="rowgroup">
        ${repeat(
          beds,
          (row) => row.key,
          (row) => html`<flyt-bed-row role="row" data-key=${row.key} .row=${row} .context=${context}></flyt-bed-row>`,
        )}
      </div>
    </div>`;
  }

  #listen() {
    const beds = this.columns.flatMap((column) => column.beds);
    const critical = new Map(beds.filter((row) => isCritical(row.occupants && row.occupants[0])).map((row) => [row.key, row]));
    if (this.#critical !== null) {
      const fresh = [...critical].filter(([key]) => !this.#critical.has(key)).map(([, row]) => row.label);
      if (fresh.length > 0) {
        this.spoken = fresh.map((bed) => this.context.words('row.critical', { bed })).join('. ');
      }
    }
    this.#critical = critical;
  }
}

function heads(name, { words, columns, silent, blank }) {
  const shown = blank ? [] : ORDER.filter((column) => columns.includes(column));
  const old = (column) =>
    silent.includes(column) ? html`<span class="old">${glyph('clock', 'warn', words('feed.old-value'))}</span>` : nothing;
  const head = (column) =>
    html`<div role="columnheader" class="cell ${column}"><span class="text">${words(headOf(column, columns))}</span>${old(column)}</div>`;
  const bed = html`<div role="columnheader" class="cell bed">${name || words('column.bed')}</div>`;
  const patient = columns.includes('patient') || blank
    ? nothing
    : html`<div role="columnheader" class="cell patient"><span class="text">${words('column.use')}</span></div>`;
  const tail = columns.includes('discharge') || blank ? nothing : html`<div role="presentation" class="cell discharge"></div>`;
  return html`${bed}${patient}${shown.map(head)}${tail}`;
}

/** Where nobody is named, nobody's doctor is either: the column is the nurses' alone. */
function headOf(column, columns) {
  return column === 'staff' && !columns.includes('patient') ? 'column.nurse' : `column.${column}`;
}

customElements.define('flyt-ward-board', WardBoard);
