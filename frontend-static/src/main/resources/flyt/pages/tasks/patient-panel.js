import { html, nothing } from 'lit';
import { get } from '../core/api.js';
import { LightElement } from '../core/light-element.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { Camera, canScan } from './camera.js';

const AGAIN_MS = 3000;
const CODES = ['qr_code', 'code_128', 'code_39', 'data_matrix', 'aztec', 'pdf417'];

/**
 * Whom one moves, from the bed to the hand-over: `<flyt-patient-panel .words .time .hospital .job @confirm>`. The name is asked of the
 * server when it knows that one is at the bed; it stands in this element only, and goes with it. `confirm` carries the code of
 * the wristband, or nothing where it was read.
 *
 *     <section class="patient"><p>name, birth date</p> <p>Stemmer armbåndet?</p> <button>Skann</button></section>
 *
 * @typedef {{given: string | null, family: string | null, birthDate: string | null, protected: boolean}} Patient
 */
export class PatientPanel extends LightElement {
  static properties = { words: { attribute: false }, time: { attribute: false }, hospital: {}, job: { attribute: false }, patient: { state: true }, away: { state: true }, scanning: { state: true } };

  #camera = new Camera(this, CODES, (text) => this.#scanned(text));
  #asked = new AbortController();
  #timer = 0;
  #asking = false;

  constructor() {
    super();
    /** @type {import('./jobs.js').Job | null} */
    this.job = null;
    /** @type {Patient | null} */
    this.patient = null;
    this.away = false;
    this.scanning = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asked.abort();
    clearTimeout(this.#timer);
    this.patient = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#asked = new AbortController();
  }

  updated() {
    // a tap that the server has not heard of would be answered with a no
    if (this.patient === null && !this.#asking && !this.job.unsent) {
      void this.#ask();
    }
  }

  render() {
    const { words, job, patient } = this;
    const { confirmedAt, mismatchAt } = job.patient;
    const wrong = Boolean(mismatchAt) && !confirmedAt;
    return html`<section class="patient ${wrong ? 'wrong' : confirmedAt ? 'right' : ''}" aria-label=${words('patient.title')}>
      <h2>${icon('user')}${words('patient.title')}</h2>
      ${this.#who(patient, words)}
      ${wrong ? html`<p class="verdict" role="alert">${glyph('act', 'crit')}<span><b>${words('patient.wrong')}</b><span>${words('patient.wrong-lead')}</span></span></p>` : nothing}
      ${confirmedAt
        ? html`<p class="verdict">${icon('circle-check')}<span><b>${words(job.patient.confirmedBy === 'scanned' ? 'patient.scanned' : 'patient.read')}</b></span></p>`
        : html`<p class="ask">${words('patient.ask')}</p>${this.#scan(words)}`}
    </section>`;
  }

  #who(patient, words) {
    if (patient === null) {
      return html`<p class="who waits">${words(this.away ? 'patient.away' : 'patient.asks')}</p>`;
    }
    if (patient.protected) {
      return html`<p class="who"><b>${words('patient.protected')}</b><span>${words('patient.protected-lead')}</span></p>`;
    }
    const name = [patient.family, patient.given].filter(Boolean).join(', ');
    return html`<p class="who" role="status"><b>${name || words('patient.unknown')}</b>
      <span>${patient.birthDate ? words('patient.born', { day: this.time.date(patient.birthDate) }) : words('patient.unknown-lead')}</span></p>`;
  }

  #scan(words) {
    if (!canScan()) {
      return nothing;
    }
    if (this.scanning && this.#camera.state === 'none') {
      return html`<p class="ask" role="status">${words('patient.no-camera')}</p>`;
    }
    return this.scanning
      ? html`<div class="camera"><video muted playsinline .srcObject=${this.#camera.stream} aria-label=${words('scan.camera')}></video><span class="frame"></span></div>`
      : html`<button type="button" class="scan" @click=${this.#open}>${icon('scan')}<span>${words('patient.scan')}</span></button>`;
  }

  #open() {
    this.scanning = true;
    void this.#camera.open();
  }

  #scanned(text) {
    this.#camera.stop();
    this.scanning = false;
    const code = text.trim();
    if (code !== '') {
      this.dispatchEvent(new CustomEvent('confirm', { detail: { code } }));
    }
  }

  async #ask() {
    this.#asking = true;
    const address = `/api/v1/hospitals/${encodeURIComponent(this.hospital)}/tasks/${encodeURIComponent(this.job.task)}/patient`;
    const answer = await get(address, { signal: this.#asked.signal }).catch(() => null);
    if (answer === null) {
      this.#asking = false;
      return;
    }
    this.away = !answer.ok && answer.status !== 409;
    if (answer.ok) {
      this.patient = answer.body;
    }
    this.#timer = answer.ok ? 0 : setTimeout(() => { this.#asking = false; this.requestUpdate(); }, AGAIN_MS);
  }
}

customElements.define('flyt-patient-panel', PatientPanel);
