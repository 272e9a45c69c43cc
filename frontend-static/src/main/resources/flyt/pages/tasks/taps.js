/**
 * What has been tapped on this phone and what came of it. Pure.
 *
 * A tap waits until the server has answered it. One that was taken stays until the rows know of it; one that was refused stays until
 * its reason has been read.
 *
 * @typedef {{type: string, commandId: string, at: string, task?: string, of?: string, [field: string]: any}} Command
 * @typedef {object} Tap
 * @property {number} [n] its place in the order
 * @property {Command} command
 * @property {string} place where the job is, as the refusal says it
 * @property {'waiting' | 'taken' | 'refused'} state
 * @property {number} tries how often it was sent without an answer
 * @property {number | null} seq of the fact that came of it
 * @property {string | null} code why it was refused
 */

/** Of one who is refused for these, what they tapped afterwards on the same job has lost its ground too. */
const NOT_MINE = ['task-gone', 'taken-already', 'not-offered-to-you', 'not-taken-by-you', 'not-your-team', 'not-trained', 'not-on-duty', 'unknown-task'];

/** @param {Command} command @param {string} place @returns {Tap} */
export function tapOf(command, place) {
  return { command, place, state: 'waiting', tries: 0, seq: null, code: null };
}

/** The one to send next. @param {Tap[]} taps @returns {Tap | null} */
export function nextTap(taps) {
  return taps.find((tap) => tap.state === 'waiting') || null;
}

/** Whether an answer leaves it open what came of a command: it is sent again. @param {import('../core/api.js').Done | import('../core/api.js').Problem} answer */
export function leavesOpen(answer) {
  return !answer.ok && (answer.status === 0 || answer.status === 401 || answer.status === 429 || answer.status >= 500);
}

/**
 * The taps after an answer.
 * @param {Tap[]} taps @param {string} commandId @param {import('../core/api.js').Done | import('../core/api.js').Problem} answer
 * @returns {Tap[]}
 */
export function answered(taps, commandId, answer) {
  const sent = taps.find((tap) => tap.command.commandId === commandId);
  if (sent === undefined) {
    return taps;
  }
  const become = (change) => taps.map((tap) => (tap === sent ? { ...tap, ...change } : tap));
  if (leavesOpen(answer)) {
    return become({ tries: sent.tries + 1 });
  }
  if (answer.ok) {
    return become({ state: 'taken', seq: typeof answer.body.seq === 'number' ? answer.body.seq : null });
  }
  return become({ state: 'refused', code: answer.code }).filter((tap) => !fallsWith(tap, sent, answer.code));
}

function fallsWith(tap, sent, code) {
  const { command } = tap;
  const later = tap.state === 'waiting' && command.commandId !== sent.command.commandId;
  return later && (command.of === sent.command.commandId || (NOT_MINE.includes(code) && command.task && command.task === sent.command.task));
}

/** The taps without those that the server's rows know by now. @param {Tap[]} taps @param {number} seq of the hospital, as last heard */
export function unknownTo(taps, seq) {
  return taps.filter((tap) => tap.state !== 'taken' || (tap.seq !== null && tap.seq > seq));
}
