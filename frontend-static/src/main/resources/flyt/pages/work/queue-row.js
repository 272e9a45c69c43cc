import { html, nothing } from 'lit';
import { cue } from '../core/cue.js';
import { LightElement } from '../core/light-element.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { ISOLATIONS, TASKS } from '../ward/states.js';

/** A sign for each kind that has one; the word stands beside it. */
const ICONS = {
  'bed-wash': 'bed', 'patient-bed': 'bed', 'patient-wheelchair': 'wheelchair', 'patient-walking': 'walk', deceased: 'bed', samples: 'flask',
  blood: 'droplet', medicine: 'pill', equipment: 'tool', fault: 'tool', linen: 'basket', food: 'soup', waste: 'trash', 'emergency-team': 'urgent',
};

/**
 * One line of the queue: `<flyt-queue-row role="row" .line .words .opened .current>`. The button with the place opens it, and is the
 * one stop for the keyboard; a click anywhere in the line does the same.
 *
 *     <div role="cell">1</div> <div role="rowheader"><button class="opens">LUN 316</button></div> <div role="cell">Smittevask …</div> …
 */
export class QueueRow extends LightElement {
  static properties = { line: { attribute: false }, words: { attribute: false }, opened: { attribute: false }, current: { attribute: false } };

  render() {
    const { line, words, opened, current } = this;
    const { row } = line;
    return html`<div role="cell" class="cell rank" data-cell="rank">${line.place === null ? '–' : line.place}${line.pinned
        ? html`<span class="pin">${icon('pin')}<span class="visually-hidden"> ${words('work.pinned')}</span></span>`
        : nothing}</div>
      <div role="rowheader" class="cell place"><button type="button" class="opens" id=${`open-${row.task}`} data-task=${row.task} aria-expanded=${String(opened)}
          aria-controls=${opened ? `more-${row.task}` : nothing} tabindex=${current ? 0 : -1}>${line.way}</button>
        <span class="second">${line.where}</span></div>
      <div role="cell" class="cell job"><span class="first">${signOf(row, words)}<b>${line.kind}</b></span>
        <span class="second reason">${line.reason}</span></div>
      <div role="cell" class="cell state" data-cell="state" data-label=${words('work.state')}><span class="first">${glyph(line.state.glyph, line.state.tone)}<span>${line.state.text}</span></span>
        ${line.helpWanted ? html`<span class="second wanted">${glyph('act', 'crit')}<span>${words('work.help-wanted')}</span></span>` : nothing}
        ${line.late ? html`<span class="second late">${glyph(TASKS.delayed.glyph, TASKS.delayed.tone)}<span>${words(TASKS.delayed.word)}${line.delay ? ` – ${line.delay}` : ''}</span></span>`
          : line.delay ? html`<span class="second late"><span>${line.delay}</span></span>` : nothing}
        ${line.who ? html`<span class="second">${line.who}</span>` : nothing}</div>
      <div role="cell" class="cell due ${line.late ? 'over' : line.unreachable ? 'tight' : ''}" data-cell="due" data-label=${words('work.due')}><b>${line.due}</b>
        <span class="second">${line.left}</span></div>
      <div role="cell" class="cell waited" data-label=${words('work.waited')}><b>${line.waited}</b>
        <span class="second">${line.since}</span></div>`;
  }

  updated(changed) {
    const before = changed.get('line');
    if (!before || before.row.key !== this.line.row.key) {
      return;
    }
    const { line } = this;
    const differs = { rank: before.place !== line.place, state: before.row.state !== line.row.state, due: before.due !== line.due };
    Object.keys(differs)
      .filter((cell) => differs[cell])
      .forEach((cell) => cue(this.querySelector(`[data-cell="${cell}"]`)));
  }
}

/** What to wear is told by the sign of the isolation; everything else by an outline of the thing. */
function signOf(row, words) {
  const isolation = ISOLATIONS[row.type.replace(/^clean-/, '')];
  if (isolation) {
    return glyph(isolation.glyph, isolation.tone, words(isolation.word));
  }
  return icon(ICONS[row.type] || (row.type.startsWith('clean-') ? 'spray' : 'route'));
}

customElements.define('flyt-queue-row', QueueRow);
