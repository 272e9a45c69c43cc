import { html, nothing } from 'lit';
import { icon } from '../glyphs/glyph.js';

/**
 * What stands above everything else: no network, taps that wait, a break, and what the server refused.
 *
 * @typedef {import('./taps.js').Tap} Tap
 * @typedef {import('./languages.js').PhoneWords} PhoneWords
 */

/** Codes after which the same tap again would be refused again. */
const FINAL = ['task-gone', 'taken-already', 'not-offered-to-you', 'not-taken-by-you', 'not-your-team', 'not-trained', 'colleague-not-there', 'colleague-not-trained', 'not-handed-over', 'already-started', 'on-break-already', 'not-on-break', 'too-late', 'wrong-patient'];

/** @param {{cut: boolean, waiting: number, words: PhoneWords}} state */
export function linkStrip({ cut, waiting, words }) {
  if (!cut && waiting === 0) {
    return nothing;
  }
  const kept = waiting === 0 ? words('strip.old') : words(waiting === 1 ? 'strip.one' : 'strip.many', { count: waiting });
  return cut
    ? html`<p class="strip cut">${icon('wifi-off')}<span><b>${words('strip.cut')}</b><span>${kept}</span></span></p>`
    : html`<p class="strip sending">${icon('device-mobile')}<span>${kept}</span></p>`;
}

/**
 * One line for each tap that was refused.
 * @param {Tap[]} refused @param {{words: PhoneWords, by: (task: string | undefined) => string | null, again: (tap: Tap) => void, dismiss: (tap: Tap) => void}} answer
 */
export function refusals(refused, { words, by, again, dismiss }) {
  return refused.map((tap) => html`<div class="refused" role="alert" data-refused=${tap.code}>
    <p>${icon('alert-circle')}<span><b>${tap.place}</b> ${reason(tap, words, by(tap.command.task))}</span></p>
    <span class="answers">${FINAL.includes(tap.code) ? nothing : html`<button type="button" @click=${() => again(tap)}>${words('refused.again')}</button>`}
      <button type="button" @click=${() => dismiss(tap)}>${words('refused.ok')}</button></span></div>`);
}

function reason({ code }, words, by) {
  if ((code === 'taken-already' || code === 'already-started') && by !== null) {
    return words('no.first', { who: by });
  }
  return words.has(`no.${code}`) ? words(`no.${code}`) : words('no.other', { code });
}
