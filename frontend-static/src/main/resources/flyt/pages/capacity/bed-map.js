import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/light-element.js';
import { bedCells } from '../glyphs/bed-cells.js';
import { BedsByWard } from './beds-by-ward.js';
import { LEGEND } from './bed-sign.js';
import './ward-beds.js';

/**
 * Every bed of the hospital, ward by ward: `<flyt-bed-map .rows .words .time .hospital .query .suiting .found .evenings @chosen @opened>`. A ward never
 * changes its place. `evenings`: what each will have at six, by its id, or null for no such column. One bed at a time takes the keyboard; arrows go to the next, Enter and a click choose.
 *
 * While `suiting` is set, somebody is being placed: a bed that is chosen dispatches `chosen` with `{bed}`; else `opened` with `{bed}`.
 * What is dragged onto a bed (`text/plain`, a request) is let go there: `chosen` too.
 */
export class BedMap extends LightElement {
  static properties = {
    rows: { attribute: false },
    words: { attribute: false },
    time: { attribute: false },
    hospital: { attribute: false },
    query: { attribute: false },
    suiting: { attribute: false },
    found: { attribute: false },
    evenings: { attribute: false },
    at: { state: true },
  };

  #beds = new BedsByWard();

  constructor() {
    super();
    this.rows = null;
    this.suiting = null;
    this.found = new Set();
    /** @type {Map<string, import('../forecast/course.js').Point | null> | null} */
    this.evenings = null;
    /** The bed that the keyboard stands at. @type {string | null} */
    this.at = null;
    this.addEventListener('click', (event) => this.#choose(tileOf(event)));
    this.addEventListener('keydown', (event) => this.#go(event));
    this.addEventListener('focusin', (event) => {
      const tile = tileOf(event);
      this.at = tile === null ? this.at : tile.dataset.bed;
    });
    this.addEventListener('dragover', (event) => this.suiting !== null && this.#suits(tileOf(event)) && event.preventDefault());
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      this.#choose(tileOf(event));
    });
  }

  render() {
    const { rows, words } = this;
    const beds = this.#beds.of(rows.byKey);
    const wards = [...rows.byKey.values()].filter((row) => row.kind === 'ward').sort((one, other) => one.order - other.order);
    const first = wards.map((ward) => beds.get(ward.ward)).find((list) => list && list.length > 0);
    const at = rows.byKey.get(`bed/${this.at}`) || (first && first[0]);
    const heads = ['ward', 'beds', 'occupancy', 'free', 'in', 'out', ...(this.evenings === null ? [] : ['evening'])];
    const line = (ward) => {
      const list = beds.get(ward.ward) || NONE;
      const here = at && at.ward === ward.ward ? at.bed : null;
      const evening = this.evenings === null ? undefined : this.evenings.get(ward.ward) || null;
      return guard([ward, list, here, evening, this.suiting, this.found, words, this.time, this.query.theme, this.query.lang], () => html`<flyt-ward-beds role="row" class=${ward.inOccupancy ? 'inside' : 'outside'} data-key=${ward.key} .ward=${ward} .beds=${list}
        .words=${words} .time=${this.time} .hospital=${this.hospital} .query=${this.query} .suiting=${this.suiting} .found=${this.found}
        .at=${here} .evening=${evening}></flyt-ward-beds>`);
    };
    return html`<div class="map ${this.evenings === null ? '' : 'foreseen'}" role="grid" aria-label=${words('capacity.map')}>
        <div role="row" class="heads">${heads.map((head) => html`<div role="columnheader" class="cell ${head}">${words(`capacity.head-${head}`)}</div>`)}</div>
        ${repeat(wards.filter((ward) => ward.inOccupancy), (ward) => ward.key, line)}
        ${repeat(wards.filter((ward) => !ward.inOccupancy), (ward) => ward.key, line)}
      </div>
      <ul class="legend" aria-label=${words('capacity.legend')}>${LEGEND.map(
        ([{ glyph, tone }, word]) => html`<li><svg class="glyph tone-${tone}" viewBox="2.3 0.1 19.4 23.8" aria-hidden="true">${bedCells[glyph]}</svg>${words(word)}</li>`,
      )}<li><i class="bar"></i>${words('capacity.promised')}</li></ul>`;
  }

  /** Brings the keyboard to a bed. */
  focusBed(bed) {
    const tile = this.querySelector(`[data-bed="${CSS.escape(bed)}"]`);
    if (tile !== null) {
      tile.focus();
    }
  }

  #suits(tile) {
    return tile !== null && this.suiting.get(tile.dataset.bed) === null;
  }

  #choose(tile) {
    if (tile === null || (this.suiting !== null && !this.#suits(tile))) {
      return;
    }
    const name = this.suiting === null ? 'opened' : 'chosen';
    this.dispatchEvent(new CustomEvent(name, { detail: { bed: tile.dataset.bed }, bubbles: true }));
  }

  #go(event) {
    const tile = tileOf(event);
    if (tile === null || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const next = neighbour(tile, event.key);
    if (next !== undefined) {
      event.preventDefault();
      next.focus();
    }
  }
}

const NONE = [];

/** @returns {HTMLElement | null} */
function tileOf(event) {
  return event.target instanceof Element ? event.target.closest('.tile') : null;
}

/** The tile that an arrow leads to: in the ward, or as far along in the ward above or below. */
function neighbour(tile, key) {
  const line = tile.closest('flyt-ward-beds');
  const tiles = [...line.querySelectorAll('.tile')];
  const place = tiles.indexOf(tile);
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    return tiles[place + (key === 'ArrowLeft' ? -1 : 1)];
  }
  if (key === 'Home' || key === 'End') {
    return tiles[key === 'Home' ? 0 : tiles.length - 1];
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') {
    return undefined;
  }
  const lines = [...line.parentElement.querySelectorAll('flyt-ward-beds')].filter((one) => one.querySelector('.tile') !== null);
  const other = lines[lines.indexOf(line) + (key === 'ArrowUp' ? -1 : 1)];
  if (other === undefined) {
    return undefined;
  }
  const there = [...other.querySelectorAll('.tile')];
  return there[Math.min(place, there.length - 1)];
}

customElements.define('flyt-bed-map', BedMap);
