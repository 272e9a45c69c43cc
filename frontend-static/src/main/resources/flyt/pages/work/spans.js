const MINUTE_MS = 60_000;

/** Whole minutes of a span, never under 0. @param {number} ms */
export function minutesOf(ms) {
  return Math.max(0, Math.floor(ms / MINUTE_MS));
}

/** A span as it is said: `34 min`, `2 t`, `3 t 10 min`, `2 døgn`. @param {number} ms @param {import('../core/words.js').Words} words */
export function spanWords(ms, words) {
  const minutes = minutesOf(ms);
  if (minutes < 60) {
    return words('work.minutes', { minutes });
  }
  if (minutes >= 48 * 60) {
    return words('work.days', { days: Math.floor(minutes / 1440) });
  }
  return words(minutes % 60 === 0 ? 'work.whole-hours' : 'work.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
