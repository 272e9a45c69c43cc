/**
 * The rows of the server with everything said on this phone on top of them, so that a tap is seen at once and without a network.
 * Pure. What a tap does here is what the server will do with it; where the server says otherwise, its rows win.
 *
 * @typedef {import('../core/rows.js').Row} Row
 * @typedef {import('./taps.js').Tap} Tap
 * @typedef {{keys: string[], given: string}} Self `keys`: oneself, as workers are called in rows, at least one
 */

const ON_TASK = {
  TakeTask: (job, tap, self) => ({ ...(isHanded(job, self) ? takenOver(job) : { ...job, state: 'accepted' }), since: tap.command.at, worker: self.keys[0], by: self.given }),
  DeclineTask: (job, tap, self) => (isHanded(job, self) ? { ...job, handOver: null } : free(job)),
  HandOverTask: (job, tap, self, nameOf) => ({ ...job, handOver: tap.command.worker ? { worker: tap.command.worker, name: nameOf(tap.command.worker) } : null }),
  HandBackTask: (job) => free(job),
  ArriveAtTask: (job, tap) => ({ ...job, patient: job.patient && { ...job.patient, arrivedAt: job.patient.arrivedAt || tap.command.at } }),
  ConfirmPatient: (job, tap) => (tap.command.code ? job : { ...job, patient: job.patient && { ...job.patient, confirmedAt: tap.command.at, confirmedBy: 'read', mismatchAt: null } }),
  StartTask: (job, tap, self) => ({
    ...job,
    state: 'in-progress',
    since: tap.command.at,
    startedAt: tap.command.at,
    worker: self.keys[0],
    by: self.given,
    handOver: null,
  }),
  PauseTask: (job, tap) => ({ ...job, state: 'paused', since: tap.command.at, reason: tap.command.reason }),
  ResumeTask: (job, tap) => ({ ...job, state: 'in-progress', since: tap.command.at, reason: undefined, handOver: null }),
  FinishTask: () => null,
  DelayTask: (job, tap) => ({ ...job, delay: tap.command.reason }),
  AskForHelp: (job, tap) => ({ ...job, helpWanted: tap.command.wanted }),
  RejectTask: (job, tap) => ({ ...free(job), state: 'not-possible', reason: tap.command.reason }),
};

const ON_SELF = {
  StartDuty: (_, { command }, self) => ({
    key: `worker/${self.keys[0]}`,
    kind: 'worker',
    worker: self.keys[0],
    zones: command.zones || [],
    skills: command.skills || [],
    since: command.at,
    until: command.until,
  }),
  EndDuty: () => null,
  StartBreak: (worker, { command }) => ({ ...worker, breakSince: command.at }),
  EndBreak: (worker) => ({ ...worker, breakSince: undefined }),
};

/**
 * @param {Iterable<Row>} rows @param {Tap[]} taps those that the rows do not know yet, in order @param {Self} self
 * @returns {Row[]}
 */
export function asSeen(rows, taps, self) {
  const byKey = new Map([...rows].map((row) => [row.key, row]));
  const undone = taps.filter(({ command }) => command.type === 'Undo').map(({ command }) => command.of);
  for (const tap of taps.filter(({ command }) => !undone.includes(command.commandId))) {
    const { type, task } = tap.command;
    if (ON_TASK[type] && byKey.has(`task/${task}`)) {
      put(byKey, `task/${task}`, ON_TASK[type](byKey.get(`task/${task}`), tap, self, (worker) => (byKey.get(`worker/${worker}`) || {}).name || null), tap);
    } else if (type === 'ReadMessage' && byKey.has(`message/${tap.command.message}`)) {
      const row = byKey.get(`message/${tap.command.message}`);
      byKey.set(row.key, { ...row, unread: row.unread.filter((key) => !self.keys.includes(key)) });
    } else if (ON_SELF[type]) {
      const known = self.keys.map((key) => `worker/${key}`).find((key) => byKey.has(key));
      const key = known || `worker/${self.keys[0]}`;
      if (known !== undefined || type === 'StartDuty') {
        put(byKey, key, ON_SELF[type](byKey.get(key), tap, self), tap);
      }
    }
  }
  return [...byKey.values()];
}

function put(byKey, key, row, tap) {
  if (row === null) {
    byKey.delete(key);
  } else {
    byKey.set(key, { ...row, unsent: row.unsent || tap.state === 'waiting' });
  }
}

function isHanded(job, self) {
  return Boolean(job.handOver) && self.keys.includes(job.handOver.worker);
}

/** As it stood with the colleague; somebody who is moved is met anew. */
function takenOver(job) {
  return { ...job, state: job.patient && job.state !== 'accepted' ? 'paused' : job.state, handOver: null, patient: job.patient && {} };
}

function free(job) {
  return { ...job, state: 'pending', handOver: null, worker: undefined, by: undefined, offerUntil: undefined, startedAt: undefined, patient: job.patient && {} };
}
