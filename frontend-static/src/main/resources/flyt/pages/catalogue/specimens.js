/** Rows that show each state of a board's components once. The people in them are made up. */

const NOW = Date.parse('2026-11-12T09:42:07Z');

/** Hospital time of the catalogue, epoch milliseconds. */
export const catalogueNow = NOW;

const minutesAgo = (minutes) => new Date(NOW - minutes * 60_000).toISOString();

/** A bed row, open and ready, with some fields changed. */
export function bed(label, fields) {
  return {
    key: `bed/${label}`, kind: 'bed', bed: label, order: 1, cluster: 'A', room: label, label, suffix: null,
    class: 'open', extra: null, closed: null, use: 'ready', since: minutesAgo(52), airChangeUntil: null, cleaning: null,
    reserved: null, incoming: null, askLeft: null, conflict: null, occupants: [], ...fields,
  };
}

/** An early-warning score measured half an hour ago, with some fields changed. */
export function ews(fields) {
  return {
    scale: 'NEWS2', score: 2, trend: 'same', single3: false, measuredAt: minutesAgo(30), dueAt: minutesAgo(-90),
    teamToldAt: null, notApplicable: false, ...fields,
  };
}

/** An occupant without anything to act on, with some fields changed. */
export function occupant(fields) {
  return {
    initials: 'AB', year: 1950, protected: false, alike: false, admittedAt: minutesAgo(3000), away: null, from: null,
    nurse: 'Ingrid', doctor: 'Aas', nurseMissing: false, doctorMissing: false, careWeight: 3, ews: ews({}), isolation: null,
    lab: null, discharge: discharge({}), ...fields,
  };
}

/** A day of leaving three days ahead, with some fields changed. */
export function discharge(fields) {
  return { on: '2026-11-15', at: null, sign: 'expected', why: null, ...fields };
}

const taken = (label, fields, more = {}) => bed(label, { use: 'occupied', occupants: [occupant(fields)], ...more });
const cleaning = (fields) => ({
  task: 'T-1', kind: 'standard', state: 'pending', orderedAt: minutesAgo(6), startedAt: null, expectedDoneAt: null, by: null, ...fields,
});
const coming = { initials: 'NF', year: 1980, at: minutesAgo(-23), from: 'Akuttmottak' };

/** @type {Record<string, any[]>} lines of a board by group */
export const beds = {
  use: [
    bed('301', {}),
    bed('302', { use: 'occupied', occupants: [{ protected: true }] }),
    taken('303', { away: null }, { use: 'held' }),
    bed('304', { use: 'waiting-cleaning', cleaning: cleaning({}), incoming: coming }),
    bed('305', { use: 'air-change', airChangeUntil: minutesAgo(-38) }),
    bed('306', { use: 'being-cleaned', cleaning: cleaning({ state: 'in-progress', by: 'Tomasz', expectedDoneAt: minutesAgo(-10) }) }),
    bed('307', { use: 'cleaning-paused', cleaning: cleaning({ state: 'paused', by: 'Tomasz' }) }),
    bed('308', { use: 'not-made' }),
  ],
  class: [
    bed('K1', { class: 'extra', extra: 'corridor', use: 'ready' }),
    taken('K2', {}, { class: 'extra', extra: 'corridor' }),
    bed('311', { class: 'reserved', reserved: { initials: 'NF', year: 1980, purpose: null, until: minutesAgo(-23) }, incoming: coming }),
    bed('312', { class: 'reserved', use: 'waiting-cleaning', cleaning: cleaning({}), reserved: { initials: 'NF', year: 1980, purpose: null, until: minutesAgo(-23) }, incoming: coming }),
    bed('313', { class: 'reserved', reserved: {} }),
    bed('314', { class: 'closed', closed: { reason: 'staffing', until: minutesAgo(-1440) } }),
    bed('315', { class: 'closed', closed: { reason: 'infection', until: null }, use: 'waiting-cleaning' }),
    bed('316', { class: 'closed', closed: { reason: 'repair', until: null } }),
  ],
  rows: [
    taken('321', { alike: true, lab: 'seen', discharge: discharge({ on: '2026-11-12', at: minutesAgo(-78), sign: 'ready-to-leave', why: { milestone: 'transport', state: 'closed', at: null } }) }),
    taken('322', { ews: ews({ score: 7, trend: 'up', teamToldAt: minutesAgo(11) }), isolation: 'droplet', lab: 'critical', careWeight: 5, discharge: discharge({ on: null, sign: 'none' }) }),
    taken('323', { ews: ews({ score: 9, trend: 'up' }) }),
    taken('324', { doctor: null, doctorMissing: true, from: 'Hjerte' }),
    taken('325', { nurse: null, nurseMissing: true, doctor: null, doctorMissing: true }),
    taken('326', { away: { kind: 'departed', to: 'Rtg.', since: minutesAgo(10), backAt: minutesAgo(-8) } }, { use: 'held' }),
    taken('327', { away: { kind: 'leave', to: null, since: minutesAgo(100), backAt: null } }, { use: 'held' }),
    taken('328', {}, { conflict: 'bed-taken' }),
    taken('329', {}, { occupants: [occupant({}), occupant({ initials: 'CD', year: 2026 })] }),
    taken('331', {}, { askLeft: { since: minutesAgo(37), why: 'discharge' } }),
    taken('332', {}, { askLeft: { since: minutesAgo(37), why: 'transfer' } }),
    taken('333', {}, { askLeft: { since: minutesAgo(37), why: 'death' } }),
  ],
};

