import { html, nothing } from 'lit';
import { untouchedMs } from '../core/attended.js';
import { eachFrame } from '../core/each-frame.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { signInAddress } from '../core/me.js';
import { linkState } from '../core/staleness.js';
import { wearOfDevice } from '../core/theme.js';
import { icon } from '../glyphs/glyph.js';
import '../ward/hand/undo-bar.js';
import './duty-form.js';
import { HandedBack } from './handed-back.js';
import { jobPage } from './job-page.js';
import { steadyOrder } from './jobs.js';
import './language-menu.js';
import { languageOf, remember, wordsOf } from './languages.js';
import { messageBanners } from './messages.js';
import './more-sheet.js';
import { Awake, mayRing, ring } from './on-the-phone.js';
import { offlineWorker, workerSpeaks } from './offline.js';
import { Phone } from './phone.js';
import { dockOf, headOf, tabsOf } from './page-frame.js';
import { queueView } from './queue-view.js';
import './report-view.js';
import { hereOf, nearOf } from './reports.js';
import { placeName } from './sayings.js';
import './scan-view.js';
import { shiftView } from './shift-view.js';
import { linkStrip, refusals } from './strips.js';
import { Thumb } from './thumb.js';

const IDLE_MS = 3000;

/** The phone of cleaners, porters and technicians: `<flyt-tasks-page>`. */
export class TasksPage extends LightElement {
  static properties = { words: { state: true }, view: { state: true } };

  #phone = new Phone();
  #awake = new Awake();
  #thumb = new Thumb(this, this.#phone);
  #time = null;
  #ticker = 0;
  #frame = eachFrame(() => this.requestUpdate());
  #leave = () => location.assign(signInAddress(location));
  #turn = () => this.#turned();
  #online = () => this.#phone.outbox !== null && this.#phone.outbox.kick();
  #queue = null;
  #order = [];
  #rang = '';
  #told = new Set();
  #handedBack = new HandedBack();

  constructor() {
    super();
    /** @type {import('./languages.js').PhoneWords | null} */
    this.words = null;
    this.language = 'nb';
    this.view = viewOf(location.hash);
  }

