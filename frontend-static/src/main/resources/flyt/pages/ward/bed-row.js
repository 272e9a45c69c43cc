import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { cue } from '../core/cue.js';
import { LightElement } from '../core/light-element.js';
import { glyph, icon } from '../glyphs/glyph.js';
import { extraText, stateView } from './bed-view.js';
import { byHandSign } from './by-hand.js';
import { dischargeView } from './discharge-view.js';
import { ewsView, isCritical } from './ews-view.js';
import { patientNotes } from './patient-notes.js';
import { ISOLATIONS, LABS, USES } from './states.js';

/**
 * One bed's line on the board: `<flyt-bed-row role="row" .row=${row} .context=${context}>`.
 *
 * A bed with a patient fills the columns of the board; any other bed says its state in words over the
 * whole line. The line renders when its own row or the context changes, and cues only cells that differ.
 * A value that stands centred is `keyed`: it is drawn anew in its place, and never seen to slide there.
 *
 * @typedef {object} Context what all lines of a board share; a new object when any of it changes
 * @property {import('../core/words.js').Words} words
 * @property {import('../core/hospital-time.js').HospitalTime} time
 * @property {string[]} columns the columns that this level has and some feed carries
 * @property {string[]} silent the columns and panels whose feed is silent
 * @property {number} now hospital time, whole minutes, epoch milliseconds
 * @property {boolean} stale the link is lost: nothing runs
 * @property {boolean} blank bed numbers only
 * @property {boolean} writes on a device of one's own the number of a bed opens what can be said of it by hand
 */
export class BedRow extends LightElement {
  static properties = { row: { attribute: false }, context: { attribute: false } };

  render() {
    const { row, context } = this;
    if (!row || !context) {
      return nothing;
    }
    try {
      return context.blank ? this.#number() : this.#line();
    } catch (fault) {
      console.error(fault.message);
      return html`${this.#number()}
        <div role="cell" class="cell state"><b class="title">${context.words('row.fault', { bed: row.label })}</b></div>`;
    }
  }

  updated(changed) {
    const before = changed.get('row');
    if (!before || !this.row || before === this.row || before.key !== this.row.key) {
      return;
    }
    for (const cell of this.querySelectorAll('[data-cell]')) {
      const reads = FIELDS[cell.dataset.cell];
      if (JSON.stringify(reads(before)) !== JSON.stringify(reads(this.row))) {
        cue(cell);
      }
    }
  }

  #line() {
    const { row, context } = this;
    const [occupant] = row.occupants;
    const named = occupant && !occupant.protected && !row.askLeft;
    this.className = [
      named ? 'taken' : 'open',
      isCritical(occupant) ? 'critical' : '',
      row.class === 'closed' ? 'closed' : '',
      row.class === 'reserved' && row.use !== 'ready' ? 'reserved' : '',
    ].join(' ');
    return html`${this.#number()}${named ? this.#taken(occupant, context) : this.#state(context)}`;
  }

  #number() {
    const { label, suffix } = this.row;
    const { words, blank, writes } = this.context;
    const number = html`${label}${suffix ? html`<sup>${suffix}</sup>` : nothing}`;
    const extra = this.row.class === 'extra' && !blank;
    return html`<div role="rowheader" class="cell bed" data-cell="bed">
      ${writes
        ? html`<button type="button" class="number" aria-haspopup="dialog" @click=${() => this.dispatchEvent(new CustomEvent('write', { bubbles: true, detail: this.row.key }))}>${number}</button>`
        : html`<span class="number">${number}</span>`}
      ${extra
        ? html`<span class="extra">${glyph(this.row.use === 'ready' ? 'bed-extra-free' : 'bed-extra', 'crit')}<span
              class="visually-hidden">${extraText(this.row, words)}</span><span aria-hidden="true">${words(`extra-short.${this.row.extra}`)}</span></span>`
        : nothing}
      ${blank ? nothing : this.row.occupants.map((occupant) => withHand('', occupant, 'place', words))}
    </div>`;
  }

  #state(context) {
    const { words, columns, silent } = context;
    const [occupant] = this.row.occupants;
    const view = occupant && occupant.protected
      ? { sign: USES.occupied, title: words('use.occupied'), note: '', tone: 'mute', coming: null }
      : stateView(this.row, context);
    return html`<div role="cell" class="cell state" data-cell="state" aria-colspan=${view.coming ? 1 : columns.length || 1}>
        ${glyph(view.sign.glyph, view.sign.tone)}
        <span class="lines">
          <b class="title ink-${view.tone}">${view.title}</b>
          <span class="note ${view.warn ? 'ask' : ''}">${view.warn ? glyph('attention', 'warn') : nothing}${view.note}</span>
        </span>
        ${mark(silent.includes('bed') || (view.named && silent.includes('incoming')), context)}
      </div>
      ${view.coming
        ? html`<div role="cell" class="cell coming" data-cell="coming" aria-colspan=${Math.max(1, columns.length - 1)}>
            <span class="lines">
              <b class="who">${icon('login-2')}<span class="visually-hidden">${words('panel.incoming')} </span>${view.coming.title}</b>
              <span class="note">${view.coming.note}</span>
            </span>
            ${mark(silent.includes('incoming'), context)}
          </div>`
        : nothing}`;
  }

  #taken(occupant, context) {
    const cells = context.columns.includes('patient') ? context.columns : ['patient', ...context.columns];
    const tail = cells.includes('discharge') ? nothing : html`<div role="cell" class="cell discharge"></div>`;
    return html`${ORDER.filter((name) => cells.includes(name)).map(
      (name) => html`<div role="cell" class="cell ${name}" data-cell=${name}>
        ${CELLS[name](occupant, context, this.row)}${mark(context.silent.includes(name), context)}
      </div>`,
    )}${tail}`;
  }
}

