import { html, nothing } from 'lit';
import '../past/time-travel.js';
import { wishOf } from './address.js';
import { deskFoot, deskHead } from './desk-frame.js';
import { deskWays } from './desk-ways.js';
import { eachFrame } from './each-frame.js';
import { HospitalTime } from './hospital-time.js';
import { LightElement } from './light-element.js';
import { Link } from './link.js';
import { looksBack } from './look-back.js';
import { refusedWords } from './refused.js';
import { unlessGivenUp } from './signed-in-page.js';
import { isStale, linkState } from './staleness.js';
import { silentFeeds, statusChip, testStrip } from './status.js';
import { themeFor, wear } from './theme.js';
import { whoWatches } from './viewer.js';
import { loadWords } from './words.js';

/**
 * A page of a whole hospital at a desk, live: the link, the words and the hospital's time, and what stands above and below. Whatever
 * extends it says what it is of and what stands between:
 *
 *     name                  its class, and its title's key `<name>.title`
 *     streams(may)          what it subscribes to, the first first, by the views that whoever looks may see
 *     headOf(rows)          the row that says the hospital's `name`, `timeZone` and `synthetic`; null before it is there
 *     content(shown)        what stands between; `shown`: `{head, rows, now, link, silent}`, head and rows null before they are there
 *     tools(), foot(shown)  what stands beside the title, and below; nothing by default
 *
 * @typedef {{head: any, rows: import('./rows.js').Rows | null, now: number | null, stale: boolean, silent: import('./link.js').Feed[], beat: any}} Shown
 */
export class LivePage extends LightElement {
  /** @type {import('./words.js').Words | null} */
  words = null;
  /** @type {HospitalTime | null} */
  time = null;
  /** @type {Link | null} */
  link = null;
  /** Who looks; null before that is known. @type {import('./me.js').Me | null} */
  me = null;
  /** What whoever looks may see and do. @type {{views: string[], deeds: string[]}} */
  may = { views: [], deeds: [] };
  /** Aborted when the page is left. */
  left = new AbortController();

  #wish = wishOf(location);
  #ticker = 0;
  #frame = eachFrame(() => this.requestUpdate());
  #who = () => void this.#look();

  get hospital() {
    return this.#wish.hospital;
  }

  /** What links to other pages carry on. */
  get query() {
    return { lang: this.#wish.language, ...(this.#wish.theme ? { theme: this.#wish.theme } : {}) };
  }

  /** Hospital time, epoch milliseconds; null before the first beat. */
  now() {
    return this.link === null ? null : this.link.now();
  }

  /** A clock time, or a dash before the hospital's time is known. @param {string | number} instant */
  clock(instant) {
    return this.time === null ? '–' : this.time.clock(instant);
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
    this.left.abort();
    if (this.link !== null) {
      this.link.removeEventListener('change', this.#frame.ask);
      this.link.removeEventListener('who', this.#who);
      this.link.close();
      this.link = null;
    }
  }

  tools() {
    return nothing;
  }

  foot() {
    return nothing;
  }

  render() {
    const { words, link } = this;
    if (words === null || link === null) {
      return nothing;
    }
    const { rows, beat, awayBeat, refused } = link;
    if (refused) {
      return html`<main class="desk"><h1>${refusedWords(refused, words('refused.hospital', { hospital: this.hospital }), words)}</h1>
        <p><a href="/">${words('refused.start')}</a></p></main>`;
    }
    const head = rows === null ? null : this.headOf(rows);
    const now = this.now();
    if (head && this.time === null) {
      this.time = new HospitalTime(head.timeZone, this.#wish.language);
    }
    if (head && now !== null) {
      wear(themeFor(this.#wish.theme, this.time.minuteOfDay(now)));
      document.title = `${words(`${this.name}.title`)} · ${head.name}`;
    }
    const state = linkState(link.silentMs(), 3);
    const silent = beat === null ? [] : silentFeeds(beat.feeds, null);
    const shown = { head, rows, now, stale: isStale(state), silent, beat };
    return html`<div class="desk of-house ${this.name} ${shown.stale ? 'stale' : ''}">
      ${deskHead({
        page: words(`${this.name}.title`),
        hospital: head ? head.name : '',
        ways: deskWays({ hospital: this.hospital, me: this.me, here: this.name, now }, words),
        tools: this.tools(shown),
        status: shown.stale
          ? html`<span class="status warn"><b>${words(state === 'distrust' ? 'link.distrust' : 'link.not-updated', { at: this.clock(beat.time) })}</b></span>`
          : statusChip({ link: state, silent, beat, awayBeat, words, time: this.time }),
        troubled: state !== 'live' || awayBeat !== null || silent.length > 0,
        clock: { at: now === null ? '–' : this.clock(now), day: now === null || this.time === null ? '' : this.time.shortDate(now) },
      }, words)}
      <main>${this.content(shown)}</main>
      ${deskFoot(testStrip(head && head.synthetic, beat && beat.rate, words), this.foot(shown), words)}
    </div>`;
  }

  async #start() {
    this.words = await loadWords(this.#wish.language);
    if ((await this.#look()) && this.isConnected) {
      const [first, ...others] = this.streams(this.may.views).map((view) => ({ hospital: this.hospital, view, scope: '-' }));
      this.link = new Link(first, others);
      this.link.addEventListener('change', this.#frame.ask);
      this.link.addEventListener('who', this.#who);
      this.#ticker = setInterval(() => this.requestUpdate(), 1000);
      this.requestUpdate();
    }
  }

  /** Whether anybody looks who may stay here, and what they may. */
  async #look() {
    const viewer = await whoWatches(this.left.signal);
    if (viewer !== null) {
      this.me = viewer.me;
      this.may = looksBack() ? { ...viewer.me.may, deeds: [] } : viewer.me.may;
      this.requestUpdate();
    }
    return viewer !== null;
  }
}
