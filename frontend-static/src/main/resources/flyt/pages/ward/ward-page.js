import { html, nothing } from 'lit';
import { wishOf, withQuery } from '../core/address.js';
import { post } from '../core/api.js';
import { eachFrame } from '../core/each-frame.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { Link } from '../core/link.js';
import { looksBack } from '../core/look-back.js';
import { refusedWords } from '../core/refused.js';
import { ofKind } from '../core/rows.js';
import { isStale, linkState } from '../core/staleness.js';
import { silentFeeds, testStrip } from '../core/status.js';
import { themeFor, wear } from '../core/theme.js';
import { unattended, watchesTheSame, whoWatches } from '../core/viewer.js';
import { loadWords } from '../core/words.js';
import '../me/who-am-i.js';
import { namesAnybody } from '../past/past-names.js';
import '../past/time-travel.js';
import { bareRows } from './bare-rows.js';
import './break-glass.js';
import { boardHeader } from './board-header.js';
import { bedsOf, columnsOf, namesTogether, shownClusters } from './clusters.js';
import { countsOf } from './counts.js';
import './hand/hand-sheet.js';
import { mayWrite, unplaced } from './hand/hand-deeds.js';
import './hand/wall-door.js';
import { WallGuest } from './hand/wall-guest.js';
import { legend } from './legend.js';
import { named } from './named.js';
import { panelRows, panels } from './panels.js';
import './ward-asks.js';
import './ward-board.js';

/**
 * A ward on a wall: `<flyt-ward-page>` reads what to show from the page's address, keeps the link, and
 * passes each frame's rows down once per animation frame. The clock it shows is the hospital's.
 */
export class WardPage extends LightElement {
  #wish = wishOf(location);
  #words = null;
  #time = null;
  #source = null;
  #ticker = 0;
  #context = null;
  #columns = null;
  #frame = eachFrame(() => this.#apply());
  #applied = null;
  #left = new AbortController();
  /** @type {import('../core/viewer.js').Viewer | null} */
  #viewer = null;
  #level = 1;
  /** Whoever is signed in at this wall. @type {WallGuest | null} */
  #guest = null;
  #who = () => void this.#lookWho();

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.lang = this.#wish.language;
    wear(themeFor(this.#wish.theme, null));
    void this.#start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
    this.#frame.stop();
    this.#left.abort();
    this.#turnAway();
    this.#welcome(null);
  }

  async #start() {
    this.#words = await loadWords(this.#wish.language);
    if (!this.isConnected) {
      return;
    }
    this.#viewer = await whoWatches(this.#left.signal);
    if (this.#viewer === null || !this.isConnected) {
      return;
    }
    this.#welcome(this.#viewer);
    this.#watch();
    this.#ticker = setInterval(() => this.#apply(), 1000);
    this.requestUpdate();
  }

  /** Watches as much as this viewer may see, and no more than the address asks for. */
  #watch() {
    const { hospital, ward, level } = this.#wish;
    this.#level = Math.max(1, Math.min(level || 3, this.#viewer.level));
    const subscription = { hospital, view: 'ward', scope: ward, level: this.#level };
    const names = this.#viewer.names && this.#level === 3 && !looksBack() ? [{ hospital, view: 'names', scope: ward }] : [];
    const asks = this.#own && this.#viewer.me.may.views.includes('requests') ? [{ hospital, view: 'requests', scope: ward }] : [];
    const before = this.#turnAway();
    this.#source = new Link(subscription, [...names, ...asks]);
    this.#goOnFrom(before, subscription);
    this.#source.addEventListener('change', this.#frame.ask);
    this.#source.addEventListener('who', this.#who);
  }

  #turnAway() {
    const source = this.#source;
    if (source !== null) {
      source.removeEventListener('change', this.#frame.ask);
      source.removeEventListener('who', this.#who);
      source.close();
      this.#source = null;
    }
    return source;
  }

  /** Where as much may be seen as before, the board stands still until the new stream has begun. Names never stay. */
  #goOnFrom(before, { hospital, view, scope, level }) {
    if (before !== null && before.rows !== null && before.rows.stream === `${hospital}/${view}.${level}/${scope}`) {
      Object.assign(this.#source, { rows: before.rows, beat: before.beat, beatAt: before.beatAt, awayBeat: before.awayBeat });
    }
  }

  /** Whether somebody looks on a device of their own. */
  get #own() {
    const { me } = this.#viewer;
    return me.kind === 'person' && me.device !== 'wall';
  }

  /** What patients are called here. */
  #naming({ naming }) {
    if (looksBack() && !namesAnybody(this.#source.rows)) {
      return 'none';
    }
    return this.#names === null ? naming : 'names';
  }

