import { get } from '../core/api.js';
import { known } from '../core/known.js';
import { Link } from '../core/link.js';
import { newCommandId, send } from '../ward/hand/wishes.js';
import { asSeen } from './as-seen.js';
import { queueOf } from './jobs.js';
import { Outbox } from './outbox.js';
import { openStore } from './phone-store.js';
import { kept, whoWorks } from './who-works.js';
import { WordsForOne } from './words-for-one.js';

const KEPT_HOURS = 14;

/**
 * What a cleaner's or a porter's phone knows: who works with it, their queue as the server tells it, and what they have tapped.
 * Dispatches `change` whenever any of it changes. `leave` when nobody is signed in.
 *
 * @typedef {{keys: string[], teams: string[], zones: {id: string, name: string, kind: string}[]}} Duty
 */
export class Phone extends EventTarget {
  /** @type {'starting' | 'unreachable' | 'no-work' | 'ready'} */
  state = 'starting';
  /** @type {import('./who-works.js').WhoWorks | null} */
  who = null;
  /** @type {Duty} */
  duty = { keys: [], teams: [], zones: [] };
  /** The team whose queue is shown. @type {string | null} */
  team = null;
  /** @type {Outbox | null} */
  outbox = null;
  /** @type {Link | null} */
  link = null;

  #store = null;
  #kept = null;
  #clock = null;
  #dirty = false;
  #received = new Map();
  #goesOnDuty = false;
  #change = () => this.#changed();
  #forOne = new WordsForOne(this.#change);
  #who = () => void this.#again();

