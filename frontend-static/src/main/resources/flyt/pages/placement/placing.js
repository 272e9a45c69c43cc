import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import { Sending } from '../work/sending.js';
import './bed-choice.js';
import { barriersText, bedText, waitingOf, whoText } from './bed-words.js';
import './plan-proposal.js';
import './request-form.js';
import './waiting-list.js';

const HOUR_MS = 3_600_000;

/**
 * Placing those who wait, on a page that has their rows: whoever is lifted, which beds suit them, and what was asked for. Commands are sent
 * with what one saw of the bed, so that two do not give the same one.
 *
 * @typedef {import('lit').ReactiveElement & {hospital: string, words: import('../core/words.js').Words, time: import('../core/hospital-time.js').HospitalTime,
 *   may: {deeds: string[]}, left: AbortController, now: () => number}} Page
 */
export class Placing {
  #page;
  #rows;
  #sending;
  #beds = [];
  /** Whether the page shows who waits, and so what is asked for. */
  #hasList = false;
  /** Of each bed while somebody is lifted: null where they can lie, else why not. @type {Map<string, string | null> | null} */
  suiting = null;
  /** The request that is lifted. @type {string | null} */
  lifted = null;
  /** What is asked for: somebody new, or the request that is to be another; null: nothing. @type {'new' | string | null} */
  asking = null;
  /** For how many hours a bed is promised, from when both it and the patient are ready. */
  hours = 4;

  /** @param {Page} page @param {() => import('../core/rows.js').Rows | null} rows those of view `requests` */
  constructor(page, rows) {
    this.#page = page;
    this.#rows = rows;
    this.#sending = new Sending(page);
  }

  /** What came of the last wish, or that it can be sent again. */
  news() {
    const { done, trouble, unanswered, busy } = this.#sending;
    const silent = !done && !trouble && !unanswered;
    return html`<div class=${silent ? 'news silent' : 'news'}><p class="done" role="status">${done}</p><p class="trouble" role="alert">${trouble}</p>
      ${unanswered ? html`<button type="button" ?disabled=${busy} @click=${() => this.#sending.again()}>${this.#page.words('placement.again')}</button>` : nothing}</div>`;
  }

  /** Who waits, and what is asked for. @param {string} barred why nothing can be done now, or '' */
  list(barred) {
    const { words, time, hospital, may } = this.#page;
    this.#hasList = true;
    return html`<div>${barred === '' ? this.#form() : nothing}<flyt-waiting-list .rows=${[...this.#rows().byKey.values()]} .words=${words} .time=${time} .now=${this.#page.now()} hospital=${hospital}
      .lifted=${this.#request() ? this.lifted : null} .barred=${barred} .asks=${may.deeds.includes('request-bed')} @new=${() => this.#openForm('new')} @lift=${({ detail }) => this.lift(detail.request)} @place=${this.#place} @let-go=${this.#letGo}></flyt-waiting-list></div>`;
  }

  /** The beds for whoever is lifted. @param {(bed: import('./bed-words.js').Bed) => boolean} which */
  choice(which = () => true) {
    const { words, time, may } = this.#page;
    const request = this.#request();
    return request
      ? html`<flyt-bed-choice .request=${request} .beds=${this.#beds.filter(which)} .words=${words} .time=${time} .may=${may.deeds} .busy=${this.#sending.busy}
          .hours=${this.hours} .changes=${this.#hasList} @hours=${({ detail }) => this.#hold(detail)} @ask-again=${() => this.#openForm(request.request)}
          @place=${this.#place} @let-go=${this.#letGo} @swap=${this.#swap} @open=${this.#open} @needs=${this.#needs}></flyt-bed-choice>`
      : nothing;
  }

  /** What is proposed for all who wait. @param {string} barred why nothing can be done now, or '' */
  plan(barred) {
    const { words, time, hospital } = this.#page;
    return html`<flyt-plan-proposal .rows=${waitingOf(this.#rows().byKey.values())} .words=${words} .time=${time} hospital=${hospital}
      .barred=${barred} .busy=${this.#sending.busy} @place=${this.#place}></flyt-plan-proposal>`;
  }

  /** What is asked for, where it is asked: for somebody who does not wait yet, or otherwise for one who does. */
  #form() {
    const { words, time, hospital } = this.#page;
    const rows = this.#rows();
    const request = this.asking === 'new' || rows === null ? null : rows.byKey.get(`request/${this.asking}`);
    return this.asking === null || request === undefined
      ? nothing
      : html`<flyt-request-form .request=${request} .waiting=${waitingOf(rows.byKey.values()).map(({ stay }) => stay)} .words=${words} .time=${time} .now=${this.#page.now()}
          .hospital=${hospital} .busy=${this.#sending.busy} @ask=${this.#askFor} @withdraw=${this.#withdraw} @close=${() => this.#closeForm()}></flyt-request-form>`;
  }