  /** Who the patients are, for as long as whoever watches may know. */
  get #names() {
    return this.#viewer.names ? this.#source.beside('names') : null;
  }

  /** Somebody else may stand here by now, or nobody: what they may see is watched from now on. */
  async #lookWho() {
    const viewer = await whoWatches(this.#left.signal);
    if (viewer !== null && this.isConnected && !watchesTheSame(viewer, this.#viewer)) {
      this.#viewer = viewer;
      this.#welcome(viewer);
      this.#watch();
      this.requestUpdate();
    }
  }

  /** Whoever signs in at a wall has a minute there. */
  #welcome(viewer) {
    if (this.#guest !== null) {
      this.#guest.stop();
    }
    const { me = null } = viewer || {};
    this.#guest = me !== null && me.device === 'wall' ? new WallGuest(me.idleSeconds, () => void this.#sendOff()) : null;
  }

  /** The wall is a wall again: names and sheet go at once, whether the server answers or not. */
  async #sendOff() {
    if (this.#viewer.me.device === 'wall') {
      this.#viewer = unattended(this.#viewer);
      this.#welcome(null);
      this.requestUpdate();
      await post('/api/v1/access/sign-out', {});
      this.#watch();
    }
    await this.#lookWho();
  }

  #apply() {
    const { rows } = this.#source;
    const link = linkState(this.#source.silentMs(), this.#level);
    if (link === 'blank' && rows !== null && rows.seq !== -1) {
      this.#source.rows = bareRows(rows);
    }
    this.requestUpdate();
    if (window.flytOnPaint) {
      void this.updateComplete.then(() => this.#painted());
    }
  }

  /** For a bench: tells each row that was drawn anew, with the number of the frame that brought it. */
  #painted() {
    const { rows } = this.#source;
    for (const [key, row] of rows ? rows.byKey : []) {
      if (this.#applied && this.#applied.get(key) !== row) {
        performance.mark('flyt-row', { detail: { key, seq: rows.seq } });
        window.flytOnPaint(key, rows.seq);
      }
    }
    this.#applied = rows && rows.byKey;
  }

  render() {
    const words = this.#words;
    if (words === null || this.#source === null) {
      return nothing;
    }
    if (this.#source.refused) {
      return html`<main class="refused"><h1>${refusedWords(this.#source.refused, words('refused.ward', { ward: this.#wish.ward }), words)}</h1>
        ${this.#glass(words)}
        <p><a href="/">${words('refused.start')}</a></p></main>`;
    }
    const link = linkState(this.#source.silentMs(), this.#level);
    return this.#board(words, link);
  }

  /** Who is turned away from a ward that is not theirs may open it in an emergency. */
  #glass(words) {
    const may = this.#viewer.me.kind === 'person' && this.#viewer.me.may.deeds.includes('break-glass');
    return may && this.#source.refused.reason === 'not-yours'
      ? html`<break-glass .words=${words} .hospital=${this.#wish.hospital} .ward=${this.#wish.ward} @opened=${() => this.#watch()}></break-glass>`
      : nothing;
  }

  #board(words, link) {
    const { rows, beat, awayBeat } = this.#source;
    const head = rows && rows.byKey.get('head');
    const now = this.#source.now();
    if (head && this.#time === null) {
      this.#time = new HospitalTime(head.timeZone, this.#wish.language);
    }
    if (head && now !== null) {
      wear(themeFor(this.#wish.theme, this.#time.minuteOfDay(now), head.theme));
      document.title = `${head.name} · Flyt`;
    }
    const shown = head ? this.#screen(rows, head) : null;
    const sources = head ? [].concat(...Object.values(head.carriers || {})) : null;
    const silent = beat === null ? [] : silentFeeds(beat.feeds, sources);
    const { me } = this.#viewer;
    const own = this.#own;
    const byHand = shown !== null && !looksBack() && (mayWrite(me) || this.#guest !== null);
    const context = head && now !== null ? this.#contextFor(head, silent, link, now, own && byHand) : null;
    const header = {
      ward: head ? head.name : this.#wish.ward,
      clusters: head ? namesTogether(shown.clusters, words('and')) : '',
      counts: context && !context.blank ? countsOf(shown.beds, shown.panels.incoming, { ...head, today: this.#time.day(now) }) : null,
      level: this.#level,
      naming: head && this.#level > 1 ? this.#naming(head) : null,
      coordinator: head ? head.coordinator : null,
      silent: context ? context.silent : [],
      now,
      status: { link, silent, beat, awayBeat },
    };
    return html`<div class="wall level-${this.#level} ${own ? 'own' : ''} ${isStale(link) ? 'stale' : ''}">
      ${boardHeader(header, words, this.#time)}
      <main>${context
        ? html`${this.#asks(head, shown, words, link)}<flyt-ward-board .columns=${shown.columns} .context=${context} @write=${({ detail }) => this.querySelector('flyt-hand-sheet').openAt(detail)}></flyt-ward-board>
            ${context.blank ? nothing : legend(context.columns, words)}
            <div class="foot">${context.blank ? nothing : panels(head.panels, shown.panels, context, head.careWeightPerNurse)}${own ? this.#otherClusters(head, shown, words) : nothing}${me.kind === 'screen' && !looksBack()
              ? html`<wall-door .words=${words} .away=${isStale(link)} @signed-in=${this.#who}></wall-door>`
              : nothing}</div>`
        : nothing}</main>
      <footer class="strip"><span>${testStrip(head && head.synthetic, beat && beat.rate, words)}</span>
        ${byHand ? this.#handSheet(head, shown, words) : nothing}
        ${own ? html`<who-am-i .words=${words}></who-am-i>` : nothing}</footer>
    </div>`;
  }

  /** Who waits for the ward's answer, where somebody looks on a device of their own. */
  #asks(head, shown, words, link) {
    const rows = this.#source.beside('requests');
    const may = looksBack() ? { ...this.#viewer.me.may, deeds: [] } : this.#viewer.me.may;
    return rows === null
      ? nothing
      : html`<flyt-ward-asks .rows=${rows} .board=${this.#boardOf(head, shown, words)} .may=${may} .barred=${isStale(link) || looksBack()}></flyt-ward-asks>`;
  }

  /** What whatever is said by hand needs to know of the board. */
  #boardOf(head, { all, beds }, words) {
    const { beat } = this.#source;
    return {
      hospital: head.hospital,
      ward: head.ward,
      beds: [...all].sort((a, b) => a.order - b.order),
      here: new Set(beds.map((row) => row.key)),
      unplaced: unplaced(this.#names),
      now: () => this.#source.now(),
      rate: beat === null ? 1 : beat.rate,
      time: this.#time,
      words,
    };
  }

  /** Where the board is written on by hand. */
  #handSheet(head, shown, words) {
    const board = this.#boardOf(head, shown, words);
    const leave = this.#guest === null ? this.#who : () => void this.#sendOff();
    return html`<flyt-hand-sheet .board=${board} .viewer=${this.#viewer} .seconds=${this.#guest && this.#guest.secondsLeft()}
      @leave=${leave}></flyt-hand-sheet>`;
  }

  /** What of the ward stands on this screen; the same object while the rows are the same. */
  #screen(rows, head) {
    const beside = this.#names;
    if (this.#columns === null || this.#columns.rows !== rows || this.#columns.beside !== beside) {
      const all = named(ofKind(rows, 'bed'), beside);
      const clusters = shownClusters(head.clusters, all, this.#wish.clusters);
      const beds = bedsOf(all, clusters);
      const ids = clusters.map((cluster) => cluster.id);
      const panelsOfBeds = panelRows([...rows.byKey.values()], new Set(beds.map((row) => row.bed)), ids);
      this.#columns = { rows, beside, all, clusters, beds, columns: columnsOf(beds, clusters), panels: panelsOfBeds };
    }
    return this.#columns;
  }

  /** The shared context of all lines; the same object while nothing in it changes. */
  #contextFor(head, silent, link, now, writes) {
    const names = silent.map((feed) => feed.source);
    const fields = {
      columns: head.columns,
      silent: Object.keys(head.carriers || {}).filter((name) => head.carriers[name].some((source) => names.includes(source))),
      now: Math.floor(now / 60_000) * 60_000,
      stale: isStale(link),
      blank: link === 'blank',
      writes: writes && link !== 'blank',
    };
    const reads = JSON.stringify(fields);
    if (this.#context === null || this.#context.reads !== reads) {
      this.#context = { ...fields, reads, words: this.#words, time: this.#time };
    }
    return this.#context;
  }

  #otherClusters(head, shown, words) {
    const others = head.clusters.filter((cluster) => !shown.clusters.includes(cluster));
    if (others.length === 0) {
      return nothing;
    }
    const most = Math.max(1, shown.clusters.length);
    return html`<nav class="others" aria-label=${words('clusters.others')}>${others
      .slice(0, 3)
      .map((cluster, i) => [cluster, ...others.slice(i + 1)].slice(0, most))
      .filter((group, i) => i % most === 0)
      .map(
        (group) => html`<a href=${withQuery(location, { tun: group.map((cluster) => cluster.id).join(',') })}
          >${namesTogether(group, words('and'))}</a>`,
      )}</nav>`;
  }
}

customElements.define('flyt-ward-page', WardPage);
