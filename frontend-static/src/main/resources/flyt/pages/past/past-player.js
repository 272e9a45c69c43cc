import { html, nothing } from 'lit';
import { eachFrame } from '../core/each-frame.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { addressAt, RATES } from '../core/look-back.js';
import { whoLooks } from '../core/me.js';
import { languageOf } from '../core/signed-in-page.js';
import { loadWords } from '../core/words.js';
import { icon } from '../glyphs/glyph.js';
import { daysOf, markBeside } from './days.js';
import { namesAnybody } from './past-names.js';
import { markWords, track } from './track.js';

/**
 * The band over a page of the past and the player under it: `<flyt-past-player .link=${link}>` moves what the link watches. It reads
 * and seeks; there is nothing in it that writes.
 */
export class PastPlayer extends LightElement {
  static properties = { copied: { state: true } };

  /** @type {import('../core/link.js').Link | null} */
  #link = null;
  /** @type {ReturnType<typeof daysOf> | null} */
  #days = null;
  #words = null;
  #time = null;
  #me = null;
  #ticker = 0;
  #rate = 60;
  /** The rate of the last beat. */
  #heard = 0;
  #frame = eachFrame(() => this.requestUpdate());
  #sizes = new ResizeObserver(() => this.#makeRoom());

  constructor() {
    super();
    this.copied = false;
  }

  /** @param {import('../core/link.js').Link} link the last one that the page has opened */
  set link(link) {
    this.#leave();
    this.#link = link;
    this.#link.addEventListener('change', this.#frame.ask);
    if (this.#days === null) {
      this.#days = daysOf(link.subscription.hospital);
      this.#days.addEventListener('change', this.#frame.ask);
    }
    this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ticker = setInterval(() => this.requestUpdate(), 1000);
    void this.#start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
    this.#sizes.disconnect();
    this.#frame.stop();
    this.#leave();
    if (this.#days !== null) {
      this.#days.removeEventListener('change', this.#frame.ask);
    }
  }

  updated() {
    this.querySelectorAll('section').forEach((section) => this.#sizes.observe(section));
  }

  /** The page stands between band and player, however high these are. */
  #makeRoom() {
    const [band, strip] = this.querySelectorAll('section');
    const { style } = document.documentElement;
    const height = (section) => Math.ceil(section.getBoundingClientRect().height);
    style.setProperty('--past-band', `${height(band)}px`);
    style.setProperty('--past-strip', `${height(strip) + 8}px`);
  }

  /** Goes by so much from the moment shown. @param {number} milliseconds */
  move(milliseconds) {
    const now = this.#link === null ? null : this.#link.now();
    if (now !== null) {
      this.#seek(now + milliseconds);
    }
  }

