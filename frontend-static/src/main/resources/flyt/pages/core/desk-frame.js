import { html, nothing } from 'lit';
import { logo } from '../glyphs/logo.js';
import '../me/who-am-i.js';

/**
 * The head of a hospital's desk pages, the same on all of them and each thing at the same place, so that one can go between them
 * without looking for anything. What a page lacks is left out.
 *
 * @typedef {object} Head
 * @property {string} page what this page is called
 * @property {string} hospital its name; '' before it is known
 * @property {unknown} [ways] tabs to the pages beside it
 * @property {unknown} [tools] what this page has in its head alone
 * @property {unknown} [status] freshness
 * @property {boolean} [troubled] whether that needs more room than the word `Direkte`
 * @property {{at: string, day: string}} [clock] hospital time
 *
 * @param {Head} head
 */
export function deskHead({ page, hospital, ways = nothing, tools = nothing, status, troubled = false, clock }, words) {
  const title = words('capacity.title');
  return html`<header class="top ${troubled ? 'troubled' : ''}">
    <a class="home" href="/" aria-label=${words('place.start')}>${logo()}</a>
    <h1>${title} <span>${hospital}</span>${page === title ? nothing : html`<span class="visually-hidden"> – ${page}</span>`}</h1>
    ${ways}${tools}
    ${status === undefined ? nothing : html`<div class="slot" role="status">${status}</div>`}
    ${clock === undefined ? nothing : html`<div class="clock"><b>${clock.at}</b> <span>${clock.day}</span></div>`}
    <who-am-i .words=${words}></who-am-i>
  </header>`;
}

/** What stands under a hospital's desk page: that its people are invented, what the page adds, and the way out. */
export function deskFoot(said, more, words) {
  return html`<footer class="bottom"><span>${said}</span>${more}<a href="/">${words('refused.start')}</a></footer>`;
}
