import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { unlessGivenUp } from '../core/signed-in-page.js';
import { Sending } from '../work/sending.js';
import './bed-choice.js';
import { barriersText, bedText, whoText } from './bed-words.js';
import './waiting-list.js';

/** For how long a bed is promised. */
const PROMISED_MS = 4 * 60 * 60_000;

/**
 * Placing those who wait, on a page that has their rows: whoever is lifted, which beds suit them, and what was asked for. Commands are sent
 * with what one saw of the bed, so that two do not give the same one.
 */
export class Placing {
  #page;
  #rows;
  #sending;
  #beds = [];
  /** Of each bed while somebody is lifted: null where they can lie, else why not. @type {Map<string, string | null> | null} */
  suiting = null;
  /** The request that is lifted. @type {string | null} */
  lifted = null;

  /** @param {import('../core/live-page.js').LivePage} page @param {() => import('../core/rows.js').Rows | null} rows those of view `requests` */
  constructor(page, rows) {
    this.#page = page;
    this.#rows = rows;
    this.#sending = new Sending(page);
  }

  /** What came of the last wish, or that it can be sent again. */
  news() {
    const { done, trouble, unanswered, busy } = this.#sending;
    return html`<div class="news"><p class="done" role="status">${done}</p><p class="trouble" role="alert">${trouble}</p>
      ${unanswered ? html`<button type="button" ?disabled=${busy} @click=${() => this.#sending.again()}>${this.#page.words('placement.again')}</button>` : nothing}</div>`;
  }

  /** Who waits. @param {string} barred why nothing can be done now, or '' */
  list(barred) {
    const { words, time, hospital } = this.#page;
    return html`<flyt-waiting-list .rows=${[...this.#rows().byKey.values()]} .words=${words} .time=${time} .now=${this.#page.now()} hospital=${hospital}
      .lifted=${this.#request() ? this.lifted : null} .barred=${barred} @lift=${this.#lift} @place=${this.#place} @let-go=${this.#letGo}></flyt-waiting-list>`;
  }

  /** The beds for whoever is lifted. */
  choice() {
    const { words, time } = this.#page;
    const request = this.#request();
    return request
      ? html`<flyt-bed-choice .request=${request} .beds=${this.#beds} .words=${words} .time=${time} .busy=${this.#sending.busy}
          @place=${this.#place} @let-go=${this.#letGo}></flyt-bed-choice>`
      : nothing;
  }

  /** Whoever is lifted gets that bed. @param {string} bed */
  take(bed) {
    const chosen = this.#beds.find((one) => one.bed === bed);
    this.#place({ detail: { request: this.lifted, bed, seen: chosen.version, insteadOf: this.#request().bed } });
  }

  /** Whoever is lifted is put down. */
  letGo() {
    this.#putDown(this.lifted);
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

  #lift = ({ detail: { request } }) => this.lift(request);

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
      const choice = page.querySelector('flyt-bed-choice');
      await choice.updateComplete;
      choice.focusFirst();
    }
  }

  #show(beds) {
    this.#beds = beds;
    this.suiting = this.lifted === null ? null : new Map(beds.map((bed) => [bed.bed, bed.suits ? null : barriersText(bed, this.#page.words)]));
    this.#page.requestUpdate();
  }

  #place = ({ detail: { request, bed, seen, insteadOf } }) => {
    const { words } = this.#page;
    const row = this.#rows().byKey.get(`request/${request}`);
    const place = [...this.#beds, ...row.suggestions].find((one) => one.bed === bed);
    const until = new Date(this.#page.now() + PROMISED_MS).toISOString();
    const wish = { type: 'ReserveBed', bed, request, seen, until, ...(insteadOf ? { insteadOf } : {}) };
    void this.#sending.ask(wish, words('placement.reserved', { bed: bedText(place), who: whoText(row, words) }), () => this.#putDown(request));
  };

  #letGo = ({ detail: { request, bed } }) => {
    if (bed === null) {
      this.#putDown(request);
      return;
    }
    const { words } = this.#page;
    const row = this.#rows().byKey.get(`request/${request}`);
    void this.#sending.ask({ type: 'EndReservation', bed }, words('placement.given-back', { bed: bedText(row.promise), who: whoText(row, words) }));
  };

  /** Nobody is lifted any more; the keyboard goes back to the line. */
  #putDown(request) {
    if (request !== null && this.lifted === request) {
      this.lifted = null;
      this.#show([]);
      void this.#page.updateComplete.then(() => {
        const handle = this.#page.querySelector(`[data-lift="${request}"]`);
        return handle && handle.focus();
      });
    }
  }
}
