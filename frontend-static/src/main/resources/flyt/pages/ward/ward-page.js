import { html, nothing } from 'lit';
import { wishOf, withQuery } from '../core/address.js';
import { eachFrame } from '../core/each-frame.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { Link } from '../core/link.js';
import { PastMoment } from '../core/past-moment.js';
import { ofKind } from '../core/rows.js';
import { isStale, linkState } from '../core/staleness.js';
import { silentFeeds, testStrip } from '../core/status.js';
import { themeFor, wear } from '../core/theme.js';
import { loadWords } from '../core/words.js';
import { bareRows } from './bare-rows.js';
import { boardHeader } from './board-header.js';
import { bedsOf, columnsOf, namesTogether, shownClusters } from './clusters.js';
import { countsOf } from './counts.js';
import { legend } from './legend.js';
import { panelRows, panels } from './panels.js';
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
    if (this.#source !== null) {
      this.#source.removeEventListener('change', this.#frame.ask);
      this.#source.close();
      this.#source = null;
    }
  }

  async #start() {
    this.#words = await loadWords(this.#wish.language);
    if (!this.isConnected) {
      return;
    }
    const { hospital, ward, level, at } = this.#wish;
    const subscription = { hospital, view: 'ward', scope: ward, level };
    this.#source = at === null ? new Link(subscription) : new PastMoment(subscription, at);
    this.#source.addEventListener('change', this.#frame.ask);
    this.#ticker = setInterval(() => this.#apply(), 1000);
    this.requestUpdate();
  }

  #apply() {
    const { rows } = this.#source;
    const link = linkState(this.#source.silentMs(), this.#wish.level);
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
      return html`<main class="refused"><h1>${words('refused.ward', { ward: this.#wish.ward })}</h1>
        <p><a href="/">${words('refused.start')}</a></p></main>`;
    }
    const link = linkState(this.#source.silentMs(), this.#wish.level);
    return this.#board(words, link);
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
    const context = head && now !== null ? this.#contextFor(head, silent, link, now) : null;
    const header = {
      ward: head ? head.name : this.#wish.ward,
      clusters: head ? namesTogether(shown.clusters, words('and')) : '',
      counts: context && !context.blank ? countsOf(shown.beds, shown.panels.incoming, { ...head, today: this.#time.day(now) }) : null,
      level: this.#wish.level,
      naming: head && this.#wish.level > 1 ? head.naming : null,
      coordinator: head ? head.coordinator : null,
      silent: context ? context.silent : [],
      now,
      status: { link, silent, beat, awayBeat },
      past: this.#wish.at,
    };
    return html`<div class="wall level-${this.#wish.level} ${isStale(link) ? 'stale' : ''} ${this.#wish.at === null ? '' : 'looking-back'}">
      ${boardHeader(header, words, this.#time)}
      <main>${context
        ? html`<flyt-ward-board .columns=${shown.columns} .context=${context}></flyt-ward-board>
            ${context.blank ? nothing : legend(context.columns, words)}
            <div class="foot">${context.blank ? nothing : panels(head.panels, shown.panels, context, head.careWeightPerNurse)}${this.#otherClusters(head, shown, words)}</div>`
        : nothing}</main>
      <footer class="strip">${testStrip(head && head.synthetic, beat && beat.rate, words)}</footer>
    </div>`;
  }

  /** What of the ward stands on this screen; the same object while the rows are the same. */
  #screen(rows, head) {
    if (this.#columns === null || this.#columns.rows !== rows) {
      const all = ofKind(rows, 'bed');
      const clusters = shownClusters(head.clusters, all, this.#wish.clusters);
      const beds = bedsOf(all, clusters);
      const ids = clusters.map((cluster) => cluster.id);
      const panelsOfBeds = panelRows([...rows.byKey.values()], new Set(beds.map((row) => row.bed)), ids);
      this.#columns = { rows, clusters, beds, columns: columnsOf(beds, clusters), panels: panelsOfBeds };
    }
    return this.#columns;
  }

  /** The shared context of all lines; the same object while nothing in it changes. */
  #contextFor(head, silent, link, now) {
    const names = silent.map((feed) => feed.source);
    const fields = {
      columns: head.columns,
      silent: Object.keys(head.carriers || {}).filter((name) => head.carriers[name].some((source) => names.includes(source))),
      now: Math.floor(now / 60_000) * 60_000,
      stale: isStale(link),
      blank: link === 'blank',
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
