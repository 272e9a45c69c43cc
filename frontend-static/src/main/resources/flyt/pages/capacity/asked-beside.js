import { instantOf } from '../audit/hospital-moment.js';
import { get } from '../core/api.js';
import { looksBack } from '../core/look-back.js';
import { unlessGivenUp } from '../core/signed-in-page.js';

const MINUTE = 60_000;
const SLOT_MS = 5 * MINUTE;
const SOONEST_MS = 10_000;
/** Of fewer forecasts nobody can say how often they were right. */
const ENOUGH = 24;

/**
 * Two figures of the head that no row has, asked for by whoever may see them: how long today's cleans took, every five minutes, and how
 * often the forecast was right, once. A moment of the past has its own day's cleans up to then, and no score: that is of now.
 */
export class AskedBeside {
  #page;
  #slot = 0;
  #askedAt = -SOONEST_MS;
  #scored = false;
  #day = '';
  /** @type {import('../figures/numbers.js').Sheet | null} */
  #sheet = null;
  /** @type {import('../forecast/score-table.js').Score[]} of the whole hospital's patients, the nearest first */
  #scores = [];

  /** @param {import('../core/live-page.js').LivePage} page */
  constructor(page) {
    this.#page = page;
  }

  /** What was cleaned on a day, up to now; null while that is not known. @param {string} day `2026-11-12` */
  cleansOf(day) {
    return day === this.#day ? this.#sheet : null;
  }

  /** Of ten forecasts so many hours ahead, how many held in their range of nine tenths; null: not known. @param {number} hours */
  heldOfTen(hours) {
    const score = this.#scores.find((one) => one.hours >= hours);
    return score === undefined ? null : Math.round(10 * score.inNineTenths);
  }

  /** Asks for what has grown old. @param {string} zone the hospital's time zone */
  look(zone) {
    const { time, may } = this.#page;
    const now = this.#page.now();
    if (now === null || time === null) {
      return;
    }
    if (!this.#scored && may.views.includes('forecast') && !looksBack()) {
      this.#scored = true;
      this.#askScores().catch(unlessGivenUp);
    }
    const slot = Math.floor(now / SLOT_MS);
    if (slot !== this.#slot && may.views.includes('figures') && performance.now() - this.#askedAt >= SOONEST_MS) {
      this.#slot = slot;
      this.#askedAt = performance.now();
      this.#askCleans(time.day(now), now, zone).catch(unlessGivenUp);
    }
  }

  async #askCleans(day, now, zone) {
    const to = new Date(Math.floor(now / MINUTE) * MINUTE).toISOString();
    const from = instantOf(`${day}T00:00`, zone);
    if (from >= to) {
      return;
    }
    const answer = await this.#get(`figures/tasks?${new URLSearchParams({ team: 'cleaning', from, to, by: 'none', counted: 'done' })}`);
    if (answer.ok) {
      this.#sheet = answer.body;
      this.#day = day;
      this.#page.requestUpdate();
    }
  }

  async #askScores() {
    const answer = await this.#get('forecast/score');
    if (answer.ok) {
      this.#scores = answer.body.scores
        .filter(({ ward, figure, forecasts }) => ward === null && figure === 'patients' && forecasts >= ENOUGH)
        .sort((one, other) => one.hours - other.hours);
      this.#page.requestUpdate();
    }
  }

  #get(what) {
    return get(`/api/v1/hospitals/${encodeURIComponent(this.#page.hospital)}/${what}`, { signal: this.#page.left.signal });
  }
}
