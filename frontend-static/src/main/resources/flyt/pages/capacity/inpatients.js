import { get } from '../core/api.js';
import { looksBack } from '../core/look-back.js';
import { worksForAll } from '../core/me.js';
import { folded } from '../placement/bed-words.js';
import { nameOf } from './bed-sign.js';

/**
 * Looks for those who lie in a bed by their initials and year of birth, where whoever looks may see as much on every ward's board. The boards
 * are asked for there and then, and the server remembers that they were; nothing of them is kept on the page but what was found.
 */

/** Initials, with as much of a year as one knows, or a year alone. @param {string} text */
export function isOfPatient(text) {
  return /^(\p{L}{1,4}\d{0,4}|(19|20)\d{2})$/u.test(folded(text));
}

/** @param {import('../core/me.js').Me | null} me @param {string} hospital */
export function maySeekInpatients(me, hospital) {
  return me !== null && !looksBack() && worksForAll(me, hospital) && me.may.views.some((view) => /^ward\.[2-9]$/.test(view));
}

/**
 * @param {string} hospital @param {string} text
 * @param {{ward: string, name: string}[]} wards in the order in which they are told
 * @param {AbortSignal} signal
 * @returns {Promise<import('./search.js').Hit[] | null>} null: not all wards could be asked
 */
export async function inpatients(hospital, text, wards, signal) {
  const wanted = folded(text);
  const boards = await Promise.all(wards.map(({ ward }) => get(`/api/v1/hospitals/${encodeURIComponent(hospital)}/rows?${new URLSearchParams({ view: 'ward', scope: ward, level: '2' })}`, { signal })));
  if (boards.some((board) => !board.ok)) {
    return null;
  }
  return boards.flatMap((board, i) => board.body.rows
    .filter((row) => row.kind === 'bed')
    .sort((one, other) => one.order - other.order)
    .flatMap((row) => (row.occupants || [])
      .filter(({ initials, year }) => Boolean(initials) && (folded(`${initials}${year || ''}`).startsWith(wanted) || String(year) === wanted))
      .map(({ initials, year }) => ({ kind: 'patient', text: [initials, year].filter(Boolean).join(' '), more: `${wards[i].name} ${nameOf(row)}`, bed: row.bed, request: null }))));
}
