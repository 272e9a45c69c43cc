import { html, nothing } from 'lit';
import { icon } from '../glyphs/glyph.js';
import { airs, nextAtBed } from './jobs.js';
import { isCleaning } from './precautions.js';
import { placeName } from './sayings.js';

/**
 * What can be done with a job now, by one thumb: the buttons at the bottom of the screen, the main one large and to the right.
 *
 * @typedef {import('./jobs.js').Job} Job
 * @typedef {{words: import('./languages.js').PhoneWords, now: number, busy: Job | null, made: boolean,
 *   say: (type: string, job: Job, more?: object) => void, ask: (job: Job) => void, setMade: (made: boolean) => void}} Hand
 *   `busy`: another job that oneself has under way
 */

/** @param {Job} job @param {Hand} hand */
export function deeds(job, hand) {
  const { words, say } = hand;
  const place = placeName(job.at);
  const name = (key) => (place !== '' && place.length <= 6 ? words(`${key}-place`, { place }) : words(key));
  const buttons = {
    offered: () => [main('check', name('do.take'), () => say('TakeTask', job)), other(null, words('do.decline'), () => say('DeclineTask', job))],
    pending: () => [main('check', name('do.take'), () => say('TakeTask', job))],
    accepted: () => [step(job, hand, name), more(job, hand)],
    'in-progress': () => [
      main('check', name('do.done'), () => say('FinishTask', job, isCleaning(job.type) && hand.made ? { made: true } : {}), 'ok'),
      other('player-pause', words('do.pause'), () => say('PauseTask', job, { reason: undefined })),
      more(job, hand),
    ],
    paused: () => [nextAtBed(job) === null ? main('player-play', words('do.resume'), () => say('ResumeTask', job)) : step(job, hand, name), more(job, hand)],
  }[job.state];
  return buttons === undefined
    ? nothing
    : html`${job.state === 'in-progress' && isCleaning(job.type) && job.type !== 'clean-daily' && job.type !== 'clean-spill' ? made(hand) : nothing}
        <div class="deeds" role="group" aria-label=${place}>${buttons()}</div>`;
}

/** The next step of what one has taken: with whom one moves, first to the bed, then the wristband. */
function step(job, { words, now, say }, name) {
  return {
    arrive: () => main('bed', words('do.arrive'), () => say('ArriveAtTask', job)),
    confirm: () => main('circle-check', words('do.confirm'), () => say('ConfirmPatient', job)),
    null: () => main('player-play', name('do.start'), () => say('StartTask', job), '', airs(job, now)),
  }[String(nextAtBed(job))]();
}

function main(sign, text, act, tone = '', stopped = false) {
  return html`<button type="button" class="main ${tone}" ?disabled=${stopped} @click=${act}>${icon(sign)}<span>${text}</span></button>`;
}

function other(sign, text, act) {
  return html`<button type="button" class="other ${sign === null ? '' : 'upright'}" @click=${act}>${sign === null ? nothing : icon(sign)}<span>${text}</span></button>`;
}

function more(job, { words, ask }) {
  return html`<button type="button" class="other upright more" @click=${() => ask(job)}>${icon('dots')}<span>${words('do.more')}</span></button>`;
}

function made({ words, made: isMade, setMade }) {
  return html`<label class="made"><input type="checkbox" role="switch" .checked=${isMade} @change=${(event) => setMade(event.target.checked)} />
    <span>${words('do.made')}</span></label>`;
}