/** @type {any[]} early-warning scores */
export const scores = [
  null,
  ews({ score: 0 }),
  ews({ score: 4, trend: 'down' }),
  ews({ score: 3, single3: true, trend: 'up' }),
  ews({ score: 5 }),
  ews({ score: 7, trend: 'up' }),
  ews({ score: 2, measuredAt: minutesAgo(122), dueAt: minutesAgo(2) }),
  ews({ score: 8, measuredAt: minutesAgo(122), dueAt: minutesAgo(2), trend: 'up' }),
  ews({ score: null }),
  ews({ notApplicable: true, scale: 'PEWS' }),
];

/** @type {any[]} days of leaving */
export const discharges = [
  discharge({ on: null, sign: 'none' }),
  discharge({}),
  discharge({ on: '2026-11-12' }),
  discharge({ on: '2026-11-12', at: minutesAgo(-198), sign: 'waiting', why: { milestone: 'lab', state: 'waiting', at: minutesAgo(-28) } }),
  discharge({ on: '2026-11-12', at: minutesAgo(-198), sign: 'answer-ready', why: { milestone: 'lab', state: 'answer-ready', at: minutesAgo(7) } }),
  discharge({ on: '2026-11-13', sign: 'corrected', why: { milestone: 'lab', state: 'waiting', at: null } }),
  discharge({ on: '2026-11-12', at: minutesAgo(-78), sign: 'ready-to-leave' }),
  discharge({ on: '2026-11-13', sign: 'ready-for-municipality' }),
];

const task = (state, fields = {}) => ({
  key: `task/${state}`, kind: 'task', type: 'cleaning', cleaning: 'standard', bed: '304', label: '304', suffix: null, cluster: 'A',
  state, since: minutesAgo(8), dueAt: minutesAgo(-48), expectedDoneAt: null, by: null, stuck: false, ...fields,
});

/** @type {any[]} a task in each of its states */
export const tasks = [
  task('possible'),
  task('scheduled'),
  task('pending'),
  task('offered', { by: 'Leila' }),
  task('accepted', { by: 'Leila' }),
  task('in-progress', { by: 'Leila' }),
  task('paused', { by: 'Leila' }),
  task('pending', { key: 'task/delayed', stuck: true }),
  task('done', { since: minutesAgo(-15) }),
  task('inspected'),
  task('not-possible'),
  task('cancelled'),
];

/** @type {any[]} what the status chip can say; `silent` are feeds */
export const statuses = [
  { link: 'live', silent: [], away: false },
  { link: 'connecting', silent: [], away: false },
  { link: 'live', silent: [{ source: 'pas', name: 'PAS', silentSince: minutesAgo(44) }], away: false },
  { link: 'live', silent: [{ source: 'pas', name: 'PAS', silentSince: minutesAgo(44) }, { source: 'lab', name: 'Lab', silentSince: minutesAgo(20) }], away: false },
  { link: 'live', silent: [], away: true },
  { link: 'live', silent: [], rejecting: [{ source: 'pas', name: 'PAS', silentSince: null, rejectingSince: minutesAgo(12) }], away: false },
];
