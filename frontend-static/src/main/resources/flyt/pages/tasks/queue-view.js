import { html, nothing } from 'lit';
import { icon } from '../glyphs/glyph.js';
import { jobCard } from './job-card.js';
import { jobLines } from './job-lines.js';
import { placeName } from './sayings.js';

/**
 * The queue: the one job that matters now, large; the rest by need; then what others do, quietly.
 *
 * @typedef {import('./jobs.js').Job} Job
 */

/**
 * @param {import('./jobs.js').Queue} queue @param {import('./sayings.js').Told & {language: string}} told
 * @param {{order: (jobs: Job[]) => {jobs: Job[], held: boolean}, take: (job: Job) => void}} hand
 * @returns {{card: Job | null, content: unknown}}
 */
export function queueView(queue, told, { order, take }) {
  const { words, time } = told;
  const { jobs: open, held } = order(queue.open);
  const [card = null] = [queue.offered, ...queue.mine, ...open].filter(Boolean);
  const mine = queue.mine.filter((job) => job !== card);
  const rest = open.filter((job) => job !== card);
  const resting = queue.self !== null && queue.self.breakSince;
  const content = html`
    ${resting ? html`<p class="resting">${icon('coffee')}<b>${words('break.since', { at: time.clock(queue.self.breakSince) })}</b></p>` : nothing}
    ${card === null ? html`<div class="card none">${icon('circle-check')}<p><b>${words('queue.none')}</b><span>${words('queue.none-lead')}</span></p></div>` : jobCard(card, told, queue.mine.includes(card))}
    ${jobLines('mine', words('queue.mine'), '', mine, told, (job) => html`<a class="take" href=${`#job/${encodeURIComponent(job.task)}`}>${words('job.open')}</a>`)}
    ${held ? html`<p class="held" role="status">${icon('arrow-back-up')}${words('queue.new-order')}</p>` : nothing}
    ${jobLines('rest', words('queue.then'), words('queue.by-need'), rest, told, resting ? null : (job) => html`<button type="button" class="take" @click=${() => take(job)}
      aria-label=${words('do.take-place', { place: placeName(job.at) })}>${words('do.take')}</button>`)}
    ${jobLines('later', words('queue.later'), '', queue.later, told, null)}
    ${jobLines('others', words('queue.others'), '', queue.others, told, null)}`;
  return { card, content };
}
