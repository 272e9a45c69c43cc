import { html } from 'lit';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';
import { LANGUAGES } from './languages.js';

/** The button with which somebody chooses their language, and its sheet: `<flyt-language-menu .words language @language>`. */
export class LanguageMenu extends LightElement {
  static properties = { words: { attribute: false }, language: { type: String } };

  render() {
    const { words, language } = this;
    const { name } = LANGUAGES.find(({ code }) => code === language) || LANGUAGES[0];
    return html`<button type="button" class="language" aria-haspopup="dialog" @click=${() => this.querySelector('dialog').showModal()}>
        ${icon('language')}<span class="visually-hidden">${words('language.title')}: </span><span>${name}</span></button>
      <dialog class="sheet" aria-labelledby="language-title">
        <div class="sheet-top"><h2 id="language-title">${words('language.title')}</h2>
          <button type="button" class="round" aria-label=${words('close')} @click=${() => this.#shut()}>${icon('x')}</button></div>
        <div class="choices">${LANGUAGES.map((one) => html`<button type="button" lang=${one.code} aria-pressed=${String(one.code === language)} @click=${() => this.#choose(one.code)}>
          ${icon(one.code === language ? 'check' : 'language')}<span>${one.name}${one.machine ? html`<small>${one.machine}</small>` : ''}</span></button>`)}</div>
      </dialog>`;
  }

  #choose(code) {
    this.#shut();
    this.dispatchEvent(new CustomEvent('language', { detail: code }));
  }

  #shut() {
    this.querySelector('dialog').close();
  }
}

customElements.define('flyt-language-menu', LanguageMenu);
