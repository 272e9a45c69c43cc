import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { LightElement } from '../core/light-element.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import { bedText, readyText, reasonsText, whoText } from './bed-words.js';

/** So often it is looked for by itself, and no more: it takes the server up to two seconds. */
const BY_ITSELF_MS = 120_000;

/**
 * A bed for all who wait at once, and what would help most, found when somebody asks, and by itself while somebody waits for whom no bed is
 * ready; never done by itself:
 * `<flyt-plan-proposal .rows .words .time .hospital .barred .busy>`. It says when it was made, how long that took, and what it gives beside
 * "the longest waiting takes the best bed". One press carries out one line of it: dispatches `place` {request, bed, seen, insteadOf, of}.
 */
export class PlanProposal extends LightElement {
  static properties = {
    rows: { attribute: false }, words: { attribute: false }, time: { attribute: false }, hospital: {}, barred: { attribute: false }, busy: { attribute: false },
    plan: { state: true }, finding: { state: true }, fault: { state: true },
  };

  #left = new AbortController();
  /** When it was last looked for, by the device's clock. */
  #last = -Infinity;

  constructor() {
    super();
    this.rows = [];
    this.barred = '';
    this.plan = null;
    this.finding = false;
    this.fault = '';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  render() {
    const { words, plan, finding } = this;
    return html`<section class="plan-proposal" aria-labelledby="plan-title" aria-busy=${finding ? 'true' : 'false'}>
      <h2 id="plan-title">${words('plan.title')} <button type="button" class="find" ?disabled=${finding} @click=${this.#find}>${icon('search')}${words(plan === null ? 'plan.find' : 'plan.find-again')}</button></h2>
      <p class="lead" role="status">${finding ? words('plan.finding') : plan === null ? words('plan.lead') : this.#made(plan)}</p>
      <p class="trouble" role="alert">${this.fault}</p>
      ${plan === null ? nothing : html`${this.#places(plan)}${this.#moves(plan)}`}
    </section>`;
  }

  /** When it was made, and what it gives beside what one does by hand. */
  #made({ at, tookMs, places, greedyPlaced, worth, greedy, ceiling }) {
    const { words, time } = this;
    const more = places.length - greedyPlaced;
    const gain = more > 0
      ? words('plan.more', { count: more })
      : worth > greedy
        ? words('plan.better', { percent: percent(worth / greedy - 1, words) })
        : words('plan.same');
    return [words('plan.made', { at: time.clock(at), seconds: seconds(tookMs, words) }), gain, worth === ceiling ? words('plan.best') : ''].filter(Boolean).join(' ');
  }

  #places({ places }) {
    const { words, time } = this;
    if (places.length === 0) {
      return html`<p>${words('plan.nobody')}</p>`;
    }
    return html`<ul class="places">${places.map((place) => {
      const row = this.#row(place.request);
      const done = row === undefined || row.promise !== null;
      const who = row === undefined ? words('plan.gone') : whoText(row, words);
      return html`<li class=${done ? 'done' : nothing} data-plan=${place.request}><b class="who">${who}</b>
        <span class="why"><b>${bedText(place)}</b> ${[readyText(place, words, time), reasonsText(place, words)].filter(Boolean).join(' · ')}</span>
        ${done
          ? html`<span class="state">${row === undefined ? '' : words('placement.given', { bed: bedText(row.promise) })}</span>`
          : html`<button type="button" class="take" ?disabled=${this.barred !== '' || this.busy} aria-label=${words('placement.reserve-for', { who, bed: bedText(place) })}
              @click=${() => this.#take(place, row)}>${words('placement.reserve')}</button>`}</li>`;
    })}</ul>`;
  }

  #moves({ moves }) {
    const { words } = this;
    if (moves.length === 0) {
      return nothing;
    }
    return html`<h3>${words('plan.helps')}</h3><ol class="moves">${moves.map((move) => html`<li data-move=${move.bed}><b>${words(`plan.${move.what}`, { bed: bedText(move) })}</b>
      <span>${words('plan.frees', { who: move.frees.map((request) => this.#row(request)).filter(Boolean).map((row) => whoText(row, words)).join(', ') || words('plan.gone') })}</span></li>`)}</ol>`;
  }

  updated() {
    const stuck = this.rows.some((row) => row.promise === null && !row.suggestions.some(({ standing }) => standing === 'ready'));
    if (stuck && !this.finding && this.barred === '' && !document.hidden && performance.now() - this.#last > BY_ITSELF_MS) {
      this.#ask(true).catch(unlessGivenUp);
    }
  }

  #row(request) {
    return this.rows.find((row) => row.request === request);
  }

  #take(place, row) {
    this.dispatchEvent(new CustomEvent('place', { detail: { request: place.request, bed: place.bed, seen: place.version, insteadOf: row.bed, of: place } }));
  }

  #find = () => {
    this.#ask(false).catch(unlessGivenUp);
  };

  /** @param {boolean} byItself nobody asked for it, so nobody need hear that it failed */
  async #ask(byItself) {
    this.finding = true;
    this.fault = '';
    this.#last = performance.now();
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(this.hospital)}/requests/plan`, { signal: this.#left.signal });
    this.finding = false;
    if (answer.ok) {
      this.plan = answer.body;
    } else if (!byItself) {
      this.fault = this.words('plan.not-found');
    }
  }
}

function percent(share, words) {
  return (100 * share).toFixed(1).replace('.', words('number.decimal'));
}

function seconds(millis, words) {
  return (millis / 1000).toFixed(1).replace('.', words('number.decimal'));
}

customElements.define('flyt-plan-proposal', PlanProposal);
