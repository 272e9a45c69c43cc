const KEPT = 'flyt.tasks.ticks';

/** The steps that have been ticked off, of each job; on this phone alone. */
export class Ticks {
  #byJob = kept();

  /** @param {string} task @param {() => void} changed */
  of(task, changed) {
    const ticked = this.#byJob[task] || [];
    const tick = (key) => {
      this.#keep({ ...this.#byJob, [task]: ticked.includes(key) ? ticked.filter((other) => other !== key) : [...ticked, key] });
      changed();
    };
    return { ticked, tick };
  }

  /** @param {string} task */
  forget(task) {
    const { [task]: gone, ...left } = this.#byJob;
    this.#keep(left);
  }

  #keep(byJob) {
    this.#byJob = byJob;
    localStorage.setItem(KEPT, JSON.stringify(byJob));
  }
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) || '{}');
  } catch {
    return {};
  }
}
