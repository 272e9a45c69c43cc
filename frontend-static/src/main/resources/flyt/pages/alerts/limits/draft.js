import { actionText } from '../values.js';

/**
 * A set of thresholds while somebody changes it: as the server takes it, with every word that the languages have written out, so that it
 * can be changed. Pure.
 *
 * @typedef {{figure: string, unit: import('../values.js').Unit, bad: 'above' | 'below', ofWards: boolean}} Figure what can have a limit
 */

export const LEVELS = ['green', 'yellow', 'red'];
export const OWNERS = ['bed-manager', 'duty-leader', 'ward-coordinator', 'emergency-coordinator', 'cleaning-coordinator', 'laboratory-coordinator'];
export const SEVERITIES = ['critical', 'attention', 'information'];
const SHIPPED = 'standard';

/** A set to change; a hospital's own set has its own name. @param {any} set as the server takes it @param {string} hospital */
export function draftOf(set, hospital, words) {
  const copy = JSON.parse(JSON.stringify(set));
  const rules = copy.rules.map((rule) => ({
    hours: [],
    ...rule,
    name: rule.name || said(`alerts.rule.${rule.id}`, words),
    action: rule.action || said(`alerts.do.${rule.id}`, words),
  }));
  const cards = copy.pressure.cards.map((card) => ({ ...card, actions: card.actions.map((one) => ({ ...one, words: wordsOf(one, words) })) }));
  return { ...copy, name: copy.name === SHIPPED ? hospital.toLowerCase() : copy.name, rules, pressure: { ...copy.pressure, cards } };
}

/** Whether this can be a set at all: the lists that one has are there. */
export function isSet(set) {
  const lists = set && set.pressure ? [set.rules, set.pressure.triggers, set.pressure.cards, ...(set.pressure.cards || []).map((card) => card && card.actions)] : [null];
  return lists.every((list) => Array.isArray(list) && list.every((one) => one !== null && typeof one === 'object'));
}

/** The same as the server takes it: words that are those of the languages are left to them. */
export function wireOf(draft, adopted, words) {
  const versions = adopted.filter((one) => one.name === draft.name).map((one) => one.version);
  const rules = draft.rules.map(({ name, action, repeat, ward, ...rule }) => ({
    ...rule,
    ...(ward ? { ward } : {}),
    ...(repeat === null || repeat === undefined ? {} : { repeat }),
    ...own('name', name, said(`alerts.rule.${rule.id}`, words)),
    ...own('action', action, said(`alerts.do.${rule.id}`, words)),
  }));
  const cards = draft.pressure.cards.map((card) => ({
    ...card,
    actions: card.actions.map(({ words: text, ...action }) => ({ ...action, ...own('words', text, said(`alerts.action.${action.id}`, words)) })),
  }));
  return { ...draft, version: Math.max(0, ...versions) + 1, rules, pressure: { ...draft.pressure, cards } };
}

/** A rule to begin with, of the whole hospital. @param {Figure} figure @param {Iterable<string>} taken ids that were ever in use */
export function newRule({ figure }, taken, words) {
  return {
    id: fresh('rule', taken), figure, eachWard: false, limit: null, clear: null, hours: [], after: 30, clearAfter: 30,
    severity: 'attention', owner: 'bed-manager', repeat: 120, name: words(`alerts.figure.${figure}`), action: '',
  };
}

/** An action with no words yet. @param {Iterable<string>} taken as above */
export function newAction(taken) {
  return { id: fresh('action', taken), words: '', within: 30 };
}

/** Moves one of a list up (-1) or down (1). */
export function shift(list, from, by) {
  const [one] = list.splice(from, 1);
  list.splice(from + by, 0, one);
}

/** What an action is called, or nothing. */
export function wordsOf(action, words) {
  return action.words || (words.has(`alerts.action.${action.id}`) ? actionText({ ...action, action: action.id }, words) : '');
}

function said(key, words) {
  return words.has(key) ? words(key) : '';
}

function own(name, text, usual) {
  return !text || text === usual ? {} : { [name]: text };
}

function fresh(kind, taken) {
  const known = new Set(taken);
  let n = 1;
  while (known.has(`${kind}-${n}`)) {
    n++;
  }
  return `${kind}-${n}`;
}
