import { momentOf } from './look-back.js';
import { fromSnapshot, withUpdate } from './rows.js';
import { backoffMs } from './staleness.js';

const WHO_ARE_YOU = 4401;

/** Says `opened` of every link, with it in its `detail`, for what accompanies a page. */
export const links = new EventTarget();

/**
 * One WebSocket, kept open for as long as the page lives: one stream of rows, at times others beside it, and the beats of its
 * hospital. Where the page's address names a past moment these are what was, and time goes on from there as this is told.
 *
 * Dispatches `change` after each frame that changed something; the page reads the fields then. Dispatches `who` when the server does
 * not know any more who this is, or never let the page in: the page finds out, and goes on or leaves.
 *
 * @typedef {{source: string, name: string, lastHeard: string | null, silentSince: string | null, rejectingSince?: string | null, carries: string[]}} Feed
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

  /** What is looked back on; null: what is. @type {import('./look-back.js').Moment | null} */
  #back;
  /** Why whoever looks back needs to see names; empty: they see none. */
  #reason = '';
  #subscription;
  #others;
  /** By their views. @type {Map<string, import('./rows.js').Rows | null>} */
  #beside = new Map();
  #open;
  #monotonic;
  #chance;
  #socket = null;
  #attempt = 0;
  #timer = 0;
  #over = false;

  /**
   * @param {Subscription} subscription
   * @param {Subscription[]} others the streams beside it, each of a view of its own; one that is refused stays without rows
   * @param {{open?: () => WebSocket, monotonic?: () => number, chance?: () => number, back?: import('./look-back.js').Moment | null}} world
   */
  constructor(subscription, others = [], world = {}) {
    super();
    this.#back = world.back === undefined ? momentOf(location) : world.back;
    this.#subscription = subscription;
    this.#others = others;
    others.forEach(({ view }) => this.#beside.set(view, null));
    this.#open = world.open || (() => new WebSocket(socketAddress(location)));
    this.#monotonic = world.monotonic || (() => performance.now());
    this.#chance = world.chance || Math.random;
    this.#connect();
    links.dispatchEvent(new CustomEvent('opened', { detail: this }));
  }

  /** What it shows. */
  get subscription() {
    return this.#subscription;
  }

  /** The rows of a stream beside the first. @param {string} view @returns {import('./rows.js').Rows | null} */
  beside(view) {
    return this.#beside.get(view) || null;
  }

  /** Why names of what was are shown; empty: they are not. */
  get reason() {
    return this.#reason;
  }

  /** Shows another past moment. @param {number} at epoch milliseconds @param {number} rate */
  seek(at, rate) {
    this.#back = { at: new Date(at).toISOString(), rate };
    this.#say();
  }

  /** Lets what was go on from where it is. @param {number} rate 0 stands still */
  play(rate) {
    this.#back = { at: new Date(this.now()).toISOString(), rate };
    this.#tell({ type: 'play', rate });
  }

  /** Shows who it was, for a reason that is remembered; empty: no more. @param {string} reason */
  because(reason) {
    this.#reason = reason;
    this.#stay();
    this.#say();
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
    let opened = false;
    socket.onopen = () => {
      opened = true;
      this.#subscribe();
    };
    socket.onmessage = (message) => this.#hear(JSON.parse(message.data));
    socket.onclose = (end) => {
      this.#comeBack(socket);
      if (!this.#over && (!opened || (end && end.code === WHO_ARE_YOU))) {
        this.dispatchEvent(new Event('who'));
      }
    };
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
    this.#stay();
    this.#say();
  }

  #say() {
    const back = this.#back === null ? {} : { ...this.#back, ...(this.#reason === '' ? {} : { reason: this.#reason }) };
    for (const wanted of [this.#subscription, ...this.#others]) {
      this.#tell({ type: 'subscribe', ...wanted, ...back });
    }
  }

  #tell(message) {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  /** What was is asked for where it has come to, not where it began. */
  #stay() {
    if (this.#back !== null && this.beat !== null) {
      this.#back = { at: new Date(this.now()).toISOString(), rate: this.beat.rate };
    }
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
    const view = String(frame.stream).split('/')[1];
    if (frame.type === 'beat') {
      this.#hearBeat(frame);
    } else if (this.#beside.has(view)) {
      this.#beside.set(view, frame.type === 'refused' ? null : this.#folded(this.#beside.get(view), frame));
    } else if (frame.type === 'refused' && frame.reason === 'reason-lapsed') {
      this.because('');
    } else if (frame.type === 'refused') {
      this.refused = frame;
    } else {
      this.refused = frame.type === 'snapshot' ? null : this.refused;
      this.rows = this.#folded(this.rows, frame);
    }
    this.dispatchEvent(new Event('change'));
  }

  /** The rows after a frame; where it does not follow they stay, and are asked for anew. */
  #folded(rows, frame) {
    if (frame.type === 'snapshot') {
      return fromSnapshot(frame, rows);
    }
    if (frame.type !== 'rows' || rows === null) {
      return rows;
    }
    const next = withUpdate(rows, frame);
    if (next === null) {
      this.#subscribe();
    }
    return next || rows;
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
