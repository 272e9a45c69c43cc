import { valueText } from '../values.js';

/**
 * Rules in words. Pure.
 *
 * @typedef {import('./draft.js').Figure} Figure
 */

/** When a rule gives an alert: "99 % eller mer i 30 min". @param {Figure | undefined} figure */
export function whenText({ limit, after }, figure, words) {
  return words(`limits.when.${after > 0 ? 'for' : 'at-once'}`, { limit: limitText(limit, figure, words), after: valueText(after, 'minutes', words) });
}

/** "99 % eller mer", "5 eller færre". @param {Figure | undefined} figure */
export function limitText(limit, figure, words) {
  const value = limit === null || limit === undefined ? '…' : valueText(limit, figure === undefined ? 'count' : figure.unit, words);
  return words(`limits.when.${figure === undefined ? 'above' : figure.bad}`, { value });
}

/** "hele sykehuset", "hver post", or the ward's name. @param {{ward: (id: string) => string}} names */
export function placeText({ eachWard, ward }, names, words) {
  return ward ? names.ward(ward) : words(eachWard ? 'limits.each-ward' : 'limits.hospital');
}

/** When it is over. */
export function clearText({ clear, clearAfter }, figure, words) {
  const value = valueText(clear, figure === undefined ? 'count' : figure.unit, words);
  return words(clearAfter > 0 ? `limits.clear.${figure === undefined ? 'above' : figure.bad}-for` : `limits.clear.${figure === undefined ? 'above' : figure.bad}`, {
    value, after: valueText(clearAfter, 'minutes', words),
  });
}
