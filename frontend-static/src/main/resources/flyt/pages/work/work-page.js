import { html, nothing } from 'lit';
import { wishOf, withQuery } from '../core/address.js';
import { eachFrame } from '../core/each-frame.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { Link } from '../core/link.js';
import { looksBack } from '../core/look-back.js';
import { refusedWords } from '../core/refused.js';
import { languageOf, unlessGivenUp } from '../core/signed-in-page.js';
import { isStale, linkState } from '../core/staleness.js';
import { wearOfDevice } from '../core/theme.js';
import { whoWatches } from '../core/viewer.js';
import { loadWords } from '../core/words.js';
import '../past/time-travel.js';
import { dayAfter, instantAt } from '../ward/hand/hospital-day.js';
import { Alarms } from './alarms.js';
import { countsOf, countTiles, summaryText } from './counts.js';
import { crewOf, othersAtWork } from './crew.js';
import { crewList } from './crew-list.js';
import { WorkDeeds } from './deeds.js';
import { FocusKeeper } from './focus-keeper.js';
import { loadHospital } from './hospital.js';
import { onKey } from './keyboard.js';
import { singleKeys } from './keys-dialog.js';
import { lineOf, searched } from './line.js';
import { OffersMade } from './offers-made.js';
import './message-dialog.js';
import { messageList } from './messages.js';
import './order-dialog.js';
import { inOrder, matches, ofKind } from './queue-order.js';
import { queueTable } from './queue-table.js';
import { Sending } from './sending.js';
import { stuckOf, untoldOf } from './stuck.js';
import { limitText, stuckStrip } from './stuck-strip.js';
import { kindText, wayText } from './task-words.js';
import { TEAMS, teamOf } from './teams.js';
import { newsBar, workFoot, workHead } from './work-frame.js';

/**
 * The logistics coordinator's page: `<flyt-work-page>`. One team at a time: what is to be done in its order and why, who is there, and
 * what does not go on by itself. No patient is known here.
 */
export class WorkPage extends LightElement {
  static properties = {
    team: { state: true }, open: { state: true }, form: { state: true }, current: { state: true }, moving: { state: true }, sought: { state: true },
  };

  words = null;
  time = null;
  hospital = wishOf(location).hospital;

  #link = null;
  #house = null;
  /** @type {string[]} */
  #may = [];
  #ticker = 0;
  #offers = new OffersMade();
  #alarms = new Alarms();
  #sending = new Sending(this);
  #deeds = new WorkDeeds(this.#sending, this);
  #focus = new FocusKeeper(this);
  #frame = eachFrame(() => this.requestUpdate());
  #left = new AbortController();
  #who = () => void whoWatches(this.#left.signal);
  #keys = (event) => this.#link !== null && onKey(event, this, this.#keyed);
  /** @type {import('./line.js').Line[]} */
  #lines = [];

  constructor() {
    super();
    this.team = teamOf(new URLSearchParams(location.search).get('team'));
    /** The task that is open, and what is asked about it. @type {string | null} */
    this.open = null;
    /** @type {'pin' | 'cancel' | null} */
    this.form = null;
    /** Where the keyboard was last, in the queue and among the people. */
    this.current = { task: null, worker: null };
    /** Whose zones are being chosen. @type {string | null} */
    this.moving = null;
    this.sought = '';
    this.addEventListener('focusin', ({ target }) => this.#stoppedAt(target));
  }

  connectedCallback() {
    super.connectedCallback();
    wearOfDevice();
    document.addEventListener('keydown', this.#keys);
    this.#start().catch(unlessGivenUp);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
    clearInterval(this.#ticker);
    this.#frame.stop();
    this.#left.abort();
    this.#leaveLink();
  }

  /** Hospital time. @returns {number | null} */
  now() {
    return this.#link === null ? null : this.#link.now();
  }

  /** Something that was asked before it was done is over. @param {string} stop where the keyboard goes */
  ended(stop) {
    this.form = null;
    this.moving = null;
    this.#focus.want(stop);
  }

  async #start() {
    const viewer = await whoWatches(this.#left.signal);
    const language = languageOf(location, viewer && viewer.me);
    document.documentElement.lang = language;
    this.words = await loadWords(language);
    if (viewer !== null && this.isConnected) {
      this.#may = looksBack() ? [] : viewer.me.may.deeds;
      this.#house = await loadHospital(this.hospital, this.#left.signal);
      this.time = new HospitalTime(this.#house.timeZone, language);
      this.#follow();
      this.#ticker = setInterval(() => this.requestUpdate(), 1000);
    }
  }

  /** Listens to the team that is shown, and to no other. */
  #follow() {
    this.#leaveLink();
    this.#offers = new OffersMade();
    this.#alarms = new Alarms();
    const of = (view) => ({ hospital: this.hospital, view, scope: this.team.id });
    this.#link = new Link(of('queue'), [of('crew')]);
    this.#link.addEventListener('change', this.#heard);
    this.#link.addEventListener('who', this.#who);
    this.requestUpdate();
  }

  #leaveLink() {
    if (this.#link !== null) {
      this.#link.removeEventListener('change', this.#heard);
      this.#link.removeEventListener('who', this.#who);
      this.#link.close();
      this.#link = null;
    }
  }

  #heard = () => {
    this.#offers.see(ofKind(this.#link.rows, 'queue-task'));
    this.#frame.ask();
  };

  #show(team) {
    if (team !== undefined && team !== this.team) {
      this.team = team;
      this.open = this.form = this.moving = null;
      history.replaceState(null, '', withQuery(location, { team: team.id }));
      this.#follow();
    }
  }