  #openForm(asking) {
    this.asking = asking;
    this.#page.requestUpdate();
    void this.#page.updateComplete.then(async () => {
      const form = /** @type {import('./request-form.js').RequestForm} */ (this.#page.querySelector('flyt-request-form'));
      await form.updateComplete;
      form.querySelector('h2').focus();
    });
  }

  #closeForm() {
    this.asking = null;
    this.#page.requestUpdate();
    void this.#page.updateComplete.then(() => {
      const button = this.#page.querySelector('[data-new]');
      return button && button.focus();
    });
  }

  #askFor = ({ detail: { who, needs, ...asked } }) => {
    const wish = { type: 'RequestBed', needs, ...given(asked) };
    void this.#sending.ask(wish, this.#page.words('request.asked', { who }), () => {
      this.#closeForm();
      return this.lifted === null ? undefined : this.#ask(this.lifted).catch(unlessGivenUp);
    });
  };

  #withdraw = ({ detail: { visit, reason, who } }) => {
    void this.#sending.ask({ type: 'WithdrawRequest', visit, reason }, this.#page.words('request.withdrawn', { who }), () => this.#closeForm());
  };

  #hold(hours) {
    this.hours = hours;
    this.#page.requestUpdate();
  }

  /** Until when a bed is promised: so many hours after both can be there. */
  #until(bed, readyAt) {
    const from = Math.max(this.#page.now(), ...[bed.readyAt, readyAt].filter(Boolean).map((at) => Date.parse(at)));
    return new Date(from + this.hours * HOUR_MS).toISOString();
  }

  /** Whether something is on its way. */
  get busy() {
    return this.#sending.busy;
  }

  /** The ward takes the patient. @param {string} request */
  accept(request) {
    return this.#answer({ type: 'AcceptRequest', request }, 'placement.said-yes');
  }

  /** The ward does not. @param {string} request @param {string} reason */
  decline(request, reason) {
    return this.#answer({ type: 'DeclineRequest', request, reason }, 'placement.said-no');
  }

  #answer(wish, said) {
    const { words } = this.#page;
    const row = this.#rows().byKey.get(`request/${wish.request}`);
    return this.#sending.ask(wish, words(said, { who: whoText(row, words) }), () => this.putDown(wish.request));
  }

  /** Whoever is lifted gets that bed. @param {string} bed */
  take(bed) {
    const chosen = this.#beds.find((one) => one.bed === bed);
    this.#place({ detail: { request: this.lifted, bed, seen: chosen.version, insteadOf: this.#request().bed } });
  }

  /** Whoever is lifted is put down. */
  letGo() {
    this.putDown(this.lifted);
  }

  #request() {
    const rows = this.#rows();
    return this.lifted === null || rows === null ? undefined : rows.byKey.get(`request/${this.lifted}`);
  }

  /**
   * Lifts a request and shows its beds.
   * @param {(best: {bed: string}) => void} [go] where the keyboard goes with the bed that suits best; else it goes to the field for one
   */
  lift(request, go) {
    this.lifted = request;
    this.#show([]);
    this.#ask(request, go).catch(unlessGivenUp);
  }

  /** Nobody is lifted any more; the keyboard goes back to the line. @param {string} request */
  putDown(request) {
    if (request !== null && this.lifted === request) {
      this.lifted = null;
      this.#show([]);
      void this.#page.updateComplete.then(() => {
        const handle = this.#page.querySelector(`[data-lift="${request}"]`);
        return handle && handle.focus();
      });
    }
  }

  async #ask(request, go) {
    const page = this.#page;
    const answer = await get(`/api/v1/hospitals/${encodeURIComponent(page.hospital)}/requests/${request}/beds`, { signal: page.left.signal });
    if (!answer.ok) {
      this.#sending.tell(page.words('placement.beds-not-told'));
    } else if (this.lifted === request) {
      this.#show(answer.body.beds);
      await page.updateComplete;
      const best = answer.body.beds.find((bed) => bed.suits);
      if (go && best) {
        go(best);
        return;
      }
      const choice = /** @type {import('./bed-choice.js').BedChoice} */ (page.querySelector('flyt-bed-choice'));
      await choice.updateComplete;
      choice.focusFirst();
    }
  }

  #show(beds) {
    this.#beds = beds;
    this.suiting = this.lifted === null ? null : new Map(beds.map((bed) => [bed.bed, bed.suits ? null : barriersText(bed, this.#page.words)]));
    this.#page.requestUpdate();
  }

  #place = ({ detail: { request, bed, seen, insteadOf, sharing, purpose, of } }) => {
    const { words } = this.#page;
    const row = this.#rows().byKey.get(`request/${request}`);
    const place = of || [...this.#beds, ...row.suggestions].find((one) => one.bed === bed);
    const until = this.#until(place, row.readyAt);
    const wish = { type: 'ReserveBed', bed, request, seen, until, ...given({ insteadOf, sharing, purpose }) };
    void this.#sending.ask(wish, words('placement.reserved', { bed: bedText(place), who: whoText(row, words), until: this.#page.time.clock(until) }), () => this.putDown(request));
  };

  #swap = ({ detail: { bed, other } }) => {
    const { words } = this.#page;
    const { lifted } = this;
    const to = this.#beds.find((one) => one.bed === other);
    void this.#sending.ask({ type: 'SwapReservations', bed, other }, words('placement.swapped', { bed: bedText(to), who: whoText(this.#request(), words) }), () => this.putDown(lifted));
  };

  /** What the patient needs is another: which beds suit is asked anew. */
  #needs = ({ detail: { needs, sex } }) => {
    const { words } = this.#page;
    const { lifted } = this;
    const { stay, to, readyAt, ...row } = this.#request();
    const wish = { type: 'RequestBed', visit: stay, to, needs, ...given({ sex, readyAt }) };
    void this.#sending.ask(wish, words('placement.needs-said', { who: whoText(row, words) }), () => this.#ask(lifted).catch(unlessGivenUp));
  };

  /** A closed bed is open: which beds suit is asked anew. */
  #open = ({ detail: { bed } }) => {
    const { lifted } = this;
    const one = this.#beds.find((place) => place.bed === bed);
    void this.#sending.ask({ type: 'OpenBed', bed }, this.#page.words('placement.opened', { bed: bedText(one) }), () => this.#ask(lifted).catch(unlessGivenUp));
  };

  #letGo = ({ detail: { request, bed } }) => {
    if (bed === null) {
      this.putDown(request);
      return;
    }
    const { words } = this.#page;
    const row = this.#rows().byKey.get(`request/${request}`);
    void this.#sending.ask({ type: 'EndReservation', bed }, words('placement.given-back', { bed: bedText(row.promise), who: whoText(row, words) }));
  };
}

/** Those that are something. */
function given(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}
