import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/light-element.js';

/**
 * Who is told what changes, how many messages wait for whom, and what they refused:
 *
 *     <receivers-card .words .receivers .moment @send></receivers-card>
 *
 * `moment` puts a time into words; `send` carries `{receiver, letters}` to be sent again.
 *
 * @typedef {{id: string, type: string, subject: string, refusedAt: string, code: string, words: string, tries: number,
 *   message: string, askedAt: string | null}} Letter
 * @typedef {{id: string, address: string, toldUpTo: number | null, waiting: number, waitingSince: string | null,
 *   trouble: string | null, letters: Letter[]}} Receiver
 */
export class ReceiversCard extends LightElement {
  static properties = { words: { attribute: false }, receivers: { attribute: false }, moment: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../core/words.js').Words} */
    this.words = null;
    /** @type {Receiver[]} */
    this.receivers = [];
    /** @type {(instant: string) => string} */
    this.moment = (instant) => instant;
  }

  render() {
    const { words } = this;
    return html`<section class="card" aria-labelledby="receivers">
      <h2 id="receivers">${words('receivers.title')}</h2>
      ${repeat(this.receivers, (one) => one.id, (one) => this.#receiver(one))}
    </section>`;
  }

  /** @param {Receiver} one */
  #receiver(one) {
    return html`<h3>${one.id} <small>${one.address}</small></h3>
      <p role="status">${this.#state(one)}</p>
      ${one.letters.length === 0 ? nothing : this.#letters(one)}`;
  }

  /** @param {Receiver} one */
  #state(one) {
    const { words } = this;
    if (one.toldUpTo === null) {
      return html`<span class="chip warn">${words('receivers.not-begun')}</span>`;
    }
    const waits = one.waiting === 0
      ? words('receivers.nothing-waits')
      : words(one.waiting === 1 ? 'receivers.waits-one' : 'receivers.waits', { count: one.waiting, since: this.moment(one.waitingSince) });
    return one.trouble === null
      ? html`<span class="chip ok">${waits}</span>`
      : html`<span class="chip crit">${words(`receivers.trouble-${one.trouble}`)}</span> ${waits}`;
  }

  /** @param {Receiver} one */
  #letters(one) {
    const { words } = this;
    const heads = ['message', 'refused', 'answer'];
    return html`<table>
        <caption>${words(one.letters.length === 1 ? 'receivers.letters-one' : 'receivers.letters', { count: one.letters.length })}</caption>
        <thead><tr>${heads.map((head) => html`<th scope="col">${words(`receivers.${head}`)}</th>`)}
          <th scope="col"><span class="visually-hidden">${words('form.doing')}</span></th></tr></thead>
        <tbody>${repeat(one.letters, (letter) => letter.id, (letter) => this.#letter(one, letter))}</tbody>
      </table>
      ${one.letters.length === 1 ? nothing : html`<button type="button" @click=${() => this.#send(one, one.letters)}>${words('receivers.send-all')}</button>`}`;
  }

  /** @param {Receiver} one @param {Letter} letter */
  #letter(one, letter) {
    const { words } = this;
    return html`<tr>
      <th scope="row"><span>${letter.type}<small>${letter.subject.replace('/', ' ')}</small></span></th>
      <td data-label=${words('receivers.refused')}>${this.moment(letter.refusedAt)}<small>${words('receivers.tries', { count: letter.tries })}</small></td>
      <td data-label=${words('receivers.answer')}>${letter.code}<small>${letter.words}</small></td>
      <td class="doing">${letter.askedAt === null
        ? html`<button type="button" @click=${() => this.#send(one, [letter])}>${words('receivers.send')}</button>`
        : html`<span class="chip">${words('receivers.asked')}</span>`}</td>
    </tr>`;
  }

  /** @param {Receiver} one @param {Letter[]} letters */
  #send(one, letters) {
    const detail = { receiver: one.id, letters: letters.map((letter) => letter.id) };
    this.dispatchEvent(new CustomEvent('send', { detail }));
  }
}

customElements.define('receivers-card', ReceiversCard);
