import { html, nothing } from 'lit';
import { LightElement } from '../../core/light-element.js';
import { icon } from '../../glyphs/glyph.js';
import { bedInWords, bedOnSheet } from './bed-deeds.js';
import { bedPad } from './bed-pad.js';
import { choicesOf } from './choices.js';
import { choiceGrid } from './choice-grid.js';
import { destinationsOf } from './destinations.js';
import { freePlaces, stayOf } from './hand-deeds.js';
import { patientName } from './patient-name.js';
import { Sayings } from './sayings.js';
import { selfOf, staffOf } from './staff.js';
import './undo-bar.js';

const USUAL_WAY = 'patient-wheelchair';

/**
 * Where a board is written on by hand: `<flyt-hand-sheet .board .viewer .seconds @leave>`. On somebody's own device a button that
 * opens it; at a wall it is open for as long as somebody is signed in there, over the lower two thirds.
 *
 *     <dialog class="hand own|wall"> header · pad of beds · the chosen bed with what can be said · what was said, and undo </dialog>
 *
 * @typedef {object} Board
 * @property {string} hospital
 * @property {string} ward
 * @property {import('../../core/rows.js').Row[]} beds all of the ward
 * @property {Set<string>} here the keys of those on this board
 * @property {import('../../core/rows.js').Row[]} unplaced a row of its own for each patient without a bed
 * @property {() => number} now hospital time
 * @property {number} rate of the hospital's clock
 * @property {import('../../core/hospital-time.js').HospitalTime} time
 * @property {import('../../core/words.js').Words} words
 */
export class HandSheet extends LightElement {
  static properties = {
    board: { attribute: false },
    viewer: { attribute: false },
    seconds: { attribute: false },
    opened: { state: true },
    chosen: { state: true },
    asking: { state: true },
    until: { state: true },
    how: { state: true },
    back: { state: true },
    staff: { state: true },
    destinations: { state: true },
  };

  #sayings = new Sayings(this);

  constructor() {
    super();
    /** Seconds left of a sign-in at a wall; null on a device of one's own. @type {number | null} */
    this.seconds = null;
    this.opened = false;
    /** The key of the chosen bed's row. @type {string | null} */
    this.chosen = null;
    /** What is being chosen, and of whom: `{deed, stay}`. */
    this.asking = null;
    /** The end chosen for a closure. */
    this.until = null;
    /** The way chosen for a move. */
    this.how = USUAL_WAY;
    this.back = false;
    /** @type {import('./staff.js').Colleague[] | null} */
    this.staff = null;
    /** @type {import('./destinations.js').Destination[] | null} */
    this.destinations = null;
  }

