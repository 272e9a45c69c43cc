import { get } from '../core/api.js';

const AGAIN_MS = 3000;

/**
 * What a coordinator tells oneself alone: its words are asked for, since the team's rows are shared. They are in memory only, and go
 * with the page.
 */
export class WordsForOne {
  #words = new Map();
  #askedAt = new Map();
  #changed;

  /** @param {() => void} changed called when words have come */
  constructor(changed) {
    this.#changed = changed;
  }

  /** The message with its words; undefined as long as they are asked for. @param {string} hospital @param {import('./jobs.js').Message} message */
  of(hospital, message) {
    if (!message.alone) {
      return message;
    }
    void this.#ask(hospital, message.message);
    return { ...message, text: this.#words.get(message.message) };
  }

  async #ask(hospital, message) {
    const askedAt = this.#askedAt.get(message);
    if (this.#words.has(message) || (askedAt !== undefined && performance.now() - askedAt < AGAIN_MS)) {
      return;
    }
    this.#askedAt.set(message, performance.now());
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(hospital)}/messages/${encodeURIComponent(message)}`);
    if (answer.ok) {
      this.#words.set(message, answer.body.text);
      this.#changed();
    }
  }
}
