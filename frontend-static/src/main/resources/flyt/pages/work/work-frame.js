import { html, nothing } from 'lit';
import { wishOf, withQuery } from '../core/address.js';
import { isStale, linkState } from '../core/staleness.js';
import { silentFeeds, statusChip, testStrip } from '../core/status.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { logo } from '../glyphs/logo.js';
import '../me/who-am-i.js';
import './keys-dialog.js';
import { TEAMS } from './teams.js';

/**
 * What stands around the work: the head with teams, search, freshness and clock; the foot; and what came of what was asked for.
 *
 * @typedef {{words: import('../core/words.js').Words, team: any, house: import('./hospital.js').Hospital, link: import('../core/link.js').Link,
 *   time: import('../core/hospital-time.js').HospitalTime, sought: string,
 *   mayOrder: boolean, mayTell: boolean}} Head
 */

/** @param {Head} head @param {(team: any) => void} show @param {(sought: string) => void} seek @param {() => void} order @param {() => void} tell */
export function workHead({ words, team, house, link, time, sought, mayOrder, mayTell }, show, seek, order, tell) {
  const state = linkState(link.silentMs(), 3);
  const now = link.now();
  return html`<header class="top">
    <a class="home" href="/" aria-label=${words('place.start')}>${logo()}</a>
    <h1>${words('work.title')} <span>${house.name}</span></h1>
    <nav class="teams" aria-label=${words('work.teams')}>${TEAMS.map(
      (each) => html`<a href=${withQuery(location, { team: each.id })} aria-current=${each === team ? 'page' : nothing}
        @click=${(event) => plainly(event) && show(each)}>${words(`work.team.${each.id}`)}</a>`,
    )}</nav>
    <label class="search">${icon('search')}<span class="visually-hidden">${words('work.search')}</span>
      <input id="search" type="search" placeholder=${words('work.search')} autocomplete="off" spellcheck="false" .value=${sought} @input=${(event) => seek(event.target.value)} />
      <kbd aria-hidden="true">/</kbd></label>
    ${mayOrder ? html`<button type="button" class="order" @click=${order}>${icon('plus')}${words('work.order')}</button>` : nothing}
    ${mayTell ? html`<button type="button" class="tell" @click=${tell}>${icon('users')}${words('work.message')}</button>` : nothing}
    <div class="slot" role="status">${isStale(state)
      ? html`<span class="status warn"><b>${words(state === 'distrust' ? 'link.distrust' : 'link.not-updated', { at: link.beat ? time.clock(link.beat.time) : '–' })}</b></span>`
      : statusChip({ link: state, silent: link.beat === null ? [] : silentFeeds(link.beat.feeds, null), beat: link.beat, awayBeat: link.awayBeat, words, time })}</div>
    <div class="clock"><b>${now === null ? '–' : time.clock(now)}</b><span>${now === null ? '' : time.shortDate(now)}</span></div>
    <who-am-i .words=${words}></who-am-i>
  </header>`;
}

/** @param {Head} head @param {() => void} help */
export function workFoot({ words, house, link }, help) {
  return html`<footer class="bottom">
    <button type="button" class="help" @click=${help}><kbd aria-hidden="true">?</kbd>${words('work.keys')}</button>
    <span>${testStrip(house.synthetic, link.beat && link.beat.rate, words)}</span>
    <a href=${`/labels/${encodeURIComponent(wishOf(location).hospital)}`}>${words('place.labels')}</a>
    <a href="/">${words('refused.start')}</a></footer>`;
}

/** @param {import('./sending.js').Sending} sending */
export function newsBar(sending, words) {
  return html`<div class="news">
    <p class="done" role="status">${sending.done === '' ? '' : html`${glyph('task-done', 'ok')}<span>${sending.done}</span>`}</p>
    <div class="trouble" role="alert">${sending.trouble === ''
      ? ''
      : html`${glyph('act', 'crit')}<span>${sending.trouble}</span>
          ${sending.unanswered === null ? nothing : html`<button type="button" @click=${() => sending.again()}>${words('hand.again')}</button>`}
          <button type="button" class="away" aria-label=${words('hand.close-sheet')} @click=${() => sending.tell('')}>${icon('x')}</button>`}</div>
  </div>`;
}

/** A press that stays in this page; with another key it opens the link elsewhere, as links do. */
function plainly(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) {
    return false;
  }
  event.preventDefault();
  return true;
}
