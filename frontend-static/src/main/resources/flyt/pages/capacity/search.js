import { bedText, folded, waitingOf, whoText } from '../placement/bed-words.js';
import { nameOf } from './bed-sign.js';

/**
 * What somebody looks for, as far as the page has it: wards by name or id, beds by number, those who wait by initials and year of birth.
 * Those who lie in a bed are found by `inpatients`. Pure.
 *
 * @typedef {object} Hit
 * @property {'ward' | 'bed' | 'patient' | 'ask'} kind `ask`: not found yet, to be asked for
 * @property {string} text what was found: `Lunge`, `Lunge 317²`, `EB 1946`
 * @property {string} more beside it: `27 senger`, `Tildelt LUN · 316`
 * @property {string | null} bed where it is, or where they are to lie
 * @property {string | null} request of one who waits
 */

/** So many are listed; whoever wants another types more. */
export const LISTED = 8;

/**
 * @param {string} text
 * @param {import('../core/rows.js').Rows | null} rows of view `capacity`
 * @param {import('../core/rows.js').Rows | null} requests null: not this page's to know
 * @returns {{text: string, beds: Set<string>, hits: Hit[], count: number}} `beds`: those to be marked, in board order; `hits`: the first of `count`
 */
export function searched(text, rows, requests, words) {
  const wanted = folded(text);
  if (wanted === '' || rows === null) {
    return { text: wanted, beds: new Set(), hits: [], count: 0 };
  }
  const begins = (...names) => names.some((name) => folded(name).startsWith(wanted));
  const beds = bedsInOrder(rows);
  const wards = [...rows.byKey.values()].filter((row) => row.kind === 'ward' && begins(row.name, row.ward)).sort((one, other) => one.order - other.order);
  const patients = requests === null ? [] : waitingOf(requests.byKey.values()).filter(({ who }) => !who.protected && begins(`${who.initials || ''}${who.year || ''}`, String(who.year || '')));
  const numbered = beds.filter(({ row, ward }) => begins(nameOf(row)) || (begins(row.bed) && !wards.includes(ward)));
  const hits = [
    ...patients.map((row) => ({ kind: 'patient', text: whoText(row, words), more: row.promise ? words('placement.given', { bed: bedText(row.promise) }) : words('capacity.waits-for', { ward: row.toName }), bed: row.bed, request: row.request })),
    ...wards.map((ward) => {
      const own = beds.filter(({ row }) => row.ward === ward.ward);
      return { kind: 'ward', text: ward.name, more: words('capacity.beds-of', { count: own.length }), bed: own.length === 0 ? null : own[0].row.bed, request: null };
    }),
    ...numbered.map(({ row, ward }) => ({ kind: 'bed', text: `${ward.name} ${nameOf(row)}`, more: '', bed: row.bed, request: null })),
  ];
  const of = new Set(wards.map(({ ward }) => ward));
  const promised = new Set(patients.map(({ bed }) => bed));
  const marked = beds.filter(({ row }) => of.has(row.ward) || promised.has(row.bed) || numbered.some((one) => one.row === row));
  return { text: wanted, beds: new Set(marked.map(({ row }) => row.bed)), hits: hits.slice(0, LISTED), count: hits.length };
}

function bedsInOrder(rows) {
  return [...rows.byKey.values()]
    .filter((row) => row.kind === 'bed' && rows.byKey.has(`ward/${row.ward}`))
    .map((row) => ({ row, ward: rows.byKey.get(`ward/${row.ward}`) }))
    .sort((one, other) => one.ward.order - other.ward.order || one.row.order - other.row.order);
}
