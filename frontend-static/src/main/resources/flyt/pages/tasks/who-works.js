import { get } from '../core/api.js';
import { askAgain } from '../core/me.js';

/**
 * Who works with this phone, and where. Kept in the browser without a name in full, so that the page opens without a network; another
 * account, or nobody, takes its place as soon as the server says so.
 *
 * @typedef {{account: string, given: string, language: string, hospital: string, timeZone: string, synthetic: boolean}} WhoWorks
 */

const KEPT = 'flyt.tasks.who';

/** @returns {Promise<WhoWorks | 'nobody' | 'unreachable'>} */
export async function whoWorks() {
  const [me, hospitals] = await Promise.all([askAgain(), get('/api/v1/hospitals')]);
  if (me === null) {
    return kept() || 'unreachable';
  }
  if (me.kind !== 'person' || me.mustChange) {
    localStorage.removeItem(KEPT);
    return 'nobody';
  }
  const before = kept();
  const place = placeOf(me, hospitals);
  const known = before !== null && before.account === me.account ? before : null;
  if (place === null && known === null) {
    return 'unreachable';
  }
  const { hospital, timeZone, synthetic } = place || known;
  const who = { account: me.account, given: me.given, language: me.language, hospital, timeZone, synthetic };
  localStorage.setItem(KEPT, JSON.stringify(who));
  return who;
}

/** The hospital of their role; of one for all hospitals, the first. @returns {{hospital: string, timeZone: string, synthetic: boolean} | null} */
function placeOf(me, answer) {
  if (!answer.ok) {
    return null;
  }
  const { hospitals } = answer.body;
  const granted = me.grants.map((grant) => grant.hospital);
  const found = hospitals.find(({ id }) => granted.includes(id)) || hospitals[0];
  return found === undefined ? null : { hospital: found.id, timeZone: found.timeZone, synthetic: found.synthetic === true };
}

/** Who worked with this phone last. @returns {WhoWorks | null} */
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) || 'null');
  } catch {
    return null;
  }
}
