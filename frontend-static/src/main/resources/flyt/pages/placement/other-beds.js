import { html, nothing } from 'lit';
import { LightElement } from '../core/light-element.js';
import { barriersText, bedText } from './bed-words.js';

/**
 * The beds that do not suit one who is lifted, with why, and what can be done all the same by somebody who says so on purpose:
 * `<flyt-other-beds .request .beds .words .may .busy>`. A bed that is occupied is earmarked for when it is free, or shared where two are to lie
 * in it; one that is promised to another who waits is swapped for the patient's own; one that is closed is opened; any other is given for a
 * reason that is kept.
 *
 *     <details> reason · sharing, a mode of its own · the beds </details>
 *
 * Dispatches `place` {request, bed, seen, insteadOf, sharing | purpose}, `swap` {bed, other} and `open` {bed}.
 */
export class OtherBeds extends LightElement {
  static properties = {
    request: { attribute: false }, beds: { attribute: false }, words: { attribute: false }, may: { attribute: false }, busy: { attribute: false },
    sharing: { state: true }, fault: { state: true },
  };

  constructor() {
    super();
    this.beds = [];
    this.may = [];
    this.sharing = false;
    this.fault = '';
  }

  willUpdate(changed) {
    if (changed.has('request') && (changed.get('request') || {}).request !== this.request.request) {
      this.sharing = false;
      this.fault = '';
    }
  }

  render() {
    const { words, beds, sharing } = this;
    if (beds.length === 0) {
      return nothing;
    }
    const places = this.may.includes('reserve-bed');
    return html`<details><summary>${words('placement.do-not-suit', { count: beds.length })}</summary>
      ${places
        ? html`<div class="on-purpose"><label>${words('placement.why')} <input name="purpose" maxlength="120" autocomplete="off" /></label>
            <button type="button" class="share" aria-pressed=${sharing ? 'true' : 'false'} @click=${() => (this.sharing = !sharing)}>${words('placement.sharing')}</button>
            <p class="fault" role="alert">${this.fault}</p></div>`
        : nothing}
      <ul class="others">${beds.map((bed) => html`<li data-bed=${bed.bed}><b>${bedText(bed)}</b><span>${barriersText(bed, words)}</span>${this.#deed(bed)}</li>`)}</ul></details>`;
  }

  #deed(bed) {
    const { words, busy } = this;
    const deed = onPurpose(bed, this.request, this.sharing, this.may);
    return deed === null
      ? nothing
      : html`<button type="button" data-deed=${deed} ?disabled=${busy} aria-label="${words(`placement.${deed}`)}: ${bedText(bed)}"
          @click=${() => this.#do(deed, bed)}>${words(`placement.${deed}`)}</button>`;
  }

  #do(deed, bed) {
    const { request } = this;
    const place = { request: request.request, bed: bed.bed, seen: bed.version, insteadOf: request.bed };
    this.fault = '';
    if (deed === 'swap') {
      this.#tell('swap', { bed: request.bed, other: bed.bed });
    } else if (deed === 'open') {
      this.#tell('open', { bed: bed.bed });
    } else if (deed === 'share') {
      this.#tell('place', { ...place, sharing: true });
    } else {
      const field = this.querySelector('[name=purpose]');
      const purpose = field.value.trim();
      if (purpose === '') {
        this.fault = this.words('placement.why-missing');
        field.focus();
      } else {
        this.#tell('place', { ...place, purpose });
      }
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** What nobody can be given a bed in spite of, by saying why. */
const FAST = ['closed', 'occupied', 'reserved', 'expected', 'not-for-inpatients'];

/**
 * What can be done with a bed that does not suit: `swap`, `open`, `share`, `earmark` (theirs when it is free), `anyway`; null: nothing.
 * @param {import('./bed-words.js').Bed} bed @param {{bed: string | null}} request @param {boolean} sharing @param {string[]} may
 */
export function onPurpose({ barriers, promised }, request, sharing, may) {
  const stands = barriers.filter((barrier) => FAST.includes(barrier));
  const only = (barrier) => stands.length === 1 && stands[0] === barrier;
  if (only('closed')) {
    return may.includes('open-bed') ? 'open' : null;
  } else if (only('reserved')) {
    return promised && request.bed !== null && may.includes('swap-reservations') ? 'swap' : null;
  } else if (!may.includes('reserve-bed')) {
    return null;
  } else if (only('occupied')) {
    return sharing ? 'share' : 'earmark';
  }
  return stands.length === 0 ? 'anyway' : null;
}

customElements.define('flyt-other-beds', OtherBeds);
