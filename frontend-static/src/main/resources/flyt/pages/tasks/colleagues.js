import { html } from 'lit';
import { icon } from '../glyphs/glyph.js';

/**
 * To whom of the team one can hand what one has: who has least stands first, so that nobody searches.
 *
 *     <div class="choices"><button><svg/><span>Leila <small>ledig</small></span></button>…</div>
 *
 * @param {import('./jobs.js').Queue['colleagues']} colleagues @param {import('./languages.js').PhoneWords} words @param {(worker: string) => void} choose
 */
export function colleagueChoices(colleagues, words, choose) {
  return colleagues.length === 0
    ? html`<p class="empty">${words('colleagues.none')}</p>`
    : html`<div class="choices">${colleagues.map(
        ({ worker, name, jobs }) => html`<button type="button" data-worker=${worker} @click=${() => choose(worker)}>${icon('user')}
          <span>${name || words('someone')} <small>${words(jobs === 0 ? 'colleagues.free' : jobs === 1 ? 'colleagues.one' : 'colleagues.busy', { jobs })}</small></span></button>`,
      )}</div>`;
}
