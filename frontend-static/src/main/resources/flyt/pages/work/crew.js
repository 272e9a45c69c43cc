/**
 * The people on duty in a team, and what each of them does. Pure.
 *
 * @typedef {import('../core/rows.js').Row} Row
 * @typedef {{key: string, worker: string, name: string, state: 'free' | 'offered' | 'busy' | 'break' | 'other', task: Row | null, row: Row}} Person
 */

const HOLDS = ['in-progress', 'paused', 'accepted', 'offered'];
const ORDER = ['free', 'offered', 'busy', 'break'];

/**
 * @param {Row[]} workers rows of the stream `crew` @param {Row[]} tasks rows of the stream `queue`
 * @returns {Person[]} whoever is free first, then by name
 */
export function crewOf(workers, tasks) {
  const byWorker = new Map();
  for (const state of [...HOLDS].reverse()) {
    tasks.filter((task) => task.worker && task.state === state).forEach((task) => byWorker.set(task.worker, task));
  }
  return workers
    .map((row) => personOf(row, row.task ? tasks.find(({ task }) => task === row.task) || byWorker.get(row.worker) : byWorker.get(row.worker)))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.name.localeCompare(b.name, 'nb'));
}

function personOf(row, task = null) {
  return { key: row.key, worker: row.worker, name: row.name || '–', state: stateOf(row, task), task, row };
}

function stateOf(row, task) {
  if (row.breakSince) {
    return 'break';
  }
  if (task !== null) {
    return task.state === 'offered' ? 'offered' : 'busy';
  }
  return row.task ? 'busy' : 'free';
}

/**
 * Who is at work on something without having come on duty, as other systems tell of people: by name only.
 * @param {Row[]} workers @param {Row[]} tasks @returns {Person[]}
 */
export function othersAtWork(workers, tasks) {
  const onDuty = new Set(workers.map(({ worker }) => worker));
  const theirs = tasks.filter(({ worker, by, state }) => worker && by && !onDuty.has(worker) && HOLDS.includes(state));
  return [...new Map(theirs.map((task) => [task.worker, task])).values()]
    .map((task) => ({ key: `at-work/${task.worker}`, worker: task.worker, name: task.by, state: 'other', task, row: {} }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
}

/** Whoever could take this now: free, and trained for it. @param {Person[]} crew @param {Row} task */
export function whoCanTake(crew, task) {
  const skill = INFECTION.includes(task.type) ? 'infection' : null;
  return crew.filter(({ state, row }) => state === 'free' && (skill === null || (row.skills || []).includes(skill)));
}

const INFECTION = ['clean-contact', 'clean-contact-chlorine', 'clean-droplet', 'clean-airborne'];
