import { html, nothing } from 'lit';
import { LightElement } from '../core/light-element.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { bedName, jobsAt, jobsOf, readSquare } from './bed-code.js';
import { Camera } from './camera.js';
import { pictogram } from './pictograms.js';
import { pictureOf } from './precautions.js';
import { kindName, placeName, placeNotes } from './sayings.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '0'];

/**
 * Finds the job of a bed by the square on it, or by its number: `<flyt-scan-view .words .jobs .expected .hospital @found>`. With a
 * camera where the browser can read squares, with keys always. `expected` is the job that one stands before; another bed is told.
 */
export class ScanView extends LightElement {
  static properties = {
    words: { attribute: false },
    jobs: { attribute: false },
    expected: { attribute: false },
    hospital: { attribute: false },
    typed: { state: true },
    trouble: { state: true },
  };

  #camera = new Camera(this, ['qr_code'], (text) => this.read(text));

  constructor() {
    super();
    this.typed = '';
    this.trouble = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#camera.open();
  }

  render() {
    const { words } = this;
    const found = jobsAt(this.typed, this.jobs);
    return html`<div class="job-top"><a class="back" href="#">${icon('chevron-left')}${words('tab.tasks')}</a></div>
      <h1 class="scan-title">${words('scan.title')}</h1>
      ${this.#camera.state === 'none'
        ? html`<p class="scan-lead">${words('scan.no-camera')}</p>`
        : html`<div class="camera"><video muted playsinline .srcObject=${this.#camera.stream} aria-label=${words('scan.camera')}></video><span class="frame"></span></div>
            <p class="scan-lead">${words('scan.lead')}</p>`}
      <p class="scan-trouble" role="alert">${this.trouble === '' ? nothing : html`${glyph('attention', 'warn')}<span>${this.trouble}</span>`}</p>
      <ul class="found">${found.slice(0, 3).map((job) => html`<li><button type="button" @click=${() => this.#found(job)}>${pictogram(pictureOf(job.type))}
        <span><b>${placeName(job.at)}</b> ${placeNotes(job.at, words).slice(0, 1)}</span><span>${kindName(job, words)}</span></button></li>`)}</ul>
      <div class="dock pad"><output aria-label=${words('scan.typed')}>${this.typed || html`<span>${words('scan.type')}</span>`}</output>
        <div class="keys" role="group" aria-label=${words('scan.keys')}>
          ${KEYS.map((key) => html`<button type="button" @click=${() => this.#type(this.typed + key)}>${key}</button>`)}
          <button type="button" aria-label=${words('scan.erase')} @click=${() => this.#type(this.typed.slice(0, -1))}>${icon('backspace')}</button>
        </div></div>`;
  }

  /** What a square says. @param {string} text */
  read(text) {
    const read = readSquare(text, this.hospital);
    if ('wrong' in read) {
      this.trouble = this.words(`scan.other-${read.wrong}`);
      return;
    }
    const here = jobsOf(read, this.jobs);
    const wanted = here.find((job) => job === this.expected) || here[0];
    const name = here.length > 0 ? placeName(here[0].at) : bedName(read.id, this.jobs);
    if (this.expected !== null && wanted !== this.expected) {
      this.trouble = this.words('scan.wrong-bed', { this: name, that: placeName(this.expected.at) });
    } else if (wanted === undefined) {
      this.trouble = this.words('scan.nothing-here', { place: name });
    } else {
      this.#found(wanted);
    }
  }

  #type(text) {
    this.typed = text.slice(0, 8);
    const nothingThere = this.typed.length >= 3 && jobsAt(this.typed, this.jobs).length === 0;
    this.trouble = nothingThere ? this.words('scan.nothing-here', { place: this.typed }) : '';
  }

  #found(job) {
    if (this.expected !== null && job !== this.expected) {
      this.trouble = this.words('scan.wrong-bed', { this: placeName(job.at), that: placeName(this.expected.at) });
    } else {
      this.dispatchEvent(new CustomEvent('found', { detail: job }));
    }
  }
}

customElements.define('flyt-scan-view', ScanView);
