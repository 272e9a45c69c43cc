import { html, nothing } from 'lit';
import { glyph, icon } from '../glyphs/glyph.js';
import { deeds } from './deeds.js';
import { shiftOf } from './shift-times.js';
import { breakDeeds } from './shift-view.js';

/** What stands around every view of the phone: the head, the buttons for the thumb, and the tabs. */

/** @param {import('./jobs.js').Queue} queue @param {{words: import('./languages.js').PhoneWords, [field: string]: any}} head */
export function headOf({ self }, { words, given, team, time, link, cut, language, choose }) {
  const shift = self === null ? '' : ` · ${words(`shift.${shiftOf(self.since, time)}`)}`;
  return html`<header class="head"><div><h1>${words('hello', { who: given })}</h1>
      <p>${words(`team.${team}`)}${shift} ${cut
        ? nothing
        : link === 'live'
          ? html`<span class="link live">${glyph('dot', 'ok')}${words('link.live')}</span>`
          : html`<span class="link">${glyph('ring-thin', 'mute')}${words('link.connecting')}</span>`}</p></div>
    <flyt-language-menu .words=${words} .language=${language} @language=${({ detail }) => choose(detail)}></flyt-language-menu></header>`;
}

/** @param {{self: import('./jobs.js').Worker, job: import('./jobs.js').Job | null, hand: import('./deeds.js').Hand, shift: any, tabs: unknown}} dock */
export function dockOf({ self, job, hand, shift, tabs }) {
  const content = shift !== null || self.breakSince ? breakDeeds(self, shift || { words: hand.words, say: hand.sayOfSelf }) : job === null ? nothing : deeds(job, hand);
  return content === nothing && tabs === nothing ? nothing : html`<div class="dock">${content}${tabs}</div>`;
}

/** @param {{name: string}} view @param {import('./languages.js').PhoneWords} words */
export function tabsOf(view, words) {
  const tab = (name, hash, sign, key) => html`<a class="tab to-${name}" href=${hash} aria-current=${view.name === name ? 'page' : nothing}>${icon(sign)}<span>${words(key)}</span></a>`;
  return html`<nav class="tabs" aria-label=${words('tabs')}>
    ${tab('queue', '#', 'list-check', 'tab.tasks')}${tab('scan', '#scan', 'scan', 'tab.scan')}${tab('report', '#report', 'plus', 'tab.report')}${tab('shift', '#shift', 'user', 'tab.shift')}</nav>`;
}
