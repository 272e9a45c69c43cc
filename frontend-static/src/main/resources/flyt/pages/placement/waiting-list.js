import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/light-element.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { ISOLATIONS } from '../ward/states.js';
import { bedText, readyText, reasonsText, waitText, waitingOf, waitsLong, whoText } from './bed-words.js';

/**
 * Who waits for a bed, the longest first: `<flyt-waiting-list .rows .words .time .now .hospital .lifted .barred .asks>`. A line is lifted by its handle (by
 * pointer, key or tap) or dragged; its button takes what is proposed. Whoever listens gives commands:
 *
 *     lift    {request}                          its beds are to be shown; the same again: let it be
 *     place   {request, bed, seen, insteadOf}    the proposal was pressed
 *     new                                        a bed is to be asked for, where `asks`
 *     let-go  {request, bed}                     no longer lifted (bed null), or the promised bed is given back
 *
 * `lifted`: the id of the request that is lifted, or null; `barred`: why nothing can be done now, or ''.
 */
export class WaitingList extends LightElement {
  static properties = {
    rows: { attribute: false }, words: { attribute: false }, time: { attribute: false }, now: { attribute: false }, hospital: {},
    lifted: { attribute: false }, barred: { attribute: false }, asks: { attribute: false },
  };

  constructor() {
    super();
    this.rows = [];
    this.lifted = null;
    this.barred = '';
    this.asks = false;
  }

  render() {
    const { words } = this;
    const waiting = waitingOf(this.rows);
    return html`<section class="waiting-list" aria-labelledby="waiting-title">
      <h2 id="waiting-title">${words('placement.title')} <span>${this.barred || words('placement.how')}</span>
        ${this.asks ? html`<button type="button" class="new" data-new ?disabled=${this.barred !== ''} @click=${() => this.#tell('new', {})}>${icon('plus')}${words('request.new')}</button>` : nothing}</h2>
      ${waiting.length === 0
        ? html`<p class="nobody">${glyph('task-done', 'ok')}${words('placement.nobody')}</p>`
        : html`<ul>${repeat(waiting, (row) => row.key, (row) => this.#line(row))}</ul>`}
    </section>`;
  }

  #line(row) {
    const { words, now } = this;
    const lifted = this.lifted === row.request;
    const who = whoText(row, words);
    const long = now !== null && waitsLong(row.since, now);
    return html`<li class="waits ${lifted ? 'lifted' : ''}" data-request=${row.request} draggable=${this.barred === '' ? 'true' : 'false'}
        @dragstart=${(event) => this.#drag(event, row)} @dragend=${() => this.#letGo(row, null)}>
      <button type="button" class="grip" data-lift=${row.request} aria-pressed=${lifted ? 'true' : 'false'} ?disabled=${this.barred !== ''}
        aria-label=${words(lifted ? 'placement.put-back' : 'placement.lift', { who })} @click=${() => (lifted ? this.#letGo(row, null) : this.#tell('lift', { request: row.request }))}>${GRIP}</button>
      <b class="who">${who}</b>
      <span class="way"><span class="first">${row.from ? row.from.name : words('placement.from-home')} → <b>${row.toName}</b>${isolation(row, words)}</span>
        <span class="second">${this.#second(row)}</span></span>
      <span class="since">${long ? glyph('attention', 'warn', words('placement.long')) : nothing}${now === null ? '' : waitText(row.since, now, words)}</span>
      ${lifted ? html`<span class="action moving">${words('placement.moving')}</span>` : this.#action(row, who)}
    </li>`;
  }

  #second(row) {
    const { words, time } = this;
    const notBefore = row.readyAt && this.now !== null && Date.parse(row.readyAt) > this.now ? words('placement.ready-at', { at: time.clock(row.readyAt) }) : '';
    const needs = row.needs.map((need) => words(`placement.need.${need}`));
    return [notBefore, this.#standing(row), ...needs].filter(Boolean).join(' · ');
  }

  #standing(row) {
    const { words, time } = this;
    if (row.state === 'declined') {
      const declined = words('placement.declined', { ward: row.asked.name, why: words(`placement.decline.${row.asked.declined}`) });
      return [declined, row.suggestions.length === 0 ? '' : words('placement.next-best', { why: reasonsText(row.suggestions[0], words) })].filter(Boolean).join(' · ');
    } else if (row.asked.overdue) {
      return words('placement.overdue', { ward: row.asked.name, at: time.clock(row.asked.by) });
    } else if (row.promise) {
      return [row.state === 'accepted' ? words('placement.accepted') : '', readyText(row.promise, words, time) || words('placement.reason.ready-now'),
        row.promise.until ? words('placement.until', { at: time.clock(row.promise.until) }) : ''].filter(Boolean).join(', ');
    }
    return row.suggestions.length === 0 ? words('placement.no-bed') : reasonsText(row.suggestions[0], words);
  }

  #action(row, who) {
    const { words, time } = this;
    if (row.promise) {
      return html`<button type="button" class="action given" data-let-go=${row.request} ?disabled=${this.barred !== ''}
        aria-label=${words('placement.give-back', { who, bed: bedText(row.promise) })} @click=${() => this.#letGo(row, row.bed)}>${words('placement.given', { bed: bedText(row.promise) })}${icon('x')}</button>`;
    }
    const best = row.suggestions[0];
    return best === undefined
      ? html`<span class="action none">${words('placement.none')}</span>`
      : html`<button type="button" class="action ${best.standing === 'ready' ? 'ready' : 'later'}" data-place=${row.request} ?disabled=${this.barred !== ''}
          aria-label=${words('placement.reserve-for', { who, bed: bedText(best) })}
          @click=${() => this.#tell('place', { request: row.request, bed: best.bed, seen: best.version, insteadOf: row.bed })}>${bedText(best)} ${readyText(best, words, time)}</button>`;
  }

  #drag(event, row) {
    event.dataTransfer.setData('text/plain', row.request);
    event.dataTransfer.effectAllowed = 'move';
    this.#tell('lift', { request: row.request });
  }

  #letGo(row, bed) {
    this.#tell('let-go', { request: row.request, bed });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

const GRIP = html`<span class="dots" aria-hidden="true"></span>`;

function isolation(row, words) {
  const sign = row.isolation && ISOLATIONS[row.isolation];
  return sign ? html` ${glyph(sign.glyph, sign.tone, words(sign.word))}` : nothing;
}

customElements.define('flyt-waiting-list', WaitingList);
