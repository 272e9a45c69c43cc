import { nextAtBed } from './jobs.js';
import { placeName } from './sayings.js';
import { Ticks } from './ticks.js';

const UNDO_SECONDS = 10;
const TWICE_MS = 400;

/**
 * What a thumb does on the phone: each press becomes a tap, and the view that comes after it. The page is drawn anew when
 * any of it changes.
 *
 * @typedef {import('./jobs.js').Job} Job
 * @typedef {import('./jobs.js').Queue} Queue
 */
export class Thumb {
  /** The job of which more is said. @type {Job | null} */
  asked = null;
  /** What can be undone. */
  said = null;
  /** Whether a bed is made when its place is clean. */
  made = true;

  #host;
  #phone;
  #ticks = new Ticks();
  #pressedAt = -TWICE_MS;

  /** @param {import('lit').ReactiveControllerHost & {words: import('./languages.js').PhoneWords}} host @param {import('./phone.js').Phone} phone */
  constructor(host, phone) {
    this.#host = host;
    this.#phone = phone;
  }

  /** @param {Queue} queue @param {import('./sayings.js').Told} told @returns {import('./deeds.js').Hand} */
  hand(queue, { words, now }) {
    return {
      words,
      now,
      made: this.made,
      setMade: (made) => this.#make(made),
      say: (type, job, more) => this.#press(type, job, more),
      sayOfSelf: (wish) => this.#phone.tap(wish),
      ask: (job) => this.ask({ ...job }),
    };
  }

  /** @param {Job | null} job */
  ask(job) {
    this.asked = job;
    this.#host.requestUpdate();
  }

  /** Says something of a job. @param {string} type @param {Job} job @param {object} [more] */
  say(type, job, more = {}) {
    const command = this.#phone.tap({ type, task: job.task, ...more }, placeName(job.at));
    if (type === 'FinishTask') {
      this.made = true;
      this.#ticks.forget(job.task);
      const text = [placeName(job.at), this.#host.words('undo.done')].filter(Boolean).join(' · ');
      this.#undoable({ text, seconds: UNDO_SECONDS, until: performance.now() + UNDO_SECONDS * 1000, command });
    }
    if (['StartTask', 'ResumeTask', 'ArriveAtTask'].includes(type)) {
      open(job.task);
    } else if (['FinishTask', 'HandBackTask', 'HandOverTask', 'RejectTask'].includes(type)) {
      go('#');
    }
  }

  /** Tells of something that nobody has a job for yet. @param {{type: string}} wish @param {string} text with its place */
  report(wish, text) {
    const command = this.#phone.tap(wish, text);
    this.#undoable({ text, seconds: UNDO_SECONDS, until: performance.now() + UNDO_SECONDS * 1000, command });
    go('#');
  }

  undo() {
    const { command, text } = this.said;
    if (!this.#phone.outbox.withdraw(command.commandId)) {
      this.#phone.tap({ type: 'Undo', of: command.commandId }, text);
    }
    this.settle();
    if (command.task) {
      open(command.task);
    }
  }

  /** The time for undoing is over. */
  settle() {
    this.#undoable(null);
  }

  /** Says again what was refused, as something new. @param {import('./taps.js').Tap} tap */
  again(tap) {
    const { commandId, at, ...wish } = tap.command;
    this.#phone.outbox.dismiss(tap);
    this.#phone.tap(wish, tap.place);
  }

  /** A bed was found: its job is begun where it is one's own or free, else it is shown. @param {Job} job @param {Queue} queue */
  found(job, queue) {
    const free = job.state === 'pending' || job === queue.offered;
    if (free) {
      this.say('TakeTask', job);
    }
    if (job.from !== undefined) {
      open(job.task);
      return;
    }
    const mine = free ? { ...job, state: 'accepted' } : job;
    if (mine.state === 'accepted' && (free || queue.mine.includes(job))) {
      this.say(nextAtBed(mine) === 'arrive' ? 'ArriveAtTask' : 'StartTask', job);
    } else {
      open(job.task);
    }
  }

  /** The steps of a job that have been ticked off, and how to tick one. @param {Job} job */
  steps(job) {
    return this.#ticks.of(job.task, () => this.#host.requestUpdate());
  }

  #make(made) {
    this.made = made;
    this.#host.requestUpdate();
  }

  /** What comes under the thumb because of a press is not pressed by it too. */
  #press(type, job, more) {
    const at = performance.now();
    if (at - this.#pressedAt >= TWICE_MS) {
      this.#pressedAt = at;
      this.say(type, job, more);
    }
  }

  #undoable(said) {
    this.said = said;
    this.#host.requestUpdate();
  }
}

/** @param {string} task */
function open(task) {
  go(`#job/${encodeURIComponent(task)}`);
}

function go(hash) {
  if (location.hash !== hash && !(hash === '#' && location.hash === '')) {
    location.hash = hash;
  }
}