/** The columns in their place on the board. */
export const ORDER = ['patient', 'staff', 'care-weight', 'ews', 'isolation', 'lab', 'discharge'];

/** Marks a value whose feed is silent. Laid over the cell, so that nothing moves. */
function mark(silent, { words }) {
  return silent ? html`<span class="old">${glyph('clock', 'warn', words('feed.old-value'))}</span>` : nothing;
}

const CELLS = {
  patient: (occupant, context, row) => {
    if (occupant.initials === undefined) {
      const use = USES[row.use];
      return html`<span class="only-use">${glyph(use.glyph, use.tone)}<span>${context.words(use.word)}</span></span>`;
    }
    return html`${occupant.name ? fullName(occupant.name, context) : html`<span class="who"><b>${occupant.initials}</b> ${occupant.year}</span>`}
      <span class="note">${patientNotes(row, occupant, context)}</span>`;
  },
  staff: (occupant, { words }) => html`${occupant.nurseMissing
      ? missing(words('staff.no-nurse'))
      : html`<span class="nurse ${handOn(occupant, 'nurse') ? 'with-hand' : ''}">${withHand(occupant.nurse || '', occupant, 'nurse', words)}</span>`}
    ${occupant.doctorMissing
      ? missing(words('staff.no-doctor'))
      : html`<span class="note ${handOn(occupant, 'doctor') ? 'with-hand' : ''}">${withHand(occupant.doctor || '', occupant, 'doctor', words)}</span>`}`,
  'care-weight': ({ careWeight }, { words }) =>
    careWeight
      ? html`<span class="visually-hidden">${words('care-weight.label', { weight: careWeight })}</span>
          <span class="figure" aria-hidden="true">${careWeight}</span>
          <span class="blocks" aria-hidden="true">${[1, 2, 3, 4, 5].map(
            (block) => html`<i class=${block <= careWeight ? 'on' : ''}></i>`,
          )}</span>`
      : none(words('none')),
  ews: (occupant, context) => ewsChip(ewsView(occupant.ews, context), context.words),
  isolation: (occupant, { words }) => {
    const { isolation } = occupant;
    const sign = isolation && ISOLATIONS[isolation];
    const hand = withHand('', occupant, 'isolation', words);
    return html`${sign
      ? keyed(isolation, html`${glyph(sign.glyph, sign.tone, words(sign.word))}${isolation === 'contact-chlorine'
          ? html`<span class="chlorine" aria-hidden="true">${words('isolation.chlorine')}</span>`
          : nothing}`)
      : none(words('none'))}${hand}`;
  },
  lab: ({ lab }, { words }) => {
    const sign = lab && LABS[lab];
    return sign ? glyph(sign.glyph, sign.tone, words(sign.word)) : none(words('none'));
  },
  discharge: (occupant, context) => {
    const view = dischargeView(occupant, context);
    const shape = view.shape && glyph(view.shape, view.shape === 'ring' ? 'info' : 'ok');
    return keyed(
      `${view.shape} ${view.note === ''}`,
      html`<span class="day ${view.quiet ? 'quiet' : ''} ${view.ready ? 'ready' : ''}">${shape || nothing}${withHand(view.text, occupant, 'discharge', context.words)}</span>
        <span class="note note-${view.tone}">${view.note}</span>`,
    );
  },
};

