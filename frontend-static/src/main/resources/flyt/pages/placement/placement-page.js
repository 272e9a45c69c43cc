import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { wishOf } from '../core/address.js';
import { eachFrame } from '../core/each-frame.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { Link } from '../core/link.js';
import { refusedWords } from '../core/refused.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import { isStale, linkState } from '../core/staleness.js';
import { silentFeeds, statusChip, testStrip } from '../core/status.js';
import { themeFor, wear } from '../core/theme.js';
import { whoWatches } from '../core/viewer.js';
import { loadWords } from '../core/words.js';
import { logo } from '../glyphs/logo.js';
import '../me/who-am-i.js';
import { Sending } from '../work/sending.js';
import './bed-choice.js';
import { bedText, whoText } from './bed-words.js';
import './waiting-list.js';

/** For how long a bed is promised. */
const PROMISED_MS = 4 * 60 * 60_000;

/** Who waits for a bed, and the beds for whoever is lifted: `<flyt-placement-page>` at `/placement/{hospital}`. */
export class PlacementPage extends LightElement {
  #wish = wishOf(location);
  #link = null;
  #ticker = 0;
  #frame = eachFrame(() => this.requestUpdate());
  #left = new AbortController();
  #who = () => void whoWatches(this.#left.signal);
  #sending = new Sending(this);
  #lifted = null;
  #beds = [];
  #time = null;

  words = null;

  get hospital() {
    return this.#wish.hospital;
  }

  now() {
    return this.#link === null ? null : this.#link.now();
  }

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.lang = this.#wish.language;
    wear(themeFor(this.#wish.theme, null));
    this.#start().catch(unlessGivenUp);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
    this.#frame.stop();
    this.#left.abort();
    if (this.#link !== null) {
      this.#link.removeEventListener('change', this.#frame.ask);
      this.#link.removeEventListener('who', this.#who);
      this.#link.close();
      this.#link = null;
    }
  }

  async #start() {
    this.words = await loadWords(this.#wish.language);
    const viewer = await whoWatches(this.#left.signal);
    if (viewer !== null && this.isConnected) {
      const { hospital } = this;
      this.#link = new Link({ hospital, view: 'requests', scope: '-' }, [{ hospital, view: 'house', scope: '-' }]);
      this.#link.addEventListener('change', this.#frame.ask);
      this.#link.addEventListener('who', this.#who);
      this.#ticker = setInterval(() => this.requestUpdate(), 1000);
      this.requestUpdate();
    }
  }

  render() {
    const { words } = this;
    if (words === null || this.#link === null) {
      return nothing;
    }
    const { rows, beat, awayBeat, refused } = this.#link;
    if (refused) {
      return html`<main class="desk"><h1>${refusedWords(refused, words('refused.hospital', { hospital: this.hospital }), words)}</h1>
        <p><a href="/">${words('refused.start')}</a></p></main>`;
    }
    const beside = this.#link.beside('house');
    const house = beside && beside.byKey.get('house');
    const now = this.now();
    this.#time = this.#time || (house && new HospitalTime(house.timeZone, this.#wish.language));
    if (house && now !== null) {
      wear(themeFor(this.#wish.theme, this.#time.minuteOfDay(now)));
      document.title = `${words('placement.title')} · ${house.name}`;
    }
    const link = linkState(this.#link.silentMs(), 3);
    const silent = beat === null ? [] : silentFeeds(beat.feeds, null);
    return html`<div class="desk placement ${isStale(link) ? 'stale' : ''}">
      <header class="top">${logo()}<h1>${words('placement.title')} <span>${house ? house.name : ''}</span></h1>
        <div class="slot" role="status">${statusChip({ link, silent, beat, awayBeat, words, time: this.#time })}</div>
        <div class="clock"><b>${now === null || !this.#time ? '–' : this.#time.clock(now)}</b></div></header>
      <main>${this.#news()}${rows && house ? this.#halves(rows, link, now) : nothing}</main>
      <footer class="bottom"><who-am-i .words=${words}></who-am-i><span>${testStrip(house && house.synthetic, beat && beat.rate, words)}</span>
        <a href="/">${words('refused.start')}</a></footer>
    </div>`;
  }

  #news() {
    const { done, trouble, unanswered, busy } = this.#sending;
    return html`<div class="news"><p class="done" role="status">${done}</p><p class="trouble" role="alert">${trouble}</p>
      ${unanswered ? html`<button type="button" ?disabled=${busy} @click=${() => this.#sending.again()}>${this.words('placement.again')}</button>` : nothing}</div>`;
  }

  #halves(rows, link, now) {
    const { words } = this;
    const request = this.#lifted === null ? undefined : rows.byKey.get(`request/${this.#lifted}`);
    const list = [...rows.byKey.values()];
    return html`<div class="halves"><flyt-waiting-list .rows=${list} .words=${words} .time=${this.#time} .now=${now} hospital=${this.hospital}
        .lifted=${request ? this.#lifted : null} .barred=${isStale(link) ? words('placement.barred') : ''}
        @lift=${this.#lift} @place=${this.#place} @let-go=${this.#letGo}></flyt-waiting-list>
      ${request
        ? html`<flyt-bed-choice .request=${request} .beds=${this.#beds} .words=${words} .time=${this.#time} .busy=${this.#sending.busy}
            @place=${this.#place} @let-go=${this.#letGo}></flyt-bed-choice>`
        : nothing}</div>`;
  }

  #lift = ({ detail }) => {
    this.#lifted = detail.request;
    this.#beds = [];
    this.requestUpdate();
    this.#ask(detail.request).catch(unlessGivenUp);
  };

  async #ask(request) {
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(this.hospital)}/requests/${request}/beds`, { signal: this.#left.signal });
    if (!answer.ok) {
      this.#sending.tell(this.words('placement.beds-not-told'));
    } else if (this.#lifted === request) {
      this.#beds = answer.body.beds;
      this.requestUpdate();
      await this.updateComplete;
      const choice = this.querySelector('flyt-bed-choice');
      await choice.updateComplete;
      choice.focusFirst();
    }
  }

  #place = ({ detail: { request, bed, seen, insteadOf } }) => {
    const { words } = this;
    const row = this.#link.rows.byKey.get(`request/${request}`);
    const place = [...this.#beds, ...row.suggestions].find((one) => one.bed === bed);
    const until = new Date(this.now() + PROMISED_MS).toISOString();
    const wish = { type: 'ReserveBed', bed, request, seen, until, ...(insteadOf ? { insteadOf } : {}) };
    void this.#sending.ask(wish, words('placement.reserved', { bed: bedText(place), who: whoText(row, words) }), () => this.#putDown(request));
  };

  #letGo = ({ detail: { request, bed } }) => {
    if (bed === null) {
      this.#putDown(request);
      return;
    }
    const row = this.#link.rows.byKey.get(`request/${request}`);
    const text = this.words('placement.given-back', { bed: bedText(row.promise), who: whoText(row, this.words) });
    void this.#sending.ask({ type: 'EndReservation', bed }, text);
  };

  /** Nobody is lifted any more; the keyboard goes back to the line. */
  #putDown(request) {
    if (this.#lifted === request) {
      this.#lifted = null;
      this.requestUpdate();
      void this.updateComplete.then(() => {
        const handle = this.querySelector(`[data-lift="${request}"]`);
        return handle && handle.focus();
      });
    }
  }
}

customElements.define('flyt-placement-page', PlacementPage);
