import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../glyphs/glyph.js';
import { placeName } from './sayings.js';

/**
 * What one would have handed over and still has, since the colleague did not take it: said until it is read. In memory only.
 *
 * @typedef {import('./jobs.js').Job} Job
 */
export class HandedBack {
  #offered = new Map();
  #news = new Map();

  /**
   * Looks for what came back; answers with whether anything has.
   * @param {Job[]} mine @param {import('./taps.js').Tap[]} taps those that the rows do not know yet: what oneself has said is no news
   */
  see(mine, taps) {
    const back = mine.filter(({ task, handOver }) => !handOver && this.#offered.has(task));
    const news = back.filter(({ task }) => !taps.some(({ command }) => command.task === task));
    news.forEach((job) => this.#news.set(job.task, { job, who: this.#offered.get(job.task) }));
    this.#offered = new Map(mine.filter(({ handOver }) => handOver).map(({ task, handOver }) => [task, handOver.name]));
    this.#offered.forEach((_, task) => this.#news.delete(task));
    return news.length > 0;
  }

  /** @param {import('./languages.js').PhoneWords} words @param {() => void} changed */
  banners(words, changed) {
    const read = (task) => {
      this.#news.delete(task);
      changed();
    };
    return repeat([...this.#news], ([task]) => task, ([task, { job, who }]) => html`<div class="message back" role="alert" data-back=${task}>
      <p>${icon('arrow-back-up')}<span><b>${placeName(job.at)}</b> ${words('job.not-taken-over', { who: who || words('someone') })}</span></p>
      <button type="button" @click=${() => read(task)}>${words('refused.ok')}</button></div>`);
  }
}