  get #atWall() {
    return this.seconds !== null;
  }

  firstUpdated() {
    if (this.#atWall) {
      this.#open();
    }
  }

  render() {
    const { board, opened } = this;
    const { words } = board;
    const { said, trouble } = this.#sayings;
    const bar = html`<undo-bar .words=${words} .said=${said} @undo=${() => void this.#sayings.undo()} @over=${() => this.#sayings.settle()}></undo-bar>`;
    return html`${this.#atWall
        ? nothing
        : html`<button type="button" class="hand-open" aria-haspopup="dialog" @click=${this.#open}>${icon('pencil')}<span>${words('hand.open-sheet')}</span></button>`}
      <dialog class="hand ${this.#atWall ? 'wall-sheet' : 'own-sheet'} ${this.chosen === null ? '' : 'bed-chosen'}" aria-labelledby="hand-title"
        @close=${this.#closed} @cancel=${this.#cancel} @click=${this.#outside}>
        ${opened ? html`<div class="sheet">${this.#head(words)}<div class="parts">${bedPad(board, this.chosen, (key) => this.#choose(key), board)}${this.#bed(words)}</div>
          ${trouble === null ? nothing : this.#refused(words)}${bar}</div>` : nothing}
      </dialog>
      ${opened || said === null ? nothing : html`<div class="said-outside">${bar}</div>`}`;
  }

  #head(words) {
    const { me } = this.viewer;
    return html`<div class="heading"><h2 id="hand-title">${this.#atWall ? me.name : words('hand.open-sheet')}</h2>
      ${this.#atWall
        ? html`<span class="seconds">${icon('clock')}<b>${this.seconds}</b> ${words('hand.seconds-left')}</span>
            <button type="button" class="away" @click=${this.#leave}>${icon('logout')}<span>${words('hand.sign-off')}</span></button>`
        : html`<button type="button" class="away" aria-label=${words('hand.close-sheet')} @click=${this.#leave}>${icon('x')}</button>`}
    </div>`;
  }

  #bed(words) {
    const row = this.#row();
    if (row === undefined) {
      return html`<section class="chosen none"><p>${words('hand.choose-bed')}</p></section>`;
    }
    const { board, asking } = this;
    const title = row.bed ? html`${words('hand.bed')} ${row.label}${row.suffix ? html`<sup>${row.suffix}</sup>` : nothing}` : words('hand.unplaced');
    return html`<section class="chosen" aria-labelledby="hand-bed">
      <div class="bed-head">
        <button type="button" class="back ${asking === null ? 'to-pad' : ''}" aria-label=${words('hand.back')} @click=${this.#back}>${icon('arrow-left')}</button>
        <h3 id="hand-bed" tabindex="-1">${title}${asking === null ? nothing : html` <span>· ${words(`hand.${asking.deed.key}`)}</span>`}</h3>
        ${asking === null ? html`<p>${bedInWords(row, board)}</p>` : nothing}
      </div>
      ${asking === null
        ? bedOnSheet(row, board, this.viewer, { busy: this.#sayings.busy, take: (deed, occupant) => this.#take(deed, occupant) })
        : this.#choices(row, words)}
    </section>`;
  }

  #choices(row, words) {
    const { deed, stay } = this.asking;
    const { board, viewer, until, how, back } = this;
    const occupant = stay === null ? null : row.occupants.find((one) => stayOf(one) === stay);
    if (occupant === undefined) {
      return html`<p class="lead">${words('hand.moved-on')}</p>`;
    }
    const asked = { row, occupant, until, how, back, destinations: this.destinations || [], free: freePlaces(board.beds), staff: this.staff || [], self: selfOf(viewer.me), now: board.now(), time: board.time, words };
    return html`${occupant === null ? nothing : html`<p class="of-whom">${patientName(occupant, words, board.time)}</p>`}
      ${choiceGrid(choicesOf(deed.asks, asked), this.#sayings.busy, (choice) => this.#pick(choice, deed))}
      ${deed.asks === 'discharge' ? this.#otherDay(stay, words) : nothing}`;
  }

  #otherDay(visit, words) {
    const { board } = this;
    return html`<form class="other-day" @submit=${(event) => {
      event.preventDefault();
      const day = event.target.elements.day.value;
      if (day !== '') {
        void this.#say({ type: 'ExpectDischarge', visit, expectedOn: day }, `${words('hand.discharge')}: ${board.time.date(day)}`);
      }
    }}><label>${words('hand.other-day')} <input type="date" name="day" min=${board.time.day(board.now())} /></label>
      <button type="submit" ?disabled=${this.#sayings.busy}>${words('hand.say-day')}</button></form>`;
  }

  #refused(words) {
    const { trouble, unanswered, busy } = this.#sayings;
    return html`<div class="refusal"><p role="alert">${icon('alert-circle')}<span>${trouble}</span></p>
      ${unanswered === null ? nothing : html`<button type="button" ?disabled=${busy} @click=${() => void this.#sayings.again()}>${words('hand.again')}</button>`}</div>`;
  }

  #row() {
    return [...this.board.beds, ...this.board.unplaced].find((row) => row.key === this.chosen);
  }

  #choose(key) {
    this.chosen = key;
    this.asking = null;
    this.#sayings.tell(null);
    this.#toHead();
  }

  #back() {
    if (this.asking === null) {
      const { chosen } = this;
      this.chosen = null;
      void this.updateComplete.then(() => this.querySelector(`.key[data-key="${CSS.escape(chosen)}"]`).focus());
    } else {
      this.asking = null;
      this.#toHead();
    }
    this.#sayings.tell(null);
  }

  #toHead() {
    void this.updateComplete.then(() => this.querySelector('#hand-bed').focus({ preventScroll: false }));
  }

  #take(deed, occupant) {
    if (deed.asks === null) {
      void this.#say(deed.wish, this.board.words(`hand.${deed.key}`));
      return;
    }
    this.#sayings.tell(null);
    this.until = null;
    this.how = USUAL_WAY;
    this.back = false;
    this.asking = { deed, stay: occupant === null ? null : stayOf(occupant) };
    this.#toHead();
    if (['nurse', 'doctor'].includes(deed.asks) && this.staff === null) {
      void this.#askStaff();
    }
    if (deed.asks === 'porter' && this.destinations === null) {
      void this.#askDestinations();
    }
  }

  async #askDestinations() {
    const { hospital, ward, words } = this.board;
    this.destinations = await destinationsOf(hospital, ward, this.#sayings.signal);
    if (this.destinations === null) {
      this.#sayings.tell(words('hand.no-destinations'));
    }
  }

  async #askStaff() {
    const { hospital, ward, words } = this.board;
    const staff = await staffOf(hospital, ward, this.#sayings.signal);
    this.staff = staff;
    if (staff === null) {
      this.#sayings.tell(words('hand.no-staff'));
    }
  }

  #pick(choice, deed) {
    if (choice.wish === undefined) {
      this.until = choice.until === undefined ? this.until : choice.until;
      this.how = choice.how || this.how;
      this.back = choice.back === undefined ? this.back : choice.back;
    } else {
      const what = deed.asks === 'close' ? choice.text : `${this.board.words(`hand.${deed.key}`)}: ${choice.text}`;
      void this.#say(choice.wish, what);
    }
  }

  #say(wish, what) {
    const row = this.#row();
    const where = row.bed ? `${row.label}${row.suffix || ''}` : this.board.words('hand.unplaced');
    return this.#sayings.say(wish, `${where} · ${what}`);
  }

  /** Something was taken: the choice for it is done with. */
  taken() {
    if (this.asking !== null) {
      this.asking = null;
      this.#toHead();
    }
  }

  signedOut() {
    this.dispatchEvent(new CustomEvent('leave'));
  }

  #open() {
    this.opened = true;
    void this.updateComplete.then(() => this.querySelector('dialog').showModal());
  }

  /** On a device of one's own: opens at a bed. @param {string} key of its row */
  openAt(key) {
    this.#open();
    this.#choose(key);
  }

  #cancel(event) {
    if (this.#atWall || this.asking !== null) {
      event.preventDefault();
      (this.asking === null ? this.#leave : this.#back).call(this);
    }
  }

  #outside(event) {
    if (!this.#atWall && event.target === event.currentTarget) {
      this.#leave();
    }
  }

  #leave() {
    if (this.#atWall) {
      this.dispatchEvent(new CustomEvent('leave'));
    } else {
      this.querySelector('dialog').close();
    }
  }

  #closed() {
    this.opened = false;
    this.asking = null;
    this.chosen = null;
    this.#sayings.tell(null);
  }
}

customElements.define('flyt-hand-sheet', HandSheet);
