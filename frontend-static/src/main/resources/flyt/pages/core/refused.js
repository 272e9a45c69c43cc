/**
 * Why a board cannot be shown, in words.
 *
 * @param {{reason: string}} refused @param {string} unknown what to say of a board that is not there
 * @param {import('./words.js').Words} words
 */
export function refusedWords({ reason }, unknown, words) {
  return ['not-your-role', 'not-yours', 'log-away'].includes(reason) ? words(`refused.${reason}`) : unknown;
}
