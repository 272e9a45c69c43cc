import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/light-element.js';
import { bedCells } from '../glyphs/bed-cells.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { barriersText, bedText, bedTyped, readyText, reasonsText, whoText } from './bed-words.js';
import './needs-form.js';
import './other-beds.js';

/** For how many hours a bed can be promised. */
const HOURS = [2, 4, 8, 12, 24];

/**
 * The beds for one who is lifted: `<flyt-bed-choice .request .beds .words .time .may .busy .hours .changes>`. Those that suit, the best first, each with what
 * happens if it is taken; a bed is also typed. Those that do not suit say why, and are `flyt-other-beds`; its events go on from here,
 * and `needs` of `flyt-needs-form`, for who may say what the patient needs.
 * `hours`: for how long a bed is promised; `changes`: whether the rest of what was asked for can be another here.
 * Dispatches `place` {request, bed, seen, insteadOf}, `hours` (a number), `ask-again` and `let-go` {request, bed: null} (Escape). A bed that is dropped upon is one that is
 * pressed.
 */
export class BedChoice extends LightElement {
  static properties = {
    request: { attribute: false }, beds: { attribute: false }, words: { attribute: false }, time: { attribute: false }, may: { attribute: false }, busy: { attribute: false },
    hours: { attribute: false }, changes: { attribute: false }, over: { state: true }, fault: { state: true },
  };

  constructor() {
    super();
    this.beds = [];
    this.may = [];
    this.hours = 4;
    this.changes = false;
    this.over = null;
    this.fault = '';
  }

  /** @returns {void} */
  focusFirst() {
    this.querySelector('input').focus();
  }

  willUpdate(changed) {
    if (changed.has('request')) {
      this.fault = '';
    }
  }

  render() {
    const { words, request, beds } = this;
    const suiting = beds.filter((bed) => bed.suits);
    const others = beds.filter((bed) => !bed.suits);
    return html`<section class="bed-choice" aria-labelledby="choice-title" @keydown=${this.#key}>
      <h2 id="choice-title">${words('placement.beds-for', { who: whoText(request, words) })} <span>${words('placement.suit', { count: suiting.length, of: beds.length })}</span>
        <button type="button" class="away" aria-label=${words('placement.put-back', { who: whoText(request, words) })} @click=${this.#away}>${icon('x')}</button></h2>
      ${this.may.includes('request-bed') ? html`<flyt-needs-form .request=${request} .words=${words} .busy=${this.busy} @needs=${this.#pass}></flyt-needs-form>
        ${this.changes ? html`<button type="button" class="change" @click=${() => this.dispatchEvent(new CustomEvent('ask-again'))}>${words('request.change-short')}</button>` : nothing}` : nothing}
      <form @submit=${this.#type}><label for="typed-bed">${words('placement.type')}</label>
        <input id="typed-bed" name="bed" list="typed-beds" autocomplete="off" autocapitalize="characters" spellcheck="false" />
        <datalist id="typed-beds">${suiting.map((bed) => html`<option value=${bedText(bed)}></option>`)}</datalist>
        <label class="hold">${words('placement.hold')} <select name="hours" @change=${this.#hold}>${HOURS.map((hours) => html`<option value=${hours} .selected=${hours === this.hours}>${words('placement.hold-hours', { hours })}</option>`)}</select></label>
        <button class="main" ?disabled=${this.busy}>${words('placement.reserve')}</button></form>
      <p class="trouble" role="alert">${this.fault}</p>
      <ul class="beds">${repeat(suiting, (bed) => bed.bed, (bed) => html`<li><button type="button" data-bed=${bed.bed} class=${this.over === bed.bed ? 'over' : ''} ?disabled=${this.busy}
          @click=${() => this.#place(bed)} @dragover=${(event) => this.#hover(event, bed)} @dragleave=${() => (this.over = null)} @drop=${(event) => this.#drop(event, bed)}>
        ${glyph(cellOf(bed), bed.standing === 'ready' ? 'ok' : 'mute')}<b>${bedText(bed)}</b>
        <span>${this.over === bed.bed ? words('placement.drop', { bed: bedText(bed) }) : [readyText(bed, words, this.time), reasonsText(bed, words)].filter(Boolean).join(' · ')}</span></button></li>`)}</ul>
      <flyt-other-beds .request=${request} .beds=${others} .words=${words} .may=${this.may} .busy=${this.busy}
        @place=${this.#pass} @swap=${this.#pass} @open=${this.#pass}></flyt-other-beds>
    </section>`;
  }

  #key(event) {
    if (event.key === 'Escape') {
      this.#away();
    }
  }

  #away() {
    this.dispatchEvent(new CustomEvent('let-go', { detail: { request: this.request.request, bed: null } }));
  }

  #hold(event) {
    this.dispatchEvent(new CustomEvent('hours', { detail: Number(event.target.value) }));
  }

  #hover(event, bed) {
    event.preventDefault();
    this.over = bed.bed;
  }

  #drop(event, bed) {
    event.preventDefault();
    this.over = null;
    this.#place(bed);
  }

  #type(event) {
    event.preventDefault();
    const typed = event.target.elements.bed.value;
    const bed = bedTyped(this.beds, typed);
    if (bed === null) {
      this.fault = this.words(typed.trim() === '' ? 'placement.bed-missing' : 'placement.bed-unknown', { bed: typed });
    } else if (bed.suits) {
      this.#place(bed);
      return;
    } else {
      this.fault = this.words('placement.does-not-suit', { bed: bedText(bed), why: barriersText(bed, this.words) });
    }
    event.target.elements.bed.focus();
  }

  #pass = ({ type, detail }) => this.dispatchEvent(new CustomEvent(type, { detail }));

  #place(bed) {
    const { request } = this;
    this.dispatchEvent(new CustomEvent('place', { detail: { request: request.request, bed: bed.bed, seen: bed.version, insteadOf: request.bed } }));
  }
}

function cellOf({ standing }) {
  const name = standing === 'leaving' ? 'bed-occupied' : `bed-${standing}`;
  return bedCells[name] === undefined ? 'bed-occupied' : name;
}

customElements.define('flyt-bed-choice', BedChoice);
