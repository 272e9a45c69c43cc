import { html, nothing } from 'lit';
import { glyph, icon } from '../glyphs/glyph.js';
import './language-menu.js';
import { isWithPatient } from './jobs.js';
import './patient-panel.js';
import { cargo, handed, jobCard, precautions, readAloud, unsent } from './job-card.js';
import { pictogram } from './pictograms.js';
import { stepsOf } from './precautions.js';
import { kindName, lateWords, placeHead, placeName, placeNotes, reasonOf, stateSign, stateWords } from './sayings.js';

/**
 * One job with everything about it. Under way it shows the time that has gone and that is left, and steps to tick off.
 *
 * @typedef {import('./jobs.js').Job} Job
 * @typedef {import('./sayings.js').Told & {language: string}} Told
 */

/** @param {Job} job @param {Told & {hospital: string}} told @param {{ticked: string[], tick: (key: string) => void}} steps
 * @param {(language: string) => void} choose @param {(code: string) => void} confirm the wristband that was scanned */
export function jobPage(job, told, steps, choose, confirm) {
  const { words } = told;
  const begun = job.state === 'in-progress' || job.state === 'paused';
  return html`<h1 class="visually-hidden">${`${placeName(job.at)} ${kindName(job, words)}`}</h1>
    <div class="job-top"><a class="back" href="#">${icon('chevron-left')}${words('tab.tasks')}</a>${begun
      ? readAloud(job, told)
      : html`<a class="round" href=${`#scan/${encodeURIComponent(job.task)}`} aria-label=${words('scan.title')}>${icon('scan')}</a>`}
      <flyt-language-menu .words=${words} .language=${told.language} @language=${({ detail }) => choose(detail)}></flyt-language-menu></div>
    ${isWithPatient(job)
      ? html`<flyt-patient-panel .words=${words} .time=${told.time} .hospital=${told.hospital} .job=${job} @confirm=${({ detail }) => confirm(detail.code)}></flyt-patient-panel>`
      : nothing}
    ${begun ? under(job, told, steps) : jobCard(job, told, false)}`;
}

function under(job, told, steps) {
  const { words } = told;
  const late = lateWords(job, told);
  return html`<article class="under" data-job=${job.task} aria-label=${`${placeName(job.at)} ${kindName(job, words)}`}>
    ${placeHead(job, words)}
    ${job.to ? html`<p class="to">${icon('arrow-right')}<b>${placeName(job.to)}</b><span>${placeNotes(job.to, words).join(' · ')}</span></p>` : nothing}
    <h2>${kindName(job, words)}<span class="stands">${glyph(...stateSign(job))}${stateWords(job, told)}</span></h2>
    <p class="chips">${job.state === 'paused' ? html`<span class="chip">${icon('player-pause')}${reasonOf(job, words)}</span>` : nothing}
      ${late === '' ? nothing : html`<span class="chip late">${glyph('attention', 'warn')}${late}</span>`}
      ${handed(job, words)}
      ${job.helpWanted ? html`<span class="chip help">${icon('users')}${words('job.help-wanted')}</span>` : nothing}
      ${unsent(job, words)}</p>
    ${cargo(job, words)}
    ${tiles(job, told)}
    ${precautions(job, told)}
    ${job.note ? html`<p class="note">${icon('file-text')}<span>${job.note}</span></p>` : nothing}
    ${ticks(job, words, steps)}
  </article>`;
}

/** Time gone and time left, as numbers and as bars. */
function tiles(job, { words, time, now }) {
  const begun = Date.parse(job.startedAt || job.since);
  const due = job.dueAt || job.expectedDoneAt;
  const gone = Math.max(0, Math.floor((now - begun) / 60_000));
  const whole = due ? Math.max(1, Math.round((Date.parse(due) - begun) / 60_000)) : 60;
  const left = due ? Math.ceil((Date.parse(due) - now) / 60_000) : 0;
  return html`<div class="tiles">
    <div class="tile"><span>${words('tile.since', { at: time.clock(begun) })}</span><b>${words('minutes', { minutes: gone })}</b>
      <progress max=${whole} value=${Math.min(whole, gone)} aria-hidden="true"></progress></div>
    ${due
      ? html`<div class="tile ${left < 0 ? 'over' : ''}"><span>${words('tile.due', { at: time.clock(due) })}</span>
          <b>${left < 0 ? words('tile.over', { minutes: -left }) : words('minutes', { minutes: left })}</b>
          <progress max=${whole} value=${Math.max(0, Math.min(whole, left))} aria-hidden="true"></progress></div>`
      : nothing}
  </div>`;
}

function ticks(job, words, { ticked, tick }) {
  const steps = stepsOf(job.type);
  return steps.length === 0
    ? nothing
    : html`<ul class="steps" aria-label=${words('steps')}>${steps.map(({ key, picture }) => html`<li><label>
        <input type="checkbox" .checked=${ticked.includes(key)} @change=${() => tick(key)} /><span>${words(key)}</span>${pictogram(picture)}</label></li>`)}</ul>`;
}
