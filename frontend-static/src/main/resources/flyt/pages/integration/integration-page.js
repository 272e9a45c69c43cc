import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { get, post } from '../core/api.js';
import { HospitalTime } from '../core/hospital-time.js';
import { SignedInPage } from '../core/signed-in-page.js';
import { feedStates } from './feed-states.js';
import './opened-message.js';
import { reasonWords } from './reason-words.js';
import './receivers-card.js';
import './unmapped-places.js';

const OUTCOMES = ['accepted', 'repeated', 'not-needed', 'kept-for-later', 'not-read', 'faulty', 'unreadable', 'stranger', 'not-allowed', 'refused'];

/**
 * The messages that came in by HL7 v2, for whoever keeps feeds running: `<flyt-integration-page>`. How many there were by source and
 * reason, those that wait for somebody, each of them opened, corrected and told again.
 *
 * @typedef {{id: string, receivedAt: string, source: string, sender: string, profile: string, messageId: string, type: string,
 *   outcome: string, reasons: string[], visits: string[], appointment: string | null, startsAt: string | null, seq: number | null, replayOf: string | null, settledAt: string | null}} Message
 */
export class IntegrationPage extends SignedInPage {
  static properties = {
    hospitals: { state: true },
    hospital: { state: true },
    feeds: { state: true },
    profiles: { state: true },
    counts: { state: true },
    messages: { state: true },
    chosen: { state: true },
    opened: { state: true },
    receivers: { state: true },
    unmapped: { state: true },
    looked: { state: true },
  };

  /** What is looked for. */
  #question = new URLSearchParams({ waiting: 'true' });

  /** What the messages that are shown were the answer to. */
  #answered = '';

  constructor() {
    super();
    this.hospitals = [];
    this.hospital = '';
    this.feeds = [];
    this.profiles = [];
    this.counts = [];
    /** @type {Message[] | null} */
    this.messages = null;
    /** @type {Set<string>} */
    this.chosen = new Set();
    this.opened = null;
    /** @type {import('./receivers-card.js').Receiver[]} */
    this.receivers = [];
    /** @type {import('./unmapped-places.js').Unmapped[]} */
    this.unmapped = [];
    /** What the mapping of a place would change. @type {import('./unmapped-places.js').Result[] | null} */
    this.looked = null;
  }

  async begin() {
    const hospitals = await get('/api/v1/hospitals', { signal: this.asked.signal });
    if (this.told(hospitals)) {
      this.hospitals = hospitals.body.hospitals;
      this.hospital = this.hospitals.length === 0 ? '' : this.hospitals[0].id;
      await this.#look();
    }
  }