/** The chip of an early-warning score; the catalogue shows each of its kinds. */
export function ewsChip(view, words) {
  if (view.kind === 'none') {
    return none(view.label);
  }
  if (view.kind === 'not-applicable') {
    return html`<span class="not-ews">${words('ews.not-applicable')}<br />${view.score}</span>`;
  }
  if (view.kind === 'incomplete') {
    return html`<span class="chip incomplete">${glyph('attention-hollow', 'warn')}<span class="not-ews">${view.label}</span></span>`;
  }
  const sign = { single: ['attention-hollow', 'warn'], medium: ['attention', 'warn'], high: ['act', 'crit'] }[view.level];
  return html`<span class="chip ${view.level} ${view.measured === '' ? '' : 'old-score'}">
      <span class="visually-hidden">${view.label}</span>
      ${sign ? glyph(...sign) : html`<span></span>`}
      ${keyed(view.score, html`<span class="score" aria-hidden="true">${view.score}</span>`)}
      ${view.trend === '' ? html`<span></span>` : glyph(`trend-${view.trend}`, 'line')}
    </span>
    ${view.measured === '' ? nothing : html`<span class="measured" aria-hidden="true">${view.measured}</span>`}`;
}

/** Family name first, as lists and wristbands have it, and the whole date of birth: two of one name are told apart by it. */
function fullName({ given, family, birthDate }, { time }) {
  return html`<span class="who full"><b>${[family, given].filter(Boolean).join(', ')}</b>${birthDate ? html` <span class="born">${time.date(birthDate)}</span>` : nothing}</span>`;
}

const handOn = (occupant, value) => (occupant.byHand || []).includes(value);

/** A value's text, with the sign of a hand where somebody has said it; a long text gives way and the sign stays. */
const withHand = (text, occupant, value, words) =>
  handOn(occupant, value) ? html`${text === '' ? nothing : html`<span class="text">${text}</span>`}<span class="on-${value}">${byHandSign(words)}</span>` : text;
const missing = (text) => html`<span class="missing">${glyph('act', 'crit')}<span>${text}</span></span>`;
const none = (text) => html`<span class="dash">${glyph('none', 'line', text)}</span>`;

/** What each cell reads of its row: a cell is cued when this differs. */
const people = (row, pick) => row.occupants.map(pick);
const FIELDS = {
  bed: (row) => [row.class, row.extra],
  state: (row) => [row.class, row.use, row.since, row.cleaning, row.reserved, row.askLeft, row.closed, row.airChangeUntil],
  coming: (row) => [row.incoming, row.reserved],
  patient: (row) => [people(row, (o) => [o.initials, o.year, o.alike, o.away, o.from, o.protected, o.name]), row.conflict, row.use],
  staff: (row) => people(row, (o) => [o.nurse, o.doctor, o.nurseMissing, o.doctorMissing]),
  'care-weight': (row) => people(row, (o) => o.careWeight),
  ews: (row) => people(row, (o) => [o.ews && o.ews.score, o.ews && o.ews.measuredAt, o.ews && o.ews.notApplicable]),
  isolation: (row) => people(row, (o) => o.isolation),
  lab: (row) => people(row, (o) => o.lab),
  discharge: (row) => people(row, (o) => [o.discharge, o.ews && o.ews.teamToldAt]),
};

customElements.define('flyt-bed-row', BedRow);
