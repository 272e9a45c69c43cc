/**
 * What can be said by hand of a bed and of who lies in it: what makes sense in its state, of what the person may do. Pure.
 *
 * @typedef {import('../../core/rows.js').Row} Row
 * @typedef {{type: string, [field: string]: any}} Wish a command (part 3 of the contract) without its id and time
 * @typedef {object} HandDeed
 * @property {string} key of its words, `hand.left`
 * @property {string} icon
 * @property {Wish | null} wish what one tap says; null: a choice comes first
 * @property {string | null} asks which choice: `nurse`
 */

/**
 * What can be said of the bed itself.
 * @param {Row} bed @param {string[]} may the deeds that the server lets this person do, `order-cleaning`
 * @returns {HandDeed[]}
 */
export function bedDeeds(row, may) {
  const { bed, cleaning } = row;
  if (!bed) {
    return [];
  }
  const begun = Boolean(cleaning) && ['in-progress', 'paused'].includes(cleaning.state);
  const task = cleaning && cleaning.task;
  const empty = row.occupants.length === 0;
  return [
    row.askLeft && row.askLeft.why === 'death' && said('released', 'release-room', 'door-exit', { type: 'ReleaseRoom', bed }),
    row.use === 'not-made' && said('made', 'mark-bed-made', 'bed', { type: 'MarkBedMade', bed }),
    cleaning && !begun && row.use !== 'air-change' && said('clean-start', 'start-task', 'spray', { type: 'StartTask', task }),
    begun && said('clean-done', 'finish-task', 'check', { type: 'FinishTask', task }),
    begun && said('clean-done-made', 'finish-task', 'bed', { type: 'FinishTask', task, made: true }),
    begun && cleaning.state === 'in-progress' && said('clean-pause', 'pause-task', 'player-pause', { type: 'PauseTask', task }),
    begun && cleaning.state === 'paused' && said('clean-resume', 'resume-task', 'player-play', { type: 'ResumeTask', task }),
    cleaning && !begun && said('clean-cancel', 'cancel-task', 'x', { type: 'CancelTask', task }),
    !cleaning && asked('clean', 'order-cleaning', 'spray'),
    asked('fault', 'order-task', 'tool'),
    row.class === 'closed' && said('open', 'open-bed', 'lock-open', { type: 'OpenBed', bed }),
    row.class !== 'closed' && empty && asked('close', 'close-bed', 'lock'),
  ].flatMap((deed) => allowed(deed, may));
}

/**
 * What can be said of somebody in the bed. Of whoever has been discharged, or has died, only that the room is empty.
 * @param {Row} row the bed; without an id: nowhere, somebody who has none
 * @param {any} occupant @param {string[]} may
 * @param {Row[]} free extra places that are free
 * @returns {HandDeed[]}
 */
export function patientDeeds(row, occupant, may, free) {
  const visit = stayOf(occupant);
  if (!visit) {
    return [];
  }
  const died = row.askLeft && row.askLeft.why === 'death';
  const left = row.bed && !died && said('left', 'mark-room-left', 'door-exit', { type: 'MarkRoomLeft', visit, bed: row.bed });
  if (row.askLeft) {
    return allowed(left, may);
  }
  return [
    left,
    asked('porter', 'order-task', 'wheelchair'),
    asked('nurse', 'assign-nurse', 'nurse'),
    asked('doctor', 'assign-doctor', 'stethoscope'),
    asked('discharge', 'expect-discharge', 'calendar-event'),
    asked('isolation', 'set-isolation', 'shield'),
    (free.length > 0 || isByHand(occupant, 'place')) && asked('place', 'use-corridor-place', 'bed'),
  ].flatMap((deed) => allowed(deed, may));
}

/** The stay of an occupant, as far as this board knows it. @returns {string | null} */
export function stayOf(occupant) {
  return occupant.stay || (occupant.name && occupant.name.stay) || null;
}

/** Whether a value was said by hand. @param {any} occupant @param {string} value `nurse`, `doctor`, `discharge`, `isolation`, `place` */
export function isByHand(occupant, value) {
  return (occupant.byHand || []).includes(value);
}

/** The extra places of a ward that somebody can be put into. @param {Row[]} beds @returns {Row[]} */
export function freePlaces(beds) {
  return beds.filter((row) => row.class === 'extra' && row.use === 'ready');
}

/**
 * A row for each patient of the ward who has no bed, as far as it is known who they are.
 * @param {import('../../core/rows.js').Rows | null} names @returns {Row[]}
 */
export function unplaced(names) {
  const people = names === null ? [] : [...names.byKey.values()].filter((row) => row.beds.length === 0);
  return people.map((row) => ({
    key: `unplaced/${row.stay}`,
    kind: 'unplaced',
    occupants: [{ stay: row.stay, protected: row.protected, name: { stay: row.stay, given: row.given, family: row.family, birthDate: row.birthDate } }],
  }));
}

/** Whether somebody may say anything at all by hand. @param {import('../../core/me.js').Me} me */
export function mayWrite(me) {
  return me.kind === 'person' && me.may.deeds.some((deed) => DEEDS.includes(deed));
}

const DEEDS = [
  'release-room', 'mark-bed-made', 'start-task', 'finish-task', 'order-cleaning', 'order-task', 'open-bed', 'close-bed', 'mark-room-left',
  'assign-nurse', 'assign-doctor', 'expect-discharge', 'set-isolation', 'use-corridor-place',
];

const said = (key, deed, icon, wish) => ({ key, deed, icon, wish, asks: null });
const asked = (key, deed, icon) => ({ key, deed, icon, wish: null, asks: key });

function allowed(deed, may) {
  return deed && may.includes(deed.deed) ? [{ key: deed.key, icon: deed.icon, wish: deed.wish, asks: deed.asks }] : [];
}
