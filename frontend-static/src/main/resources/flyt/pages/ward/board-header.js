import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isStale } from '../core/staleness.js';
import { statusChip } from '../core/status.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { logo } from '../glyphs/logo.js';

/**
 * The head of a board: ward, counts, level, status, clock. With the link lost the amber banner takes its very place.
 *
 * @typedef {object} Header
 * @property {string} ward the ward's name, or its id before the first snapshot
 * @property {string} clusters `Tun A og B`
 * @property {import('./counts.js').Count[] | null} counts null before the first snapshot
 * @property {1 | 2 | 3} level
 * @property {string | null} naming `initials`, `names`, or null where nobody is named
 * @property {{name: string, phone: string | null} | null} coordinator
 * @property {string[]} silent columns and panels with a silent feed
 * @property {number | null} now hospital time
 * @property {{link: import('../core/staleness.js').LinkState, silent: import('../core/link.js').Feed[],
 *   beat: any, awayBeat: any}} status
 */

/**
 * @param {Header} header @param {import('../core/words.js').Words} words @param {import('../core/hospital-time.js').HospitalTime | null} time
 */
export function boardHeader(header, words, time) {
  return isStale(header.status.link) ? banner(header, words, time) : plainHeader(header, words, time);
}

function plainHeader(header, words, time) {
  return html`<header class="head">
    ${logo()}
    <div class="ward"><h1 class=${sizeOf(header.ward)}>${header.ward}</h1><span class="clusters">${header.clusters}</span></div>
    <ul class="counts" aria-label=${words('counts.label')}>${countTiles(header, words)}</ul>
    <div class="slot" role="status">${statusChip({ ...header.status, words, time })}</div>
    <div class="level">${icon('eye-off')}<span class="lines"><span>${words(`level.${header.level}`)}</span>
      <b>${header.naming ? words(`naming.${header.naming}`) : nothing}</b></span></div>
    <div class="coordinator"><span>${words('coordinator')}</span>
      <b>${header.coordinator ? [header.coordinator.name, header.coordinator.phone].filter(Boolean).join(' · ') : '–'}</b></div>
    <div class="clock"><b>${time && header.now !== null ? time.clock(header.now) : '–'}</b>
      <span>${time && header.now !== null ? time.shortDate(header.now) : ''}</span></div>
  </header>`;
}

/** A long name stands smaller, a very long one in two lines. @param {string} ward */
function sizeOf(ward) {
  return ward.length > 11 ? 'long' : ward.length > 7 ? 'middling' : '';
}

function countTiles({ counts, silent, level }, words) {
  const tiles = counts || [{ key: 'occupied' }, { key: 'held' }, { key: 'free' }];
  return tiles.map(
    (count) => html`<li class="count count-${count.key}">
      <span class="figure">${keyed(
        count.value,
        html`<b>${counts ? count.value : '–'}</b>${count.of === undefined ? nothing : html`<span class="of">/${count.of}</span>`}${count.more ===
        undefined
          ? nothing
          : html`<span class="of">+${count.more}</span>`}`,
      )}</span>
      <span class="what">${words(`count.${count.key}`)}</span>
      ${silent.includes(count.fedBy) && level > 1
        ? html`<span class="old">${glyph('clock', 'warn', words('feed.old-value'))}</span>`
        : nothing}
    </li>`,
  );
}

const MINUTE = 60_000;

function banner({ ward, clusters, status, now }, words, time) {
  const since = time.clock(status.beat.time);
  const until = time.clock(Date.parse(status.beat.time) + 10 * MINUTE * status.beat.rate);
  const place = [ward, clusters.charAt(0).toLowerCase() + clusters.slice(1)].filter(Boolean).join(', ');
  const text = {
    lost: ['link.not-updated', 'link.lost'],
    distrust: ['link.distrust', 'link.lost-long'],
    blank: ['link.not-updated', 'link.blank'],
  }[status.link];
  return html`<header class="head banner">
    ${icon('wifi-off')}
    <div class="ward" role="alert"><h1>${place} · ${words(text[0], { at: since })}</h1><span>${words(text[1], { at: since, until })}</span></div>
    <div class="clock"><b>${time.clock(now)}</b><span>${words('clock.now')}</span></div>
  </header>`;
}
