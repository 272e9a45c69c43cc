import { html } from 'lit';
import { LightElement } from '../core/light-element.js';

/** What a bed can be asked to have, besides what isolation demands. */
const NEEDS = ['single-room', 'telemetry', 'dialysis', 'suction', 'intensive-care', 'child', 'near-nurses'];
const SEXES = ['female', 'male'];

/**
 * What one who waits needs, each a press: `<flyt-needs-form .request .words .busy>`. Dispatches `needs` {needs, sex} with all that is so
 * from then on; pressed again, it is so no more.
 */
export class NeedsForm extends LightElement {
  static properties = { request: { attribute: false }, words: { attribute: false }, busy: { attribute: false } };

  render() {
    const { request, words } = this;
    const toggle = (name, text, pressed, tell) => html`<button type="button" data-need=${name} aria-pressed=${pressed ? 'true' : 'false'} ?disabled=${this.busy} @click=${tell}>${text}</button>`;
    return html`<div class="needs" role="group" aria-label=${words('placement.needs')}>
      ${NEEDS.map((need) => toggle(need, words(`placement.need.${need}`), request.needs.includes(need), () => this.#need(need)))}
      ${SEXES.map((sex) => toggle(sex, words(`placement.sex.${sex}`), request.sex === sex, () => this.#tell(request.needs, request.sex === sex ? null : sex)))}</div>`;
  }

  #need(need) {
    const { needs, sex } = this.request;
    this.#tell(needs.includes(need) ? needs.filter((one) => one !== need) : [...needs, need], sex);
  }

  #tell(needs, sex) {
    this.dispatchEvent(new CustomEvent('needs', { detail: { needs, sex } }));
  }
}

customElements.define('flyt-needs-form', NeedsForm);
