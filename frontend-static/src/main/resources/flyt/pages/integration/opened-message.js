import { html, nothing } from 'lit';
import { LightElement } from '../core/light-element.js';
import { reasonWords } from './reason-words.js';
import { toldReport } from './told-report.js';

/**
 * A message, opened: as it came beside what is made of it now, and a correction to try and to tell.
 *
 *     <opened-message .words .message .looked @replay @close></opened-message>
 *
 * `replay` carries `{edits, justLook}`; `looked` is what trying gave.
 */
export class OpenedMessage extends LightElement {
  static properties = { words: { attribute: false }, message: { attribute: false }, looked: { state: true } };

  constructor() {
    super();
    /** @type {import('../core/words.js').Words} */
    this.words = null;
    this.message = null;
    this.looked = null;
  }

  get #isFhir() {
    return this.message.profile.startsWith('fhir/');
  }

  render() {
    const { words, message } = this;
    return html`<section class="card" aria-labelledby="opened">
      <h2 id="opened">${message.type} ${message.messageId}</h2>
      <p class="lead">${words('integration.shapes')}</p>
      <div class="cards">
        <div><h3>${words('integration.as-it-came')}</h3>
          ${message.segments.length === 0 ? html`<p>${words('integration.erased')}</p>` : message.segments.map((one) => segment(one))}</div>
        <div><h3>${words('integration.made-of-it')}</h3>
          ${message.notes.map((note) => html`<p><span class="chip warn">${reasonWords(note, words)}</span></p>`)}
          ${message.reports.map((report) => toldReport(report))}</div>
      </div>
      <form @submit=${(event) => this.#send(event)}>
        <h3>${words('integration.correct')}</h3>
        <div class="fields narrow">
          ${this.#isFhir
            ? html`<div class="field"><label for="path">${words('integration.path')}</label><input id="path" name="path" autocomplete="off" maxlength="300" placeholder="location[0].location.reference" /></div>`
            : html`<div class="field"><label for="segment">${words('integration.segment')}</label><input id="segment" name="segment" autocomplete="off" maxlength="3" /></div>
              <div class="field"><label for="field">${words('integration.field')}</label><input id="field" name="field" type="number" min="1" max="200" /></div>`}
          <div class="field"><label for="value">${words('integration.value')}</label><input id="value" name="value" autocomplete="off" /></div>
        </div>
        <div class="doing">
          <button type="submit" name="look">${words('integration.look')}</button>
          <button type="submit" class="main">${words('integration.replay')}</button>
          <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${words('form.leave')}</button>
        </div>
      </form>
      ${this.looked === null ? nothing : this.#would(words)}
    </section>`;
  }

  #would(words) {
    const { looked } = this;
    return html`<div role="status"><h3>${words('integration.would')}</h3>
      ${looked.outcome === 'would-be-told'
        ? html`${looked.takesBack.map((fact) => html`<p>${words('integration.takes-back', fact)}</p>`)} ${looked.tells.map((report) => toldReport(report))}`
        : html`<p><span class="chip crit">${words.has(`integration.outcome-${looked.outcome}`) ? words(`integration.outcome-${looked.outcome}`) : words('integration.cannot')}</span> ${looked.reasons.map((reason) => html`<span class="line">${reasonWords(reason, words)}</span>`)}</p>`}</div>`;
  }

  /** @param {SubmitEvent & {target: HTMLFormElement, submitter: HTMLButtonElement}} event */
  #send(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const said = (name) => String(form.get(name) || '').trim();
    const value = String(form.get('value'));
    const edit = this.#isFhir ? { path: said('path'), value } : { segment: said('segment').toUpperCase(), field: Number(said('field')), value };
    const edits = (edit.path || edit.segment) === '' ? [] : [edit];
    this.looked = null;
    this.dispatchEvent(new CustomEvent('replay', { detail: { edits, justLook: event.submitter !== null && event.submitter.name === 'look' } }));
  }
}

/** The fields that say something, each on a line: `PV1-3 LUN^301^1`. */
function segment(one) {
  return html`<p>${one.fields.map((field, at) => (field === '' ? nothing : html`<span class="line"><code>${one.name}-${at + 1}</code> ${field}</span>`))}</p>`;
}

customElements.define('opened-message', OpenedMessage);
