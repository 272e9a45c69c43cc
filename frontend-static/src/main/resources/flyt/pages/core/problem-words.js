/**
 * What went wrong and what to do, in the reader's words. A code that has no words is told by its name, so that IT can be told.
 *
 * @param {import('./api.js').Problem} problem
 * @param {import('./words.js').Words} words
 */
export function problemWords(problem, words) {
  if (problem.retryAfter !== null && problem.code === 'too-many') {
    return words('problem.too-many-wait', { wait: waitWords(problem.retryAfter, words) });
  }
  const key = `problem.${problem.code}`;
  return words.has(key) ? words(key) : words('problem.other', { code: problem.code });
}

/** `12 sekunder`, `2 minutter`. @param {number} seconds */
export function waitWords(seconds, words) {
  if (seconds === 1) {
    return words('wait.second');
  }
  return seconds < 90 ? words('wait.seconds', { count: seconds }) : words('wait.minutes', { count: Math.ceil(seconds / 60) });
}