  #stoppedAt(target) {
    if (target.matches('.opens')) {
      this.current = { ...this.current, task: target.dataset.task };
    } else if (target.matches('.moves')) {
      this.current = { ...this.current, worker: target.dataset.worker };
    }
  }

  #toggle(task, opened = this.open !== task) {
    this.open = opened ? task : null;
    this.form = null;
  }

  /** Opens a task in the queue, from somewhere else. */
  #openAt(task) {
    this.sought = '';
    this.#toggle(task, true);
    this.#focus.want(`.opens[data-task="${CSS.escape(task)}"]`);
  }

  #ask(task, form) {
    this.open = task;
    this.form = form;
    this.#focus.want(form === null ? `.opens[data-task="${CSS.escape(task)}"]` : '.more .asks [data-first]');
  }

  #choose(worker) {
    const before = this.moving;
    this.moving = worker;
    this.#focus.want(worker === null ? `.moves[data-worker="${CSS.escape(before)}"]` : '.zones-form [data-first]');
  }

  /** Whether nothing can be done now. What is on its way bars nothing: a button that went grey would lose the keyboard. */
  get #barred() {
    return isStale(linkState(this.#link.silentMs(), 3));
  }

  get #keyed() {
    return {
      single: singleKeys(),
      act: (task, deed) => this.#act(task, deed),
      move: (worker) => this.#barred || !this.#may.includes('move-worker') || this.#choose(worker),
      search: () => this.querySelector('#search').focus(),
      order: () => this.#mayOrder && this.#startOrder(),
      tell: () => this.#mayTell && this.#startMessage(),
      help: () => this.querySelector('flyt-keys-dialog').show(),
      team: (index) => this.#show(TEAMS[index]),
      escape: () => this.#escape(),
    };
  }

  /** Whether whoever looks may order work of this team by hand. */
  get #mayOrder() {
    return this.#may.includes(this.team.id === 'cleaning' ? 'order-cleaning' : 'order-task');
  }

  #startOrder() {
    this.#sending.tell('');
    this.querySelector('flyt-order-dialog').show();
  }

  get #mayTell() {
    return this.#may.includes('send-message');
  }

  #startMessage() {
    this.#sending.tell('');
    this.querySelector('flyt-message-dialog').show();
  }

  #act(task, pressed) {
    const line = this.#lines.find(({ row }) => row.task === task);
    const deed = pressed === 'pin' && line !== undefined && line.pinned ? 'unpin' : pressed;
    if (line === undefined || this.#barred || !this.#may.includes(`${deed}-task`)) {
      return;
    }
    if (deed === 'reopen' || deed === 'unpin') {
      this.#deeds[deed](line);
    } else {
      this.#ask(task, deed);
    }
  }

  /** Closes the innermost thing that is open. */
  #escape() {
    if (this.#sending.trouble !== '') {
      this.#sending.tell('');
    } else if (this.moving !== null) {
      this.#choose(null);
    } else if (this.form !== null) {
      this.#ask(this.open, null);
    } else if (this.sought !== '') {
      this.sought = '';
    } else if (this.open !== null) {
      this.#focus.want(`.opens[data-task="${CSS.escape(this.open)}"]`);
      this.open = null;
    } else {
      return false;
    }
    return true;
  }

  render() {
    const { words, team } = this;
    if (words === null || this.#link === null) {
      return nothing;
    }
    const { rows, beat, refused } = this.#link;
    const beside = this.#link.beside('crew');
    document.title = `${words(`work.team.${team.id}`)} · ${words('work.title')}`;
    const head = { words, team, house: this.#house, link: this.#link, time: this.time, sought: this.sought, mayOrder: this.#mayOrder, mayTell: this.#mayTell };
    return html`<div class="desk work ${isStale(linkState(this.#link.silentMs(), 3)) ? 'stale' : ''}">
      ${workHead(head, (chosen) => this.#show(chosen), (sought) => (this.sought = sought), () => this.#keyed.order(), () => this.#keyed.tell())}
      <main>${refused
        ? html`<p class="panel nothing" role="alert">${refusedWords(refused, words('refused.hospital', { hospital: this.hospital }), words)}</p>`
        : rows === null || beat === null ? html`<p class="panel nothing">${words('link.connecting')}</p>` : this.#work(rows, beside)}</main>
      ${workFoot(head, () => this.#keyed.help())}
      ${newsBar(this.#sending, words)}
      <flyt-order-dialog .words=${words} .team=${team} .places=${this.#house.places} .trouble=${this.#sending.trouble} .barred=${this.#barred}
        @order=${this.#order}></flyt-order-dialog>
      <flyt-message-dialog .words=${words} .team=${team} .zones=${this.#zones()} .crew=${crewOf(beside === null ? [] : ofKind(beside, 'worker'), [])}
        .trouble=${this.#sending.trouble} .barred=${this.#barred} @message=${this.#message}></flyt-message-dialog>
      <flyt-keys-dialog .words=${words} @switched=${() => this.requestUpdate()}></flyt-keys-dialog>
    </div>`;
  }

  #work(rows, beside) {
    const { words, time, team } = this;
    const now = this.#link.now();
    const context = { words, time, now, stale: isStale(linkState(this.#link.silentMs(), 3)), counts: team.counts, team: team.id };
    const tasks = ofKind(rows, 'queue-task');
    const crew = beside === null ? null : crewOf(ofKind(beside, 'worker'), tasks);
    const ordered = inOrder(tasks);
    this.#lines = ordered.map((placed) => lineOf(placed, context));
    const stuck = stuckOf(ordered.map(({ row }) => row), crew || [], this.#offers);
    const counts = countsOf(tasks, crew || [], this.#lines.filter(({ late }) => late).length);
    const found = this.sought.trim() === '' ? this.#lines : this.#lines.filter((line) => matches(this.sought.trim(), searched(line)));
    const held = { may: (deed) => this.#may.includes(deed), barred: this.#barred, keys: singleKeys() };
    const table = { lines: found, all: this.#lines.length, open: this.open, current: this.current.task, toggle: (task) => this.#toggle(task) };
    const deeds = { ...held, form: this.form, showForm: (task, form) => this.#ask(task, form), pin: (...on) => this.#deeds.pin(...on),
      unpin: (line) => this.#deeds.unpin(line), reopen: (line) => this.#deeds.reopen(line), call: (line) => this.#deeds.call(line), cancel: (...on) => this.#deeds.cancel(...on) };
    const movings = { ...held, moving: this.moving, current: this.current.worker, zones: this.#zones(), choose: (worker) => this.#choose(worker),
      move: (...on) => this.#deeds.move(...on) };
    const telling = { ...held, zones: this.#house.zones, end: (...on) => this.#deeds.endMessage(...on) };
    return html`<p class="visually-hidden" id="summary">${summaryText(counts, stuck.length, this.#lines, context)}</p>
      <p class="visually-hidden" role="status">${this.#alarms.see(stuck, ({ row, cause }) => alarmText(row, cause, crew || [], context))}</p>
      ${countTiles(counts, crew !== null, context)}
      ${stuckStrip(stuck, untoldOf(tasks), crew || [], context, (task) => this.#openAt(task))}
      ${messageList(beside === null ? [] : ofKind(beside, 'message'), context, telling)}
      <div class="halves">${queueTable(table, context, deeds)}${crewList(crew === null ? null : [...crew, ...othersAtWork(ofKind(beside, 'worker'), tasks)], context, movings)}</div>`;
  }

  /** The team's own zones. */
  #zones() {
    return this.#house.zones.filter(({ kind }) => kind === this.team.id);
  }

  #message({ detail: { wish, who } }) {
    const dialog = this.querySelector('flyt-message-dialog');
    void this.#sending.ask(wish, this.words('work.did-message', { who }), () => dialog.close());
  }

  #order({ detail: { wish, clock, what, place } }) {
    const dialog = this.querySelector('flyt-order-dialog');
    const due = clock === '' ? {} : { dueAt: nextAt(clock, this.now(), this.time) };
    void this.#sending.ask({ ...wish, ...due }, this.words('work.did-order', { what, place }), () => dialog.close());
  }
}

/** The next time that the hospital's clock shows this. @param {string} clock `11:30` @param {number} now @returns {string} */
function nextAt(clock, now, time) {
  const today = instantAt(time.day(now), clock, time);
  return Date.parse(today) > now - 60_000 ? today : instantAt(dayAfter(time.day(now), 1), clock, time);
}

function alarmText(row, cause, crew, context) {
  return context.words('work.stuck-new', { what: `${wayText(row)}, ${kindText(row, context.words)}`, why: limitText(row, cause, crew, context) });
}

customElements.define('flyt-work-page', WorkPage);
