import { html, nothing } from 'lit';
import { LightElement } from '../../core/light-element.js';
import { icon } from '../../glyphs/glyph.js';

const TICK_MS = 200;

/**
 * What was just said by hand, and for some seconds the way to undo it: `<undo-bar .words .said @undo @over>`. The seconds that are
 * left are seen as a bar and as a number; a screen reader hears the text alone.
 *
 * @typedef {{text: string, seconds: number, until: number}} Said `seconds`: how long it can be undone, 0: not at all; `until`: when
 *   that is over, by `performance.now()`
 */
export class UndoBar extends LightElement {
  static properties = { words: { attribute: false }, said: { attribute: false }, left: { state: true } };

  #ticker = 0;

  constructor() {
    super();
    this.said = null;
    /** Milliseconds that are left. */
    this.left = 0;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
  }

  willUpdate(changed) {
    if (changed.has('said')) {
      clearInterval(this.#ticker);
      this.left = this.said === null ? 0 : Math.max(0, this.said.until - performance.now());
      if (this.left > 0) {
        this.#ticker = setInterval(() => this.#tick(), TICK_MS);
      }
    }
  }

  render() {
    const { words, said, left } = this;
    return html`<div class="said ${said === null ? 'empty' : ''} ${left > 0 ? '' : 'settled'}">
      <p role="status">${said === null ? '' : html`${icon('check')}<span>${said.text}</span>`}</p>
      ${left > 0
        ? html`<button type="button" class="undo" @click=${() => this.dispatchEvent(new CustomEvent('undo'))}>
            ${icon('arrow-back-up')}<span>${words('hand.undo')}</span><span class="left" aria-hidden="true">${Math.ceil(left / 1000)}</span>
            <progress max=${said.seconds * 1000} .value=${left} aria-hidden="true"></progress></button>`
        : nothing}
    </div>`;
  }

  #tick() {
    this.left = Math.max(0, this.said.until - performance.now());
    if (this.left === 0) {
      clearInterval(this.#ticker);
      this.dispatchEvent(new CustomEvent('over'));
    }
  }
}

customElements.define('undo-bar', UndoBar);
