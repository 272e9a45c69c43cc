import { fromSnapshot, withUpdate } from './rows.js';
import { backoffMs } from './staleness.js';

/**
 * One WebSocket, kept open for as long as the page lives: one stream of rows and the beats of its hospital.
 *
 * Dispatches `change` after each frame that changed something; the page reads the fields then.
 *
 * @typedef {{source: string, name: string, lastHeard: string | null, silentSince: string | null, carries: string[]}} Feed
 * @typedef {{hospital: string, seq: number, time: string, rate: number, journal: 'alive' | 'away', feeds: Feed[]}} Beat
 * @typedef {{hospital: string, view: string, scope: string, level?: number}} Subscription
 */
export class Link extends EventTarget {
  /** @type {import('./rows.js').Rows | null} */
  rows = null;
  /** @type {Beat | null} */
  beat = null;
  /** Monotonic milliseconds at which the last beat came. @type {number | null} */
  beatAt = null;
  /** The beat with which the journal went away: since then nothing is new. @type {Beat | null} */
  awayBeat = null;
  /** The server's answer when it will not serve the stream. @type {{reason: string, title: string} | null} */
  refused = null;

  #subscription;
  #open;
  #monotonic;
  #chance;
  #socket = null;
  #attempt = 0;
  #timer = 0;
  #over = false;

  /**
   * @param {Subscription} subscription
   * @param {{open?: () => WebSocket, monotonic?: () => number, chance?: () => number}} world
   */
  constructor(subscription, world = {}) {
    super();
    this.#subscription = subscription;
    this.#open = world.open || (() => new WebSocket(socketAddress(location)));
    this.#monotonic = world.monotonic || (() => performance.now());
    this.#chance = world.chance || Math.random;
    this.#connect();
  }

  /** Milliseconds since the last beat, null before the first. */
  silentMs() {
    return this.beatAt === null ? null : this.#monotonic() - this.beatAt;
  }

  /** Hospital time now, by the last beat and its rate, in epoch milliseconds; null before the first. */
  now() {
    return this.beat === null ? null : Date.parse(this.beat.time) + this.silentMs() * this.beat.rate;
  }

  close() {
    this.#over = true;
    clearTimeout(this.#timer);
    if (this.#socket) {
      this.#socket.close(1000, 'the page is left');
    }
  }

  #connect() {
    const socket = this.#open();
    this.#socket = socket;
    socket.onopen = () => this.#subscribe();
    socket.onmessage = (message) => this.#hear(JSON.parse(message.data));
    socket.onclose = () => this.#comeBack(socket);
    // A socket that neither opens nor fails, or lives on without a beat, is given up.
    this.#watch(socket, this.beatAt);
  }

  #watch(socket, heardBefore) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.beatAt === heardBefore) {
        socket.onclose = null;
        socket.close(1000, 'no beat');
        this.#comeBack(socket);
      } else {
        this.#watch(socket, this.beatAt);
      }
    }, 15_000);
  }

  #subscribe() {
    this.#socket.send(JSON.stringify({ type: 'subscribe', ...this.#subscription }));
  }

  #comeBack(socket) {
    if (this.#over || socket !== this.#socket) {
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), backoffMs(this.#attempt, this.#chance()));
    this.#attempt += 1;
  }

  #hear(frame) {
    if (frame.type === 'beat') {
      this.#hearBeat(frame);
    } else if (frame.type === 'snapshot') {
      this.refused = null;
      this.rows = fromSnapshot(frame, this.rows);
    } else if (frame.type === 'rows' && this.rows !== null) {
      const next = withUpdate(this.rows, frame);
      if (next === null) {
        this.#subscribe();
        return;
      }
      this.rows = next;
    } else if (frame.type === 'refused') {
      this.refused = frame;
    } else {
      return;
    }
    this.dispatchEvent(new Event('change'));
  }

  #hearBeat(beat) {
    this.#attempt = 0;
    this.beat = beat;
    this.beatAt = this.#monotonic();
    this.awayBeat = beat.journal === 'away' ? this.awayBeat || beat : null;
  }
}

/** @param {Location} page @returns {string} */
function socketAddress(page) {
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}/ws`;
}
