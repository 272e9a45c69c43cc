import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { wardAddress } from '../core/address.js';
import { cue } from '../core/cue.js';
import { LightElement } from '../core/light-element.js';
import { shareText } from '../core/occupancy.js';
import { look } from '../glyphs/cell-pictures.js';
import { eveningCell } from './evenings.js';
import { bedWords, cellOf, isPromised, nameOf } from './bed-sign.js';
import { elsewhere } from './counts.js';

/**
 * One ward's line of the bed map: `<flyt-ward-beds role="row" .ward .beds .words .time .hospital .query .suiting .at .found .evening>`.
 *
 *     <div role="rowheader">…name…</div>
 *     <div role="gridcell" class="strip"><span class="tun"><button class="tile" data-bed="LUN-301">…</button>…</span>…</div>
 *     <div role="gridcell" data-cell="live">85 % 23/27</div> …free, in, out
 *
 * `suiting` says of each bed, while somebody is being placed, null where they can lie or why they cannot; null while nobody is.
 */
export class WardBeds extends LightElement {
  static properties = {
    ward: { attribute: false },
    beds: { attribute: false },
    words: { attribute: false },
    time: { attribute: false },
    hospital: { attribute: false },
    query: { attribute: false },
    suiting: { attribute: false },
    at: { attribute: false },
    found: { attribute: false },
    evening: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('./bed-sign.js').BedRow[]} */
    this.beds = [];
    /** @type {Map<string, string | null> | null} */
    this.suiting = null;
    /** The bed that the keyboard stands at, or null when that is in another ward. @type {string | null} */
    this.at = null;
    /** What a search found. @type {Set<string>} */
    this.found = new Set();
    /** What it will have at six; null: not known; undefined: nobody asks. @type {import('../forecast/course.js').Point | null | undefined} */
    this.evening = undefined;
  }

  render() {
    const { ward, words, hospital, query } = this;
    return html`<div role="rowheader" class="cell name"><a href=${wardAddress(hospital, ward.ward, query)}>${ward.name}</a>
        ${ward.inOccupancy ? this.#elsewhere() : html`<small>${words('house.not-in-occupancy')}</small>`}</div>
      <div role="gridcell" class="cell strip">${this.#tuns()}</div>
      ${ward.inOccupancy ? this.#figures() : this.#outside()}`;
  }

  /** A line of the map has room for its name alone; whoever sees it otherwise reads it below, part by part. */
  #elsewhere() {
    const phrases = elsewhere(this.ward, this.words);
    return phrases.length === 0 ? nothing : html`<small class="elsewhere">${phrases.join(' · ')}</small>`;
  }

  #tuns() {
    const tuns = new Map();
    for (const bed of this.beds) {
      const tun = bed.cluster || '';
      tuns.set(tun, [...(tuns.get(tun) || []), bed]);
    }
    return repeat(tuns, ([tun]) => tun, ([tun, beds]) => html`<span class="tun">${repeat(beds, (bed) => bed.key, (bed) => this.#kept(bed))}</span>`);
  }

  /** A tile is worked out again only where it would be another: a ward has thirty, and one of them changed. */
  #kept(bed) {
    const why = this.suiting === null ? undefined : this.suiting.get(bed.bed);
    return guard([bed, why, this.suiting === null, this.at === bed.bed, this.found.has(bed.bed), this.ward.inOccupancy, this.words, this.time],
      () => this.#tile(bed, why));
  }

  #tile(bed, why) {
    const { words, time } = this;
    const { glyph, tone } = cellOf(bed, this.ward.inOccupancy);
    const suits = this.suiting === null ? '' : why === null ? 'suits' : 'unsuited';
    return html`<button type="button" class="tile ${isPromised(bed) ? 'promised' : ''} ${suits} ${this.found.has(bed.bed) ? 'found' : ''}"
      data-bed=${bed.bed} data-state=${glyph} data-look=${look(glyph, suits === 'unsuited' ? suits : tone)} tabindex=${this.at === bed.bed ? '0' : '-1'}
      aria-label="${nameOf(bed)} ${bedWords(bed, words, time)}${why ? `. ${why}` : ''}"></button>`;
  }

  #figures() {
    const { ward } = this;
    const over = ward.live > ward.staffed ? 'over' : '';
    const number = (cell, value, tone = '') =>
      html`<div role="gridcell" class="cell number ${cell} ${value === 0 ? 'zero' : tone}" data-cell=${cell} data-label=${this.words(`capacity.${cell}`)}>${value}</div>`;
    return html`<div role="gridcell" class="cell number live ${over}" data-cell="live" data-label=${this.words('house.occupancy')}>${shareText(ward.live, ward.staffed)}
        <small>${ward.live}/${ward.staffed}</small></div>
      ${number('free', ward.ready, 'good')}${number('in', ward.incoming)}${number('out', ward.outToday)}${this.evening === undefined ? nothing : eveningCell(this.evening, this.words)}`;
  }

  /** The emergency department stands outside the figure, and says how many wait. */
  #outside() {
    const { ward, words } = this;
    return html`<div role="gridcell" class="cell outside" data-cell="outside">${words('capacity.present', { patients: ward.patients, places: ward.staffed })}
      ${ward.boarding > 0 ? html` · <b>${words('capacity.board', { count: ward.boarding })}</b>` : nothing}</div>`;
  }

  updated(changed) {
    this.#cueBeds(changed.get('beds'));
    const before = changed.get('ward');
    if (before && before.key === this.ward.key) {
      for (const [cell, shown] of CELLS) {
        if (shown(before) !== shown(this.ward)) {
          const box = this.querySelector(`[data-cell="${cell}"]`);
          if (box !== null) {
            cue(box);
          }
        }
      }
    }
  }

  #cueBeds(before) {
    if (!before || before.length === 0) {
      return;
    }
    const was = new Map(before.map((bed) => [bed.bed, bed]));
    for (const bed of this.beds) {
      const one = was.get(bed.bed);
      if (one && one !== bed) {
        cue(this.querySelector(`[data-bed="${CSS.escape(bed.bed)}"]`));
      }
    }
  }
}

/** What each figure of a line shows. @type {[string, (ward: any) => string][]} */
const CELLS = [
  ['live', (ward) => `${ward.live}/${ward.staffed}`],
  ['free', (ward) => String(ward.ready)],
  ['in', (ward) => String(ward.incoming)],
  ['out', (ward) => String(ward.outToday)],
  ['outside', (ward) => `${ward.patients}/${ward.staffed}/${ward.boarding}`],
];

customElements.define('flyt-ward-beds', WardBeds);
