import { html } from 'lit';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';

const KEPT = 'flyt.single-keys';

/** Whether single letters do something; whoever works by voice or leans on a key can switch that off. */
export function singleKeys() {
  return localStorage.getItem(KEPT) !== 'off';
}

const KEYS = [
  ['/', 'search'], ['↑ ↓', 'arrows'], ['Enter', 'open'], ['P', 'pin'], ['B', 'reopen'], ['X', 'cancel'], ['N', 'order'], ['M', 'move'], ['S', 'message'],
  ['1 2 3', 'team'], ['Esc', 'escape'], ['?', 'help'],
];

/** What each key does: `<flyt-keys-dialog .words @switched>`. */
export class KeysDialog extends LightElement {
  static properties = { words: { attribute: false } };

  show() {
    this.querySelector('dialog').showModal();
  }

  render() {
    const { words } = this;
    return html`<dialog class="asking" aria-labelledby="keys-title" @click=${this.#outside}>
      <div class="heading"><h2 id="keys-title">${words('work.keys')}</h2>
        <button type="button" class="away" aria-label=${words('form.leave')} @click=${this.#close}>${icon('x')}</button></div>
      <dl class="keys">${KEYS.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words(`work.key-${does}`)}</dd></div>`)}</dl>
      <label class="switch"><input type="checkbox" .checked=${singleKeys()} @change=${this.#switch} /><span>${words('work.keys-on')}</span></label>
    </dialog>`;
  }

  #close() {
    this.querySelector('dialog').close();
  }

  #outside(event) {
    if (event.target === event.currentTarget) {
      this.#close();
    }
  }

  #switch(event) {
    localStorage.setItem(KEPT, event.target.checked ? 'on' : 'off');
    this.dispatchEvent(new CustomEvent('switched'));
  }
}

customElements.define('flyt-keys-dialog', KeysDialog);
