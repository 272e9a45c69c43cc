import { html, nothing } from 'lit';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';

/** So many characters are read at a glance; the server takes no more. */
const LONGEST = 280;

/**
 * Tells people on duty something: `<flyt-message-dialog .words .team .zones .crew .trouble .barred @message>`. The event carries the
 * command and the words for whom it is; whoever listens closes it once it was taken.
 *
 *     <dialog> to whom · what </dialog>
 */
export class MessageDialog extends LightElement {
  static properties = {
    words: { attribute: false }, team: { attribute: false }, zones: { attribute: false }, crew: { attribute: false }, trouble: { attribute: false }, barred: { attribute: false },
    fault: { state: true }, length: { state: true },
  };

  constructor() {
    super();
    this.fault = '';
    this.trouble = '';
    this.length = 0;
    /** @type {import('./crew.js').Person[]} */
    this.crew = [];
  }

  /** @returns {void} */
  show() {
    this.fault = '';
    this.length = 0;
    this.querySelector('form').reset();
    this.querySelector('dialog').showModal();
    this.querySelector('textarea').focus();
  }

  close() {
    this.querySelector('dialog').close();
  }

  render() {
    const { words, team, zones, crew } = this;
    return html`<dialog class="asking" aria-labelledby="message-title" @click=${this.#outside}>
      <form @submit=${this.#send} novalidate>
        <div class="heading"><h2 id="message-title">${words('work.message-title')}</h2>
          <button type="button" class="away" aria-label=${words('form.leave')} @click=${this.close}>${icon('x')}</button></div>
        <div class="field"><label for="message-to">${words('work.message-to')}</label><select id="message-to" name="whom">
          <option value="">${words('work.message-team', { team: words(`work.team.${team.id}`) })}</option>
          ${group(words('work.zones'), 'zone', zones.map(({ id, name }) => [id, name]))}
          ${group(words('work.crew'), 'worker', crew.map(({ worker, name }) => [worker, name]))}
        </select></div>
        <div class="field"><label for="message-text">${words('work.message')}</label>
          <textarea id="message-text" name="text" rows="3" maxlength=${LONGEST} aria-describedby="message-hint" @input=${this.#written}></textarea>
          <small id="message-hint">${words('work.message-left', { left: LONGEST - this.length })} ${words('work.message-hint')}</small></div>
        <p class="trouble" role="alert">${this.fault || this.trouble}</p>
        <div class="sends"><button class="main" ?disabled=${this.barred}>${icon('users')}${words('work.message-send')}</button>
          <button type="button" @click=${this.close}>${words('form.leave')}</button></div>
      </form>
    </dialog>`;
  }

  #written({ target }) {
    this.length = target.value.length;
  }

  #outside(event) {
    if (event.target === event.currentTarget) {
      this.close();
    }
  }

  #send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const text = String(form.get('text') || '').trim();
    if (text === '') {
      this.fault = this.words('work.message-missing');
      this.querySelector('textarea').focus();
      return;
    }
    this.fault = '';
    const [kind, id = ''] = String(form.get('whom')).split(' ');
    const wish = { type: 'SendMessage', team: this.team.id, ...(kind === '' ? {} : { [kind]: id }), text };
    const who = this.querySelector('select').selectedOptions[0].textContent.trim();
    this.dispatchEvent(new CustomEvent('message', { detail: { wish, who } }));
  }
}

function group(label, kind, choices) {
  return choices.length === 0
    ? nothing
    : html`<optgroup label=${label}>${choices.map(([id, name]) => html`<option value="${kind} ${id}">${name}</option>`)}</optgroup>`;
}

customElements.define('flyt-message-dialog', MessageDialog);
