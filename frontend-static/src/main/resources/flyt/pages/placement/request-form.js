import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { choice } from '../core/fields.js';
import { LightElement } from '../core/light-element.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import { icon } from '../glyphs/glyph.js';
import { dayAfter, instantAt } from '../ward/hand/hospital-day.js';
import { bedText, whoText } from './bed-words.js';
import './needs-form.js';

/** Why a bed is needed no more. */
const WITHDRAWALS = ['not-admitted', 'stays-put', 'other-hospital', 'asked-by-mistake', 'other'];

/**
 * Asking for a bed for somebody who is in the house or expected, or asking otherwise for one who waits:
 * `<flyt-request-form .request .waiting .words .time .now .hospital .busy>`.
 *
 *     the ward they are in · who of them          only where nobody waits yet (`request` null)
 *     the ward asked · what is needed · from when
 *     why it is needed no more, each a press      only of one who waits
 *
 * `waiting`: the visit numbers of those who wait already. Dispatches `ask` {visit, to, needs, sex, readyAt, who}, `withdraw`
 * {visit, reason, who} and `close`.
 */
export class RequestForm extends LightElement {
  static properties = {
    request: { attribute: false }, waiting: { attribute: false }, words: { attribute: false }, time: { attribute: false }, now: { attribute: false }, hospital: {},
    busy: { attribute: false }, wards: { state: true }, patients: { state: true }, draft: { state: true }, fault: { state: true },
  };

  #left = new AbortController();

  constructor() {
    super();
    this.request = null;
    this.waiting = [];
    this.wards = [];
    this.patients = null;
    this.draft = null;
    this.fault = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#wards().catch(unlessGivenUp);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  willUpdate(changed) {
    if (changed.has('request') || this.draft === null) {
      this.draft = this.request === null ? { ward: '', stay: '', to: '', needs: [], sex: null, clock: '' } : draftOf(this.request, this.time);
      this.fault = '';
    }
  }

  render() {
    const { words, draft, request } = this;
    return html`<section class="request-form" aria-labelledby="request-title" @keydown=${this.#key}>
      <h2 id="request-title" tabindex="-1">${request === null ? words('request.title') : words('request.change', { who: whoText(request, words) })}
        <button type="button" class="away" aria-label=${words('request.close')} @click=${this.#close}>${icon('x')}</button></h2>
      <form @submit=${this.#submit}>
        ${request === null ? [this.#from(), this.#who()] : nothing}
        ${choice('request-to', words('request.to'), this.#options((ward) => ward.wardKind === 'inpatient'), draft.to, (to) => this.#set({ to }))}
        <div class="field"><label for="request-clock">${words('request.when')}</label>
          <input id="request-clock" type="time" .value=${draft.clock} aria-describedby="request-clock-hint" @input=${(event) => this.#set({ clock: event.target.value })} />
          <small id="request-clock-hint">${this.#when()}</small></div>
        <flyt-needs-form .request=${draft} .words=${words} .busy=${this.busy} @needs=${({ detail }) => this.#set(detail)}></flyt-needs-form>
        <p class="trouble" role="alert">${this.fault}</p>
        <button class="main" ?disabled=${this.busy}>${words(request === null ? 'request.ask' : 'request.ask-again')}</button></form>
      ${request === null
        ? nothing
        : html`<section class="withdraw" aria-labelledby="withdraw-title"><h3 id="withdraw-title">${words('request.withdraw')}</h3>
            <div class="noes">${WITHDRAWALS.map((reason) => html`<button type="button" data-withdraw=${reason} ?disabled=${this.busy}
              @click=${() => this.#tell('withdraw', { visit: request.stay, reason, who: whoText(request, words) })}>${words(`request.withdraw.${reason}`)}</button>`)}</div></section>`}
    </section>`;
  }

