import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../glyphs/glyph.js';

/**
 * What a coordinator tells whoever holds this phone. A message stays until it is said to be read, or until its time is over.
 *
 * @typedef {import('./jobs.js').Message} Message
 */

/** @param {Message[]} messages @param {{words: import('./languages.js').PhoneWords, time: import('../core/hospital-time.js').HospitalTime, read: (message: Message) => void}} answer */
export function messageBanners(messages, { words, time, read }) {
  return repeat(messages, ({ key }) => key, (message) => html`<div class="message" role="alert" data-message=${message.message}>
    <p>${icon('info-circle')}<span><b>${words('message.from', { at: time.clock(message.sentAt) })}</b> ${message.text === undefined ? words('message.asks') : message.text || words('message.erased')}</span></p>
    <button type="button" @click=${() => read(message)}>${words('message.read')}</button></div>`);
}