  async start() {
    const before = kept();
    // most often it is the same person as last time: their duty is asked for without waiting for who it is
    const duty = before === null ? null : dutyAt(before.hospital);
    const who = await whoWorks();
    if (who === 'nobody' || who === 'unreachable') {
      this.state = 'unreachable';
      this.dispatchEvent(new Event(who === 'nobody' ? 'leave' : 'change'));
      return;
    }
    this.who = who;
    this.#store = await openStore(who.account);
    this.#kept = fresh(await this.#store.get('queue'));
    this.#clock = (await this.#store.get('clock')) || null;
    this.outbox = new Outbox(this.#store, who.hospital);
    this.outbox.addEventListener('change', this.#change);
    this.outbox.addEventListener('who', this.#who);
    await this.#know(await (duty !== null && before.account === who.account && before.hospital === who.hospital ? duty : dutyAt(who.hospital)));
    await this.outbox.open();
  }

  stop() {
    this.#unlink();
    if (this.outbox !== null) {
      this.outbox.close();
      this.#store.close();
    }
  }

  /** Asks who oneself is in the queue's rows, and which teams one may work in. */
  async askDuty() {
    await this.#know(await dutyAt(this.who.hospital));
  }

  async #know(answer) {
    const known = answer.ok ? answer.body : answer.status === 0 || answer.status >= 500 ? await this.#store.get('duty') : undefined;
    if (known === undefined) {
      this.state = answer.status === 403 || answer.status === 404 ? 'no-work' : 'unreachable';
    } else {
      this.duty = known;
      this.state = known.teams.length === 0 ? 'no-work' : 'ready';
      await this.#store.keep('duty', known);
      const last = this.#kept !== null && known.teams.includes(this.#kept.team) ? this.#kept.team : known.teams[0];
      this.choose(this.team !== null && known.teams.includes(this.team) ? this.team : last);
    }
    this.#changed();
  }

  /** Shows another team's queue. @param {string | undefined} team */
  choose(team) {
    if (team !== undefined && team !== this.team) {
      this.#unlink();
      this.team = team;
      this.#hearAhead(known(`/api/v1/hospitals/${encodeURIComponent(this.who.hospital)}/rows?view=queue&scope=${team}`));
      this.link = new Link({ hospital: this.who.hospital, view: 'queue', scope: team });
      this.link.addEventListener('change', this.#change);
      this.link.addEventListener('who', this.#who);
    }
  }

  /** The queue as it was when the server handed out this page, until the link has a newer one. */
  #hearAhead(answer) {
    if (answer !== undefined) {
      this.#kept = { team: this.team, at: Date.now(), rows: answer.rows };
      this.#clock = { time: Date.parse(answer.time), rate: 1, heardAt: Date.now() };
    }
  }

  /** Hospital time now: by the link, else counted on from the last beat that this phone has heard. */
  now() {
    const live = this.link === null ? null : this.link.now();
    const { time, rate, heardAt } = this.#clock || { time: Date.now(), rate: 1, heardAt: Date.now() };
    return live === null ? time + (Date.now() - heardAt) * rate : live;
  }

  /** Milliseconds since the server was heard, null before the first time. */
  silentMs() {
    return this.link === null ? null : this.link.silentMs();
  }

  /** Whether there is a queue to show, be it an old one. */
  get knowsQueue() {
    return this.#rows() !== null;
  }

  /** @returns {import('./jobs.js').Queue} */
  get queue() {
    const keys = this.duty.keys.length > 0 ? this.duty.keys : ['self'];
    const taps = this.outbox.taps.filter((tap) => tap.state !== 'refused');
    const queue = queueOf(asSeen(this.#rows() || [], taps, { keys, given: this.who.given }), keys);
    return { ...queue, messages: queue.messages.map((message) => this.#forOne.of(this.who.hospital, message)) };
  }

  /** @param {{type: string, [field: string]: any}} wish @param {string} [place] */
  tap(wish, place = '') {
    this.#goesOnDuty = this.#goesOnDuty || wish.type === 'StartDuty';
    return this.outbox.tap(wish, place, this.now());
  }

  /** Says that an offer is on the screen, once for each offer: without it the offer goes on to somebody else. @param {import('./jobs.js').Job} job */
  async receive(job) {
    const offer = `${job.task} ${job.offerUntil}`;
    if (!job.offerReceived && !this.#received.has(offer)) {
      const command = { type: 'ReceiveOffer', task: job.task, commandId: newCommandId(), at: new Date(this.now()).toISOString() };
      this.#received.set(offer, command);
      const answer = await send(this.who.hospital, command, undefined);
      if (answer.status === 0) {
        this.#received.delete(offer);
      }
    }
  }

  /** Keeps what was seen last, for a reload without a network. Called each second. */
  async keep() {
    if (this.#dirty && this.link !== null && this.link.rows !== null) {
      this.#dirty = false;
      const { rows, beat } = this.link;
      const kept = { team: this.team, at: Date.now(), rows: [...rows.byKey.values()].filter(({ kind }) => kind !== 'message').map((row) => nameless(row, this.duty.keys)) };
      await this.#store.keep('queue', kept);
      if (beat !== null) {
        this.#clock = { time: this.link.now(), rate: beat.rate, heardAt: Date.now() };
        await this.#store.keep('clock', this.#clock);
      }
    }
  }

  #rows() {
    if (this.link !== null && this.link.rows !== null) {
      return this.link.rows.byKey.values();
    }
    return this.#kept !== null && this.#kept.team === this.team ? this.#kept.rows : null;
  }

  #changed() {
    this.#dirty = true;
    const { link, outbox } = this;
    if (link !== null && link.refused !== null) {
      this.state = 'no-work';
    }
    // Whoever goes on duty is called something new in the rows.
    if (this.#goesOnDuty && !outbox.taps.some(({ command, state }) => command.type === 'StartDuty' && state === 'waiting')) {
      this.#goesOnDuty = false;
      void this.askDuty();
    }
    if (link !== null && outbox !== null && link.rows !== null) {
      outbox.heardUpTo(Math.max(link.rows.seq, link.beat === null ? 0 : link.beat.seq));
      if (!outbox.reachable && link.silentMs() !== null && link.silentMs() < 2000) {
        outbox.kick();
      }
    }
    this.dispatchEvent(new Event('change'));
  }

  /** The server does not know us any more, or cannot be reached. */
  async #again() {
    const who = await whoWorks();
    if (who === 'nobody' || (who !== 'unreachable' && who.account !== this.who.account)) {
      await this.#store.keep('queue', null);
      await this.#store.keep('duty', null);
      this.dispatchEvent(new Event('leave'));
    }
  }

  #unlink() {
    if (this.link !== null) {
      this.link.removeEventListener('change', this.#change);
      this.link.removeEventListener('who', this.#who);
      this.link.close();
      this.link = null;
    }
  }
}

function dutyAt(hospital) {
  return get(`/api/v1/hospitals/${encodeURIComponent(hospital)}/duty`);
}

/** Old queues say nothing any more. */
function fresh(kept) {
  return kept && Date.now() - kept.at < KEPT_HOURS * 3_600_000 ? kept : null;
}

/** A row as it is kept, messages apart: colleagues without their names. */
function nameless(row, keys) {
  const own = keys.includes(row.worker);
  const { by, name, ...rest } = row;
  return own ? row : { ...rest, handOver: row.handOver ? { ...row.handOver, name: null } : undefined };
}
