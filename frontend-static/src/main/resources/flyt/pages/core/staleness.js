/**
 * How old a screen is, from the time since its last heartbeat. Pure: the time comes in as an argument.
 *
 * The states, in order: `connecting` (nothing heard yet), `live`, `quiet` (10 s), `lost` (30 s),
 * `distrust` (10 min, level 3), `blank` (30 min, levels 1 and 2: bed numbers only).
 *
 * @typedef {'connecting' | 'live' | 'quiet' | 'lost' | 'distrust' | 'blank'} LinkState
 */

export const QUIET_AFTER_MS = 10_000;
export const LOST_AFTER_MS = 30_000;
export const DISTRUST_AFTER_MS = 10 * 60_000;
export const BLANK_AFTER_MS = 30 * 60_000;

/**
 * @param {number | null} silentMs milliseconds since the last heartbeat; null before the first
 * @param {1 | 2 | 3} level what the screen may show
 * @returns {LinkState}
 */
export function linkState(silentMs, level) {
  if (silentMs === null) {
    return 'connecting';
  }
  if (level === 3 && silentMs >= DISTRUST_AFTER_MS) {
    return 'distrust';
  }
  if (level < 3 && silentMs >= BLANK_AFTER_MS) {
    return 'blank';
  }
  if (silentMs >= LOST_AFTER_MS) {
    return 'lost';
  }
  return silentMs >= QUIET_AFTER_MS ? 'quiet' : 'live';
}

/** Whether a state is past the amber banner. @param {LinkState} state */
export function isStale(state) {
  return state === 'lost' || state === 'distrust' || state === 'blank';
}

/**
 * The wait before the next attempt to connect: doubles from half a second to 20 seconds, half of it
 * by chance so that a thousand screens do not come back in one instant.
 * @param {number} attempt 0 for the first
 * @param {number} chance 0 to 1
 * @returns {number} milliseconds
 */
export function backoffMs(attempt, chance) {
  const ceiling = Math.min(20_000, 500 * 2 ** Math.min(attempt, 10));
  return ceiling / 2 + (ceiling / 2) * chance;
}
