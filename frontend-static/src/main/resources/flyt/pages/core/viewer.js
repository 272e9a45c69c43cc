import { boundAddress, startScreen } from './bound-screen.js';
import { askAgain, signInAddress } from './me.js';
import { backoffMs } from './staleness.js';

/**
 * Who watches a board, and how much of it they may see.
 *
 * @typedef {object} Viewer
 * @property {import('./me.js').Me} me
 * @property {0 | 1 | 2 | 3} level of a ward's board; 0: none
 * @property {boolean} names whether they may see who the patients are
 */

/**
 * Who watches here. Asks until the server answers; whoever may watch nothing is sent to the sign-in page, and a screen to what it
 * is bound to.
 * @param {AbortSignal} signal
 * @returns {Promise<Viewer | null>} null when the page is being left
 */
export async function whoWatches(signal) {
  const me = await answered(signal);
  if (me === null) {
    return null;
  }
  if (me.kind === 'nobody' || me.mustChange) {
    return leaveFor(signInAddress(location));
  }
  if (me.kind === 'screen') {
    const bound = await startScreen(signal);
    if (bound === null) {
      return leaveFor(signInAddress(location));
    }
    const there = new URL(boundAddress(bound), location.origin);
    if (there.pathname !== location.pathname) {
      return leaveFor(there.pathname + there.search);
    }
  }
  return me.kind === 'screen' ? { me, level: me.level, names: false } : person(me);
}

/** As much as their roles allow; at a wall no more than the wall, and names only where it is set so. */
function person(me) {
  const highest = Math.max(0, ...me.may.views.map((view) => Number((/^ward\.(\d)$/.exec(view) || [0, 0])[1])));
  const wall = me.device === 'wall' ? me.screen : null;
  return {
    me,
    level: Math.min(3, highest, wall === null ? 3 : wall.level),
    names: highest > 3 && (wall === null || (wall.level === 3 && wall.naming === 'name-on-sign-in')),
  };
}

/** The wall itself, once nobody is signed in at it any more. @param {Viewer} guest @returns {Viewer} */
export function unattended({ me, level }) {
  return { me: { ...me, ...me.screen, kind: 'screen', device: undefined, may: { views: [], deeds: [] } }, level, names: false };
}

/** Whether two who watched are the same to a board. @param {Viewer} one @param {Viewer} other */
export function watchesTheSame(one, other) {
  return one.level === other.level && one.names === other.names && one.me.kind === other.me.kind && one.me.name === other.me.name;
}

/** Whether a ward's board is theirs to open. @param {Viewer} viewer @param {string} hospital @param {string} ward */
export function mayOpen({ me, level }, hospital, ward) {
  const reaches = ({ hospital: theirs, wards }) => (theirs === '*' || theirs === hospital) && (wards === '*' || wards.includes(ward));
  return level > 0 && (me.grants || []).some(reaches);
}

async function answered(signal) {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const me = await askAgain();
    if (me !== null) {
      return me;
    }
    await new Promise((waited) => setTimeout(waited, backoffMs(attempt, Math.random())));
  }
  return null;
}

function leaveFor(address) {
  location.replace(address);
  return null;
}
