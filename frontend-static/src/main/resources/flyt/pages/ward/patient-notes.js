import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { firstPart } from '../core/whole-words.js';
import { glyph, icon } from '../glyphs/glyph.js';

/**
 * The line under a patient: the most urgent remark in words, any other as its sign alone, else the day of the stay.
 *
 * @param {any} row a bed row
 * @param {any} occupant the first of its occupants
 * @param {import('./bed-row.js').Context} context
 */
export function patientNotes(row, occupant, context) {
  const { words } = context;
  const notes = [
    row.conflict && { sign: glyph('attention', 'warn'), text: words(`conflict.${row.conflict}`), style: 'conflict' },
    occupant.alike && { sign: glyph('alike', 'warn'), text: words('patient.alike'), style: 'alike' },
    awayNote(row, occupant, context),
    occupant.from && fromNote(occupant.from, words),
    row.occupants.length > 1 && { sign: '+', text: others(row, words), style: 'beside' },
  ].filter(Boolean);
  if (notes.length === 0) {
    return occupant.admittedAt ? words('patient.day', { day: dayOfStay(occupant.admittedAt, context.now) }) : '';
  }
  const [first, ...rest] = notes;
  const line = html`<span class="remark ${first.style}">${first.sign}${first.short ? yielding(first) : html`<span class="text">${first.text}</span>`}</span>${rest.map(
    (note) => html`<span class="remark bare">${note.sign}<span class="visually-hidden">${note.text}</span></span>`,
  )}`;
  return keyed(notes.map((note) => note.style).join(), line);
}

/** Where both do not fit beside the sign, the lead gives way to the short text. @param {{lead: string, short: string, text: string}} note */
function yielding({ lead, short, text }) {
  return html`<span class="visually-hidden">${text}</span><span class="yielding" aria-hidden="true">${lead === ''
      ? nothing
      : html`<span>${lead}</span>`}<span>${short}</span></span>`;
}

/** `Fra Geriatri` for a patient of Geriatri og slag. */
function fromNote(ward, words) {
  const text = words('patient.from', { ward });
  const lead = words('patient.from', { ward: '' }).trim();
  return { sign: icon('route'), lead, short: firstPart(ward), text, style: 'outlier' };
}

/** 1 on the day of admission. */
function dayOfStay(admittedAt, now) {
  return Math.max(0, Math.floor((now - Date.parse(admittedAt)) / 86_400_000)) + 1;
}

function awayNote(row, { away }, { words, time }) {
  if (row.use !== 'held' && !away) {
    return null;
  }
  const held = words('use.held');
  if (!away) {
    return { sign: glyph('bookmark', 'mute'), text: held, style: 'held' };
  }
  const where = away.kind === 'leave' ? words('patient.leave') : away.to || '';
  const sign = glyph('bookmark', 'mute', held);
  if (!away.backAt) {
    return { sign, text: where || held, style: 'held' };
  }
  const back = time.clock(away.backAt);
  return { sign, lead: where, short: back, text: `${where} ${back}`.trim(), style: 'held' };
}

function others(row, words) {
  return row.occupants
    .slice(1)
    .map((occupant) => (occupant.initials ? `${occupant.initials} ${occupant.year}` : words('use.occupied')))
    .join(', ');
}
