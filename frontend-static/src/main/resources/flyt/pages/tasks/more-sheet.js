import { html, nothing } from 'lit';
import { LightElement } from '../core/light-element.js';
import { icon } from '../glyphs/glyph.js';
import { DELAY, HAND_BACK, PAUSE, REJECT } from './because.js';
import { colleagueChoices } from './colleagues.js';
import { placeName } from './sayings.js';

const ASKS = {
  DelayTask: { key: 'more.late', icon: 'clock', because: DELAY, needs: true },
  RejectTask: { key: 'more.cannot', icon: 'x', because: REJECT, needs: true },
  HandBackTask: { key: 'more.hand-back', icon: 'arrow-back-up', because: HAND_BACK, needs: false },
  HandOverTask: { key: 'more.hand-over', icon: 'user' },
  PauseTask: { key: 'more.pause', icon: 'player-pause', because: PAUSE, needs: false },
};

/**
 * What else can be said of a job, and why: `<flyt-more-sheet .words .job .colleagues @say @close>`. Reasons are ready choices, or own words.
 *
 *     <dialog><h2>316</h2><button>Forsinket</button>…</dialog>
 */
export class MoreSheet extends LightElement {
  static properties = { words: { attribute: false }, job: { attribute: false }, colleagues: { attribute: false }, type: { state: true } };

  constructor() {
    super();
    /** @type {import('./jobs.js').Job | null} */
    this.job = null;
    /** @type {import('./jobs.js').Queue['colleagues']} */
    this.colleagues = [];
    /** What needs a reason, or a colleague, first. @type {string | null} */
    this.type = null;
  }

  updated(changed) {
    const dialog = this.querySelector('dialog');
    if (changed.has('job') && this.job !== null && dialog !== null && !dialog.open) {
      this.type = null;
      dialog.showModal();
    }
  }

  render() {
    const { words, job } = this;
    return job === null
      ? nothing
      : html`<dialog class="sheet" aria-labelledby="more-title" @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
          <div class="sheet-top"><h2 id="more-title">${[placeName(job.at), this.type === null ? '' : words(ASKS[this.type].key)].filter(Boolean).join(' · ')}</h2>
            <button type="button" class="round" aria-label=${words('close')} @click=${() => this.#shut()}>${icon('x')}</button></div>
          ${this.type === null ? this.#deeds(words, job) : this.type === 'HandOverTask' ? colleagueChoices(this.colleagues, words, (worker) => this.#say('HandOverTask', { worker })) : this.#reasons(words, this.type)}
        </dialog>`;
  }

  #deeds(words, job) {
    const begun = job.state === 'in-progress';
    const types = [...(job.handOver ? [] : ['HandOverTask']), 'DelayTask', 'RejectTask', ...(begun ? ['PauseTask'] : []), ...(job.state === 'accepted' || job.state === 'paused' ? ['HandBackTask'] : [])];
    return html`<div class="choices">
      <button type="button" @click=${() => this.#say('AskForHelp', { wanted: !job.helpWanted })}>${icon('users')}<span>${words(job.helpWanted ? 'more.help-over' : 'more.help')}</span></button>
      ${job.handOver ? html`<button type="button" data-deed="KeepTask" @click=${() => this.#say('HandOverTask', {})}>${icon('arrow-back-up')}<span>${words('more.keep')}</span></button>` : nothing}
      ${types.map((type) => html`<button type="button" data-deed=${type} @click=${() => (this.type = type)}>${icon(ASKS[type].icon)}<span>${words(ASKS[type].key)}</span></button>`)}
    </div>`;
  }

  #reasons(words, type) {
    const { because, needs } = ASKS[type];
    return html`<div class="choices">${because.map((key) => html`<button type="button" @click=${() => this.#say(type, { reason: words.house(key) })}>
        <span>${words(key)}</span></button>`)}
        ${needs ? nothing : html`<button type="button" @click=${() => this.#say(type, {})}><span>${words('because.none')}</span></button>`}</div>
      <form class="own" @submit=${(event) => this.#own(event, type)}>
        <label for="own-words">${words('more.own')}</label>
        <span class="field"><input id="own-words" name="reason" maxlength="200" autocomplete="off" required />
        <button type="submit" class="main">${words('more.send')}</button></span>
      </form>`;
  }

  #own(event, type) {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason').trim();
    if (reason !== '') {
      this.#say(type, { reason });
    }
  }

  #say(type, more) {
    this.dispatchEvent(new CustomEvent('say', { detail: { type, job: this.job, more } }));
    this.#shut();
  }

  #shut() {
    this.querySelector('dialog').close();
  }
}

customElements.define('flyt-more-sheet', MoreSheet);
