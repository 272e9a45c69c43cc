import { html } from 'lit';
import { LightElement } from './light-element.js';

/**
 * A button that asks once before it does what cannot be undone: `<ask-once .words .label .question @yes>`. The answer stands where
 * the button stood, with the focus on no, so that a second press by mistake does nothing.
 */
export class AskOnce extends LightElement {
  static properties = { words: { attribute: false }, label: { attribute: false }, question: { attribute: false }, asking: { state: true } };

  constructor() {
    super();
    this.asking = false;
  }

  render() {
    const { words, label, question } = this;
    return this.asking
      ? html`<span class="asking" role="group" aria-label=${question}><span>${question}</span>
          <button type="button" class="yes" @click=${this.#yes}>${label}</button>
          <button type="button" class="no" @click=${() => this.#ask(false)}>${words('ask.no')}</button></span>`
      : html`<button type="button" class="ask" @click=${() => this.#ask(true)}>${label}</button>`;
  }

  #ask(asking) {
    this.asking = asking;
    void this.updateComplete.then(() => this.querySelector(asking ? '.no' : '.ask').focus());
  }

  #yes() {
    this.asking = false;
    this.dispatchEvent(new CustomEvent('yes'));
  }
}

customElements.define('ask-once', AskOnce);
