import { html, nothing } from 'lit';
import { glyph, icon } from '../glyphs/glyph.js';
import { airs } from './jobs.js';
import { canSpeak, speak } from './on-the-phone.js';
import { pictogram } from './pictograms.js';
import { precautionOf } from './precautions.js';
import { aloud, dueWords, kindName, lateWords, orderedWords, placeHead, placeName, placeNotes, reasonOf, reasonWords, stateSign, stateWords } from './sayings.js';

/**
 * The one job that matters now, large: where, what, by when, what to wear and bring, and why it comes first.
 *
 * @typedef {import('./jobs.js').Job} Job
 * @typedef {import('./sayings.js').Told & {language: string}} Told
 */

/** @param {Job} job @param {Told} told @param {boolean} isOpen whether it can be opened for more */
export function jobCard(job, told, isOpen) {
  const { words } = told;
  return html`<article class="card ${job.state}" data-job=${job.task} aria-label=${`${placeName(job.at)} ${kindName(job, words)}`}>
    <div class="card-top">${standing(job, told)}${countdown(job, told)}</div>
    <div class="card-place">${placeHead(job, words)}${readAloud(job, told)}</div>
    ${job.to ? html`<p class="to">${icon('arrow-right')}<b>${placeName(job.to)}</b><span>${placeNotes(job.to, words).join(' · ')}</span></p>` : nothing}
    <h2>${[kindName(job, words), dueWords(job, told)].filter(Boolean).join(' · ')}</h2>
    ${cargo(job, words)}
    ${precautions(job, told)}
    ${why(job, told)}
    ${job.note ? html`<p class="note">${icon('file-text')}<span>${job.note}</span></p>` : nothing}
    ${isOpen ? html`<a class="open" href=${`#job/${encodeURIComponent(job.task)}`}>${words('job.open')}${icon('chevron-right')}</a>` : nothing}
  </article>`;
}

/** How it stands, in the corner of the card: what is offered to oneself is said so. */
function standing(job, told) {
  const { words } = told;
  const late = lateWords(job, told);
  const text = job.from !== undefined ? words('job.from', { who: job.from || words('someone') }) : job.state === 'offered' ? words('job.offered-you') : job.state === 'accepted' ? words('job.yours') : job.state === 'pending' ? words('job.next') : stateWords(job, told);
  return html`<span class="standing">${job.state === 'offered' ? icon('sparkles') : glyph(...stateSign(job))}<b>${text}</b></span>
    ${late === '' ? nothing : html`<span class="chip late">${glyph('attention', 'warn')}${late}</span>`}
    ${handed(job, words)}
    ${job.helpWanted ? html`<span class="chip help">${icon('users')}${words('job.help-wanted')}</span>` : nothing}
    ${unsent(job, words)}`;
}

/** @param {Job} job */
export function unsent(job, words) {
  return job.unsent ? html`<span class="chip unsent">${icon('device-mobile')}${words('unsent.chip')}</span>` : nothing;
}

/** To whom of one's colleagues it is offered. @param {Job} job */
export function handed(job, words) {
  return job.handOver ? html`<span class="chip handed">${icon('arrow-right')}${words('job.handed-to', { who: job.handOver.name || words('someone') })}</span>` : nothing;
}

/** How long an offer stands. @param {Job} job @param {Told} told */
function countdown(job, { words, now }) {
  if (job.state !== 'offered' || !job.offerUntil) {
    return nothing;
  }
  const left = Math.max(0, Math.ceil((Date.parse(job.offerUntil) - now) / 1000));
  return html`<span class="chip left" role="timer" aria-live="off">${icon('clock')}${left < 100 ? words('job.seconds-left', { left }) : words('job.minutes-left', { left: Math.round(left / 60) })}</span>`;
}

/** @param {Job} job @param {Told} told */
export function readAloud(job, told) {
  return canSpeak()
    ? html`<button type="button" class="round" aria-label=${told.words('speak')} @click=${() => speak(aloud(job, told), told.language)}>${icon('volume')}</button>`
    : nothing;
}

/** What is carried in one trip, what is held meanwhile, and whether it is there and back. @param {Job} job */
export function cargo(job, words) {
  const items = (job.items || []).map(({ kind, count }) => `${count} × ${kindName({ type: kind }, words)}`);
  const lines = [
    items.length > 0 ? ['basket', items.join(', ')] : null,
    (job.equipment || []).length > 0 ? ['tool', job.equipment.join(', ')] : null,
    job.roundTrip ? ['arrow-back-up', words('job.round-trip')] : null,
    job.returnOf ? ['arrow-back-up', words('job.way-back')] : null,
  ].filter((line) => line !== null);
  return lines.length === 0 ? nothing : html`<ul class="cargo">${lines.map(([sign, text]) => html`<li>${icon(sign)}<span>${text}</span></li>`)}</ul>`;
}

/** What to wear, to bring and to do. @param {Job} job @param {Told} told */
export function precautions(job, { words, time, now }) {
  const precaution = precautionOf(job.type);
  const air = airs(job, now)
    ? html`<p class="air">${glyph('clock', 'warn')}<b>${words('air.until', { at: time.clock(job.airChangeUntil) })}</b><span>${words('air.wait')}</span></p>`
    : nothing;
  if (precaution === null) {
    return air;
  }
  const [first, ...rest] = precaution.dos;
  return html`<section class="precaution ${precaution.tone} ${rest.length > 0 || precaution.pictures.length > 3 ? 'many' : ''}" aria-label=${words('precaution')}>
      ${precaution.sign === null ? icon(precaution.title === 'isolation.none' ? 'circle-check' : 'info-circle') : glyph(precaution.sign, precaution.tone)}
      <p><b>${words(precaution.title)}</b><span>${words(first)}</span></p>
      ${rest.length === 0 ? nothing : html`<ul>${rest.map((key) => html`<li>${words(key)}</li>`)}</ul>`}
      <span class="pictograms">${precaution.pictures.map((name) => pictogram(name))}</span>
    </section>${air}`;
}

/** @param {Job} job @param {Told} told */
function why(job, told) {
  const { words } = told;
  if (job.state === 'paused') {
    return html`<p class="why">${icon('player-pause')}<span>${reasonOf(job, words)}</span></p>`;
  }
  const reason = reasonWords(job, told);
  if (reason === null || job.state === 'in-progress') {
    return nothing;
  }
  const ordered = orderedWords(job, told);
  return html`<p class="why">${icon('info-circle')}<span><b>${words('why.lead')}</b> ${reason}.${ordered === '' ? '' : ` ${ordered}.`}</span></p>`;
}
