/**
 * The work of a team as one of its people sees it. Pure.
 *
 * @typedef {{bed?: string, room?: string, label?: string, suffix?: string, ward?: string, wardName?: string, floor?: string, building?: string, zone?: string, stop?: string, stopName?: string}} Spot
 * @typedef {'scheduled' | 'pending' | 'offered' | 'accepted' | 'in-progress' | 'paused' | 'not-possible'} JobState
 * @typedef {import('../core/rows.js').Row & {task: string, type: string, typeName?: string | null, state: JobState, at: Spot, to?: Spot,
 *   worker?: string, by?: string, from?: string, handOver?: {worker: string, name: string | null} | null, unsent?: boolean, patient?: Check | null,
 *   items?: {kind: string, count: number}[], equipment?: string[], roundTrip?: boolean, returnOf?: string | null}} Job
 *   a row of the queue; `from`: the colleague who would hand it to oneself; `unsent`: something said of it on this phone is not at the server yet
 * @typedef {{arrivedAt?: string | null, confirmedAt?: string | null, confirmedBy?: string | null, mismatchAt?: string | null}} Check
 *   of somebody who is moved: how far one is with finding out that it is the right one
 * @typedef {{key: string, worker: string, zones: string[], skills: string[], since: string, until?: string, breakSince?: string, name?: string | null, unsent?: boolean}} Worker
 * @typedef {import('../core/rows.js').Row & {message: string, text: string | null | undefined, alone: boolean, sentAt: string, until: string, unread: string[]}} Message
 * @typedef {object} Queue
 * @property {Worker | null} self oneself on duty; null: not on duty
 * @property {Job | null} offered what is offered to oneself, by a colleague first
 * @property {Job[]} mine accepted, under way and paused, the one under way first
 * @property {Job[]} open what anybody may take, by need
 * @property {Job[]} later not to be done yet
 * @property {Job[]} others taken by or offered to somebody else, or stuck
 * @property {(Worker & {jobs: number})[]} colleagues who of the team could be handed something now, with how much they have: who has least first
 * @property {Message[]} messages for oneself and not read yet, the oldest first
 */

const MINE = ['in-progress', 'paused', 'accepted'];

/**
 * @param {Iterable<import('../core/rows.js').Row>} rows @param {string[]} keys oneself, as workers are called in rows
 * @returns {Queue}
 */
export function queueOf(rows, keys) {
  const all = [...rows];
  const jobs = all.filter((row) => row.kind === 'queue-task').map((job) => asOffered(job, keys)).sort(byNeed);
  const isMine = (job) => keys.includes(job.worker);
  const offered = jobs.filter((job) => job.state === 'offered' && isMine(job));
  const mine = jobs.filter((job) => isMine(job) && MINE.includes(job.state));
  return {
    self: all.find((row) => row.kind === 'worker' && keys.includes(row.worker)) || null,
    offered: offered.find((job) => job.from !== undefined) || offered[0] || null,
    mine: mine.sort((a, b) => MINE.indexOf(a.state) - MINE.indexOf(b.state)),
    open: jobs.filter((job) => job.state === 'pending'),
    later: jobs.filter((job) => job.state === 'scheduled'),
    others: jobs.filter((job) => job.state === 'not-possible' || (!isMine(job) && !['pending', 'scheduled'].includes(job.state))),
    colleagues: colleaguesIn(all, keys),
    messages: all.filter((row) => row.kind === 'message' && row.unread.some((key) => keys.includes(key))).sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1)),
  };
}

/** A job that a colleague would hand to oneself is offered, however it stands with them. */
function asOffered(job, keys) {
  return job.handOver && keys.includes(job.handOver.worker) ? { ...job, state: 'offered', from: job.by || '', worker: job.handOver.worker, handOver: null } : job;
}

function colleaguesIn(rows, keys) {
  const jobsOf = (worker) => rows.filter((row) => row.kind === 'queue-task' && row.worker === worker).length;
  return rows
    .filter((row) => row.kind === 'worker' && !keys.includes(row.worker) && !row.breakSince)
    .map((row) => ({ ...row, jobs: jobsOf(row.worker) }))
    .sort((a, b) => a.jobs - b.jobs || String(a.name).localeCompare(String(b.name)));
}

/** Smaller scores first; what has none comes last, by when it must be done. @param {Job} a @param {Job} b */
export function byNeed(a, b) {
  const score = (job) => (typeof job.score === 'number' ? job.score : Infinity);
  const due = (job) => job.dueAt || job.startBy || job.orderedAt || '';
  if (score(a) !== score(b)) {
    return score(a) - score(b);
  }
  return due(a) === due(b) ? (a.key < b.key ? -1 : 1) : due(a) < due(b) ? -1 : 1;
}

/**
 * The order to show: where the first would change under somebody's finger the old order stays, and what is new comes after it.
 * @param {string[]} shown keys as they stand @param {string[]} wanted keys by need @param {boolean} touched in the last seconds
 */
export function steadyOrder(shown, wanted, touched) {
  const first = shown.find((key) => wanted.includes(key));
  if (!touched || first === undefined || first === wanted[0]) {
    return wanted;
  }
  return [...shown.filter((key) => wanted.includes(key)), ...wanted.filter((key) => !shown.includes(key))];
}

/** Whether the time by which a job should be done, or begun, is over, or somebody has said that it will be late. @param {Job} job @param {number} now */
export function isLate(job, now) {
  const due = job.dueAt ? Date.parse(job.dueAt) : Infinity;
  const startsOnTime = !job.type.startsWith('clean-') && job.startedAt && Date.parse(job.startedAt) <= due;
  return Boolean(job.delay) || (due < now && !startsOnTime);
}

/** What comes next with whom one moves; null: nobody is moved, or it is done. @param {Job} job @returns {'arrive' | 'confirm' | null} */
export function nextAtBed(job) {
  if (!job.patient || !['accepted', 'paused'].includes(job.state)) {
    return null;
  }
  return !job.patient.arrivedAt ? 'arrive' : job.patient.confirmedAt ? null : 'confirm';
}

/** Whether one stands with a patient, and may know who it is. @param {Job} job */
export function isWithPatient(job) {
  return Boolean(job.patient && job.patient.arrivedAt) && ['accepted', 'in-progress', 'paused'].includes(job.state);
}

/** Whether the air of the room is still being changed. @param {Job} job @param {number} now */
export function airs(job, now) {
  return Boolean(job.airChangeUntil) && Date.parse(job.airChangeUntil) > now;
}
