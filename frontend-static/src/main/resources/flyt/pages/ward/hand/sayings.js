import { unlessGivenUp } from '../../core/signed-in-page.js';
import { commandOf, refusalWords, send } from './wishes.js';

const UNDO_SECONDS = 10;
const WORTH_SHOWING = 2;

/**
 * What is said by hand from one sheet, one thing at a time: on its way, taken, refused, or without an answer; and the last of it, which
 * can be undone. A controller of its element, which is drawn anew when any of it changes.
 *
 * @typedef {{command: import('./wishes.js').Command, text: string}} Saying
 */
export class Sayings {
  /** Something is on its way. */
  busy = false;
  /** What was taken last. @type {import('./undo-bar.js').Said | null} */
  said = null;
  /** Why something was not taken, in words. @type {string | null} */
  trouble = null;
  /** What got no answer, and can be sent again as it is. @type {Saying | null} */
  unanswered = null;

  #host;
  /** @type {Saying | null} */
  #last = null;
  #asked = new AbortController();

  /** @param {import('lit').ReactiveControllerHost & {board: import('./hand-sheet.js').Board, taken: () => void, signedOut: () => void}} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.#asked.abort();
  }

  /** For other questions of the same sheet; given up with it. */
  get signal() {
    return this.#asked.signal;
  }

  /** @param {import('./hand-deeds.js').Wish} wish @param {string} text in words, with its place */
  say(wish, text) {
    return this.#send({ command: commandOf(wish, this.#host.board.now()), text });
  }

  again() {
    return this.#send(this.unanswered);
  }

  async undo() {
    if (this.#last !== null && !this.busy) {
      const { command, text } = this.#last;
      await this.say({ type: 'Undo', of: command.commandId }, text);
    }
  }

  /** The time for undoing is over. */
  settle() {
    this.#last = null;
  }

  /** Says why something cannot be said; null: nothing is in the way any more. @param {string | null} trouble */
  tell(trouble) {
    this.trouble = trouble;
    this.unanswered = null;
    this.#host.requestUpdate();
  }

  /** @param {Saying} saying */
  async #send(saying) {
    this.busy = true;
    this.tell(null);
    const { hospital, words, rate } = this.#host.board;
    const answer = await send(hospital, saying.command, this.signal).catch(unlessGivenUp);
    if (answer === undefined) {
      return;
    }
    this.busy = false;
    if (answer.ok) {
      this.#taken(saying, words, rate);
    } else {
      this.tell(refusalWords(answer, words));
      this.unanswered = answer.status === 0 || answer.status === 503 ? saying : null;
      if (answer.status === 401) {
        this.#host.signedOut();
      }
    }
  }

  #taken(saying, words, rate) {
    const isUndo = saying.command.type === 'Undo';
    this.#last = isUndo ? null : saying;
    const seconds = isUndo ? 0 : undoSeconds(rate);
    this.said = { text: isUndo ? words('hand.undone', { what: saying.text }) : saying.text, seconds, until: performance.now() + seconds * 1000 };
    this.#host.requestUpdate();
    this.#host.taken();
  }
}

/** Ten seconds of the hospital's time, which may run faster than ours; too few to press are none. */
function undoSeconds(rate) {
  const seconds = UNDO_SECONDS / Math.max(1, rate);
  return seconds < WORTH_SHOWING ? 0 : seconds;
}
