import { unlessGivenUp } from '../core/signed-in-page.js';
import { signInAddress } from '../core/me.js';
import { commandOf, refusalWords, send } from '../ward/hand/wishes.js';

const SHOWN_MS = 8_000;

/**
 * What a coordinator asks for, on its way: one thing at a time, taken, refused, or without an answer, and then it can be sent again as it
 * is. A controller of its page, which is drawn anew when any of it changes.
 *
 * @typedef {{command: any, text: string, after: () => void}} Asked
 */
export class Sending {
  busy = false;
  /** What was taken last, in words. */
  done = '';
  /** Why something was not taken, in words. */
  trouble = '';
  /** What got no answer. @type {Asked | null} */
  unanswered = null;

  #page;
  #leaving = new AbortController();
  #timer = 0;

  /** @param {import('lit').ReactiveControllerHost & {hospital: string, words: import('../core/words.js').Words, now: () => number | null}} page */
  constructor(page) {
    this.#page = page;
    page.addController(this);
  }

  hostConnected() {
    this.#leaving = new AbortController();
  }

  hostDisconnected() {
    this.#leaving.abort();
    clearTimeout(this.#timer);
  }

  /**
   * @param {{type: string, [field: string]: any}} wish a command without its id and time
   * @param {string} text what to say when it was taken @param {() => void} after what to do then
   */
  ask(wish, text, after = () => {}) {
    return this.#send({ command: commandOf(wish, this.#page.now()), text, after });
  }

  again() {
    return this.#send(this.unanswered);
  }

  /** Says why something cannot be asked for. @param {string} trouble */
  tell(trouble) {
    this.done = '';
    this.trouble = trouble;
    this.unanswered = null;
    this.#page.requestUpdate();
  }

  /** What was done has been read by now. */
  #settle() {
    this.done = '';
    this.#page.requestUpdate();
  }

  async #send(asked) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.tell('');
    const answer = await send(this.#page.hospital, asked.command, this.#leaving.signal).catch(unlessGivenUp);
    this.busy = false;
    if (answer === undefined) {
      return;
    }
    if (answer.code === 'sign-in-needed') {
      location.assign(signInAddress(location, 'signed-out'));
    } else if (answer.ok) {
      this.done = asked.text;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#settle(), SHOWN_MS);
      asked.after();
    } else {
      this.trouble = troubleWords(answer, this.#page.words);
      this.unanswered = answer.status === 0 || answer.status === 503 ? asked : null;
    }
    this.#page.requestUpdate();
  }
}

function troubleWords(problem, words) {
  const key = `work.refusal.${problem.code}`;
  if (problem.status === 503 && !words.has(`problem.${problem.code}`)) {
    return words('work.later');
  }
  return problem.status === 409 && words.has(key) ? words(key) : refusalWords(problem, words);
}
