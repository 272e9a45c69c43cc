import { backoffMs } from '../core/staleness.js';
import { commandOf, send } from '../ward/hand/wishes.js';
import { answered, leavesOpen, nextTap, tapOf, unknownTo } from './taps.js';

const PATIENCE_MS = 15_000;
const UNREACHABLE = { ok: false, status: 0, code: 'unreachable', retryAfter: null };

/**
 * Taps on their way to the server: kept on the phone first, then sent one at a time in the order in which they were made, each under
 * its own id until it is answered. Dispatches `change` whenever anything of it changes, and `who` when the server does not know any
 * more who sends.
 */
export class Outbox extends EventTarget {
  /** @type {import('./taps.js').Tap[]} */
  taps = [];
  /** Whether the last try was answered at all. */
  reachable = true;

  #store;
  #hospital;
  #asked = new AbortController();
  #timer = 0;
  #sending = false;
  #writing = Promise.resolve();

  /** @param {import('./phone-store.js').PhoneStore} store @param {string} hospital */
  constructor(store, hospital) {
    super();
    this.#store = store;
    this.#hospital = hospital;
  }

  /** Reads what was kept from before, and begins to send. */
  async open() {
    this.taps = await this.#store.taps();
    this.#changed();
    this.kick();
  }

  close() {
    this.#asked.abort();
    clearTimeout(this.#timer);
  }

  /** How many taps wait. */
  get waiting() {
    return this.taps.filter((tap) => tap.state === 'waiting').length;
  }

  /** Refused ones whose reason has not been read yet. */
  get refused() {
    return this.taps.filter((tap) => tap.state === 'refused');
  }

  /**
   * Says something: at once on this phone, and to the server as soon as it can be.
   * @param {{type: string, [field: string]: any}} wish @param {string} place @param {number} now hospital time
   * @returns {import('./taps.js').Command}
   */
  tap(wish, place, now) {
    const tap = tapOf(commandOf(wish, now), place);
    this.taps = [...this.taps, tap];
    this.#changed();
    this.#write(async () => {
      tap.n = await this.#store.put(tap);
      this.kick();
    });
    return tap.command;
  }

  /** Takes back a tap that was never tried. Whether it could be. @param {string} commandId */
  withdraw(commandId) {
    const tap = this.taps.find(({ command }) => command.commandId === commandId);
    const free = tap !== undefined && tap.state === 'waiting' && tap.tries === 0 && !(this.#sending && tap === nextTap(this.taps));
    if (free) {
      this.#forget([tap]);
    }
    return free;
  }

  /** The reason of a refusal has been read. @param {import('./taps.js').Tap} tap */
  dismiss(tap) {
    this.#forget([tap]);
  }

  /** The rows know the hospital's facts up to this one. @param {number} seq */
  heardUpTo(seq) {
    const left = unknownTo(this.taps, seq);
    if (left.length < this.taps.length) {
      this.#forget(this.taps.filter((tap) => !left.includes(tap)));
    }
  }

  /** Tries now, instead of later. */
  kick() {
    clearTimeout(this.#timer);
    if (!this.#sending && !this.#asked.signal.aborted) {
      void this.#send();
    }
  }

  async #send() {
    this.#sending = true;
    let tap = nextTap(this.taps);
    let open = false;
    while (tap !== null && tap.n !== undefined && !open) {
      const answer = await this.#try(tap.command);
      if (answer === null) {
        return;
      }
      this.reachable = answer.status !== 0;
      open = leavesOpen(answer);
      await this.#take(answered(this.taps, tap.command.commandId, answer));
      if (answer.status === 401) {
        this.dispatchEvent(new Event('who'));
      }
      if (open) {
        this.#later(answer, tap.tries);
      }
      tap = nextTap(this.taps);
    }
    this.#sending = false;
  }

  /** One try; of a network that says nothing, unreachable. Null when the page is left. */
  async #try(command) {
    const trying = new AbortController();
    const give = () => trying.abort();
    const timer = setTimeout(give, PATIENCE_MS);
    this.#asked.signal.addEventListener('abort', give);
    const answer = await send(this.#hospital, command, trying.signal).catch(() => UNREACHABLE);
    clearTimeout(timer);
    this.#asked.signal.removeEventListener('abort', give);
    return this.#asked.signal.aborted ? null : answer;
  }

  #later({ retryAfter }, tries) {
    const wait = retryAfter === null || retryAfter === undefined ? backoffMs(tries, Math.random()) : retryAfter * 1000;
    this.#timer = setTimeout(() => this.kick(), wait);
  }

  /** Keeps what has changed, before anything else is sent. */
  async #take(taps) {
    const before = this.taps;
    this.taps = taps;
    this.#changed();
    this.#write(async () => {
      for (const tap of before.filter((old) => !taps.some(({ command }) => command.commandId === old.command.commandId))) {
        await this.#store.drop(tap.n);
      }
      for (const tap of taps.filter((one) => !before.includes(one))) {
        await this.#store.put(tap);
      }
    });
    await this.#writing;
  }

  #forget(gone) {
    this.taps = this.taps.filter((tap) => !gone.includes(tap));
    this.#changed();
    this.#write(async () => {
      for (const tap of gone.filter(({ n }) => n !== undefined)) {
        await this.#store.drop(tap.n);
      }
    });
  }

  /** One write after the other, so that none overtakes another; one that fails leaves the tap in memory. */
  #write(work) {
    this.#writing = this.#writing.then(work).catch(() => undefined);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
