import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { glyph } from '../glyphs/glyph.js';
import { unsent } from './job-card.js';
import { pictogram } from './pictograms.js';
import { pictureOf, precautionOf } from './precautions.js';
import { kindName, lateWords, placeName, placeNotes, reasonWords, stateSign, stateWords } from './sayings.js';

/**
 * The rest of the queue, a line each, sorted by need and saying why.
 *
 * @typedef {import('./jobs.js').Job} Job
 * @typedef {import('./sayings.js').Told} Told
 */

/**
 * @param {string} name the heading's id @param {string} heading @param {string} note beside the heading
 * @param {Job[]} jobs @param {Told} told @param {((job: Job) => unknown) | null} action what can be done from the line
 */
export function jobLines(name, heading, note, jobs, told, action) {
  return jobs.length === 0
    ? nothing
    : html`<section class="lines ${name}" aria-labelledby=${`lines-${name}`}>
        <h2 id=${`lines-${name}`}>${heading}<span>${note}</span></h2>
        <ul>${repeat(jobs, (job) => job.key, (job) => line(job, told, action))}</ul>
      </section>`;
}

function line(job, told, action) {
  const { words, time } = told;
  const place = placeName(job.at);
  const quiet = action === null && job.state !== 'scheduled';
  const late = lateWords(job, told);
  const reason = quiet ? null : reasonWords(job, told);
  const isolation = isolationOf(job, words);
  const [at, label] = timeOf(job);
  return html`<li class="line ${quiet ? 'quiet' : ''} ${job.state}" data-job=${job.task}>
    <span class="mark">${mark(job, quiet)}</span>
    <div class="what">
      <p class="at"><b>${place || kindName(job, words)}</b> ${[...placeNotes(job.at, words).slice(0, 1), job.to ? `→ ${placeName(job.to)}` : ''].filter(Boolean).join(' ')}</p>
      <p>${[place === '' || job.type === 'clean-protective' ? '' : kindName(job, words), isolation].filter(Boolean).join(' · ')}</p>
      ${quiet || job.state !== 'pending' ? html`<p class="stands">${quiet ? nothing : glyph(...stateSign(job))}${stateWords(job, told)}</p>` : nothing}
      ${reason === null ? nothing : html`<p class="reason">${capital(reason)}</p>`}
      ${late === '' ? nothing : html`<span class="chip late">${glyph('attention', 'warn')}${late}</span>`}
      ${job.helpWanted ? html`<span class="chip help">${words('job.help-wanted')}</span>` : nothing}
      ${unsent(job, words)}
    </div>
    <div class="side">${at ? html`<p class="due"><b>${time.clock(at)}</b> <span>${words(label)}</span></p>` : nothing}
      ${action === null ? nothing : action(job)}</div>
  </li>`;
}

function mark(job, quiet) {
  if (quiet) {
    return glyph(...stateSign(job));
  }
  const precaution = precautionOf(job.type);
  return precaution !== null && precaution.sign !== null ? glyph(precaution.sign, precaution.tone) : job.state === 'scheduled' ? glyph('task-scheduled', 'mute') : pictogram(pictureOf(job.type));
}

function isolationOf(job, words) {
  const precaution = precautionOf(job.type);
  return precaution === null || precaution.sign === null ? '' : words(precaution.title);
}

function timeOf(job) {
  return job.state === 'scheduled' ? [job.startBy || job.dueAt, 'due.earliest'] : [job.dueAt, 'due.label'];
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
