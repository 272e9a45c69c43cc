import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { icon } from '../glyphs/glyph.js';
import { addressAt, looksBack, momentOf } from './look-back.js';
import { worksForAll } from './me.js';

/**
 * The pages of one hospital that belong together, as tabs in the head of each of them:
 *
 *     <nav class="tabs"><a href="/capacity/FJO" aria-current="page">Nå</a> … <a href="/capacity/FJO?at=…">Tidsreise</a> …</nav>
 *
 * Only what somebody may open is there (a ward's nurse sees who waits for that ward, on its board); of one page there is no choice. A past
 * moment is carried to every page that can show it.
 *
 * @typedef {object} Place
 * @property {string} hospital
 * @property {import('./me.js').Me | null} me who looks; null before that is known
 * @property {string} here the page that is open, by its name
 * @property {number | null} now hospital time, epoch milliseconds; null before it is known
 */

const MINUTE = 60_000;

/** Each tab, in order: its words, the pages that are it, and the view of the whole hospital that opens each. */
const TABS = [
  { key: 'ways.now', pages: [['capacity', 'capacity'], ['house', 'house']] },
  { key: 'ways.waiting', pages: [['placement', 'requests']] },
  { key: 'ways.forecast', pages: [['forecast', 'forecast']] },
  { key: 'ways.alerts', pages: [['alerts', 'alerts']] },
];

/** @param {Place} place */
export function deskWays({ hospital, me, here, now }, words) {
  const sees = (view) => me !== null && me.may.views.includes(view) && (view !== 'requests' || worksForAll(me, hospital));
  const to = (page, moment) => addressAt({ pathname: `/${page}/${encodeURIComponent(hospital)}`, search: location.search }, moment);
  const open = TABS.map(({ key, pages }) => ({ key, pages, page: pages.find(([, view]) => sees(view)) })).filter(({ page }) => page !== undefined);
  const tabs = open.map(({ key, pages, page: [page] }) => tab(to(page, shown(now)), words(key), pages.some(([one]) => one === here) ? 'page' : nothing));
  if (sees('past') && open.length > 0) {
    tabs.push(travel(to, TRAVELS.includes(here) ? here : open[0].page[0], now, words));
  }
  if (sees('alerts')) {
    tabs.push(tab(to('alert-log', null), words('ways.setup'), here === 'alert-log' ? 'page' : nothing));
  }
  return tabs.length < 2 ? nothing : html`<nav class="tabs" aria-label=${words('ways.title')}>${tabs}</nav>`;
}

/** To a minute ago, or back to now; it has its place before it is known when that is. @param {number | null} now */
function travel(to, page, now, words) {
  const text = html`${icon('history')}${words('ways.past')}`;
  if (looksBack()) {
    return tab(to(page, null), text, 'true');
  }
  return now === null ? html`<a role="link" aria-disabled="true">${text}</a>` : tab(to(page, { at: minuteOf(now - MINUTE), rate: 0 }), text, nothing);
}

/** The pages that can show what was. */
const TRAVELS = TABS.flatMap(({ pages }) => pages.map(([page]) => page));

/** The moment that this page shows now, so that the next one shows the same; null: what is. @param {number | null} now */
function shown(now) {
  const moment = momentOf(location);
  return moment === null || now === null ? moment : { ...moment, at: minuteOf(now) };
}

/** In whole minutes: an address that changes every second is a new link every second. @param {number} at */
function minuteOf(at) {
  return new Date(Math.floor(at / MINUTE) * MINUTE).toISOString();
}

function tab(href, text, current) {
  return current === nothing ? html`<a href=${href}>${text}</a>` : html`<a href=${href} aria-current=${current} ${ref(inView)}>${text}</a>`;
}

/** On a phone the tabs are longer than the screen: the one that is open is brought into it, once. @param {Element | undefined} open */
function inView(open) {
  if (open !== undefined) {
    requestAnimationFrame(() => {
      const tabs = /** @type {HTMLElement} */ (open.parentElement);
      tabs.scrollLeft = /** @type {HTMLElement} */ (open).offsetLeft - tabs.offsetLeft - (tabs.clientWidth - open.clientWidth) / 2;
    });
  }
}
