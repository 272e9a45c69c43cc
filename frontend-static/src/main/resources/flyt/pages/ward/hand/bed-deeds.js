import { html, nothing } from 'lit';
import { glyph, icon } from '../../glyphs/glyph.js';
import { stateView } from '../bed-view.js';
import { byHandSign } from '../by-hand.js';
import { dischargeView } from '../discharge-view.js';
import { ISOLATIONS } from '../states.js';
import { bedDeeds, freePlaces, isByHand, patientDeeds, stayOf } from './hand-deeds.js';
import { patientName } from './patient-name.js';
import './protected-name.js';

/**
 * A chosen bed on the sheet: its state, who lies in it, and what can be said of both.
 *
 * @typedef {import('./hand-deeds.js').HandDeed} HandDeed
 * @typedef {object} Doing
 * @property {boolean} busy something is on its way
 * @property {(deed: HandDeed, occupant: any) => void} take
 */

/** @param {import('../../core/rows.js').Row} row @param {any} board @param {any} viewer @param {Doing} doing */
export function bedOnSheet(row, board, viewer, doing) {
  const { may } = viewer.me;
  const context = { words: board.words, time: board.time, now: board.now() };
  const free = freePlaces(board.beds);
  const ofBed = bedDeeds(row, may.deeds);
  const people = row.occupants.map((occupant) => person(row, occupant, patientDeeds(row, occupant, may.deeds, free), board, viewer, context, doing));
  const nothingToSay = ofBed.length === 0 && row.occupants.every((one) => patientDeeds(row, one, may.deeds, free).length === 0);
  return html`${people}
    ${ofBed.length === 0 ? nothing : html`<div class="deeds">${ofBed.map((deed) => button(deed, null, '', deed.key === 'released', context, doing))}</div>`}
    ${nothingToSay ? html`<p class="lead">${board.words('hand.nothing')}</p>` : nothing}`;
}

/** What the bed is now, in a line: `Venter på renhold · Bestilt 10:36`; empty where somebody simply lies in it. */
export function bedInWords(row, { words, time, now }) {
  if (!row.bed || (row.use === 'occupied' && !row.askLeft && row.class !== 'extra')) {
    return '';
  }
  const view = stateView(row, { words, time, now: now() });
  return [view.title, view.note].filter(Boolean).join(' · ');
}

function person(row, occupant, deeds, board, viewer, context, doing) {
  const reveals = occupant.protected && viewer.names && viewer.me.device !== 'wall' && stayOf(occupant) !== null;
  return html`<section class="patient-on-sheet">
    <h3>${patientName(occupant, board.words, board.time)}</h3>
    ${reveals
      ? html`<protected-name .words=${board.words} .time=${board.time} .hospital=${board.hospital} .visit=${stayOf(occupant)}></protected-name>`
      : nothing}
    <div class="deeds">${deeds.map((deed) => button(deed, occupant, valueOf(deed.key, occupant, context), isDue(deed, row, occupant, context), context, doing))}</div>
  </section>`;
}

function button(deed, occupant, value, due, { words }, { busy, take }) {
  const first = deed.key === 'left' || deed.key === 'released' ? 'first' : '';
  const hand = occupant !== null && isByHand(occupant, deed.key);
  return html`<button type="button" class="deed ${first} ${due ? 'due' : ''}" data-deed=${deed.key} ?disabled=${busy} @click=${() => take(deed, occupant)}>
    ${icon(deed.icon)}<span class="what"><b>${words(`hand.${deed.key}`)}</b>${value === '' ? nothing : html`<span class="value">${value}${hand ? byHandSign(words) : nothing}</span>`}</span>
    ${deed.asks === null ? nothing : icon('chevron-right')}</button>`;
}

/** Whether it is likely to be what somebody came to say: that one has left, on the day of leaving or when the board asks. */
function isDue({ key }, row, { discharge }, { time, now }) {
  const leaves = Boolean(discharge) && (discharge.on === time.day(now) || (Boolean(discharge.at) && time.day(discharge.at) === time.day(now)));
  return key === 'left' && (Boolean(row.askLeft) || leaves);
}

/** What stands on the board now, where a choice would change it. */
function valueOf(key, occupant, context) {
  const value = VALUES[key];
  return value === undefined || occupant.protected ? '' : value(occupant, context);
}

const VALUES = {
  nurse: ({ nurse }, { words }) => nurse || words('hand.nobody'),
  doctor: ({ doctor }, { words }) => doctor || words('hand.nobody'),
  discharge: (occupant, context) => (occupant.discharge ? dischargeView(occupant, context).text : ''),
  isolation: ({ isolation }, { words }) => (isolation ? html`${glyph(ISOLATIONS[isolation].glyph, ISOLATIONS[isolation].tone)}${words(ISOLATIONS[isolation].word)}` : words('hand.no-isolation')),
};