  #from() {
    return choice('request-ward', this.words('request.ward'), this.#options(() => true), this.draft.ward, (ward) => {
      this.#set({ ward, stay: '', to: this.draft.to || (this.#isInpatient(ward) ? ward : '') });
      this.#patients(ward).catch(unlessGivenUp);
    });
  }

  #who() {
    const { words, patients, draft } = this;
    const none = patients === null ? words('request.ward-first') : words(patients.length === 0 ? 'request.nobody' : 'request.choose');
    const options = (patients || []).map(({ stay, text }) => [stay, text]);
    return choice('request-who', words('request.who'), [['', none], ...options], draft.stay, (stay) => this.#set({ stay }));
  }

  #options(which) {
    return [['', this.words('request.choose')], ...this.wards.filter(which).map(({ ward, name }) => [ward, name])];
  }

  #isInpatient(id) {
    return this.wards.some((one) => one.ward === id && one.wardKind === 'inpatient');
  }

  /** What the time means: at once, today, or tomorrow where it has been today. */
  #when() {
    const { words, draft, time } = this;
    const at = this.#readyAt();
    if (at === null) {
      return words('request.at-once');
    }
    return words(time.day(at) === time.day(this.now) ? 'request.today' : 'request.on', { day: time.weekday(time.day(at)), at: draft.clock });
  }

  #readyAt() {
    const { draft, time, now } = this;
    if (!draft.clock || time === null || now === null) {
      return null;
    }
    if (draft.kept && time.clock(draft.kept) === draft.clock) {
      return draft.kept;
    }
    const today = time.day(now);
    const at = instantAt(today, draft.clock, time);
    return Date.parse(at) > now ? at : instantAt(dayAfter(today, 1), draft.clock, time);
  }

  #set(fields) {
    this.draft = { ...this.draft, ...fields };
    this.fault = '';
  }

  #key(event) {
    if (event.key === 'Escape') {
      this.#close();
    }
  }

  #close = () => this.#tell('close', {});

  #submit(event) {
    event.preventDefault();
    const { words, draft, request } = this;
    const visit = request === null ? draft.stay : request.stay;
    if (visit === '' || draft.to === '') {
      this.fault = words(visit === '' ? 'request.who-missing' : 'request.to-missing');
      this.querySelector(visit === '' ? '#request-who' : '#request-to').focus();
      return;
    }
    const who = request === null ? this.patients.find((one) => one.stay === visit).who : whoText(request, words);
    this.#tell('ask', { visit, to: draft.to, needs: draft.needs, sex: draft.sex, readyAt: this.#readyAt(), who });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  async #wards() {
    const answer = await this.#get('wards');
    this.wards = answer.filter((row) => row.kind === 'ward').sort((one, other) => one.order - other.order);
  }

  /** Who is in the ward, or expected there; nobody twice, and not who waits already. */
  async #patients(ward) {
    this.patients = null;
    const rows = ward === '' ? [] : await this.#get(`rows?view=ward&scope=${encodeURIComponent(ward)}&level=2`);
    if (this.draft.ward === ward) {
      const all = rows.flatMap((row) => this.#known(row, ward));
      this.patients = all.filter(({ stay }, at) => !this.waiting.includes(stay) && all.findIndex((one) => one.stay === stay) === at);
    }
  }

  #known(row, ward) {
    const { words, time } = this;
    if (row.kind === 'bed') {
      return row.occupants.map((one) => {
        const who = whoText({ who: one }, words);
        return { stay: one.stay, who, text: `${bedText({ ...row, ward })} · ${who}` };
      });
    } else if (row.kind === 'incoming') {
      const who = whoText({ who: row }, words);
      return [{ stay: row.key.slice('in/'.length), who, text: `${row.at === null ? words('request.expected') : words('request.expected-at', { at: time.clock(row.at) })} · ${who}` }];
    }
    return [];
  }

  async #get(what) {
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(this.hospital)}/${what}`, { signal: this.#left.signal });
    if (!answer.ok) {
      this.fault = this.words('request.not-told');
      return [];
    }
    return answer.body.rows;
  }
}

function draftOf({ to, needs, sex, readyAt }, time) {
  return { ward: '', stay: '', to, needs, sex, clock: readyAt === null ? '' : time.clock(readyAt), kept: readyAt };
}

customElements.define('flyt-request-form', RequestForm);
