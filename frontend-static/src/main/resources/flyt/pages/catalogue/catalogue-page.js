import { html, nothing } from 'lit';
import { wishOf } from '../core/address.js';
import { HospitalTime } from '../core/hospital-time.js';
import { LightElement } from '../core/light-element.js';
import { statusChip } from '../core/status.js';
import { wear } from '../core/theme.js';
import { loadWords } from '../core/words.js';
import { glyph } from '../glyphs/glyph.js';
import '../ward/bed-row.js';
import { ewsChip, ORDER } from '../ward/bed-row.js';
import { boardHeader } from '../ward/board-header.js';
import { dischargeView } from '../ward/discharge-view.js';
import { ewsView } from '../ward/ews-view.js';
import { taskText } from '../ward/panels.js';
import { ISOLATIONS, LABS, TASKS } from '../ward/states.js';
import { forecasts } from './forecasts.js';
import { beds, catalogueNow, discharges, occupant, scores, statuses, tasks } from './specimens.js';

/** Every component in every state, in both appearances: `<flyt-catalogue-page>`. For those who build and test. */
export class CataloguePage extends LightElement {
  #wish = wishOf(location);
  #context = null;

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.lang = this.#wish.language;
    wear('light');
    void this.#start();
  }

  async #start() {
    const words = await loadWords(this.#wish.language);
    const time = new HospitalTime('Europe/Oslo', this.#wish.language);
    this.#context = { words, time, columns: ORDER, silent: [], now: catalogueNow, stale: false, blank: false };
    document.title = `${words('catalogue.title')} · Flyt`;
    this.requestUpdate();
  }

  render() {
    if (this.#context === null) {
      return nothing;
    }
    const { words } = this.#context;
    return html`<main class="catalogue">
      <h1>${words('catalogue.title')}</h1>
      <p>${words('catalogue.lead')}</p>
      ${['light', 'dark'].map((theme) => this.#theme(theme))}
    </main>`;
  }

  #theme(theme) {
    const context = this.#context;
    const { words } = context;
    const part = (name, body) => html`<section class="part" aria-label=${`${words(`catalogue.${name}`)}, ${words(`catalogue.${theme}`)}`}>
      <h3>${words(`catalogue.${name}`)}</h3>${body}</section>`;
    return html`<div class="theme" data-theme=${theme}>
      <h2>${words(`catalogue.${theme}`)}</h2>
      ${Object.entries(beds).map(([name, rows]) => part(name, board(rows, context, words(`catalogue.${name}`))))}
      ${part('ews', list(scores, (score) => html`<span class="cell ews">${ewsChip(ewsView(score, context), words)}</span>`))}
      ${part('discharge', list(discharges, (discharge) => dischargeSpecimen(occupant({ discharge }), context)))}
      ${part('task', list(tasks, (row) => signed(row.stuck ? TASKS.delayed : TASKS[row.state], taskText(row, context))))}
      ${part('lab', list(Object.values(LABS), (sign) => signed(sign, words(sign.word))))}
      ${part('isolation', list(Object.values(ISOLATIONS), (sign) => signed(sign, words(sign.word))))}
      ${part('forecast', forecasts(context))}
      ${part('status', html`${list(statuses, (state) => status(state, context))}${['lost', 'distrust', 'blank'].map((link) => banner(link, context))}`)}
    </div>`;
  }
}

function board(rows, context, name) {
  return html`<flyt-ward-board class="rows-9"><div class="table" role="table" aria-label=${name}><div class="lines-of-beds" role="rowgroup">
    ${rows.map((row) => html`<flyt-bed-row role="row" data-key=${row.key} .row=${row} .context=${context}></flyt-bed-row>`)}
  </div></div></flyt-ward-board>`;
}

function list(items, show) {
  return html`<ul class="specimens">${items.map((item) => html`<li>${show(item)}</li>`)}</ul>`;
}

function signed(sign, text) {
  return html`${glyph(sign.glyph, sign.tone)}<span class="word">${text}</span>`;
}

function dischargeSpecimen(someone, context) {
  const view = dischargeView(someone, context);
  return html`<span class="cell discharge">
    <span class="day ${view.quiet ? 'quiet' : ''} ${view.ready ? 'ready' : ''}">${view.shape
      ? glyph(view.shape, view.shape === 'ring' ? 'info' : 'ok')
      : nothing}${view.text}</span>
    <span class="note note-${view.tone}">${view.note}</span></span>`;
}

const beatAt = (context) => ({ time: new Date(context.now).toISOString(), rate: 1 });

function status({ link, silent, away, rejecting = [] }, context) {
  const beat = { ...beatAt(context), feeds: rejecting };
  return html`<div class="slot">${statusChip({ link, silent, beat, awayBeat: away ? beat : null, words: context.words, time: context.time })}</div>`;
}

function banner(link, context) {
  const header = {
    ward: 'Lunge', clusters: 'Tun A og B', counts: null, level: 3, naming: 'initials', coordinator: null, silent: [], now: context.now,
    status: { link, silent: [], beat: beatAt(context), awayBeat: null }, past: null,
  };
  return boardHeader(header, context.words, context.time);
}

customElements.define('flyt-catalogue-page', CataloguePage);