  async #start() {
    this.#me = await whoLooks();
    this.#words = await loadWords(languageOf(location, this.#me));
    this.requestUpdate();
  }

  #leave() {
    if (this.#link !== null) {
      this.#link.removeEventListener('change', this.#frame.ask);
    }
  }

  #seek(at) {
    const rate = this.#playing();
    this.#link.seek(at, rate);
    this.#keep(at, rate);
  }

  #play(rate) {
    this.#link.play(rate);
    this.#keep(this.#link.now(), rate);
  }

  /** The address says what is looked at, so that the page can be opened again. */
  #keep(at, rate) {
    this.copied = false;
    history.replaceState(null, '', addressAt(location, { at: new Date(at).toISOString(), rate }));
  }

  /** To the next mark, or the one before. */
  #jump(days, way) {
    const mark = markBeside(days, this.#link.now(), way);
    if (mark !== null) {
      this.#seek(Date.parse(mark.at));
    }
  }

  /** What plays at a rate of its own accord, as its address says, shows that rate. */
  #hearRate() {
    const rate = this.#playing();
    if (rate !== this.#heard) {
      this.#heard = rate;
      this.#rate = rate || this.#rate;
    }
  }

  #playing() {
    return this.#link.beat === null ? 0 : this.#link.beat.rate;
  }

  #next() {
    this.#rate = RATES[(RATES.indexOf(this.#rate) + 1) % RATES.length];
    if (this.#playing() > 0) {
      this.#play(this.#rate);
    }
    this.requestUpdate();
  }

  async #copy(now) {
    await navigator.clipboard.writeText(location.origin + addressAt(location, { at: new Date(now).toISOString(), rate: this.#playing() }));
    this.copied = true;
  }

  render() {
    const words = this.#words;
    if (words === null || this.#link === null) {
      return nothing;
    }
    const now = this.#link.now();
    this.#hearRate();
    const days = now === null ? [] : this.#days.around(now);
    if (days.length > 0 && this.#time === null) {
      this.#time = new HospitalTime(days[0].timeZone, document.documentElement.lang);
    }
    return html`${this.#band(now, days, words)}${this.#strip(now, days, words)}`;
  }

  #band(now, days, words) {
    const training = days.some((day) => day.synthetic);
    return html`<section class="past-band" aria-label=${words('past.label')}>
      ${icon('history')}
      <div class="moment"><h2>${this.#time === null ? words('past.loading') : words('past.title', { day: this.#time.longDate(now), at: this.#time.clock(now) })}</h2>
        <p>${words(this.#note())} ${training ? words('past.training') : nothing}</p></div>
      ${this.#names(words)}
      <a class="to-now" href=${addressAt(location, null)}>${words('past.to-now')} <span aria-hidden="true">→</span></a>
    </section>`;
  }

  /** What can be done here, and who has a name. */
  #note() {
    if (this.#link.reason !== '') {
      return 'past.note-reason';
    }
    return this.#link.subscription.view === 'ward' && namesAnybody(this.#link.rows) ? 'past.note-treated' : 'past.note';
  }

  /** On a ward's board, for who may look back: who it was, for a reason. */
  #names(words) {
    const { view, level } = this.#link.subscription;
    const may = this.#me !== null && this.#me.kind === 'person' && view === 'ward' && level > 1 && this.#me.may.views.includes('past');
    return may
      ? html`<past-names .words=${words} .reason=${this.#link.reason} @reason=${({ detail }) => this.#link.because(detail)}></past-names>`
      : nothing;
  }

  #strip(now, days, words) {
    const playing = this.#playing() > 0;
    const jump = (way) => {
      const mark = this.#time === null ? null : markBeside(days, now, way);
      const name = mark === null ? words(way < 0 ? 'past.no-mark-before' : 'past.no-mark-after') : words('past.jump', { what: markWords(mark, words, this.#time) });
      return html`<button type="button" class="jump" aria-disabled=${String(mark === null)} aria-label=${name} title=${name} @click=${() => this.#jump(days, way)}>${icon(way < 0 ? 'arrow-left' : 'arrow-right')}</button>`;
    };
    return html`<section class="past-strip" aria-label=${words('past.player')}>
      <button type="button" class="play" aria-label=${words(playing ? 'past.pause' : 'past.play')} ?disabled=${now === null} @click=${() => this.#play(playing ? 0 : this.#rate)}>${icon(playing ? 'player-pause' : 'player-play')}</button>
      <button type="button" class="rate" aria-label=${words('past.rate', { rate: this.#rate })} @click=${this.#next}>${this.#rate}×</button>
      ${jump(-1)}
      ${this.#time === null ? html`<div class="track waiting"></div>` : track({ days, now, words, time: this.#time }, (at) => this.#seek(at), (way) => this.#jump(days, way))}
      ${jump(1)}
      <button type="button" class="share" ?disabled=${now === null} @click=${() => void this.#copy(now)}>${icon(this.copied ? 'check' : 'copy')}<span class="words">${words(this.copied ? 'past.copied' : 'past.share')}</span></button>
    </section>`;
  }
}

customElements.define('flyt-past-player', PastPlayer);
