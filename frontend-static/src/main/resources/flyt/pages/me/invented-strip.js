import { html, nothing } from 'lit';
import { LightElement } from '../core/light-element.js';
import { whoLooks } from '../core/me.js';

/** Says that the patients are invented, where they are: `<invented-strip .words>`. Nothing at a real hospital. */
export class InventedStrip extends LightElement {
  static properties = { words: { attribute: false }, shown: { state: true } };

  constructor() {
    super();
    this.shown = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void whoLooks().then((me) => (this.shown = me !== null && me.demo));
  }

  render() {
    return this.shown && this.words ? html`<section aria-label=${this.words('demo.title')}><p>${this.words('demo.strip')}</p></section>` : nothing;
  }
}

customElements.define('invented-strip', InventedStrip);
