import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/light-element.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { DECLINES, waitText, waitingOf, whoText } from '../placement/bed-words.js';
import { Placing } from '../placement/placing.js';
import { ISOLATIONS } from './states.js';

/** From then on the ward should hurry: minutes before its answer is overdue. */
const SOON_MINUTES = 10;

/**
 * Who waits for this ward's answer, above the board on somebody's own device: `<flyt-ward-asks .rows .board .may .barred>`. The ward says yes
 * with one tap; a no, another bed of the ward and everything else about the patient are one tap further, in a dialog.
 *
 *     <ul class="asks"> bed · who · until when · from where · [yes] [other answers] </ul> <dialog class="hand answer">
 *
 * `rows`: of view `requests` for the ward; `board`: as of the hand sheet; `may`: what whoever looks may do; `barred`: nothing can be done now.
 */
export class WardAsks extends LightElement {
  static properties = { rows: { attribute: false }, board: { attribute: false }, may: { attribute: false }, barred: { attribute: false }, opened: { state: true } };

  /** Aborted when the board is left. */
  left = new AbortController();
  #placing = new Placing(this, () => this.rows);

  constructor() {
    super();
    this.barred = false;
    /** The request whose dialog is open. @type {string | null} */
    this.opened = null;
  }

  get hospital() {
    return this.board.hospital;
  }

  get words() {
    return this.board.words;
  }

  get time() {
    return this.board.time;
  }

  /** Hospital time. */
  now() {
    return this.board.now();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.left.abort();
  }

  render() {
    const asked = askedOf(this.rows);
    const open = asked.find((row) => row.request === this.opened);
    return html`${this.#placing.news()}
      <ul class="asks" aria-label=${this.words('ward-asks.title')}>${repeat(asked, (row) => row.key, (row) => this.#line(row))}</ul>
      <dialog class="hand answer" aria-labelledby="answer-title" @close=${this.#closed}>${open ? this.#answers(open) : nothing}</dialog>`;
  }

  updated() {
    const { opened } = this;
    if (opened !== null && (this.#placing.lifted !== opened || !askedOf(this.rows).some((row) => row.request === opened))) {
      this.#close();
    }
  }

  #line(row) {
    const { words } = this;
    const who = whoText(row, words);
    const answers = this.#may('accept-request') && row.state !== 'accepted';
    return html`<li data-request=${row.request} class=${row.asked.overdue ? 'overdue' : nothing}>
      <span class="whom"><b class="place">${placeOf(row)}</b> <b class="who">${who}</b>${isolation(row, words)}</span>
      <span class="by">${row.asked.overdue ? glyph('attention', 'warn') : nothing}${this.#until(row)} · ${row.from ? row.from.name : words('placement.from-home')}</span>
      ${answers
        ? html`<button type="button" class="yes" data-accept=${row.request} ?disabled=${this.barred || this.#placing.busy}
            aria-label=${words('ward-asks.yes-to', { who })} @click=${() => void this.#placing.accept(row.request)}>${words('ward-asks.yes')}</button>`
        : nothing}
      <button type="button" class="more" data-lift=${row.request} aria-haspopup="dialog" ?disabled=${this.barred} aria-label=${words('ward-asks.more', { who })}
        @click=${() => this.#open(row)}>${icon('dots')}</button></li>`;
  }

  /** Until when the ward is asked, and how long that is; or since when it owes an answer. */
  #until({ asked, state }) {
    const { words, time } = this;
    const at = time.clock(asked.by);
    if (state === 'accepted') {
      return words('ward-asks.accepted');
    } else if (asked.overdue) {
      return words('ward-asks.overdue', { at, span: waitText(asked.by, this.now(), words) });
    }
    const left = Math.max(0, Math.ceil((Date.parse(asked.by) - this.now()) / 60_000));
    const text = words('ward-asks.until', { at, minutes: left });
    return left <= SOON_MINUTES ? html`<b>${text}</b>` : text;
  }

  #answers(row) {
    const { words, time } = this;
    const who = whoText(row, words);
    const needs = [row.readyAt && words('placement.ready-at', { at: time.clock(row.readyAt) }), ...row.needs.map((need) => words(`placement.need.${need}`))];
    return html`<div class="heading"><h2 id="answer-title" tabindex="-1">${who} <span>${words('placement.way', { from: row.from ? row.from.name : words('placement.from-home'), to: row.toName })}</span></h2>
        <button type="button" class="away" aria-label=${words('hand.close-sheet')} @click=${this.#close}>${icon('x')}</button></div>
      <p class="about">${[words('ward-asks.waited', { span: waitText(row.since, this.now(), words) }), ...needs].filter(Boolean).join(' · ')}${isolation(row, words)}</p>
      ${this.#placing.news()}
      ${this.#may('decline-request') && row.state !== 'accepted'
        ? html`<section aria-labelledby="no-title"><h3 id="no-title">${words('ward-asks.no')}</h3><div class="noes">${DECLINES.map(
            (reason) => html`<button type="button" data-decline=${reason} ?disabled=${this.barred || this.#placing.busy}
              @click=${() => void this.#placing.decline(row.request, reason)}>${words(`placement.decline.${reason}`)}</button>`)}</div></section>`
        : nothing}
      ${this.#may('reserve-bed') ? this.#placing.choice((bed) => bed.ward === this.board.ward) : nothing}`;
  }

  #may(deed) {
    return this.may.deeds.includes(deed);
  }

  #open(row) {
    this.opened = row.request;
    if (this.#may('reserve-bed')) {
      this.#placing.lift(row.request);
    } else {
      this.#placing.lifted = row.request;
    }
    void this.updateComplete.then(() => {
      this.querySelector('dialog').showModal();
      this.querySelector('#answer-title').focus();
    });
  }

  #close = () => this.querySelector('dialog').close();

  #closed() {
    const { opened } = this;
    this.opened = null;
    this.#placing.putDown(opened);
  }
}

/** Those whom the ward has not answered, and whom it has taken and has no bed for yet; the longest waiting first. @param {import('../core/rows.js').Rows} rows */
function askedOf(rows) {
  return waitingOf(rows.byKey.values()).filter((row) => row.state === 'waiting' || row.state === 'reserved' || (row.state === 'accepted' && row.promise === null));
}

function placeOf({ promise }) {
  return promise ? html`${promise.label}${promise.suffix ? html`<sup>${promise.suffix}</sup>` : nothing}` : nothing;
}

function isolation(row, words) {
  const sign = row.isolation && ISOLATIONS[row.isolation];
  return sign ? html` ${glyph(sign.glyph, sign.tone, words(sign.word))}` : nothing;
}

customElements.define('flyt-ward-asks', WardAsks);
