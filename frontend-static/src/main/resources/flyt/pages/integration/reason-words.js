/**
 * Why a message is as it is, in words. What the reader of reports says of a field (`visit is missing`) stands as it is.
 * @param {string} reason a code @param {import('../core/words.js').Words} words
 */
export function reasonWords(reason, words) {
  return words.has(`integration.reason-${reason}`) ? words(`integration.reason-${reason}`) : reason;
}