  connectedCallback() {
    super.connectedCallback();
    wearOfDevice();
    this.#phone.addEventListener('change', this.#frame.ask);
    this.#phone.addEventListener('leave', this.#leave);
    addEventListener('hashchange', this.#turn);
    addEventListener('online', this.#online);
    addEventListener('offline', this.#frame.ask);
    addEventListener('pointerdown', mayRing, { passive: true });
    this.#ticker = setInterval(() => this.#tick(), 1000);
    offlineWorker(() => untouchedMs() > IDLE_MS && !this.querySelector('dialog[open]'));
    void this.#start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#phone.removeEventListener('change', this.#frame.ask);
    this.#phone.removeEventListener('leave', this.#leave);
    removeEventListener('hashchange', this.#turn);
    removeEventListener('online', this.#online);
    removeEventListener('offline', this.#frame.ask);
    removeEventListener('pointerdown', mayRing);
    clearInterval(this.#ticker);
    this.#frame.stop();
    this.#awake.stop();
    this.#phone.stop();
  }

  async #start() {
    await Promise.all([this.#speak(languageOf(null)), this.#phone.start()]);
    if (this.#phone.who !== null) {
      await this.#speak(languageOf(this.#phone.who));
    }
    this.requestUpdate();
  }

  async #speak(language) {
    this.words = await wordsOf(language);
    this.language = language;
    document.documentElement.lang = language;
    this.#time = this.#phone.who === null ? null : new HospitalTime(this.#phone.who.timeZone, language);
    void workerSpeaks(language);
    document.title = `${this.words('tab.tasks')} · Flyt`;
  }

  #tick() {
    wearOfDevice();
    if (this.#phone.state === 'ready') {
      void this.#phone.keep();
    } else if (this.#phone.state === 'unreachable' && Date.now() % 5000 < 1000) {
      void (this.#phone.outbox === null ? this.#start() : this.#phone.askDuty());
    }
    this.requestUpdate();
  }

  render() {
    const { words } = this;
    if (words === null) {
      return nothing;
    }
    const [phone, thumb] = [this.#phone, this.#thumb];
    if (phone.state !== 'ready' || this.#time === null) {
      return html`<main class="phone bare">${words.has(`state.${phone.state}`) === false ? html`<div class="card outline"></div>` : html`<p class="empty">${words(`state.${phone.state}`)}</p>`}</main>`;
    }
    const queue = phone.queue;
    const told = { words, language: this.language, time: this.#time, now: phone.now() };
    this.#queue = queue;
    const cut = this.#isCut();
    return html`<div class="phone on-${this.view.name}">
      <div role="status">${linkStrip({ cut, waiting: phone.outbox.waiting, words })}</div>
      ${headOf(queue, { words, given: phone.who.given, team: phone.team, time: this.#time, link: linkState(phone.silentMs(), 3), cut, language: this.language, choose: (code) => this.#choose(code) })}
      <main>
        ${refusals(phone.outbox.refused, {
          words,
          by: (task) => this.#others(task),
          dismiss: (tap) => phone.outbox.dismiss(tap),
          again: (tap) => thumb.again(tap),
        })}
        ${this.#handedBack.banners(words, () => this.requestUpdate())}
        ${messageBanners(queue.messages, { words, time: this.#time, read: ({ message }) => phone.tap({ type: 'ReadMessage', message }) })}
        ${this.#content(queue, told)}
        <p class="visually-hidden" role="status">${queue.offered === null ? '' : words('job.offered-aloud', { place: placeName(queue.offered.at) })}</p>
      </main>
      <undo-bar .words=${words} .said=${thumb.said} @undo=${() => thumb.undo()} @over=${() => thumb.settle()}></undo-bar>
      <flyt-more-sheet .words=${words} .job=${thumb.asked} .colleagues=${queue.colleagues}
        @say=${({ detail }) => thumb.say(detail.type, detail.job, detail.more)} @close=${() => thumb.ask(null)}></flyt-more-sheet>
    </div>`;
  }

  updated() {
    if (this.#queue !== null) {
      this.#attend(this.#queue);
    }
  }

  #content(queue, told) {
    const { words } = told;
    const [phone, thumb] = [this.#phone, this.#thumb];
    if (queue.self === null) {
      return phone.knowsQueue
        ? html`<flyt-duty-form .words=${words} .time=${told.time} .duty=${phone.duty} .team=${phone.team} .now=${told.now}
            @team=${({ detail }) => this.#team(detail)} @duty=${({ detail }) => phone.tap(detail)}></flyt-duty-form>`
        : html`<div class="card outline"></div>`;
    }
    const job = this.#jobInView(queue);
    const hand = thumb.hand(queue, told);
    if (this.view.name === 'scan') {
      const jobs = [queue.offered, ...queue.mine, ...queue.open, ...queue.later, ...queue.others].filter(Boolean);
      return html`<flyt-scan-view .words=${words} .jobs=${jobs} .expected=${job} .hospital=${phone.who.hospital} @found=${({ detail }) => thumb.found(detail, queue)}></flyt-scan-view>`;
    }
    if (this.view.name === 'report') {
      return html`<flyt-report-view .words=${words} .hospital=${phone.who.hospital} .near=${nearOf(queue.mine)} .here=${hereOf(queue.mine)} @report=${({ detail }) => thumb.report(detail.wish, detail.place)}></flyt-report-view>`;
    }
    if (this.view.name === 'shift') {
      const shift = { words, time: told.time, team: phone.team, zones: phone.duty.zones, waiting: phone.outbox.waiting, busy: queue.mine.length > 0, synthetic: phone.who.synthetic, say: (wish) => phone.tap(wish) };
      return html`${shiftView(queue.self, shift)}${dockOf({ self: queue.self, job: null, hand, shift, tabs: tabsOf(this.view, words) })}`;
    }
    if (this.view.name === 'job' && job !== null) {
      return html`${jobPage(job, { ...told, hospital: phone.who.hospital }, thumb.steps(job), (code) => void this.#choose(code), (code) => thumb.say('ConfirmPatient', job, { code }))}${dockOf({ self: queue.self, job, hand, shift: null, tabs: nothing })}`;
    }
    const view = queueView(queue, told, { order: (jobs) => this.#steady(jobs), take: (one) => hand.say('TakeTask', one) });
    return html`${view.content}${dockOf({ self: queue.self, job: view.card, hand, shift: null, tabs: tabsOf(this.view, words) })}`;
  }

  /** A new message sounds, and what a colleague does not take. A new offer does, and the server hears that it is on the screen. */
  #attend({ offered, self, messages, mine }) {
    if (this.#handedBack.see(mine, this.#phone.outbox.taps)) {
      ring();
      this.requestUpdate();
    }
    const news = messages.filter(({ message }) => !this.#told.has(message));
    if (news.length > 0) {
      news.forEach(({ message }) => this.#told.add(message));
      ring();
    }
    const offer = offered === null || offered.unsent ? '' : `${offered.task} ${offered.from === undefined ? offered.offerUntil : offered.from}`;
    if (offer !== '') {
      if (offered.from === undefined) {
        void this.#phone.receive(offered);
      }
      if (offer !== this.#rang) {
        ring();
      }
    }
    this.#rang = offer || this.#rang;
    this.#awake.want(self !== null);
  }

  #steady(jobs) {
    this.#order = steadyOrder(this.#order, jobs.map((job) => job.key), untouchedMs() < IDLE_MS);
    return { jobs: this.#order.map((key) => jobs.find((job) => job.key === key)), held: this.#order[0] !== (jobs[0] || {}).key };
  }

  #isCut() {
    const silent = this.#phone.silentMs();
    return navigator.onLine === false || !this.#phone.outbox.reachable || (silent === null ? performance.now() > 10_000 : silent > 30_000);
  }

  #jobInView(queue) {
    return [queue.offered, ...queue.mine, ...queue.open, ...queue.later, ...queue.others].find((job) => job !== null && job.task === this.view.job) || null;
  }

  #others(task) {
    const job = [...this.#phone.queue.others].find((one) => one.task === task);
    return job === undefined ? null : job.by || null;
  }

  #team(team) {
    this.#phone.choose(team);
    this.requestUpdate();
  }

  async #choose(code) {
    remember(code);
    await this.#speak(code);
  }

  #turned() {
    this.view = viewOf(location.hash);
    scrollTo(0, 0);
  }
}

/** `#job/T-881`, `#scan`, `#scan/T-881`, `#shift`; else the queue. */
function viewOf(hash) {
  const [name, job = ''] = hash.slice(1).split('/');
  return { name: ['job', 'scan', 'report', 'shift'].includes(name) ? name : 'queue', job: decodeURIComponent(job) };
}

customElements.define('flyt-tasks-page', TasksPage);
