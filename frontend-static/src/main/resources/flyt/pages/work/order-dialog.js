import { html, nothing } from 'lit';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';
import { bedsOf, placeFrom } from './places.js';
import { kindText, urgencyText } from './task-words.js';

/** Where a job is done: in every command `at` is when it was wished. */
const PLACE = 'from';

/** What can be said of how urgent a job is, when it is ordered by hand. */
const URGENCIES = { porters: ['soon', 'now', 'acute', 'plan'], technical: ['today', 'soon', 'now', 'acute'] };

/**
 * Orders a clean or another job by hand: `<flyt-order-dialog .words .team .places .trouble .barred @order>`. The event carries the command, the
 * appointment as `11:30` or nothing, and the words for what was ordered; whoever listens closes it once it was taken, so that nothing that was written is lost by a refusal.
 *
 *     <dialog> what · where · where to · how urgent · note </dialog>
 */
export class OrderDialog extends LightElement {
  static properties = {
    words: { attribute: false }, team: { attribute: false }, places: { attribute: false }, trouble: { attribute: false }, barred: { attribute: false },
    fault: { state: true },
  };

  constructor() {
    super();
    this.fault = '';
    this.trouble = '';
  }

  /** @returns {void} */
  show() {
    this.fault = '';
    this.querySelector('form').reset();
    this.querySelector('dialog').showModal();
    this.querySelector('[name=at]').focus();
  }

  close() {
    this.querySelector('dialog').close();
  }

  render() {
    const { words, team, places } = this;
    const cleans = team.id === 'cleaning';
    return html`<dialog class="asking" aria-labelledby="order-title" @click=${this.#outside}>
      <form @submit=${this.#order} novalidate>
        <div class="heading"><h2 id="order-title">${words(`work.order-${team.id}`)}</h2>
          <button type="button" class="away" aria-label=${words('form.leave')} @click=${this.close}>${icon('x')}</button></div>
        <datalist id="places">${(cleans ? bedsOf(places) : places).map(({ text }) => html`<option value=${text}></option>`)}</datalist>
        ${this.#place('at', cleans ? 'work.order-bed' : 'work.order-from')}
        ${team.id === 'porters' ? this.#place('to', 'work.order-to') : nothing}
        ${cleans || team.kinds.length > 1 ? this.#kinds() : nothing}
        ${cleans ? nothing : this.#urgencies()}
        ${team.id === 'porters'
          ? html`<div class="field"><label for="order-clock">${words('work.order-clock')}</label><input id="order-clock" name="clock" type="time" /></div>`
          : nothing}
        ${cleans ? nothing : html`<div class="field"><label for="order-note">${words('work.note')}</label>
          <input id="order-note" name="note" maxlength="200" autocomplete="off" aria-describedby="note-hint" /><small id="note-hint">${words('work.note-hint')}</small></div>`}
        <p class="trouble" role="alert">${this.fault || this.trouble}</p>
        <div class="sends"><button class="main" ?disabled=${this.barred}>${icon('plus')}${words('work.order-sure')}</button>
          <button type="button" @click=${this.close}>${words('form.leave')}</button></div>
      </form>
    </dialog>`;
  }

  #place(name, key) {
    const { words } = this;
    return html`<div class="field"><label for="order-${name}">${words(key)}</label>
      <input id="order-${name}" name=${name} list="places" autocomplete="off" autocapitalize="characters" spellcheck="false"
        aria-describedby="${name}-hint" /><small id="${name}-hint">${words('work.place-hint')}</small></div>`;
  }

  #kinds() {
    const { words, team } = this;
    const kinds = team.id === 'cleaning' ? ['', ...team.kinds] : team.kinds;
    return html`<div class="field"><label for="order-kind">${words('work.job')}</label><select id="order-kind" name="kind">${kinds.map(
      (kind) => html`<option value=${kind}>${kind === '' ? words('work.kind-as-needed') : named(kind, words)}</option>`,
    )}</select></div>`;
  }

  #urgencies() {
    const { words, team } = this;
    return html`<fieldset><legend>${words('work.urgency')}</legend><div class="ready">${URGENCIES[team.id].map(
      (urgency, index) => html`<label><input type="radio" name="urgency" value=${urgency} ?checked=${index === 0} /><span>${urgencyText(urgency, team.id, words)}</span></label>`,
    )}</div></fieldset>`;
  }

  #outside(event) {
    if (event.target === event.currentTarget) {
      this.close();
    }
  }

  #order(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const said = (name) => String(form.get(name) || '').trim();
    const { team, words } = this;
    const cleans = team.id === 'cleaning';
    const at = placeFrom(cleans ? bedsOf(this.places) : this.places, said('at'));
    const to = said('to') === '' ? null : placeFrom(this.places, said('to'));
    const unknown = at === null ? 'at' : said('to') !== '' && to === null ? 'to' : null;
    if (unknown !== null) {
      this.fault = words(said(unknown) === '' ? 'work.place-missing' : 'work.place-unknown', { place: said(unknown) });
      event.target.querySelector(`[name=${unknown}]`).focus();
      return;
    }
    this.fault = '';
    const kind = said('kind');
    const what = kindText({ type: kind || team.kinds[0] }, words);
    const clean = /^clean-(.+)$/.exec(kind);
    const wish = cleans && (kind === '' || clean !== null)
      ? { type: 'OrderCleaning', bed: at.at.bed, ...(clean === null ? {} : { kind: clean[1] }) }
      : { type: 'OrderTask', kind: kind || team.kinds[0], [PLACE]: at.at, ...given('to', to && to.at), ...given('urgency', said('urgency')), ...given('note', said('note')) };
    this.dispatchEvent(new CustomEvent('order', { detail: { wish, clock: said('clock'), what: cleans && kind === '' ? words('work.clean') : what, place: at.text } }));
  }
}

/** A field of a command, where there is something to put into it. */
const given = (name, value) => (value ? { [name]: value } : {});

/** A kind by its name; cleans of isolation rooms by that of the isolation too, since they share one name. */
function named(kind, words) {
  const isolation = `isolation.${kind.replace(/^clean-/, '')}`;
  return words.has(isolation) ? `${kindText({ type: kind }, words)} – ${words(isolation)}` : kindText({ type: kind }, words);
}

customElements.define('flyt-order-dialog', OrderDialog);
