import { html, nothing } from 'lit';
import { glyph, icon } from '../glyphs/glyph.js';
import { looksBack } from './look-back.js';

/**
 * What is known about the freshness of a page: link, journal and feeds. Pure but for the markup.
 *
 * @typedef {import('./link.js').Feed} Feed
 * @typedef {import('./staleness.js').LinkState} LinkState
 */

/**
 * The feeds of a screen that have fallen silent.
 * @param {Feed[]} feeds of the last beat
 * @param {string[] | null} sources those that carry something on this screen; null: all
 * @returns {Feed[]}
 */
export function silentFeeds(feeds, sources) {
  return feeds.filter((feed) => feed.silentSince !== null && (sources === null || sources.includes(feed.source)));
}

/**
 * The chip of the header, in a slot of fixed size: `Direkte` only while every feed shown is alive and what feeds send is taken.
 * Of what was there is nothing to say: the band has the moment.
 *
 * @param {{link: LinkState, silent: Feed[], beat: import('./link.js').Beat | null,
 *   awayBeat: import('./link.js').Beat | null, words: import('./words.js').Words,
 *   time: import('./hospital-time.js').HospitalTime | null}} state
 */
export function statusChip({ link, silent, beat, awayBeat, words, time }) {
  if (link === 'live' && looksBack()) {
    return nothing;
  }
  if (link !== 'live' || beat === null || time === null) {
    return html`<span class="status connecting">${glyph('ring-thin', 'mute')}<b>${words('link.connecting')}</b></span>`;
  }
  if (awayBeat !== null) {
    return html`<span class="status warn">${icon('database-off')}<span class="lines"><b>${words('journal.away')}</b>
      <span class="second">${words('journal.not-updated-since', { at: time.clock(awayBeat.time) })}</span></span></span>`;
  }
  if (silent.length > 0) {
    const [first, ...rest] = silent;
    const others = rest.map((feed) => feedText(feed, words, time)).join(' · ');
    return html`<span class="status warn">${glyph('clock', 'warn')}<span class="lines"><b>${feedText(first, words, time)}</b>
      <span class="second">${others || words('feed.marked')}</span></span></span>`;
  }
  const rejecting = beat.feeds.filter((feed) => feed.rejectingSince);
  if (rejecting.length > 0) {
    return html`<span class="status warn">${glyph('clock', 'warn')}<span class="lines"><b>${words('feed.rejecting-since', { feed: rejecting[0].name, at: time.clock(rejecting[0].rejectingSince) })}</b>
      <span class="second">${words('feed.may-miss')}</span></span></span>`;
  }
  return html`<span class="status live">${glyph('dot', 'ok')}<span class="lines"><b>${words('link.live')}</b>
    <span class="second">${time.clockWithSeconds(beat.time)}</span></span></span>`;
}

function feedText(feed, words, time) {
  return words('feed.silent-since', { feed: feed.name, at: time.clock(feed.silentSince) });
}

/** `Dette er testdata …` and the speed of a driven clock, where it is one of now; nothing for a real hospital on its own clock. */
export function testStrip(synthetic, rate, words) {
  const parts = [synthetic && words('test.strip'), rate !== null && rate !== 1 && !looksBack() && words('test.rate', { rate })].filter(Boolean);
  return parts.length === 0 ? nothing : html`${parts.join(' · ')}`;
}