  get #house() {
    return `/api/v1/hospitals/${encodeURIComponent(this.hospital)}`;
  }

  get #inbox() {
    return `${this.#house}/inbox`;
  }

  get #profiles() {
    return `/api/v1/hospitals/${encodeURIComponent(this.hospital)}/profiles`;
  }

  async #look() {
    if (this.hospital === '') {
      return;
    }
    const asked = String(this.#question);
    const [answer, profiles, unmapped] = await Promise.all([
      get(`${this.#inbox}?${asked}`, { signal: this.asked.signal }),
      get(this.#profiles, { signal: this.asked.signal }),
      get(`${this.#house}/unmapped-places`, { signal: this.asked.signal }),
    ]);
    if (this.told(answer, this.done) && this.told(profiles, this.done) && this.told(unmapped, this.done)) {
      this.unmapped = unmapped.body.places;
      this.profiles = profiles.body.profiles;
      this.feeds = answer.body.feeds;
      this.counts = answer.body.counts;
      this.#answered = asked;
      this.messages = answer.body.messages;
      this.chosen = new Set();
    }
    const told = await get(`${this.#house}/receivers`, { signal: this.asked.signal });
    if (this.told(told, this.done)) {
      this.receivers = told.body.receivers;
    }
  }

  render() {
    const { words } = this;
    return words === null
      ? nothing
      : this.frame(words('place.integration'), words('integration.lead'), () => this.#content(words));
  }

  #content(words) {
    if (this.messages === null) {
      return this.hospitals.length === 0 ? html`<p class="lead">${words('start.none')}</p>` : nothing;
    }
    return html`${feedStates(this.feeds, words, this.#time)} ${this.#unmapped(words)} ${this.#search(words)} ${this.#found(words)}
      ${this.opened === null
        ? nothing
        : html`<opened-message .words=${words} .message=${this.opened} .looked=${null}
            @replay=${(event) => this.#replay([this.opened.id], event.detail)} @close=${() => (this.opened = null)}></opened-message>`}
      ${this.receivers.length === 0
        ? nothing
        : html`<receivers-card .words=${words} .receivers=${this.receivers} .moment=${(instant) => this.#moment(instant)}
            @send=${(event) => this.#sendLetters(event.detail)}></receivers-card>`}
      ${this.#counted(words)} ${this.#written(words)}`;
  }

  #unmapped(words) {
    return this.unmapped.length === 0
      ? nothing
      : html`<unmapped-places .words=${words} .places=${this.unmapped} .looked=${this.looked} .moment=${(instant) => this.#moment(instant)}
          @open=${(event) => this.#open(event.detail)} @move=${(event) => this.#replay(event.detail.oldest, {})}
          @look=${(event) => this.#lookAhead(event.detail)}></unmapped-places>`;
  }

  /** What would change if a place were mapped. */
  async #lookAhead({ place, mapping }) {
    this.looked = null;
    const answer = await post(`${this.#inbox}/replay`, { messages: place.oldest, mapping, justLook: true });
    if (this.told(answer)) {
      this.looked = answer.body.results;
    }
  }

  #search(words) {
    return html`<form class="card" @submit=${(event) => this.#send(event)}>
      <div class="fields narrow">
        ${this.hospitals.length < 2
          ? nothing
          : html`<div class="field"><label for="hospital">${words('form.hospital')}</label>
              <select id="hospital" name="hospital">${this.hospitals.map((one) => html`<option value=${one.id} ?selected=${one.id === this.hospital}>${one.name}</option>`)}</select></div>`}
        <div class="field"><label for="outcome">${words('integration.outcome')}</label>
          <select id="outcome" name="outcome">
            <option value="waiting" selected>${words('integration.waiting')}</option>
            <option value="">${words('integration.all')}</option>
            ${OUTCOMES.map((one) => html`<option value=${one}>${words(`integration.outcome-${one}`)}</option>`)}
          </select></div>
        <div class="field"><label for="messageId">${words('integration.message-id')}</label><input id="messageId" name="messageId" autocomplete="off" /></div>
        <div class="field"><label for="visit">${words('integration.visit')}</label><input id="visit" name="visit" autocomplete="off" /></div>
        <div class="field"><label for="appointment">${words('integration.appointment')}</label><input id="appointment" name="appointment" autocomplete="off" /></div>
      </div>
      <button class="main" type="submit">${words('integration.search')}</button>
    </form>`;
  }

  /** Nothing found: of what waits, that is good news. */
  #noneKey() {
    return this.#answered === 'waiting=true' ? 'integration.none-waiting' : 'integration.none';
  }

  #found(words) {
    const count = this.messages.length;
    const heads = ['received', 'type', 'from', 'result', 'reasons'];
    return html`<section class="card" aria-label=${words('integration.messages')}>
      <h2><span role="status">${words(count === 0 ? this.#noneKey() : count === 1 ? 'integration.count-one' : 'integration.count', { count })}</span></h2>
      ${count === 0
        ? nothing
        : html`<table>
            <caption class="visually-hidden">${words('integration.messages')}</caption>
            <thead><tr><th scope="col"><span class="visually-hidden">${words('integration.choose')}</span></th>
              ${heads.map((head) => html`<th scope="col">${words(`integration.${head}`)}</th>`)}
              <th scope="col"><span class="visually-hidden">${words('form.doing')}</span></th></tr></thead>
            <tbody>${repeat(this.messages, (one) => one.id, (one) => this.#row(one, words))}</tbody>
          </table>
          <button type="button" ?disabled=${this.chosen.size === 0} @click=${() => this.#replay([...this.chosen], {})}>
            ${words('integration.replay-chosen', { count: this.chosen.size })}</button>`}
    </section>`;
  }

  get #time() {
    return new HospitalTime(this.hospitals.find((hospital) => hospital.id === this.hospital).timeZone, this.language);
  }

  #moment(instant) {
    const time = this.#time;
    return `${time.dateOfYear(instant)} ${time.clockWithSeconds(instant)}`;
  }

  /** @param {Message} one */
  #row(one, words) {
    const waits = one.settledAt === null && ['faulty', 'unreadable', 'stranger', 'not-allowed'].includes(one.outcome);
    return html`<tr data-key=${one.id}>
      <td><label class="tick"><input type="checkbox" .checked=${this.chosen.has(one.id)} @change=${(event) => this.#choose(one.id, event.target.checked)} />
        <span class="visually-hidden">${words('integration.choose-one', { id: one.messageId })}</span></label></td>
      <td data-label=${words('integration.received')}>${this.#moment(one.receivedAt)}</td>
      <th scope="row"><span>${one.type}<small>${one.messageId}</small>${one.appointment === null ? nothing : html`<small>${words('integration.of-appointment', { appointment: one.appointment })}</small>`}</span></th>
      <td data-label=${words('integration.from')}>${one.source}<small>${one.sender} ${one.profile}</small></td>
      <td data-label=${words('integration.result')}><span class="chip ${waits ? 'crit' : 'ok'}">${words(`integration.outcome-${one.outcome}`)}</span></td>
      <td data-label=${words('integration.reasons')}>${one.reasons.length === 0 ? '–' : one.reasons.map((reason) => html`<span class="line">${reasonWords(reason, words)}</span>`)}</td>
      <td class="doing"><button type="button" @click=${() => this.#open(one.id)}>${words('integration.open')}</button></td>
    </tr>`;
  }

  #counted(words) {
    const heads = ['source', 'result', 'reasons', 'messages'];
    return html`<section class="card"><table class="counts">
      <caption>${words('integration.counts')}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${words(`integration.${head}`)}</th>`)}</tr></thead>
      <tbody>${this.counts.map((one) => html`<tr>
        <th scope="row"><span>${one.source}</span></th>
        <td data-label=${words('integration.result')}>${words(`integration.outcome-${one.outcome}`)}</td>
        <td data-label=${words('integration.reasons')}>${one.reason === '' ? '–' : reasonWords(one.reason, words)}</td>
        <td data-label=${words('integration.messages')}>${one.messages}</td></tr>`)}</tbody>
    </table></section>`;
  }

  #written(words) {
    return html`<section class="card"><h2>${words('integration.profiles')}</h2>
      ${this.profiles.map((one) => html`<p><code>${one.id}</code> ${words('integration.version', { version: one.version })}</p>`)}
      <button type="button" @click=${() => this.#reload()}>${words('integration.reload')}</button>
    </section>`;
  }

  async #reload() {
    const answer = await post(this.#profiles, {});
    if (this.told(answer, this.words('integration.reloaded'))) {
      await this.#look();
    }
  }

  #choose(id, chosen) {
    const all = new Set(this.chosen);
    if (chosen) {
      all.add(id);
    } else {
      all.delete(id);
    }
    this.chosen = all;
  }

  async #open(id) {
    const answer = await get(`${this.#inbox}/${id}`, { signal: this.asked.signal });
    if (this.told(answer)) {
      this.opened = answer.body;
    }
  }

  /** @param {string[]} messages @param {{edits?: object[], justLook?: boolean}} how */
  async #replay(messages, how) {
    const answer = await post(`${this.#inbox}/replay`, { messages, ...how });
    if (!this.told(answer)) {
      return;
    }
    const { results } = answer.body;
    if (how.justLook) {
      this.querySelector('opened-message').looked = results[0];
      return;
    }
    const count = results.filter((one) => one.outcome === 'told').length;
    this.done = this.words('integration.told', { count, of: results.length });
    this.opened = null;
    await this.#look();
  }

  /** @param {{receiver: string, letters: string[]}} wanted */
  async #sendLetters({ receiver, letters }) {
    const answer = await post(`${this.#house}/receivers/${encodeURIComponent(receiver)}/letters/send`, { letters });
    if (this.told(answer)) {
      const { asked } = answer.body;
      this.done = this.words(asked === 1 ? 'receivers.sent-one' : 'receivers.sent', { count: asked });
      await this.#look();
    }
  }

  /** @param {SubmitEvent & {target: HTMLFormElement}} event */
  #send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const said = (name) => String(form.get(name) || '').trim();
    this.hospital = said('hospital') || this.hospital;
    this.#question = new URLSearchParams(said('outcome') === 'waiting' ? { waiting: 'true' } : {});
    for (const name of ['outcome', 'messageId', 'visit', 'appointment']) {
      if (said(name) !== '' && said(name) !== 'waiting') {
        this.#question.set(name, said(name));
      }
    }
    this.done = '';
    this.opened = null;
    void this.#look();
  }
}

customElements.define('flyt-integration-page', IntegrationPage);
