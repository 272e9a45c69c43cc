import { canReopen } from './task-more.js';

/**
 * What a coordinator can do, as commands, each with the words for it once it is done.
 *
 * @typedef {import('./line.js').Line} Line
 */
export class WorkDeeds {
  #sending;
  #page;

  /**
   * @param {import('./sending.js').Sending} sending
   * @param {{words: import('../core/words.js').Words, time: import('../core/hospital-time.js').HospitalTime, now: () => number | null, ended: (stop: string) => void}} page
   *   `ended`: what was asked before it was done is over, and the keyboard goes to this stop
   */
  constructor(sending, page) {
    this.#sending = sending;
    this.#page = page;
  }

  /** @param {Line} line @param {number} minutes @param {string} reason */
  pin(line, minutes, reason) {
    const until = this.#page.now() + minutes * 60_000;
    this.#ask(line, { type: 'PinTask', until: new Date(until).toISOString(), reason }, 'work.did-pin', { at: this.#page.time.clock(until) });
  }

  /** @param {Line} line */
  unpin(line) {
    this.#ask(line, { type: 'UnpinTask' }, 'work.did-unpin');
  }

  /** @param {Line} line */
  reopen(line) {
    if (canReopen(line.row)) {
      this.#ask(line, { type: 'ReopenTask' }, 'work.did-reopen');
    } else {
      this.#sending.tell(this.#page.words(line.row.startedAt ? 'work.refusal.already-started' : 'work.nobody-has-it'));
    }
  }

  /** @param {Line} line @param {string} reason */
  cancel(line, reason) {
    this.#ask(line, { type: 'CancelTask', ...(reason === '' ? {} : { reason }) }, 'work.did-cancel');
  }

  /** @param {import('./crew.js').Person} person @param {string[]} zones */
  move(person, zones) {
    const text = this.#page.words('work.did-move', { who: person.name });
    void this.#sending.ask({ type: 'MoveWorker', worker: person.worker, zones }, text, () => this.#page.ended(`.moves[data-worker="${CSS.escape(person.worker)}"]`));
  }

  /** @param {string} message @param {string} to */
  endMessage(message, to) {
    void this.#sending.ask({ type: 'EndMessage', message }, this.#page.words('work.did-end-message', { to }), () => this.#page.ended('.tell'));
  }

  #ask(line, { type, ...more }, key, fill = {}) {
    const { task } = line.row;
    const text = this.#page.words(key, { what: `${line.way}, ${line.kind}`, ...fill });
    void this.#sending.ask({ type, task, ...more }, text, () => this.#page.ended(`.opens[data-task="${CSS.escape(task)}"]`));
  }
}
